#pragma once

namespace schulkit {

class Router;

void mount_schools(Router& router);

} // namespace schulkit
