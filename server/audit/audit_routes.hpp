#pragma once

namespace schulkit {

class Router;

void mount_audit(Router& router);

} // namespace schulkit
