#pragma once

namespace schulkit {

class Router;

void mount_allocation(Router& router);

} // namespace schulkit
