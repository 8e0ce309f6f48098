#include "client/ui/schedule.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/table_drawing.hpp"
#include "client/ui/ui.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace schulkit::ui {
namespace {

constexpr float bar_inset = 3;
constexpr float bar_padding = 8;
constexpr float edge_reach = 6;
constexpr float drag_begins_px = 6;

/// A bar in it is as high as a finger needs.
float row_height(State const& state) { return std::max(state.size.table_row, state.size.target + 2 * bar_inset); }

class ScheduleDrawing {
public:
    ScheduleDrawing(State& state, ScheduleOptions const& options, int count, Callable<void(int, ScheduleRow&)> fill_row,
                    Callable<bool(std::string_view, SchedulePlace, int)> may_drop)
        : m_state{state}, m_options{options}, m_count{count}, m_fill_row{fill_row}, m_may_drop{may_drop} {}

    ScheduleResult draw(Rect slot) {
        m_slot = slot;
        float const columns = static_cast<float>(std::max<std::size_t>(1, m_options.columns.size()));
        m_title_width = std::min(grown(m_state, 210), slot.width * 0.4F);
        m_column_width = (slot.width - m_title_width) / columns;
        m_top = slot.y + m_state.size.table_head;
        draw_head();
        draw_today(); // behind what is planned, whose words stay free of it
        Visible const visible = rows_in_sight(m_top, m_row_height, m_count);
        for (int i = visible.first; i < visible.end; ++i) draw_row(i);
        draw_target();
        return m_result;
    }

private:
    float column_x(int column) const { return m_slot.x + m_title_width + static_cast<float>(column) * m_column_width; }
    std::string column_key(int column) const { return "column." + m_options.columns[static_cast<std::size_t>(column)]; }
    int last_column() const { return static_cast<int>(m_options.columns.size()) - 1; }
    SchedulePlace place_under_pointer() const {
        ImVec2 const mouse = ImGui::GetIO().MousePos;
        return {static_cast<int>(std::floor((mouse.y - m_top) / m_row_height)),
                static_cast<int>(std::floor((mouse.x - column_x(0)) / m_column_width))};
    }

    void draw_head_cell(Role role, std::string_view key, std::string_view words, Rect rect) {
        add_node(m_state, role, key, words, rect).text = style_of(m_state, Face::small_medium, Color::text_muted, Color::surface, 12);
        draw_text(m_state, Face::small_medium, Color::text_muted, rect.x + 12, rect.y, rect.height,
                  shorten(m_state, Face::small_medium, words, rect.width - 16));
    }

    void draw_head() {
        Rect const head = {m_slot.x, m_slot.y, m_slot.width, m_state.size.table_head};
        Node& row = add_node(m_state, Role::row, "head", "", head);
        row.row_index = 1;
        Scope const scope{m_state, row.id};
        Parent const parent{m_state, row.id};
        draw_head_cell(Role::columnheader, "title", m_options.row_label, {head.x, head.y, m_title_width, head.height});
        for (int i = 0; i <= last_column(); ++i)
            draw_head_cell(Role::columnheader, column_key(i),
                           m_options.columns[static_cast<std::size_t>(i)], {column_x(i), head.y, m_column_width, head.height});
        draw_line(m_state, head.x, head.y + head.height - 1, head.x + head.width, head.y + head.height, Color::border);
    }

    void draw_title(ScheduleRow const& row, Rect rect) {
        Node& cell = add_node(m_state, Role::rowheader, "title", "", rect);
        std::uint32_t const id = cell.id;
        Scope const scope{m_state, id};
        Parent const parent{m_state, id};
        TextStyle const style = style_of(m_state, Face::body_medium, Color::link, Color::surface, 12);
        Use const use = use_item(m_state, id_of(m_state, "open"), rect, row.title, true);
        if (use.clicked) m_state.route = row.route;
        if (use.hovered || use.held) fill(m_state, inner(rect, 3), use.held ? Color::pressed : Color::hover, radius_control);
        std::string const shown = shorten(m_state, Face::body_medium, row.title, rect.width - 16);
        draw_text(m_state, Face::body_medium, Color::link, rect.x + 12, rect.y, rect.height, shown);
        float const words = text_width(m_state, Face::body_medium, shown) + 20;
        if (text_width(m_state, Face::small, row.detail) <= rect.width - 24 - words) // a part of it says nothing
            draw_text(m_state, Face::small, Color::text_muted, rect.x + 12 + words, rect.y, rect.height, row.detail);
        if (use.ring) draw_ring(m_state, inner(rect, 4), radius_control);
        Node& link = add_node(m_state, Role::link, "open", row.title, rect);
        link.description = row.detail;
        link.href = row.route;
        link.focusable = true;
        link.text = style;
    }

    void draw_free_cell(int index, int column, ScheduleRow const& row, Rect rect) {
        Node& cell = add_node(m_state, Role::cell, column_key(column), "", rect);
        if (!m_options.can_fill) {
            cell.name = m_options.free;
            return;
        }
        std::uint32_t const id = cell.id;
        Scope const scope{m_state, id};
        Parent const parent{m_state, id};
        Use const use = use_item(m_state, id_of(m_state, "fill"), rect, m_options.free, true);
        if (use.clicked) m_result.pressed_cell = {index, column};
        if (use.hovered || use.held) fill(m_state, inner(rect, bar_inset), use.held ? Color::pressed : Color::hover, radius_control);
        if (use.ring) draw_ring(m_state, inner(rect, bar_inset), radius_control);
        Node& button = add_node(m_state, Role::button, "fill", m_options.free, rect);
        button.description = row.title + ", " + m_options.columns[static_cast<std::size_t>(column)];
        button.focusable = true;
        button.popup = true;
    }

    /// The bar is a button in the cell in which it begins.
    void draw_bar(int index, ScheduleBar const& bar, int first, int last, Rect cell_rect) {
        Rect const rect = {column_x(first) + bar_inset, cell_rect.y + bar_inset,
                           m_column_width * static_cast<float>(last - first + 1) - 2 * bar_inset, cell_rect.height - 2 * bar_inset};
        Node& cell = add_node(m_state, Role::cell, column_key(first), "", cell_rect);
        std::uint32_t const cell_id = cell.id;
        Scope const scope{m_state, cell_id};
        Parent const parent{m_state, cell_id};
        bool const can_drag = bar.movable && !m_state.touch;
        std::uint32_t const edge_id = id_of(m_state, "edge");
        Rect const edge = {rect.x + rect.width - edge_reach, rect.y, 2 * edge_reach, rect.height};
        bool const ends_here = bar.last <= last_column();
        std::uint32_t const id = id_of(m_state, "bar");
        Rect const hit = {rect.x, rect.y, rect.width - (can_drag && ends_here ? edge_reach : 0), rect.height};
        Use const use = use_item(m_state, id, hit, bar.label, true);
        bool const dragged = can_drag && follow_drag(id, use, index, bar);
        if (use.clicked && !dragged) m_result.pressed = bar.key;
        fill(m_state, rect, soft(bar.tone), radius_control);
        if (use.hovered || use.held) stroke(m_state, rect, text_on_soft(bar.tone), radius_control, 1.5F);
        float const side = m_state.face(Face::icon_small).css_px;
        float x = rect.x + bar_padding;
        if (bar.icon != nullptr) {
            draw_icon(m_state, Face::icon_small, text_on_soft(bar.tone), x, rect.y + (rect.height - side) / 2, side, bar.icon);
            x += side + 6;
        }
        float const room = rect.x + rect.width - bar_padding - x;
        draw_text(m_state, Face::small_medium, text_on_soft(bar.tone), x, rect.y, rect.height,
                  shorten(m_state, Face::small_medium, bar.label, room));
        if (use.ring) draw_ring(m_state, rect, radius_control);
        if (can_drag && ends_here) pull_end(edge_id, edge, bar);
        Node& button = add_node(m_state, Role::button, "bar", bar.label, rect);
        button.description = bar.detail;
        button.focusable = true;
        button.popup = true;
        button.text = style_of(m_state, Face::small_medium, text_on_soft(bar.tone), soft(bar.tone), x - rect.x);
    }

    bool has_moved() const {
        ImGuiIO const& io = ImGui::GetIO();
        return std::abs(io.MousePos.x - io.MouseClickedPos[0].x) + std::abs(io.MousePos.y - io.MouseClickedPos[0].y) > drag_begins_px;
    }

    /// True while the bar is dragged, and in the picture in which it is dropped.
    bool follow_drag(std::uint32_t id, Use const& use, int index, ScheduleBar const& bar) {
        bool const mine = m_state.dragged == id;
        if (!mine && !(use.held && has_moved())) return false;
        if (!mine) {
            m_state.dragged = id;
            // the column of the bar by which it was taken
            float const taken = (ImGui::GetIO().MouseClickedPos[0].x - column_x(0)) / m_column_width;
            m_state.dragged_from = std::floor(taken) - static_cast<float>(bar.first);
        }
        SchedulePlace to = place_under_pointer();
        to.column -= static_cast<int>(m_state.dragged_from);
        int const length = bar.last - bar.first;
        bool const good = to.row >= 0 && to.row < m_count && to.column >= 0 && to.column <= last_column() &&
                          (to == SchedulePlace{index, bar.first} || m_may_drop(bar.key, to, to.column + length));
        m_target = {column_x(to.column), m_top + static_cast<float>(to.row) * m_row_height,
                    m_column_width * static_cast<float>(length + 1), m_row_height};
        m_target_is_good = good;
        m_target_label = bar.label;
        if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return true;
        m_state.dragged = 0;
        m_target.width = 0;
        if (good && to != SchedulePlace{index, bar.first}) {
            m_result.moved = bar.key;
            m_result.moved_to = to;
        }
        return true;
    }

    void pull_end(std::uint32_t id, Rect edge, ScheduleBar const& bar) {
        Use const use = use_item(m_state, id, edge, bar.label, true);
        if (use.hovered || use.held) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
            fill(m_state, {edge.x + edge_reach - 3, edge.y + 6, 3, edge.height - 12}, text_on_soft(bar.tone), 1.5F);
        }
        Node& node = add_node(m_state, Role::separator, "edge", bar.label, edge);
        node.silent = true;
        bool const mine = m_state.dragged == id;
        if (!mine && !(use.held && has_moved())) return;
        m_state.dragged = id;
        int const to = std::clamp(place_under_pointer().column, bar.first, last_column());
        m_target = {column_x(std::max(0, bar.first)), edge.y - bar_inset, m_column_width * static_cast<float>(to - std::max(0, bar.first) + 1),
                    m_row_height};
        int const row = static_cast<int>(std::floor((edge.y - m_top) / m_row_height));
        m_target_is_good = to == bar.last || m_may_drop(bar.key, {row, bar.first}, to);
        m_target_label = bar.label;
        if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) return;
        m_state.dragged = 0;
        m_target.width = 0;
        if (m_target_is_good && to != bar.last) {
            m_result.pulled = bar.key;
            m_result.pulled_to = to;
        }
    }

    void draw_row(int index) {
        m_row = {};
        m_fill_row(index, m_row);
        float const y = m_top + static_cast<float>(index) * m_row_height;
        Rect const rect = {m_slot.x, y, m_slot.width, m_row_height};
        Node& node = add_node(m_state, Role::row, "row." + m_row.key, "", rect);
        node.row_index = index + 2;
        std::uint32_t const id = node.id;
        Scope const scope{m_state, id};
        Parent const parent{m_state, id};
        draw_title(m_row, {rect.x, rect.y, m_title_width, rect.height});
        for (int column = 0; column <= last_column(); ++column)
            draw_line(m_state, column_x(column), y, column_x(column) + 1, y + rect.height, Color::border);
        for (int column = 0; column <= last_column(); ++column) {
            Rect const cell = {column_x(column), y, m_column_width, rect.height};
            auto const bar = std::find_if(m_row.bars.begin(), m_row.bars.end(), [column](ScheduleBar const& each) {
                return each.first <= column && column <= each.last;
            });
            if (bar == m_row.bars.end()) {
                draw_free_cell(index, column, m_row, cell);
            } else if (column == std::max(0, bar->first)) {
                draw_bar(index, *bar, column, std::min(bar->last, last_column()), cell);
            } else {
                Node& more = add_node(m_state, Role::cell, column_key(column), "", cell);
                more.name = bar->label + m_options.goes_on;
            }
        }
        if (index + 1 < m_count)
            draw_line(m_state, rect.x, y + rect.height - 1, rect.x + rect.width, y + rect.height, Color::border);
    }

    void draw_today() {
        if (m_options.today < 0 || m_options.today > static_cast<float>(m_options.columns.size())) return;
        float const x = std::round(column_x(0) + m_options.today * m_column_width);
        float const bottom = m_top + static_cast<float>(m_count) * m_row_height;
        fill(m_state, {x - 1, m_top - 6, 2, bottom - m_top + 6}, Color::accent);
        fill(m_state, {x - 4, m_top - 8, 8, 8}, Color::accent, 4);
    }

    void draw_target() {
        if (m_target.width <= 0) return;
        Rect const rect = inner(m_target, bar_inset);
        Tone const tone = m_target_is_good ? Tone::success : Tone::danger;
        fill(m_state, rect, soft(tone), radius_control);
        stroke(m_state, rect, text_on_soft(tone), radius_control, 2);
        float const side = m_state.face(Face::icon_small).css_px;
        draw_icon(m_state, Face::icon_small, text_on_soft(tone), rect.x + bar_padding, rect.y + (rect.height - side) / 2, side,
                  icon_of(tone));
        draw_text(m_state, Face::small_medium, text_on_soft(tone), rect.x + bar_padding + side + 6, rect.y, rect.height,
                  shorten(m_state, Face::small_medium, m_target_label, rect.width - side - 3 * bar_padding));
    }

    State& m_state;
    ScheduleOptions const& m_options;
    int m_count;
    Callable<void(int, ScheduleRow&)> m_fill_row;
    Callable<bool(std::string_view, SchedulePlace, int)> m_may_drop;
    ScheduleResult m_result = {};
    ScheduleRow m_row = {};
    Rect m_slot = {};
    Rect m_target = {}; ///< where what is dragged would lie; without width: nothing is
    bool m_target_is_good = false;
    std::string m_target_label = {};
    float m_title_width = 0;
    float m_column_width = 0;
    float m_top = 0;
    float m_row_height = row_height(m_state);
};

} // namespace

ScheduleResult Ui::schedule(std::string_view key, ScheduleOptions const& options, int count,
                            Callable<void(int, ScheduleRow&)> fill_row,
                            Callable<bool(std::string_view bar, SchedulePlace to, int last)> may_drop) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    float const height = state.size.table_head + static_cast<float>(count) * row_height(state);
    Rect const slot = take_slot(state, all_there_is, height);
    fill(state, slot, Color::surface, radius_card);
    Node& table = add_node(state, Role::table, key, options.label, slot);
    table.row_count = count + 1;
    ScheduleResult result;
    {
        Scope const scope{state, id};
        Parent const parent{state, id};
        result = ScheduleDrawing{state, options, count, fill_row, may_drop}.draw(slot);
    }
    stroke(state, slot, Color::border, radius_card);
    return result;
}

} // namespace schulkit::ui
