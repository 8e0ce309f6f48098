#pragma once
// The look as tokens: colours, sizes, spacing. Nothing else in client/ names a colour. Both palettes keep
// text at 4.5:1 and the edges of controls at 3:1 against what they stand on (tests/ui/theme_test.cpp).

#include "client/ui/options.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace schulkit::ui {

enum class Color : std::uint8_t {
    canvas,         ///< behind the cards
    surface,        ///< cards, tables, fields
    raised,         ///< dialogs
    chrome,         ///< top bar, navigation
    border,         ///< edges that only order
    control_border, ///< edges that say "this can be used"
    text,
    text_muted,
    text_disabled,
    placeholder,
    accent,
    accent_hover,
    accent_active,
    on_accent,
    accent_soft, ///< chosen entries
    link,
    focus,
    hover, ///< rows and quiet buttons under the pointer
    pressed,
    disabled,
    danger,
    danger_hover,
    on_danger,
    neutral_soft,
    neutral_text,
    info_soft,
    info_text,
    success_soft,
    success_text,
    warning_soft,
    warning_text,
    danger_soft,
    danger_text,
    toast,
    on_toast,
    count
};

/// 0xRRGGBB.
using Palette = std::array<std::uint32_t, static_cast<std::size_t>(Color::count)>;
extern Palette const light_palette;
extern Palette const dark_palette;

/// Text and the ground it stands on, or a control's edge and its ground: what the contrast test looks at.
struct ContrastPair {
    Color front;
    Color ground;
    float least;
};
extern std::array<ContrastPair, 42> const contrast_pairs;
/// WCAG 2.1's contrast ratio, 1 to 21.
float contrast(std::uint32_t a, std::uint32_t b);

Color soft(Tone tone);
Color text_on_soft(Tone tone);
/// The icon that says the tone without its colour.
Icon icon_of(Tone tone);

/// An 8-px grid; halves where things belong together.
namespace space {
inline constexpr float hair = 4;
inline constexpr float small = 8;
inline constexpr float medium = 16;
inline constexpr float large = 24;
inline constexpr float huge = 32;
} // namespace space

inline constexpr float radius_card = 8;
inline constexpr float radius_control = 6;

/// Sizes that differ between a pointer and a thumb, CSS px.
struct Measures {
    float control = 36;     ///< height of buttons and fields
    float table_row = 44;
    float table_head = 40;
    float page_padding = 32;
    float card_padding = 20;
    float top_bar = 56;
    float navigation = 232; ///< width of the sidebar
    float bottom_bar = 0;
};
Measures measures(float window_width);

} // namespace schulkit::ui
