#include "client/ui/table.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

constexpr float cell_padding = 12;
constexpr float card_padding = 12;
/// Rows beyond the edge of what can be seen, so that the keyboard's next step finds one.
constexpr int spare_rows = 3;

struct PlacedColumn {
    int index = 0; ///< in TableOptions::columns
    float x = 0;
    float width = 0;
};

/// Drops what has to go, then shares out what is left over.
std::vector<PlacedColumn> place_columns(std::vector<Column> const& columns, Rect table) {
    std::vector<PlacedColumn> placed;
    for (std::size_t i = 0; i < columns.size(); ++i) placed.push_back({static_cast<int>(i), 0, columns[i].width});
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
    for (PlacedColumn const& p : placed) shares += column(p).grow;
    float const scale = spare < 0 ? table.width / total() : 1;
    float x = table.x;
    for (PlacedColumn& p : placed) {
        p.width = std::floor(p.width * scale);
        if (spare > 0 && shares > 0) p.width += std::floor(spare * column(p).grow / shares);
        p.x = x;
        x += p.width;
    }
    return placed;
}

std::size_t title_column(std::vector<Column> const& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].card == CardPlace::title) return i;
    return 0;
}

struct Visible {
    int first = 0;
    int end = 0;
};

Visible rows_in_sight(float top, float row_height, int count) {
    Rect const seen = clip_rect();
    int const first = static_cast<int>(std::floor((seen.y - top) / row_height)) - spare_rows;
    int const end = static_cast<int>(std::ceil((seen.y + seen.height - top) / row_height)) + spare_rows;
    return {std::clamp(first, 0, count), std::clamp(end, 0, count)};
}

std::string_view words_of(TableRow const& row, std::size_t index) {
    return index < row.cells().size() ? std::string_view{row.cells()[index].words} : std::string_view{};
}

/// One table while it is drawn.
struct Drawing {
    State& state;
    TableOptions const& options;
    int count;
    Callable<void(int, TableRow&)> fill_row;
    TableResult result = {};

    void draw_header(std::vector<PlacedColumn> const& columns, Rect header);
    void draw_header_cell(Column const& column, Rect rect);
    /// Fills and opens a row: node, use, ground. True: `row` has something.
    Use begin_row(int index, TableRow& row, Rect rect);
    void draw_cell(TableRow const& row, std::size_t index, Rect rect, Use const& use, Column const& column);
    void draw_rows(Rect table);
    void draw_cards(Rect table);
    void draw_card(TableRow const& row, Rect rect, Use const& use);
};

void Drawing::draw_header_cell(Column const& column, Rect rect) {
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
    if (!column.sortable) {
        header.text = style;
        draw_text(state, Face::small_medium, Color::text_muted, rect.x + words_at, rect.y, rect.height, shown);
        return;
    }
    Scope const scope{state, id};
    Parent const parent{state, id};
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

void Drawing::draw_header(std::vector<PlacedColumn> const& columns, Rect header) {
    Node& row = add_node(state, Role::row, "head", "", header);
    row.row_index = 1;
    Scope const scope{state, row.id};
    Parent const parent{state, row.id};
    for (PlacedColumn const& placed : columns)
        draw_header_cell(options.columns[static_cast<std::size_t>(placed.index)],
                         {placed.x, header.y, placed.width, header.height});
    draw_line(state, header.x, header.y + header.height - 1, header.x + header.width, header.y + header.height,
              Color::border);
}

Use Drawing::begin_row(int index, TableRow& row, Rect rect) {
    row.clear();
    fill_row(index, row);
    std::string const key = "row." + (row.key.empty() ? std::to_string(index) : row.key);
    Use use;
    Node& node = add_node(state, Role::row, key, "", rect);
    node.row_index = static_cast<int>(options.first_row) + index + 1;
    node.selected = row.selected;
    if (!row.route.empty()) {
        // The whole row is the link's place, for pointers and thumbs.
        use = use_item(state, hash_of(node.id, "open"), rect, words_of(row, title_column(options.columns)), true);
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

void add_link(State& state, TableRow const& row, std::string_view words, Rect rect, TextStyle style, Use const& use) {
    Node& link = add_node(state, Role::link, "open", words, rect);
    link.href = row.route;
    link.focusable = true;
    link.text = style;
    if (use.ring) draw_ring(state, inner(rect, 5), radius_control);
}

void Drawing::draw_cell(TableRow const& row, std::size_t index, Rect rect, Use const& use, Column const& column) {
    TableRow::Cell const cell = index < row.cells().size() ? row.cells()[index] : TableRow::Cell{};
    bool const is_link = !row.route.empty() && index == title_column(options.columns);
    bool const is_title = column.card == CardPlace::title;
    Face const face = cell.badge ? Face::small_medium : is_title ? Face::body_medium : Face::body;
    Color const color = cell.muted ? Color::text_muted : is_link ? Color::link : Color::text;
    float words_at = cell_padding;
    float const room = rect.width - 2 * cell_padding;
    if (cell.badge) {
        float const width = std::min(badge_width(state, cell.words), room);
        Rect const pill = {rect.x + cell_padding, rect.y + (rect.height - badge_height) / 2, width, badge_height};
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
    }
    TextStyle const style = style_of(state, face, color, Color::surface, words_at);
    Node& node = add_node(state, Role::cell, column.key, "", rect);
    if (!is_link) {
        node.value = cell.words;
        node.text = style;
        return;
    }
    std::uint32_t const row_id = state.scopes.back();
    Parent const parent{state, node.id};
    Scope const scope{state, row_id};
    add_link(state, row, cell.words, rect, style, use);
}

void Drawing::draw_rows(Rect table) {
    auto const columns = place_columns(options.columns, table);
    draw_header(columns, {table.x, table.y, table.width, state.size.table_head});
    float const top = table.y + state.size.table_head;
    float const height = state.size.table_row;
    Visible const visible = rows_in_sight(top, height, count);
    TableRow row;
    for (int i = visible.first; i < visible.end; ++i) {
        Rect const rect = {table.x, top + static_cast<float>(i) * height, table.width, height};
        Use const use = begin_row(i, row, rect);
        std::uint32_t const id = state.layers[state.layer].back().id;
        Scope const scope{state, id};
        Parent const parent{state, id};
        for (PlacedColumn const& placed : columns) {
            auto const index = static_cast<std::size_t>(placed.index);
            draw_cell(row, index, {placed.x, rect.y, placed.width, rect.height}, use, options.columns[index]);
        }
        if (i + 1 < count)
            draw_line(state, rect.x, rect.y + height - 1, rect.x + rect.width, rect.y + height, Color::border);
    }
}

void Drawing::draw_card(TableRow const& row, Rect rect, Use const& use) {
    float const title_px = state.face(Face::body_medium).line_px;
    float const line_px = state.face(Face::small).line_px;
    float const chevron = row.route.empty() ? 0 : state.face(Face::icon).css_px + 4;
    float const right = rect.x + rect.width - card_padding - chevron;
    float const left = rect.x + card_padding;
    if (chevron > 0)
        draw_icon(state, Face::icon, Color::text_muted, right + 4, rect.y + (rect.height - chevron + 4) / 2,
                  chevron - 4, embedded::icon_chevron_right);

    std::uint32_t const row_id = state.scopes.back();
    std::size_t const title = title_column(options.columns);
    float const badge_y = rect.y + rect.height - card_padding - badge_height;
    float badge_x = left;
    float line_x = left;
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        Column const& column = options.columns[i];
        if (i >= row.cells().size() || row.cells()[i].words.empty() || i == title) continue;
        TableRow::Cell const& cell = row.cells()[i];
        if (column.card == CardPlace::badge) {
            float const width = std::min(badge_width(state, cell.words), right - badge_x);
            Rect const pill = {badge_x, badge_y, width, badge_height};
            float const words_at = draw_badge(state, pill, cell.words, cell.tone, cell.icon);
            badge_x += width + 8;
            Node& node = add_node(state, Role::cell, column.key, "", pill);
            node.value = cell.words;
            node.text = style_of(state, Face::small_medium, text_on_soft(cell.tone), soft(cell.tone), words_at);
        }
    }
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        Column const& column = options.columns[i];
        if (i >= row.cells().size() || row.cells()[i].words.empty()) continue;
        TableRow::Cell const& cell = row.cells()[i];
        if (i == title) {
            Rect const place = {left, rect.y + card_padding, right - left, title_px};
            Color const color = row.route.empty() ? Color::text : Color::link;
            draw_text(state, Face::body_medium, color, place.x, place.y, title_px,
                      shorten(state, Face::body_medium, cell.words, place.width));
            TextStyle style = style_of(state, Face::body_medium, color, Color::surface, card_padding);
            style.inset_y = card_padding;
            Node& node = add_node(state, Role::cell, column.key, "", row.route.empty() ? place : rect);
            if (row.route.empty()) {
                node.value = cell.words;
                node.text = style_of(state, Face::body_medium, color, Color::surface, 0);
                continue;
            }
            Parent const parent{state, node.id};
            Scope const scope{state, row_id};
            add_link(state, row, cell.words, rect, style, use);
        } else if (column.card == CardPlace::line && line_x + 24 < right) {
            float const y = rect.y + card_padding + title_px + 2;
            if (line_x > left) {
                draw_text(state, Face::small, Color::text_muted, line_x, y, line_px, "·");
                line_x += text_width(state, Face::small, "·") + 6;
            }
            float const natural = text_width(state, Face::small, cell.words);
            float const width = std::min(std::ceil(natural) + 1, right - line_x);
            draw_line_of_words(state, Role::cell, column.key, cell.words, Face::small, Color::text_muted,
                               {std::round(line_x), y, width, line_px});
            line_x += std::min(natural, width) + 6;
        }
    }
}

/// The same for every card of a table. A name may be long and a state is never left out: each has its own line.
float card_height(State const& state, std::vector<Column> const& columns) {
    auto const has = [&](CardPlace place) {
        return std::any_of(columns.begin(), columns.end(), [&](Column const& each) { return each.card == place; });
    };
    return 2 * card_padding + state.face(Face::body_medium).line_px +
           (has(CardPlace::line) ? state.face(Face::small).line_px + 2 : 0) +
           (has(CardPlace::badge) ? badge_height + 6 : 0);
}

void Drawing::draw_cards(Rect table) {
    float const height = card_height(state, options.columns);
    Visible const visible = rows_in_sight(table.y, height, count);
    TableRow row;
    for (int i = visible.first; i < visible.end; ++i) {
        Rect const rect = {table.x, table.y + static_cast<float>(i) * height, table.width, height};
        Use const use = begin_row(i, row, rect);
        std::uint32_t const id = state.layers[state.layer].back().id;
        Scope const scope{state, id};
        Parent const parent{state, id};
        draw_card(row, rect, use);
        if (i + 1 < count)
            draw_line(state, rect.x + card_padding, rect.y + height - 1, rect.x + rect.width, rect.y + height,
                      Color::border);
    }
}

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
    bool const cards = state.phone || width < 520;
    Drawing drawing{state, options, count, fill_row};
    if (cards) {
        Scope const scope{state, id};
        choose_sort(*this, options, drawing.result);
    }
    float const rows = static_cast<float>(count);
    float const height = cards ? rows * card_height(state, options.columns)
                               : state.size.table_head + rows * state.size.table_row;
    Rect const slot = take_slot(state, all_there_is, height);
    fill(state, slot, Color::surface, radius_card);
    Node& table = add_node(state, Role::table, key, options.label, slot);
    table.row_count = options.total < 0 ? -1 : static_cast<int>(options.total) + (cards ? 0 : 1);
    {
        Scope const scope{state, id};
        Parent const parent{state, id};
        if (cards)
            drawing.draw_cards(slot);
        else
            drawing.draw_rows(slot);
    }
    stroke(state, slot, Color::border, radius_card);
    return drawing.result;
}

} // namespace schulkit::ui
