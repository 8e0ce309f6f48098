#pragma once
// A file that travels inside the binary.

#include <span>
#include <string_view>

namespace schulkit::embedded {

struct File {
    std::string_view name; ///< without its folder
    std::string_view bytes;
};

} // namespace schulkit::embedded
