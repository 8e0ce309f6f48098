#pragma once
// Where widgets go. A column stacks, a row flows to the right and wraps, a grid has equal cells. Each part
// takes a slot of the area that is open; containers open an area inside their slot.

#include "client/ui/state.hpp"

namespace schulkit::ui {

inline constexpr float all_there_is = -1;

/// The width that a slot would have that wants `width`.
float slot_width(State const& state, float width);
/// Opens a slot; containers that do not know their height yet pass the one of the frame before.
Rect begin_slot(State& state, float width, float height);
/// Closes it with the height it really has.
void end_slot(State& state, Rect slot);
/// For widgets that know their size: both in one.
Rect take_slot(State& state, float width, float height);

/// An area that fills `rect` from its upper left corner; its height comes out at the end.
void begin_area(State& state, std::uint32_t id, Flow flow, Rect rect, float gap);
/// Returns what was filled: width and height of the contents.
Rect end_area(State& state);

Memo& memo_of(State& state, std::uint32_t id);
/// What is known of it; `seen` is 0 where nothing is.
Memo const& last_memo(State const& state, std::uint32_t id);
/// Keeps the new height for the next frame; if it differs, the picture is drawn again.
void learn_height(State& state, std::uint32_t id, float height);

/// A part of the canvas that scrolls by itself.
void begin_scroll(State& state, std::uint32_t id, Rect rect);
float scrollbar_width(State const& state);
/// How far the contents are scrolled down: what stands at its top is drawn so much higher.
float scroll_offset();
/// Before end_scroll: if something above what has the keyboard came or went since the last picture, scrolls by as much,
/// so that the field one types in stays under one's eyes. `page`: its id; `top`: of the part that scrolls.
void hold_focus_in_place(State& state, std::uint32_t page, float top);
/// `bottom`: how far the contents reach.
void end_scroll(State& state, float bottom);

} // namespace schulkit::ui
