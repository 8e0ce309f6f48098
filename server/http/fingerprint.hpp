#pragma once

#include <string>
#include <string_view>

namespace schulkit {

/// 64 hexadecimal digits (BLAKE2b), alike only for the same two texts; `first` has no zero byte.
std::string fingerprint_of(std::string_view first, std::string_view second);

} // namespace schulkit
