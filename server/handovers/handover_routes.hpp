#pragma once

namespace schulkit {

class Router;

void mount_handovers(Router& router);

} // namespace schulkit
