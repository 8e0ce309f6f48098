#pragma once
// What lies above the page: dialogs and toasts. And the scroll bars' look.

#include "client/ui/content.hpp"
#include "client/ui/state.hpp"

#include <string_view>

namespace schulkit::ui {

struct DialogPlace {
    float width = 520;
    float below = 0; ///< > 0: at the right edge below that y, a menu; else in the middle
    std::string_view description = {};
};

/// Draws the overlay and its contents; sets `open` to false on Escape or its close button.
void draw_dialog(State& state, std::string_view key, std::string_view title, bool& open, DialogPlace place,
                 Content content);
void draw_toasts(State& state);
/// What offer_hint() was told in this picture, once it has been the same for a moment.
void draw_hint(State& state);
void style_scrollbars(State const& state);

} // namespace schulkit::ui
