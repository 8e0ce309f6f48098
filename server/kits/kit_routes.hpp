#pragma once

namespace schulkit {

class Router;

void mount_kits(Router& router);

} // namespace schulkit
