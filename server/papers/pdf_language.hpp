#pragma once
// What Cairo cannot say of a file: that its language is German, and that a window shows its title, not its file's name.

#include <string>

namespace schulkit::papers {

/// Appends an incremental update (ISO 32000-1, 7.5.6) with a new catalog: no byte of what Cairo has written changes. A file
/// whose catalog is not found where Cairo 1.16 to 1.18 put it stays as it is.
std::string with_language(std::string pdf);

} // namespace schulkit::papers
