#pragma once

namespace schulkit {

class Router;

void mount_differences(Router& router);

} // namespace schulkit
