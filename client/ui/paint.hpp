#pragma once
// Drawing without meaning: words, icons, boxes. Places are CSS px on the canvas.

#include "client/ui/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

ImDrawList& draw_list();
/// The part of the canvas in which things drawn now can be seen.
Rect clip_rect();

float text_width(State const& state, Face face, std::string_view words);
/// The lines of a text in that width; breaks at blanks, and inside words that are too long.
std::vector<std::string_view> wrap(State const& state, Face face, std::string_view words, float width);
/// The words, cut with "…" if they are too long.
std::string shorten(State const& state, Face face, std::string_view words, float width);

/// One line, in the middle of `line_height` from `y` on.
void draw_text(State const& state, Face face, Color color, float x, float y, float line_height,
               std::string_view words);
/// An icon in the middle of a square of `side` px.
void draw_icon(State const& state, Face face, Color color, float x, float y, float side, Icon icon);
void fill(State const& state, Rect rect, Color color, float radius = 0);
void stroke(State const& state, Rect rect, Color color, float radius, float thickness = 1);
/// Where the keyboard is; outside of the rectangle.
void draw_ring(State const& state, Rect rect, float radius);
void draw_shadow(Rect rect, float radius);
/// Turns once a second; stands still with reduced motion. Asks for the next frame.
void draw_spinner(State& state, Color color, float x, float y, float side);
void draw_line(State const& state, float x1, float y1, float x2, float y2, Color color);

Rect inner(Rect rect, float padding);

/// Until the end of the scope nothing is drawn outside of the rectangle.
class Clip {
public:
    explicit Clip(Rect rect);
    ~Clip();
    Clip(Clip const&) = delete;
    Clip& operator=(Clip const&) = delete;
};

} // namespace schulkit::ui
