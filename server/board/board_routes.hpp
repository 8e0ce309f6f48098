#pragma once

namespace schulkit {

class Router;

void mount_board(Router& router);

} // namespace schulkit
