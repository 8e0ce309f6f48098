#pragma once

namespace schulkit {

class Router;
void mount_tours(Router& router);

} // namespace schulkit
