#include "embedded/paper_fonts.hpp"

extern "C" { // paper_fonts.S
extern char const schulkit_paper_font_regular[], schulkit_paper_font_regular_end[];
extern char const schulkit_paper_font_bold[], schulkit_paper_font_bold_end[];
extern char const schulkit_paper_font_fallback[], schulkit_paper_font_fallback_end[];
}

namespace schulkit::embedded {

std::string_view paper_font_regular() { return {schulkit_paper_font_regular, schulkit_paper_font_regular_end}; }
std::string_view paper_font_bold() { return {schulkit_paper_font_bold, schulkit_paper_font_bold_end}; }
std::string_view paper_font_fallback() { return {schulkit_paper_font_fallback, schulkit_paper_font_fallback_end}; }

} // namespace schulkit::embedded
