#pragma once

#include <string>
#include <string_view>

namespace schulkit {

/// In small hexadecimal digits.
std::string sha256_of(std::string_view bytes);

} // namespace schulkit
