#pragma once
// What several widgets are made of: words with their node, the body of a button.

#include "client/ui/options.hpp"
#include "client/ui/state.hpp"

#include <string_view>
#include <vector>

namespace schulkit::ui {

/// Words at a place, with their node; wraps at `width`. Returns the height. Texts and cells have the words as
/// value, all other roles as name.
float draw_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                 float x, float y, float width);
/// The same with each line in the middle of `width`.
float draw_centered_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                          float x, float y, float width);
/// Tells the mirror where the lines of several break; nothing for one line.
void set_lines(Node& node, std::string_view words, std::vector<std::string_view> const& lines, float inset_y);
float words_height(State const& state, Face face, std::string_view words, float width);
/// One line in the middle of `rect`, cut if too long; the node's rectangle is `rect`.
void draw_line_of_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                        Rect rect, float inset_x = 0);

struct ButtonLook {
    Button kind = Button::secondary;
    Icon icon = nullptr;
    bool enabled = true;
    bool busy = false;
    bool icon_only = false;
};
float button_width(State const& state, std::string_view label, ButtonLook const& look);
/// The label's lines in a button of that width; only a narrow screen or large text needs more than one.
std::vector<std::string_view> button_lines(State const& state, std::string_view label, ButtonLook const& look,
                                           float width);
/// Draws a button and its words; returns how far from the left edge the words begin.
float draw_button(State& state, Rect rect, std::string_view label, ButtonLook const& look, Use const& use);

struct CheckLook {
    bool enabled = true;
    bool bad = false;
};
/// The box alone, its node and its use; the words belong to the caller. True: it was switched.
bool draw_checkbox(State& state, std::string_view key, std::string_view label, Rect hit, Rect box, bool& value,
                   CheckLook look = {});

/// Words beside the pointer's place, for what is seen without them (an icon) or cut off: while it is hovered, held by a
/// finger, or has the keyboard's focus. Drawn above everything, not part of the tree: it says nothing new.
/// "51–100 von 6.032".
std::string pager_text(Ui const& ui, PagerOptions const& options);
void offer_hint(State& state, std::uint32_t id, Rect rect, std::string_view words, Use const& use);

float badge_width(State const& state, std::string_view words);
float badge_height(State const& state);
/// The pill alone, without a node; returns the words' distance from its left edge.
float draw_badge(State& state, Rect rect, std::string_view words, Tone tone, Icon icon);

/// A size that grows with the text, in whole px.
float grown(State const& state, float px);

/// Least height of what is tapped or clicked.
float target(State const& state);

} // namespace schulkit::ui
