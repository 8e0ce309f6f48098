#pragma once
// The look: the tokens of shared/design/tokens.json and what follows from them. Nothing else in client/ names a
// colour. Every palette keeps text at 4.5:1 (high contrast: 7:1) and the edges of controls at 3:1 against what they
// stand on (tests/ui/theme_test.cpp).

#include "client/ui/options.hpp"
#include "embedded/tokens.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace schulkit::ui {

/// The colours that are drawn with; Look is one of the four palettes of the tokens.
/// In forced colours the browser's own colours stand in their place.
struct SystemColors {
    std::uint32_t canvas = 0; ///< CSS system colours, 0xRRGGBB
    std::uint32_t canvas_text = 0;
    std::uint32_t link_text = 0;
    std::uint32_t highlight = 0;
    std::uint32_t highlight_text = 0;
    std::uint32_t gray_text = 0;
    bool operator==(SystemColors const&) const = default;
};
Palette palette_of(SystemColors const& system);
Palette const& palette_of(Look look);

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

/// Sizes that differ between a pointer and a thumb, CSS px; what holds words grows with their size.
struct Measures {
    float text = 1; ///< factor on the sizes of type: 1 to 2
    float control = 36;     ///< height of buttons and fields
    float target = 32;      ///< least height of everything else that is pressed
    float table_row = 44;
    float table_head = 40;
    float page_padding = 32;
    float card_padding = 20;
    float top_bar = 56;
    float navigation = 232; ///< width of the sidebar
    float bottom_bar = 0;
};
Measures measures(float window_width, float text_size, bool coarse = false);

} // namespace schulkit::ui
