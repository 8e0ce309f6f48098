#pragma once

namespace schulkit {

class Router;

void mount_school_years(Router& router);

} // namespace schulkit
