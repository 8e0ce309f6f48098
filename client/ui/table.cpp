#include "client/ui/table.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/table_drawing.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace schulkit::ui {

namespace {

constexpr float cell_padding = 12;
constexpr int spare_rows = 3;

/// Drops what has to go, then shares out what is left over.
std::vector<PlacedColumn> place_columns(std::vector<Column> const& columns, ColumnChoice const& choice, Rect table,
                                        float text_size) {
    std::vector<PlacedColumn> placed;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (choice.hidden.count(columns[i].key) > 0) continue;
        placed.push_back({static_cast<int>(i), 0, width_of(choice, columns[i]) * text_size});
    }
    auto const column = [&](PlacedColumn const& p) -> Column const& {
        return columns[static_cast<std::size_t>(p.index)];
    };
    auto const total = [&] {
        float sum = 0;
        for (PlacedColumn const& p : placed) sum += p.width;
        return sum;
    };
    while (total() > table.width) {
        auto const first_to_go = std::max_element(placed.begin(), placed.end(), [&](auto const& a, auto const& b) {
            return column(a).drop_order < column(b).drop_order;
        });
        if (first_to_go == placed.end() || column(*first_to_go).drop_order == 0) break;
        placed.erase(first_to_go);
    }
    float const spare = table.width - total();
    float shares = 0;
    // A width that somebody has chosen stays, unless nothing else is left to grow.
    auto const grow_of = [&](PlacedColumn const& p) {
        return choice.widths.count(column(p).key) > 0 ? 0 : column(p).grow;
    };
    for (PlacedColumn const& p : placed) shares += grow_of(p);
    float const scale = spare < 0 ? table.width / total() : 1;
    float x = table.x;
    for (PlacedColumn& p : placed) {
        p.width = std::floor(p.width * scale);
        if (spare > 0 && shares > 0) p.width += std::floor(spare * grow_of(p) / shares);
        p.x = x;
        x += p.width;
    }
    return placed;
}

} // namespace

std::size_t title_column(std::vector<Column> const& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].card == CardPlace::title) return i;
    return 0;
}

Visible rows_in_sight(float top, float row_height, int count) {
    if (count <= rows_of_a_page) return {0, count};
    Rect const seen = clip_rect();
    int const first = static_cast<int>(std::floor((seen.y - top) / row_height)) - spare_rows;
    int const end = static_cast<int>(std::ceil((seen.y + seen.height - top) / row_height)) + spare_rows;
    return {std::clamp(first, 0, count), std::clamp(end, 0, count)};
}

namespace {

bool is_pointed_at(State const& state, Rect rect) {
    return !state.touch && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) &&
           ImGui::IsMouseHoveringRect({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height});
}

} // namespace

std::string_view words_of(TableRow const& row, std::size_t index) {
    return index < row.cells().size() ? std::string_view{row.cells()[index].words} : std::string_view{};
}

void TableDrawing::draw_header_cell(Column const& column, Rect rect) {
    bool const sorted = options.sort_key == column.key && options.sort != SortDirection::none;
    Node& header = add_node(state, Role::columnheader, column.key, column.label, rect);
    std::uint32_t const id = header.id;
    if (sorted) header.sort = options.sort == SortDirection::ascending ? 1 : -1;

    float const arrow = state.face(Face::icon_small).css_px;
    float const room = rect.width - 2 * cell_padding - (column.sortable ? arrow + 4 : 0);
    std::string const shown = shorten(state, Face::small_medium, column.label, room);
    float const words = text_width(state, Face::small_medium, shown);
    float const words_at = column.number ? cell_padding + std::max(0.0F, room - words) : cell_padding;
    TextStyle const style = style_of(state, Face::small_medium, Color::text_muted, Color::surface, words_at);
    Scope const scope{state, id};
    Parent const parent{state, id};
    if (options.column_choice != nullptr) draw_resizer(column, rect);
    if (!column.sortable) {
        node_at(state, id).text = style;
        draw_text(state, Face::small_medium, Color::text_muted, rect.x + words_at, rect.y, rect.height, shown);
        return;
    }
    std::uint32_t const button = id_of(state, "sort");
    Use const use = use_item(state, button, rect, column.label, true);
    if (use.hovered || use.held) fill(state, inner(rect, 4), use.held ? Color::pressed : Color::hover, radius_control);
    draw_text(state, Face::small_medium, sorted ? Color::text : Color::text_muted, rect.x + words_at, rect.y,
              rect.height, shown);
    Icon const icon = !sorted                                     ? embedded::icon_chevrons_up_down
                      : options.sort == SortDirection::ascending ? embedded::icon_arrow_up
                                                                  : embedded::icon_arrow_down;
    draw_icon(state, Face::icon_small, sorted ? Color::text : Color::text_muted, rect.x + words_at + words + 4,
              rect.y + (rect.height - arrow) / 2, arrow, icon);
    if (use.ring) draw_ring(state, inner(rect, 6), radius_control);
    Node& node = add_node(state, Role::button, "sort", column.label, rect);
    node.focusable = true;
    node.text = style;
    if (use.clicked) {
        result.sort_key = column.key;
        result.sort = sorted && options.sort == SortDirection::ascending ? SortDirection::descending
                                                                         : SortDirection::ascending;
    }
}

/// The right edge of a header can be dragged; for the keyboard the same stands in the choice of columns.
void TableDrawing::draw_resizer(Column const& column, Rect cell) {
    constexpr float reach = 5;
    Rect const edge = {cell.x + cell.width - reach, cell.y, 2 * reach, cell.height};
    Use const use = use_item(state, id_of(state, "width"), edge, column.label, true);
    if (use.hovered || use.held)
        fill(state, {cell.x + cell.width - 1, cell.y + 6, 2, cell.height - 12}, Color::accent);
    if (!use.held && state.dragged == id_of(state, "width")) state.dragged = 0;
    if (use.held) {
        // From where it began: the columns before it give way, so the cell itself moves meanwhile.
        ImGuiIO const& io = ImGui::GetIO();
        if (state.dragged != id_of(state, "width")) {
            state.dragged = id_of(state, "width");
            state.dragged_from = cell.width / state.size.text;
        }
        float const wanted = state.dragged_from + (io.MousePos.x - io.MouseClickedPos[0].x) / state.size.text;
        float const width = std::round(std::clamp(wanted, least_column_px, most_column_px));
        if (width != width_of(choice, column)) {
            choice.widths[column.key] = width;
            result.columns_changed = true;
            want_frame(state, 0);
        }
    }
    Node& node = add_node(state, Role::separator, "width", column.label, edge);
    node.silent = true;
}

void TableDrawing::draw_header(std::vector<PlacedColumn> const& columns, Rect header) {
    Node& row = add_node(state, Role::row, "head", "", header);
    row.row_index = 1;
    Scope const scope{state, row.id};
    Parent const parent{state, row.id};
    if (check_width > 0) draw_check_all({header.x, header.y, check_width, header.height});
    for (PlacedColumn const& placed : columns)
        draw_header_cell(options.columns[static_cast<std::size_t>(placed.index)],
                         {placed.x, header.y, placed.width, header.height});
    draw_line(state, header.x, header.y + header.height - 1, header.x + header.width, header.y + header.height,
              Color::border);
}

Use TableDrawing::begin_row(int index, TableRow& row, Rect rect) {
    row.clear();
    fill_row(index, row);
    std::string const key = "row." + (row.key.empty() ? std::to_string(index) : row.key);
    Use use;
    Node& node = add_node(state, Role::row, key, "", rect);
    node.row_index = static_cast<int>(options.first_row) + index + 1;
    if (options.chosen != nullptr && options.chosen->count(row.key) > 0) row.selected = true;
    node.selected = row.selected;
    if (!row.route.empty()) {
        // The whole row is the link's place, for pointers and thumbs.
        Rect const hit = {rect.x + check_width, rect.y, rect.width - check_width, rect.height};
        use = use_item(state, hash_of(node.id, "open"), hit, words_of(row, title_column(options.columns)), true);
        if (use.clicked) {
            state.route = row.route;
            result.opened = index;
        }
    }
    float const radius = index + 1 == count ? radius_card : 0; // the table's own corners
    if (row.selected)
        fill(state, rect, Color::accent_soft, radius);
    else if (use.hovered || use.held)
        fill(state, rect, use.held ? Color::pressed : Color::hover, radius);
    return use;
}

/// Names of devices repeat; what says which one it is comes with the link.
void TableDrawing::add_link(TableRow const& row, std::string_view words, Rect rect, TextStyle style, Use const& use) {
    Node& link = add_node(state, Role::link, "open", words, rect);
    for (std::size_t i = 0; i < options.columns.size(); ++i)
        if (options.columns[i].row_header) link.description = words_of(row, i);
    link.href = row.route;
    link.focusable = true;
    link.text = style;
    if (use.ring) draw_ring(state, inner(rect, 5), radius_control);
}

void TableDrawing::draw_sentences(TableRow::Cell const& cell, Rect rect, Column const& column) {
    Color const color = cell.muted ? Color::text_muted : Color::text;
    float const line_px = state.face(Face::body).line_px;
    auto const lines = wrap(state, Face::body, cell.words, rect.width - 2 * cell_padding);
    float const top = std::round((rect.height - static_cast<float>(lines.size()) * line_px) / 2);
    for (std::size_t i = 0; i < lines.size(); ++i)
        draw_text(state, Face::body, color, rect.x + cell_padding, rect.y + top + static_cast<float>(i) * line_px, line_px, lines[i]);
    Node& node = add_node(state, Role::cell, column.key, "", rect);
    node.value = cell.words;
    node.text = style_of(state, Face::body, color, Color::surface, cell_padding);
    set_lines(node, cell.words, lines, top);
}

void TableDrawing::draw_cell(TableRow const& row, std::size_t index, Rect rect, Use const& use, Column const& column) {
    TableRow::Cell const cell = index < row.cells().size() ? row.cells()[index] : TableRow::Cell{};
    if (column.wraps && count <= rows_of_a_page) return draw_sentences(cell, rect, column);
    bool const is_link = !row.route.empty() && index == title_column(options.columns);
    bool const is_title = column.card == CardPlace::title;
    Face const face = cell.badge ? Face::small_medium : is_title ? Face::body_medium : Face::body;
    Color const color = cell.muted ? Color::text_muted : is_link ? Color::link : Color::text;
    float words_at = cell_padding;
    float const room = rect.width - 2 * cell_padding;
    if (cell.badge) {
        float const width = std::min(badge_width(state, cell.words), room);
        Rect const pill = {rect.x + cell_padding, rect.y + (rect.height - badge_height(state)) / 2, width, badge_height(state)};
        words_at += draw_badge(state, pill, cell.words, cell.tone, cell.icon);
    } else {
        if (cell.icon != nullptr) {
            float const side = state.face(Face::icon).css_px;
            draw_icon(state, Face::icon, Color::text_muted, rect.x + words_at, rect.y + (rect.height - side) / 2, side,
                      cell.icon);
            words_at += side + 8;
        }
        std::string const shown = shorten(state, face, cell.words, rect.width - words_at - cell_padding);
        if (column.number) words_at += std::max(0.0F, room - text_width(state, face, shown));
        draw_text(state, face, color, rect.x + words_at, rect.y, rect.height, shown);
        if (shown != cell.words && is_pointed_at(state, rect))
            offer_hint(state, id_of(state, column.key), rect, cell.words, {.hovered = true});
    }
    TextStyle const style = style_of(state, face, color, Color::surface, words_at);
    Node& node = add_node(state, column.row_header ? Role::rowheader : Role::cell, column.key, "", rect);
    if (!is_link) {
        node.value = cell.words;
        node.text = style;
        return;
    }
    std::uint32_t const row_id = state.scopes.back();
    Parent const parent{state, node.id};
    Scope const scope{state, row_id};
    add_link(row, cell.words, rect, style, use);
}

std::vector<float> TableDrawing::row_heights(float width) {
    std::vector<float> heights(static_cast<std::size_t>(count), state.size.table_row);
    bool const wraps = std::any_of(options.columns.begin(), options.columns.end(), [](Column const& column) { return column.wraps; });
    if (!wraps || count > rows_of_a_page) return heights;
    auto const columns = place_columns(options.columns, choice, {check_width, 0, width - check_width, 0}, state.size.text);
    float const line_px = state.face(Face::body).line_px;
    float const around = state.size.table_row - line_px;
    TableRow row;
    for (int i = 0; i < count; ++i) {
        row.clear();
        fill_row(i, row);
        float& height = heights[static_cast<std::size_t>(i)];
        for (PlacedColumn const& placed : columns) {
            auto const index = static_cast<std::size_t>(placed.index);
            if (!options.columns[index].wraps) continue;
            auto const lines = wrap(state, Face::body, words_of(row, index), placed.width - 2 * cell_padding);
            height = std::max(height, std::round(around + static_cast<float>(lines.size()) * line_px));
        }
    }
    return heights;
}

void TableDrawing::draw_rows(Rect table, std::vector<float> const& heights) {
    Rect const beside = {table.x + check_width, table.y, table.width - check_width, table.height};
    auto const columns = place_columns(options.columns, choice, beside, state.size.text);
    draw_header(columns, {table.x, table.y, table.width, state.size.table_head});
    float y = table.y + state.size.table_head;
    // of a longer table all rows are of one height
    Visible const visible = rows_in_sight(y, state.size.table_row, count);
    y += static_cast<float>(visible.first) * state.size.table_row;
    TableRow row;
    for (int i = visible.first; i < visible.end; ++i) {
        float const height = heights[static_cast<std::size_t>(i)];
        Rect const rect = {table.x, y, table.width, height};
        y += height;
        Use const use = begin_row(i, row, rect);
        std::uint32_t const id = state.layers[state.layer].back().id;
        Scope const scope{state, id};
        Parent const parent{state, id};
        if (check_width > 0) draw_check(row, {rect.x, rect.y, check_width, rect.height});
        for (PlacedColumn const& placed : columns) {
            auto const index = static_cast<std::size_t>(placed.index);
            draw_cell(row, index, {placed.x, rect.y, placed.width, rect.height}, use, options.columns[index]);
        }
        if (i + 1 < count)
            draw_line(state, rect.x, y - 1, rect.x + rect.width, y, Color::border);
    }
}

namespace {

/// On a phone there are no headers to click: a choice says how the cards are sorted.
void choose_sort(Ui& ui, TableOptions const& options, TableResult& result) {
    std::vector<Option> choices;
    for (Column const& column : options.columns) {
        if (!column.sortable) continue;
        choices.push_back({column.key + "|+", ui.text("ui.sort_ascending", {{"column", column.label}})});
        choices.push_back({column.key + "|-", ui.text("ui.sort_descending", {{"column", column.label}})});
    }
    if (choices.empty()) return;
    std::string value;
    if (options.sort != SortDirection::none)
        value = options.sort_key + (options.sort == SortDirection::ascending ? "|+" : "|-");
    if (!ui.choice("sort", ui.text("ui.sort"), value, choices, {.hide_label = true}) || value.size() < 2) return;
    result.sort_key = value.substr(0, value.size() - 2);
    result.sort = value.back() == '+' ? SortDirection::ascending : SortDirection::descending;
}

} // namespace

TableResult Ui::table(std::string_view key, TableOptions const& options, int count,
                      Callable<void(int, TableRow&)> fill_row) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    float const width = slot_width(state, all_there_is);
    bool const cards = state.phone || width < 520 * state.size.text;
    TableDrawing drawing{state, options, count, fill_row};
    if (options.column_choice != nullptr) drawing.choice = parse_columns(*options.column_choice);
    if (!cards && (options.column_choice != nullptr || options.chosen != nullptr)) {
        Scope const scope{state, id};
        draw_tools(*this, drawing);
        if (options.chosen != nullptr && count > 0) drawing.check_width = grown(state, 44);
    }
    if (cards) {
        Scope const scope{state, id};
        choose_sort(*this, options, drawing.result);
    }
    auto const heights = cards ? drawing.card_heights(width) : drawing.row_heights(width);
    float const height = (cards ? 0 : state.size.table_head) + std::accumulate(heights.begin(), heights.end(), 0.0F);
    Rect const slot = take_slot(state, all_there_is, height);
    fill(state, slot, Color::surface, radius_card);
    Node& table = add_node(state, Role::table, key, options.label, slot);
    table.row_count = options.total < 0 ? -1 : static_cast<int>(options.total) + 1;
    {
        Scope const scope{state, id};
        Parent const parent{state, id};
        if (cards)
            drawing.draw_cards(slot, heights);
        else
            drawing.draw_rows(slot, heights);
    }
    stroke(state, slot, Color::border, radius_card);
    if (drawing.result.columns_changed) *options.column_choice = to_text(drawing.choice);
    return drawing.result;
}

} // namespace schulkit::ui
