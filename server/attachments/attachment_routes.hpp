#pragma once

namespace schulkit {

class Router;

void mount_attachments(Router& router);

} // namespace schulkit
