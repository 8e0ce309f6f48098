#pragma once

namespace schulkit {

class Router;

void mount_tickets(Router& router);

} // namespace schulkit
