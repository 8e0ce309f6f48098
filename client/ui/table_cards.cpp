// Tables on a phone: each row is a card, the whole of it the place of its link.
#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/table_drawing.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {
constexpr float card_padding = 12;
} // namespace

/// The parts of a card: a name that may be long, facts one after the other, states that are never left out.
struct CardLayout {
    std::vector<std::string_view> title = {};
    struct Fact {
        std::size_t column = 0;
        int line = 0;
        float x = 0; ///< from the card's left edge
        float width = 0;
    };
    std::vector<Fact> facts = {};
    int fact_lines = 0;
    struct Sentences {
        std::size_t column = 0;
        std::vector<std::string_view> lines = {};
    };
    std::vector<Sentences> sentences = {};
    bool has_badge = false;
    float height = 0;
};

static CardLayout lay_out_card(State const& state, TableOptions const& options, TableRow const& row, float width) {
    CardLayout card;
    float const chevron = row.route.empty() ? 0 : state.face(Face::icon).css_px + 4;
    float const room = width - 2 * card_padding - chevron;
    card.title = wrap(state, Face::body_medium, words_of(row, title_column(options.columns)), room);
    float const dot = text_width(state, Face::small, "·") + 12;
    float x = 0;
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        std::string_view const words = words_of(row, i);
        if (options.columns[i].card == CardPlace::badge && !words.empty()) card.has_badge = true;
        if (options.columns[i].card == CardPlace::words) card.sentences.push_back({i, wrap(state, Face::body, words, room)});
        if (options.columns[i].card != CardPlace::line) continue;
        if (words.empty()) { // not drawn, but a cell below its header
            card.facts.push_back({i, std::max(0, card.fact_lines - 1), x, 0});
            continue;
        }
        float const natural = std::min(std::ceil(text_width(state, Face::small, words)) + 1, room);
        if (card.fact_lines == 0 || x + dot + natural > room) {
            card.fact_lines += 1;
            x = 0;
        } else {
            x += dot;
        }
        card.facts.push_back({i, card.fact_lines - 1, x, natural});
        x += natural;
    }
    card.height = 2 * card_padding +
                  static_cast<float>(card.title.size()) * state.face(Face::body_medium).line_px +
                  (card.fact_lines > 0 ? 2 : 0) +
                  static_cast<float>(card.fact_lines) * state.face(Face::small).line_px +
                  (card.has_badge ? badge_height(state) + 6 : 0);
    for (CardLayout::Sentences const& sentences : card.sentences)
        card.height += 4 + static_cast<float>(sentences.lines.size()) * state.face(Face::body).line_px;
    return card;
}

void TableDrawing::draw_card(TableRow const& row, CardLayout const& card, Rect rect, Use const& use) {
    float const line_px = state.face(Face::small).line_px;
    float const left = rect.x + card_padding;
    float const right = rect.x + rect.width - card_padding;
    if (!row.route.empty()) {
        float const side = state.face(Face::icon).css_px;
        draw_icon(state, Face::icon, Color::text_muted, right - side, rect.y + (rect.height - side) / 2, side,
                  embedded::icon_chevron_right);
    }
    float y = rect.y + card_padding;
    y += draw_card_title(row, card, rect, use) + 2;
    for (CardLayout::Fact const& fact : card.facts) {
        Column const& column = options.columns[fact.column];
        float const line_y = y + static_cast<float>(fact.line) * line_px;
        if (fact.x > 0 && fact.width > 0)
            draw_text(state, Face::small, Color::text_muted,
                      left + fact.x - 6 - text_width(state, Face::small, "·"), line_y, line_px, "·");
        draw_line_of_words(state, column.row_header ? Role::rowheader : Role::cell, column.key,
                           words_of(row, fact.column), Face::small, Color::text_muted,
                           {std::round(left + fact.x), line_y, fact.width, line_px});
    }
    y += static_cast<float>(card.fact_lines) * line_px;
    for (CardLayout::Sentences const& sentences : card.sentences) {
        y += 4;
        y += draw_words(state, Role::cell, options.columns[sentences.column].key, words_of(row, sentences.column), Face::body,
                        Color::text, left, y, right - left - (row.route.empty() ? 0 : state.face(Face::icon).css_px + 4));
    }
    y = rect.y + rect.height - card_padding - badge_height(state);
    float x = left;
    for (std::size_t i = 0; i < options.columns.size(); ++i) {
        if (options.columns[i].card != CardPlace::badge) continue;
        if (words_of(row, i).empty()) {
            add_node(state, Role::cell, options.columns[i].key, "", {x, y, 0, 0});
            continue;
        }
        TableRow::Cell const& cell = row.cells()[i];
        float const width = std::min(badge_width(state, cell.words), right - x);
        Rect const pill = {x, y, width, badge_height(state)};
        float const words_at = draw_badge(state, pill, cell.words, cell.tone, cell.icon);
        x += width + 8;
        Node& node = add_node(state, Role::cell, options.columns[i].key, "", pill);
        node.value = cell.words;
        node.text = style_of(state, Face::small_medium, text_on_soft(cell.tone), soft(cell.tone), words_at);
    }
}

float TableDrawing::draw_card_title(TableRow const& row, CardLayout const& card, Rect rect, Use const& use) {
    std::size_t const title = title_column(options.columns);
    bool const leads = !row.route.empty();
    std::string_view const words = words_of(row, title);
    Color const color = leads ? Color::link : Color::text;
    float const line_px = state.face(Face::body_medium).line_px;
    float const height = line_px * static_cast<float>(card.title.size());
    float y = rect.y + card_padding;
    for (std::string_view const line : card.title) {
        draw_text(state, Face::body_medium, color, rect.x + card_padding, y, line_px, line);
        y += line_px;
    }
    Rect const own = {rect.x + card_padding, rect.y + card_padding, rect.width - 2 * card_padding, height};
    TextStyle style = style_of(state, Face::body_medium, color, Color::surface, leads ? card_padding : 0);
    style.inset_y = leads ? card_padding : 0;
    std::uint32_t const row_id = state.scopes.back();
    Node& node = add_node(state, Role::cell, options.columns[title].key, "", leads ? rect : own);
    node.cover = leads; // the whole card is the link's place
    if (!leads) {
        node.value = words;
        node.text = style;
        set_lines(node, words, card.title, 0);
        return height;
    }
    Parent const parent{state, node.id};
    Scope const scope{state, row_id};
    add_link(row, words, rect, style, use);
    set_lines(node_at(state, id_of(state, "open")), words, card.title, card_padding);
    return height;
}

/// Not drawn: what the cells of the cards mean, for those who hear them.
void TableDrawing::name_columns(Rect table) {
    Rect const nothing = {table.x, table.y, 0, 0};
    Node& row = add_node(state, Role::row, "head", "", nothing);
    row.row_index = 1;
    Scope const scope{state, row.id};
    Parent const parent{state, row.id};
    for (CardPlace const place : {CardPlace::title, CardPlace::line, CardPlace::words, CardPlace::badge})
        for (Column const& column : options.columns) {
            if (column.card != place) continue;
            Node& header = add_node(state, Role::columnheader, column.key, column.label, nothing);
            if (options.sort_key == column.key && options.sort != SortDirection::none)
                header.sort = options.sort == SortDirection::ascending ? 1 : -1;
        }
}

/// How high the cards are, one after the other; of a long table all as the first one.
std::vector<float> TableDrawing::card_heights(float width) {
    std::vector<float> heights;
    TableRow row;
    for (int i = 0; i < count; ++i) {
        if (i > 0 && count > rows_of_a_page) {
            heights.push_back(heights.front());
            continue;
        }
        row.clear();
        fill_row(i, row);
        heights.push_back(lay_out_card(state, options, row, width).height);
    }
    return heights;
}

void TableDrawing::draw_cards(Rect table, std::vector<float> const& heights) {
    name_columns(table);
    Visible const visible = count == 0 ? Visible{} : rows_in_sight(table.y, heights.front(), count);
    float y = table.y;
    for (int i = 0; i < visible.first; ++i) y += heights[static_cast<std::size_t>(i)];
    TableRow row;
    for (int i = visible.first; i < visible.end; ++i) {
        Rect const rect = {table.x, y, table.width, heights[static_cast<std::size_t>(i)]};
        y += rect.height;
        Use const use = begin_row(i, row, rect);
        std::uint32_t const id = state.layers[state.layer].back().id;
        Scope const scope{state, id};
        Parent const parent{state, id};
        draw_card(row, lay_out_card(state, options, row, rect.width), rect, use);
        if (i + 1 < count)
            draw_line(state, rect.x + card_padding, y - 1, rect.x + rect.width, y, Color::border);
    }
}

} // namespace schulkit::ui
