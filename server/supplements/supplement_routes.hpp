#pragma once

namespace schulkit {

class Router;

void mount_supplements(Router& router);

} // namespace schulkit
