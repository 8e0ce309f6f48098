#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

/// A list with its items as children, stacked in a column.
void draw_items(Ui& ui, std::string_view key, std::string_view label, float gap, Content entries) {
    State& state = ui.state();
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const slot = begin_slot(state, all_there_is, last.height);
    add_node(state, Role::list, key, label, {slot.x, slot.y, slot.width, last.height});
    Scope const scope{state, id};
    Parent const parent{state, id};
    begin_area(state, id, Flow::column, slot, gap);
    entries();
    Rect const filled = end_area(state);
    learn_height(state, id, filled.height);
    end_slot(state, {slot.x, slot.y, slot.width, filled.height});
}

} // namespace

void Ui::definitions(std::string_view key, std::string_view label, Content entries) {
    draw_items(*this, key, label, is_phone() ? 8 : 4, entries);
}

void Ui::definition(std::string_view key, std::string_view label, Content value) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const slot = begin_slot(state, all_there_is, last.height);
    bool const beside = slot.width >= grown(state, 360);
    float const label_px = beside ? std::min(grown(state, 180), slot.width * 0.36F) : slot.width;
    Node& item = add_node(state, Role::listitem, key, "", {slot.x, slot.y, slot.width, last.height});
    Scope const scope{state, item.id};
    Parent const parent{state, item.id};
    float const line_px = state.face(Face::body).line_px;
    float const label_height = draw_words(state, Role::text, "label", label, Face::small, Color::text_muted, slot.x,
                                          slot.y + (beside ? std::floor((line_px - state.face(Face::small).line_px) / 2) + 4 : 0), label_px - 12);
    float const value_x = beside ? slot.x + label_px : slot.x;
    float const value_y = slot.y + (beside ? 4 : label_height);
    begin_area(state, id, Flow::column, {value_x, value_y, slot.x + slot.width - value_x, 0}, 0);
    value();
    Rect const filled = end_area(state);
    float const height = std::max(filled.y + filled.height - slot.y, beside ? label_height : 0.0F) + 4;
    learn_height(state, id, height);
    end_slot(state, {slot.x, slot.y, slot.width, height});
}

void Ui::definition(std::string_view key, std::string_view label, std::string_view value) {
    definition(key, label, [&] { paragraph("value", value.empty() ? text("ui.none") : std::string{value}); });
}

void Ui::list(std::string_view key, std::string_view label, Content entries) {
    State& state = m_state;
    // The frame around them; its height is the list's of the picture before.
    Memo const last = memo_of(state, id_of(state, key));
    Area const& area = state.areas.back();
    Rect const frame = {area.x, area.next_y + (area.empty ? 0 : area.gap), slot_width(state, all_there_is), last.height};
    fill(state, frame, Color::surface, radius_card);
    draw_items(*this, key, label, 0, entries);
    stroke(state, frame, Color::border, radius_card);
}

bool Ui::list_link(std::string_view key, ListEntry const& entry) {
    State& state = m_state;
    // A phone has no room beside the words: they wrap, and the badge stands below them.
    bool const narrow = state.phone;
    float const side = state.face(Face::icon).css_px;
    float const icon_px = state.face(Face::icon_large).css_px;
    float const before = entry.icon == nullptr ? 14 : 28 + icon_px;
    float const behind = side + 20;
    float const width = slot_width(state, all_there_is);
    float const own_badge_px = entry.badge.empty() ? 0 : badge_width(state, entry.badge);
    bool const beside = !entry.badge.empty() && !narrow;
    float const badge_px = beside ? std::min(own_badge_px, (width - before - behind) / 2) : own_badge_px;
    float const words_px = width - before - behind - (beside ? badge_px + 8 : 0);
    // Nothing is lost where there is no room: more lines.
    bool const wraps = narrow || text_width(state, Face::body_medium, entry.title) > words_px ||
                       text_width(state, Face::small, entry.detail) > words_px;
    std::vector<std::string_view> const title_lines =
        wraps ? wrap(state, Face::body_medium, entry.title, words_px) : std::vector<std::string_view>{entry.title};
    float const line_px = state.face(Face::body_medium).line_px;
    float const title_px = line_px * static_cast<float>(title_lines.size());
    float const detail_px = entry.detail.empty() ? 0
                            : wraps              ? words_height(state, Face::small, entry.detail, words_px)
                                                 : state.face(Face::small).line_px;
    float const below_px = entry.badge.empty() || beside ? 0 : badge_height(state) + 6;
    bool const first = state.areas.back().empty;
    Rect const rect =
        take_slot(state, all_there_is, std::max(target(state), title_px + detail_px + below_px + 20));
    Node& item = add_node(state, Role::listitem, key, "", rect);
    Scope const scope{state, item.id};
    Parent const parent{state, item.id};

    Use const use = use_item(state, id_of(state, "open"), rect, entry.title, true);
    if (use.hovered || use.held) fill(state, inner(rect, 2), use.held ? Color::pressed : Color::hover, radius_control);
    if (!first) draw_line(state, rect.x + 12, rect.y, rect.x + rect.width - 12, rect.y + 1, Color::border);
    float const left = rect.x + before;
    if (entry.icon != nullptr)
        draw_icon(state, Face::icon_large, Color::text_muted, rect.x + 14, rect.y + (rect.height - icon_px) / 2, icon_px,
                  entry.icon);
    draw_icon(state, Face::icon, Color::text_muted, rect.x + rect.width - side - 12, rect.y + (rect.height - side) / 2,
              side, embedded::icon_chevron_right);
    float const top = rect.y + std::floor((rect.height - title_px - detail_px - below_px) / 2);
    for (std::size_t i = 0; i < title_lines.size(); ++i)
        draw_text(state, Face::body_medium, Color::text, left, top + line_px * static_cast<float>(i), line_px,
                  title_lines[i]);
    Node& link = add_node(state, entry.route.empty() ? Role::button : Role::link, "open", entry.title, rect);
    link.href = entry.route;
    link.focusable = true;
    link.cover = true;
    link.description = entry.badge.empty() || entry.detail.empty() ? entry.detail + entry.badge
                                                                   : entry.detail + ", " + entry.badge;
    link.lang = entry.lang;
    link.text = style_of(state, Face::body_medium, Color::text, Color::surface, left - rect.x);
    link.text.inset_y = top - rect.y;
    if (wraps) set_lines(link, entry.title, title_lines, top - rect.y);
    if (!entry.detail.empty() && wraps)
        draw_words(state, Role::text, "detail", entry.detail, Face::small, Color::text_muted, std::round(left),
                   top + title_px, words_px);
    else if (!entry.detail.empty())
        draw_line_of_words(state, Role::text, "detail", entry.detail, Face::small, Color::text_muted,
                           {std::round(left), top + title_px, words_px, detail_px});
    if (!entry.badge.empty()) {
        Rect const pill =
            beside ? Rect{std::round(left + words_px + 8), rect.y + (rect.height - badge_height(state)) / 2, badge_px,
                          badge_height(state)}
                   : Rect{std::round(left), top + title_px + detail_px + 6, std::min(badge_px, width - before - 8), badge_height(state)};
        float const badge_words_at = draw_badge(state, pill, entry.badge, entry.badge_tone, entry.badge_icon);
        Node& badge = add_node(state, Role::text, "badge", "", pill);
        badge.value = entry.badge;
        badge.text = style_of(state, Face::small_medium, text_on_soft(entry.badge_tone), soft(entry.badge_tone),
                              badge_words_at);
    }
    if (use.ring) draw_ring(state, inner(rect, 5), radius_control);
    if (use.clicked && !entry.route.empty()) state.route = entry.route;
    return use.clicked;
}

std::string pager_text(Ui const& ui, PagerOptions const& options) {
    if (options.last_shown <= 0) return ui.text("ui.pager_none");
    return ui.text(options.total_is_exact ? "ui.pager_range" : "ui.pager_range_more",
                   {{"first", ui.number(options.first_shown)},
                    {"last", ui.number(options.last_shown)},
                    {"total", ui.number(options.total)}});
}

PageMove Ui::pager(std::string_view key, PagerOptions const& options) {
    PageMove move = PageMove::none;
    std::string const words = pager_text(*this, options);
    auto const buttons = [&] {
        if (button("previous", text("ui.pager_previous"), Button::secondary,
                   {.icon = embedded::icon_chevron_left, .enabled = options.has_previous, .wide = is_phone()}))
            move = PageMove::previous;
        if (button("next", text("ui.pager_next"), Button::secondary,
                   {.icon = embedded::icon_chevron_right, .enabled = options.has_next, .wide = is_phone()}))
            move = PageMove::next;
    };
    if (is_phone()) {
        column(key, {.gap = 8}, [&] {
            muted("range", words);
            grid("buttons", {.min_column = 100, .gap = 8, .max_columns = 2}, buttons);
        });
    } else {
        row(key, [&] {
            muted("range", words);
            push_right();
            buttons();
        });
    }
    return move;
}

void Ui::tabs(std::string_view key, std::string_view label, std::span<TabEntry const> entries,
              std::string_view current) {
    State& state = m_state;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    float const height = state.size.control + 4;
    Rect const slot = begin_slot(state, all_there_is, last.height);
    add_node(state, Role::group, key, label, {slot.x, slot.y, slot.width, last.height});
    Scope const scope{state, id};
    Parent const parent{state, id};
    begin_area(state, id, Flow::row, slot, 4);
    for (TabEntry const& entry : entries) {
        std::string const name = entry.count >= 0 ? entry.label + " (" + number(entry.count) + ')' : entry.label;
        float const width = std::min(std::ceil(text_width(state, Face::body_medium, name)) + 24, slot.width);
        Rect const rect = take_slot(state, width, height);
        Use const use = use_item(state, id_of(state, entry.key), rect, name, true);
        bool const chosen = entry.key == current;
        Color const color = chosen ? Color::link : Color::text_muted;
        if (use.hovered || use.held) fill(state, inner(rect, 4), Color::hover, radius_control);
        draw_text(state, Face::body_medium, color, rect.x + 12, rect.y, rect.height,
                  shorten(state, Face::body_medium, name, rect.width - 23));
        if (chosen) fill(state, {rect.x + 8, rect.y + rect.height - 3, rect.width - 16, 3}, Color::accent, 1.5F);
        if (use.ring) draw_ring(state, inner(rect, 5), radius_control);
        Node& node = add_node(state, Role::link, entry.key, name, rect);
        node.href = entry.route;
        node.selected = chosen;
        node.focusable = true;
        node.text = style_of(state, Face::body_medium, color, Color::canvas, 12);
        if (use.clicked && !chosen) state.route = entry.route;
    }
    Rect const filled = end_area(state);
    draw_line(state, slot.x, filled.y + filled.height - 1, slot.x + slot.width, filled.y + filled.height, Color::border);
    learn_height(state, id, filled.height);
    end_slot(state, {slot.x, slot.y, slot.width, filled.height});
}

void Ui::timeline(std::string_view key, std::string_view label, Content entries) {
    draw_items(*this, key, label, 0, entries);
}

void Ui::timeline_entry(std::string_view key, TimelineEntry const& entry) {
    State& state = m_state;
    float const side = grown(state, 28);
    constexpr float gap = 12;
    std::uint32_t const id = id_of(state, key);
    Memo const last = memo_of(state, id);
    Rect const slot = begin_slot(state, all_there_is, last.height);
    // The line down to the next entry, the circle over it.
    if (!entry.last)
        draw_line(state, slot.x + side / 2, slot.y + side, slot.x + side / 2 + 1, slot.y + last.height, Color::border);
    fill(state, {slot.x, slot.y, side, side}, soft(entry.tone), side / 2);
    draw_icon(state, Face::icon_small, text_on_soft(entry.tone), slot.x, slot.y, side,
              entry.icon == nullptr ? icon_of(entry.tone) : entry.icon);

    Node& item = add_node(state, Role::listitem, key, "", {slot.x, slot.y, slot.width, last.height});
    Scope const scope{state, item.id};
    Parent const parent{state, item.id};
    begin_area(state, id, Flow::column, {slot.x + side + gap, slot.y + 3, slot.width - side - gap, 0}, 4);
    row("head", {.gap = 8}, [&] {
        paragraph("title", entry.title, TextKind::strong);
        std::string const by = entry.author.empty() ? entry.time : entry.author + " · " + entry.time;
        if (!by.empty()) paragraph("by", by, TextKind::small);
    });
    for (std::size_t i = 0; i < entry.changes.size(); ++i)
        paragraph("change." + std::to_string(i), entry.changes[i], TextKind::body);
    if (!entry.body.empty()) paragraph("body", entry.body);
    Rect const filled = end_area(state);
    float const height = std::max(side, filled.height + 3) + space::medium;
    learn_height(state, id, height);
    end_slot(state, {slot.x, slot.y, slot.width, height});
}

} // namespace schulkit::ui
