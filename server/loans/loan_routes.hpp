#pragma once

namespace schulkit {

class Router;

void mount_loans(Router& router);

} // namespace schulkit
