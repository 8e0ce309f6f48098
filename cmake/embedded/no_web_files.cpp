#include "embedded/web_files.hpp"

namespace schulkit::embedded {

std::span<WebFile const> web_files() { return {}; }

} // namespace schulkit::embedded
