#pragma once

namespace schulkit {

class Router;

void mount_feedback(Router& router);

} // namespace schulkit
