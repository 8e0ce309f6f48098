#include "client/ui/layout.hpp"

#include "client/ui/paint.hpp"
#include "client/ui/ui.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

constexpr float same_px = 0.5F;

bool differs(float a, float b) { return std::abs(a - b) > same_px; }

float cell_width(Area const& area) {
    float const columns = static_cast<float>(area.columns);
    return (area.width - area.gap * (columns - 1)) / columns;
}

float grown_width(State const& state, Area const& area, float least) {
    Memo const& last = last_memo(state, area.id);
    float const share = (area.width - last.fixed) / static_cast<float>(std::max(1, last.grows));
    // On a phone a search and one button stand side by side; what gets too narrow takes a line of its own.
    if (state.phone) return share < 200 * state.size.text ? area.width : share;
    return std::clamp(share, std::min(least, area.width), area.width);
}

void next_line(Area& area) {
    area.now.lines.push_back(area.bottom - area.next_y);
    area.next_y = area.bottom + area.gap;
    area.next_x = area.x;
    area.line_empty = true;
}

} // namespace

float slot_width(State const& state, float width) {
    Area const& area = state.areas.back();
    if (area.flow == Flow::grid) return cell_width(area);
    if (area.flow == Flow::row && area.grow_next) return grown_width(state, area, std::max(width, 120 * state.size.text));
    if (area.flow == Flow::row && width < 0) {
        float const left = area.x + area.width - area.next_x;
        return left > 160 ? left : area.width;
    }
    return width < 0 ? area.width : std::min(width, area.width);
}

Rect begin_slot(State& state, float width, float height) {
    Area& area = state.areas.back();
    float const wide = slot_width(state, width);
    Rect slot = {area.x, area.next_y, wide, height};
    switch (area.flow) {
    case Flow::column:
        if (!area.empty) slot.y += area.gap;
        break;
    case Flow::grid:
        if (!area.line_empty && area.next_x + wide > area.x + area.width + same_px) next_line(area);
        slot.x = area.next_x;
        slot.y = area.next_y;
        break;
    case Flow::row: {
        Memo const& last = last_memo(state, area.id);
        bool const grows = area.grow_next;
        area.grow_next = false;
        // What was pushed to the right stays together.
        float const together = area.push_next ? std::min(std::max(wide, last.pushed), area.width) : wide;
        if (!area.line_empty && area.next_x + together > area.x + area.width + same_px) next_line(area);
        float const lead = area.empty ? 0 : area.gap;
        if (grows) {
            ++area.now.grows;
            area.now.fixed += lead;
        } else {
            area.now.fixed += wide + lead;
        }
        if (area.push_next) {
            area.push_next = false;
            area.after_push = true;
            area.next_x = std::max(area.next_x, area.x + area.width - last.pushed);
            area.now.pushed = wide;
        } else if (area.after_push) {
            area.now.pushed += wide + area.gap;
        }
        slot.x = area.next_x;
        slot.y = area.next_y;
        std::size_t const line = area.now.lines.size();
        float const line_height = line < last.lines.size() ? last.lines[line] : height;
        float const room = std::max(0.0F, line_height - height);
        if (area.align == RowAlign::center) slot.y += std::floor(room / 2);
        if (area.align == RowAlign::bottom) slot.y += room;
        break;
    }
    }
    area.slot = slot;
    return slot;
}

void end_slot(State& state, Rect slot) {
    Area& area = state.areas.back();
    area.empty = false;
    area.right = std::max(area.right, slot.x + slot.width);
    if (area.flow == Flow::column) {
        area.next_y = slot.y + slot.height;
        area.bottom = std::max(area.bottom, area.next_y);
        return;
    }
    // The line is as high as its highest part, measured from the line's top whatever the alignment did.
    if (slot.height > 0) area.bottom = std::max(area.bottom, area.next_y + slot.height); // nothing makes no line
    area.next_x = slot.x + slot.width + area.gap;
    area.line_empty = false;
}

Rect take_slot(State& state, float width, float height) {
    Rect const slot = begin_slot(state, width, height);
    end_slot(state, slot);
    return slot;
}

void begin_area(State& state, std::uint32_t id, Flow flow, Rect rect, float gap) {
    if (!state.area_ids.insert(id).second) report(state, "two containers with the same key");
    Area area;
    area.flow = flow;
    area.id = id;
    area.x = area.next_x = area.right = rect.x;
    area.y = area.next_y = area.bottom = rect.y;
    area.width = std::max(1.0F, rect.width);
    area.gap = gap;
    state.areas.push_back(area);
}

Rect end_area(State& state) {
    Area area = std::move(state.areas.back());
    state.areas.pop_back();
    if (area.flow != Flow::column && !area.line_empty)
        area.now.lines.push_back(std::max(0.0F, area.bottom - area.next_y));

    Memo& last = memo_of(state, area.id);
    bool changed = last.grows != area.now.grows || differs(last.fixed, area.now.fixed) ||
                   differs(last.pushed, area.now.pushed) || last.lines.size() != area.now.lines.size();
    for (std::size_t i = 0; !changed && i < last.lines.size(); ++i)
        changed = differs(last.lines[i], area.now.lines[i]);
    float const width = area.right - area.x;
    if (area.flow == Flow::row) changed = changed || differs(last.width, width);
    if (changed) state.unsettled = true;
    last.grows = area.now.grows;
    last.fixed = area.now.fixed;
    last.pushed = area.now.pushed;
    last.lines = std::move(area.now.lines);
    last.width = width;
    return {area.x, area.y, width, area.bottom - area.y};
}

Memo const& last_memo(State const& state, std::uint32_t id) {
    static Memo const none = {};
    auto const found = state.memos.find(id);
    return found == state.memos.end() ? none : found->second;
}

Memo& memo_of(State& state, std::uint32_t id) {
    Memo& memo = state.memos[id];
    memo.seen = state.pass;
    return memo;
}

void learn_height(State& state, std::uint32_t id, float height) {
    Memo& memo = memo_of(state, id);
    if (differs(memo.height, height)) state.unsettled = true;
    memo.height = height;
}

float scrollbar_width(State const& state) { return state.touch || state.phone ? 4 : 12; }

void begin_scroll(State& state, std::uint32_t id, Rect rect) {
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, scrollbar_width(state));
    ImGui::BeginChild(id, {std::max(1.0F, rect.width), std::max(1.0F, rect.height)}, ImGuiChildFlags_None,
                      ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar(2);
    draw_list()._FringeScale = 1.0F / std::max(1.0F, state.input.dpr);
}

float scroll_offset() { return ImGui::GetScrollY(); }

void hold_focus_in_place(State& state, std::uint32_t page, float top) {
    float const scrolled = scroll_offset();
    if (state.first_pass) state.scrolled_first = scrolled;
    auto const& nodes = state.layers[state.layer];
    auto const focused = std::find_if(nodes.begin(), nodes.end(), [](Node const& node) { return node.focused; });
    if (focused == nodes.end() || focused->clip.y < top) return; // it stands in a bar of the window
    State::Anchor const now = {page, state.focus, state.input.width, state.size.text, focused->rect.y - top + scrolled};
    state.next_anchor = now;
    State::Anchor const& before = state.anchor;
    if (before.page != now.page || before.focus != now.focus || before.width != now.width || before.text != now.text)
        return;
    float const wanted = std::clamp(state.scrolled_first + now.y - before.y, 0.0F, ImGui::GetScrollMaxY());
    if (!differs(wanted, scrolled)) return;
    ImGui::SetScrollY(wanted);
    state.unsettled = true;
}

void end_scroll(State& state, float bottom) {
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    float const before = window->ContentSize.y;
    window->DC.CursorMaxPos.y = std::max(window->DC.CursorMaxPos.y, bottom);
    if (differs(before, bottom - window->DC.CursorStartPos.y)) state.unsettled = true;
    ImGui::EndChild();
}

// --- the public side ----------------------------------------------------------------------------------

namespace {

void draw_area(State& state, std::string_view key, Flow flow, float gap, float max_width, RowAlign align, int columns,
               Content content) {
    std::uint32_t const id = id_of(state, key);
    Area const outer = state.areas.back(); // a copy: opening an area moves them
    Memo const last = last_memo(state, id);
    float wanted = max_width > 0 ? max_width : all_there_is;
    bool const nested_row = flow == Flow::row && outer.flow == Flow::row && !outer.grow_next;
    if (nested_row && last.width > 0) wanted = last.width;
    Rect slot = begin_slot(state, wanted, last.height);
    Scope const scope{state, id};
    begin_area(state, id, flow, slot, gap);
    Area& area = state.areas.back();
    area.align = align;
    area.columns = columns;
    // A nested row may need more room than last time; it must not wrap because of that.
    if (nested_row) area.width = std::max(area.width, outer.x + outer.width - slot.x);
    content();
    Rect const filled = end_area(state);
    if (nested_row) slot.width = filled.width;
    slot.height = filled.height;
    learn_height(state, id, slot.height);
    end_slot(state, slot);
}

} // namespace

void Ui::column(std::string_view key, ColumnOptions const& options, Content content) {
    draw_area(m_state, key, Flow::column, options.gap, options.max_width, RowAlign::top, 1, content);
}

void Ui::row(std::string_view key, RowOptions const& options, Content content) {
    draw_area(m_state, key, Flow::row, options.gap, 0, options.align, 1, content);
}

void Ui::grid(std::string_view key, GridOptions const& options, Content content) {
    float const width = slot_width(m_state, all_there_is);
    int const fitting = static_cast<int>((width + options.gap) / (options.min_column * m_state.size.text + options.gap));
    draw_area(m_state, key, Flow::grid, options.gap, 0, RowAlign::top, std::clamp(fitting, 1, options.max_columns),
              content);
}

void Ui::split(std::string_view key, SplitOptions const& options, Content main, Content side) {
    float const width = slot_width(m_state, all_there_is);
    float const side_width = options.side_width * m_state.size.text;
    if (width < side_width * 2) {
        column(key, {.gap = options.gap}, [&] {
            column("main", {}, main);
            column("side", {}, side);
        });
        return;
    }
    row(key, {.gap = options.gap, .align = RowAlign::top}, [&] {
        column("main", {.max_width = width - side_width - options.gap}, main);
        column("side", {.max_width = side_width}, side);
    });
}

void Ui::grow() { m_state.areas.back().grow_next = true; }
void Ui::push_right() { m_state.areas.back().push_next = true; }

void Ui::space(float px) {
    Area& area = m_state.areas.back();
    if (area.flow == Flow::column) {
        area.next_y += px;
        area.bottom = std::max(area.bottom, area.next_y);
    } else {
        area.next_x += px;
    }
}

float Ui::content_width() const { return slot_width(m_state, all_there_is); }

} // namespace schulkit::ui
