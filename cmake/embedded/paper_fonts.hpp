#pragma once
// The fonts of the papers, whole, as TrueType files: Roboto, and DejaVu Sans for what Roboto has no characters for.

#include <string_view>

namespace schulkit::embedded {

std::string_view paper_font_regular();
std::string_view paper_font_bold();
std::string_view paper_font_fallback();

} // namespace schulkit::embedded
