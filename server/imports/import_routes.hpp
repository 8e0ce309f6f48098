#pragma once

namespace schulkit {

class ImportProgressBoard;
class Router;

/// The board outlives the router.
void mount_imports(Router& router, ImportProgressBoard& board);

} // namespace schulkit
