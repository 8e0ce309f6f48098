#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

/// Height that a card in a grid is drawn with, so that its neighbours in the line end at the same edge.
float line_height_here(State& state) {
    Area const& area = state.areas.back();
    if (area.flow != Flow::grid) return 0;
    auto const& lines = memo_of(state, area.id).lines;
    std::size_t const line = area.now.lines.size();
    return line < lines.size() ? lines[line] : 0;
}

/// A quiet link whose arrow stands at the page's left edge.
void draw_back_link(Ui& ui, HeaderOptions const& options) {
    State& state = ui.state();
    float const side = state.face(Face::icon).css_px;
    float const width = side + 6 + std::ceil(text_width(state, Face::body, options.back_label)) + 1;
    Rect slot = take_slot(state, width, target(state));
    Use const use = use_item(state, id_of(state, "back"), slot, options.back_label, true);
    Color const color = use.hovered ? Color::text : Color::text_muted;
    draw_icon(state, Face::icon, color, std::round(slot.x + side / 2 - slot.height / 2), slot.y, slot.height, embedded::icon_arrow_left);
    draw_text(state, Face::body, color, slot.x + side + 6, slot.y, slot.height,
              shorten(state, Face::body, options.back_label, slot.width - side - 6));
    if (use.ring) draw_ring(state, slot, radius_control);
    Node& node = add_node(state, Role::link, "back", options.back_label, slot);
    node.href = options.back_route;
    node.focusable = true;
    node.text = style_of(state, Face::body, color, Color::canvas, side + 6);
    if (use.clicked) state.route = options.back_route;
}

} // namespace

void Ui::page(std::string_view key, std::string_view title, float max_width, Content content) {
    State& state = m_state;
    state.title = title;
    std::uint32_t const id = id_of(state, key);
    Area const outer = state.areas.back();
    float const padding = state.size.page_padding;
    float const room = outer.width - 2 * padding;
    float const width = std::min(room, max_width * state.size.text);
    Rect const slot = begin_slot(state, all_there_is, memo_of(state, id).height);
    Scope const scope{state, id};
    // Left edges of all pages stand at the same place; only very wide windows center them.
    float const spare = std::max(0.0F, room - std::max(width, std::min(room, page_width * state.size.text)));
    begin_area(state, id, Flow::column,
               {std::floor(slot.x + padding + spare / 2), slot.y + padding * 0.75F, width, 0}, space::medium);
    content();
    Rect const filled = end_area(state);
    float const height = filled.height + padding * 1.75F;
    learn_height(state, id, height);
    end_slot(state, {slot.x, slot.y, slot.width, height});
}

void Ui::page_header(std::string_view key, std::string_view title, HeaderOptions const& options, Content actions) {
    column(key, {.gap = 0}, [&] {
        if (!options.back_route.empty())
            draw_back_link(*this, options);
        // On a wide screen the title takes what the actions leave over, so that long ones wrap beside them.
        row("line", {.gap = 12, .align = RowAlign::center}, [&] {
            if (actions && !is_phone()) {
                Memo const line = memo_of(m_state, m_state.areas.back().id);
                Memo const buttons = last_memo(m_state, id_of(m_state, "actions"));
                bool const is_empty = buttons.seen > 0 && buttons.width == 0; // whoever looks may do nothing here
                float const room = is_empty ? content_width() : std::max(160.0F, content_width() - line.pushed - 12);
                column("words", {.gap = 2, .max_width = room}, [&] {
                    heading("title", 1, title);
                    if (!options.subtitle.empty()) muted("subtitle", options.subtitle);
                });
                push_right();
                row("actions", actions);
            } else {
                column("words", {.gap = 2}, [&] {
                    heading("title", 1, title);
                    if (!options.subtitle.empty()) muted("subtitle", options.subtitle);
                });
                m_state.in_header = true;
                if (actions) row("actions", actions);
                m_state.in_header = false;
            }
        });
    });
}

void Ui::card(std::string_view key, CardOptions const& options, Content content) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    float const even = line_height_here(state);
    Rect const slot = begin_slot(state, all_there_is, last.height);
    Rect const shown = {slot.x, slot.y, slot.width, std::max(last.height, even)};
    fill(state, shown, Color::surface, radius_card);
    stroke(state, shown, Color::border, radius_card);
    if (!options.title.empty()) add_node(state, Role::region, key, options.title, shown);

    {
        Scope const scope{state, id};
        std::uint32_t const node = options.title.empty() ? (state.parents.empty() ? 0 : state.parents.back()) : id;
        Parent const parent{state, node};
        begin_area(state, id, Flow::column, inner(slot, state.size.card_padding), 12);
        if (!options.title.empty()) {
            if (options.icon != nullptr) {
                float const side = state.face(Face::icon).css_px;
                float const line_px = state.face(Face::title).line_px;
                float const room = slot_width(state, all_there_is) - side - 10;
                Rect const line = take_slot(state, all_there_is, words_height(state, Face::title, options.title, room));
                draw_icon(state, Face::icon, Color::text_muted, line.x, line.y + (line_px - side) / 2, side,
                          options.icon);
                draw_words(state, Role::heading, "title", options.title, Face::title, Color::text,
                           line.x + side + 10, line.y, line.width - side - 10);
                node_at(state, id_of(state, "title")).level = options.level;
            } else {
                heading("title", options.level, options.title);
            }
        }
        content();
        Rect const filled = end_area(state);
        float const height = filled.height + 2 * state.size.card_padding;
        learn_height(state, id, height);
        end_slot(state, {slot.x, slot.y, slot.width, height});
    }
}

void Ui::filter_bar(std::string_view key, std::string_view label, int active, Content search, Content filters) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const place = begin_slot(state, all_there_is, last.height);
    add_node(state, Role::group, key, label, {place.x, place.y, place.width, last.height});
    Scope const scope{state, id};
    Parent const parent{state, id};
    begin_area(state, id, Flow::column, place, 12);
    if (!is_phone()) {
        row("line", {.gap = 12, .align = RowAlign::bottom}, [&] {
            if (search) search();
            if (filters) filters();
        });
    } else {
        bool open = state.opened.count(id) > 0;
        row("line", {.align = RowAlign::top}, [&] {
            if (search) search();
            if (!filters) return;
            std::string const words =
                active > 0 ? text("ui.filters_active", {{"count", number(active)}}) : text("ui.filters");
            if (button("toggle", words, Button::secondary, {.icon = embedded::icon_filter})) open = !open;
            node_at(state, id_of(state, "toggle")).expanded = open ? 1 : 0;
        });
        if (open)
            state.opened.insert(id);
        else
            state.opened.erase(id);
        if (filters && open) column("filters", {.gap = 12}, filters);
    }
    Rect const filled = end_area(state);
    learn_height(state, id, filled.height);
    end_slot(state, {place.x, place.y, place.width, filled.height});
}

void Ui::group(std::string_view key, std::string_view label, ColumnOptions const& options, Content content) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const place = begin_slot(state, options.max_width > 0 ? options.max_width : all_there_is, last.height);
    add_node(state, Role::group, key, label, {place.x, place.y, place.width, last.height});
    Scope const scope{state, id};
    Parent const parent{state, id};
    begin_area(state, id, Flow::column, place, options.gap);
    content();
    Rect const filled = end_area(state);
    learn_height(state, id, filled.height);
    end_slot(state, {place.x, place.y, place.width, filled.height});
}

bool Ui::form(std::string_view key, std::string_view label, Content content) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const place = begin_slot(state, all_there_is, last.height);
    add_node(state, Role::form, key, label, {place.x, place.y, place.width, last.height});
    Scope const scope{state, id};
    Parent const parent{state, id};
    state.submitted_forms.push_back(false);
    begin_area(state, id, Flow::column, place, space::medium);
    bool const told = state.forms_with_required.count(id) > 0;
    if (told) paragraph("required", text("ui.required_note"), TextKind::small);
    state.required_seen = false;
    content();
    if (state.required_seen != told) { // known only now: once more, with or without the sentence above
        if (told)
            state.forms_with_required.erase(id);
        else
            state.forms_with_required.insert(id);
        state.unsettled = true;
    }
    Rect const filled = end_area(state);
    learn_height(state, id, filled.height);
    end_slot(state, {place.x, place.y, place.width, filled.height});
    bool const submitted = state.submitted_forms.back();
    state.submitted_forms.pop_back();
    return submitted;
}

void Ui::actions(std::string_view key, Content buttons) {
    row(key, {.gap = 8}, [&] {
        push_right();
        buttons();
    });
}

void Ui::divider(std::string_view) {
    Rect const slot = take_slot(m_state, all_there_is, 1);
    draw_line(m_state, slot.x, slot.y, slot.x + slot.width, slot.y + 1, Color::border);
}

} // namespace schulkit::ui
