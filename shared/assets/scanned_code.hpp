#pragma once

#include <string>
#include <string_view>

namespace schulkit {

/// The code in what a scanner has read: a label's address of any host ("https://any.host/g/BEA0204") means the tag in
/// it; other texts stay, trimmed.
std::string scanned_code(std::string_view scanned);

} // namespace schulkit
