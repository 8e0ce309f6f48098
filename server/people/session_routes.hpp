#pragma once

namespace schulkit {

class Router;
class SignInThrottle;

/// POST, GET and DELETE /api/session. The throttle outlives the router.
void mount_sessions(Router& router, SignInThrottle& throttle);

} // namespace schulkit
