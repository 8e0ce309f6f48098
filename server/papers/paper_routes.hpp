#pragma once

namespace schulkit {

class Router;

void mount_papers(Router& router);

} // namespace schulkit
