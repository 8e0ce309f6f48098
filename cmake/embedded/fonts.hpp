#pragma once
// The subset fonts as TrueType files, for native tests; in the browser the page hands the same bytes to the client.

#include <string_view>

namespace schulkit::embedded {

std::string_view font_regular();
std::string_view font_medium();
std::string_view font_icons();

} // namespace schulkit::embedded
