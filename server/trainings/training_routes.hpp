#pragma once

namespace schulkit {

class Router;

void mount_trainings(Router& router);

} // namespace schulkit
