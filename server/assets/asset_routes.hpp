#pragma once

namespace schulkit {

class Router;

void mount_assets(Router& router);

} // namespace schulkit
