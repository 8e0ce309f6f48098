#pragma once

namespace schulkit {

class Router;

void mount_requirements(Router& router);

} // namespace schulkit
