#pragma once
// The Basisansicht: the tasks of a school's staff as pages that need neither script nor WebAssembly, below /basis; and
// the accessibility statement, /barrierefreiheit. The conforming alternate version in WCAG's sense.

namespace schulkit {

class Router;
class SignInThrottle;
class StaticFiles;

/// All outlive the router. `files`: where the style sheets lie; nullptr: pages without them (tests).
void mount_plain(Router& router, SignInThrottle& throttle, StaticFiles const* files);

} // namespace schulkit
