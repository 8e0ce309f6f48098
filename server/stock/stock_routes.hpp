#pragma once

namespace schulkit {

class Router;

void mount_stock(Router& router);

} // namespace schulkit
