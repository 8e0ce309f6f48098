#include "embedded/fonts.hpp"

extern "C" { // fonts.S
extern char const schulkit_font_regular[], schulkit_font_regular_end[];
extern char const schulkit_font_medium[], schulkit_font_medium_end[];
extern char const schulkit_font_icons[], schulkit_font_icons_end[];
}

namespace schulkit::embedded {

std::string_view font_regular() { return {schulkit_font_regular, schulkit_font_regular_end}; }
std::string_view font_medium() { return {schulkit_font_medium, schulkit_font_medium_end}; }
std::string_view font_icons() { return {schulkit_font_icons, schulkit_font_icons_end}; }

} // namespace schulkit::embedded
