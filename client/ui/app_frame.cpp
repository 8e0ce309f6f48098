// What stands around every screen: notice, top bar, navigation, the scrolled main part.
#include "client/ui/layout.hpp"
#include "client/ui/notices.hpp"
#include "client/ui/overlays.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace schulkit::ui {

namespace {

constexpr std::size_t most_in_bottom_bar = 5;

std::string label_with_count(Ui& ui, NavigationEntry const& entry) {
    return entry.count > 0 ? entry.label + " (" + ui.number(entry.count) + ')' : entry.label;
}

/// A link in the sidebar: icon, words, number at the right.
void draw_side_entry(Ui& ui, NavigationEntry const& entry, Rect rect) {
    State& state = ui.state();
    std::string const name = label_with_count(ui, entry);
    std::uint32_t const id = id_of(state, entry.key);
    Use const use = use_item(state, id, rect, name, true);
    if (entry.current) {
        fill(state, rect, Color::accent_soft, radius_control);
        fill(state, {rect.x, rect.y + 8, 3, rect.height - 16}, Color::accent, 1.5F); // seen without colours too
    } else if (use.held || use.hovered) {
        fill(state, rect, use.held ? Color::pressed : Color::hover, radius_control);
    }
    Color const color = entry.current ? Color::link : Color::text;
    draw_icon(state, Face::icon, entry.current ? Color::link : Color::text_muted, rect.x + 12, rect.y, rect.height,
              entry.icon);
    float const words_at = 12 + rect.height + 4;
    Face const face = entry.current ? Face::body_medium : Face::body;
    draw_text(state, face, color, rect.x + words_at, rect.y, rect.height,
              shorten(state, face, entry.label, rect.width - words_at - 8));
    if (entry.count > 0) {
        std::string const count = ui.number(entry.count);
        float const width = text_width(state, Face::small_medium, count);
        draw_text(state, Face::small_medium, Color::text_muted, rect.x + rect.width - width - 12, rect.y, rect.height,
                  count);
    }
    if (use.ring) draw_ring(state, inner(rect, 2), radius_control);
    Node& node = add_node(state, Role::link, entry.key, name, rect);
    node.href = entry.route;
    node.selected = entry.current;
    node.focusable = true;
    node.text = style_of(state, face, color, Color::chrome, words_at);
    if (use.clicked) state.route = entry.route;
}

/// Icon above small words: the rail of narrow windows and the phone's bottom bar.
bool draw_stacked_entry(Ui& ui, Role role, NavigationEntry const& entry, Rect rect) {
    State& state = ui.state();
    std::string const name = label_with_count(ui, entry);
    std::uint32_t const id = id_of(state, entry.key);
    Use const use = use_item(state, id, rect, name, true);
    if (use.held || use.hovered) fill(state, inner(rect, 4), use.held ? Color::pressed : Color::hover, radius_control);
    Color const color = entry.current ? Color::link : Color::text_muted;
    float const line_px = state.face(Face::tiny).line_px;
    float const icon_px = state.face(Face::icon_large).css_px;
    float const top = rect.y + std::floor((rect.height - icon_px - line_px) / 2);
    float const words_y = top + icon_px + 2;
    float const middle = rect.x + rect.width / 2;
    if (entry.current)
        fill(state, {middle - icon_px / 2 - 14, top - 3, icon_px + 28, icon_px + 5}, Color::accent_soft,
             (icon_px + 5) / 2);
    draw_icon(state, Face::icon_large, color, middle - icon_px / 2, top, icon_px, entry.icon);
    if (entry.count > 0) fill(state, {middle + icon_px / 3, top, 8, 8}, Color::danger, 4);
    std::string const shown = shorten(state, Face::tiny, entry.label, rect.width - 1);
    float const shown_px = text_width(state, Face::tiny, shown);
    float const words_at = std::round((rect.width - shown_px) / 2);
    draw_text(state, Face::tiny, entry.current ? Color::text : color, rect.x + words_at, words_y, line_px, shown);
    if (entry.current) // seen without colours too
        fill(state, {middle - shown_px / 2, words_y + line_px, shown_px, 2}, Color::accent, 1);
    if (use.ring) draw_ring(state, inner(rect, 6), radius_control);
    Node& node = add_node(state, role, entry.key, name, rect);
    node.href = entry.route;
    node.selected = entry.current;
    node.focusable = true;
    node.popup = role == Role::button; // "more"
    node.text = style_of(state, Face::tiny, color, Color::chrome, words_at);
    node.text.inset_y = words_y - rect.y;
    if (use.clicked && role == Role::link) state.route = entry.route;
    return use.clicked;
}

void draw_user_menu(Ui& ui, AppFrame const& frame, float below, std::string& activated) {
    State& state = ui.state();
    draw_dialog(state, "menu", ui.text("ui.account"), state.menu_open, {.width = 300, .below = below}, [&] {
        ui.column("user", {.gap = 0}, [&] {
            ui.paragraph("name", frame.user_name, TextKind::strong);
            if (!frame.user_detail.empty()) ui.paragraph("detail", frame.user_detail, TextKind::small);
        });
        ui.divider("line");
        ui.column("entries", {.gap = 4}, [&] {
            for (MenuEntry const& entry : frame.user_menu) {
                bool used = false;
                if (entry.route.empty())
                    used = ui.button(entry.key, entry.label, Button::secondary,
                                     {.icon = entry.icon, .wide = true, .lang = entry.lang});
                else
                    used = ui.link_button(entry.key, entry.label, entry.route, Button::secondary,
                                          {.icon = entry.icon, .wide = true, .lang = entry.lang});
                if (!used) continue;
                // Another page is opened by the link itself, which must not be gone when its click comes.
                if (entry.route.empty() || entry.route.starts_with('#')) state.menu_open = false;
                if (entry.route.empty()) activated = entry.key;
            }
        });
    });
}

bool tells_user(State const& state, AppFrame const& frame) { return !state.phone && !frame.user_name.empty(); }

/// At the right end: with name and role where there is room.
Rect account_place(State const& state, AppFrame const& frame, Rect bar) {
    bool const wide = tells_user(state, frame);
    float const words = wide ? std::max(text_width(state, Face::body_medium, frame.user_name),
                                        text_width(state, Face::small, frame.user_detail))
                             : 0;
    float const side = bar.height - 12;
    float const width = wide ? std::min(grown(state, 320), std::ceil(words) + side + 14) : side;
    return {bar.x + bar.width - width - (state.phone ? 8.0F : 16.0F), bar.y + 6, width, side};
}

void draw_account(Ui& ui, AppFrame const& frame, Rect button) {
    State& state = ui.state();
    std::string const name =
        frame.user_name.empty() ? ui.text("ui.account") : ui.text("ui.account_of", {{"name", frame.user_name}});
    bool const wide = tells_user(state, frame);
    float const side = button.height;
    float const width = button.width;
    std::uint32_t const id = id_of(state, "account");
    Use const use = use_item(state, id, button, name, true);
    if (use.hovered || use.held) fill(state, button, use.held ? Color::pressed : Color::hover, radius_control);
    draw_icon(state, Face::icon_large, Color::text_muted, button.x + width - side, button.y, side,
              embedded::icon_circle_user);
    if (wide) {
        float const room = width - side - 10;
        float const line = (side - 4) / 2;
        draw_text(state, Face::body_medium, Color::text, button.x + 10, button.y + 2, line,
                  shorten(state, Face::body_medium, frame.user_name, room));
        draw_text(state, Face::small, Color::text_muted, button.x + 10, button.y + 2 + line, line,
                  shorten(state, Face::small, frame.user_detail, room));
    }
    if (use.ring) draw_ring(state, inner(button, 2), radius_control);
    Node& node = add_node(state, Role::button, "account", name, button);
    node.description = frame.user_detail;
    node.focusable = true;
    node.popup = true;
    if (!wide) offer_hint(state, id, button, name, use);
    if (use.clicked) state.menu_open = true;
}

/// Only its icon is seen. Returns its node, and whether it was clicked.
std::pair<Node&, bool> draw_bar_icon(State& state, Role role, std::string_view key, Icon icon, std::string const& name,
                                     Rect rect) {
    std::uint32_t const id = id_of(state, key);
    Use const use = use_item(state, id, rect, name, true);
    if (use.hovered || use.held) fill(state, rect, use.held ? Color::pressed : Color::hover, radius_control);
    draw_icon(state, Face::icon_large, Color::text_muted, rect.x, rect.y, rect.height, icon);
    if (use.ring) draw_ring(state, inner(rect, 2), radius_control);
    offer_hint(state, id, rect, name, use);
    Node& node = add_node(state, role, key, name, rect);
    node.focusable = true;
    return {node, use.clicked};
}

/// A button that looks like a field where there is room; it opens the search for everything.
void draw_search_button(Ui& ui, AppFrame const& frame, Rect bar, float left, float right, std::string& activated) {
    if (frame.search.empty()) return;
    State& state = ui.state();
    float const side = bar.height - 12;
    float const room = right - left;
    bool const wide = room >= grown(state, 220);
    float const width = wide ? std::min(room, grown(state, 320)) : side;
    float const height = wide ? std::max(side - 6, target(state)) : side;
    Rect const rect = {wide ? left : right - side, bar.y + (bar.height - height) / 2, width, height};
    Use const use = use_item(state, id_of(state, "search"), rect, frame.search, true);
    Color const ground = use.held ? Color::pressed : use.hovered ? Color::hover : wide ? Color::surface : Color::chrome;
    fill(state, rect, ground, radius_control);
    if (wide) stroke(state, rect, Color::control_border, radius_control);
    Face const face = wide ? Face::icon : Face::icon_large;
    float const icon_px = state.face(face).css_px;
    float const icon_x = wide ? rect.x + 10 : rect.x + (side - icon_px) / 2;
    draw_icon(state, face, Color::text_muted, icon_x, rect.y + (rect.height - icon_px) / 2, icon_px,
              embedded::icon_search);
    float const words_at = 10 + icon_px + 8;
    if (wide) {
        draw_text(state, Face::body, Color::text_muted, rect.x + words_at, rect.y, rect.height,
                  shorten(state, Face::body, frame.search, width - words_at - 28));
        draw_text(state, Face::small_medium, Color::text_muted, rect.x + width - 20, rect.y, rect.height, "/");
    } else {
        offer_hint(state, id_of(state, "search"), rect, frame.search, use);
    }
    if (use.ring) draw_ring(state, inner(rect, 1), radius_control);
    Node& node = add_node(state, Role::button, "search", frame.search, rect);
    node.focusable = true;
    node.popup = true;
    if (wide) node.text = style_of(state, Face::body, Color::text_muted, Color::surface, words_at);
    if (use.clicked) activated = "search";
}

void draw_top_bar(Ui& ui, AppFrame const& frame, Rect bar, std::string& activated) {
    State& state = ui.state();
    fill(state, bar, Color::chrome);
    draw_line(state, bar.x, bar.y + bar.height - 1, bar.x + bar.width, bar.y + bar.height, Color::border);
    add_node(state, Role::banner, "banner", "", bar);
    Scope const scope{state, id_of(state, "banner")};
    Parent const parent{state, state.scopes.back()};

    float const left = state.phone ? 16.0F : 20.0F;
    float const mark_px = grown(state, 30);
    Rect const mark = {bar.x + left, bar.y + (bar.height - mark_px) / 2, mark_px, mark_px};
    fill(state, mark, Color::accent, 8);
    draw_icon(state, Face::icon, Color::on_accent, mark.x, mark.y, mark.width, embedded::icon_tablet);
    float const product_px = std::ceil(text_width(state, Face::title, frame.product)) + 1;
    Rect const account = account_place(state, frame, bar);
    float const after_product = mark.x + mark_px + 10 + product_px + 16;
    float const page_x = state.phone ? 0.0F : state.size.navigation + state.size.page_padding;
    float const side = bar.height - 12;
    float const before_help = account.x - 4 - (frame.help.empty() ? 0 : side + 4);
    // With large text on a phone the mark alone has to do, and the screens' own buttons for the camera.
    float const before_scan = before_help - (frame.scan.empty() ? 0 : side + 4);
    bool const scans = !frame.scan.empty() && before_scan - side >= mark.x + mark_px + 4;
    float const before_icons = scans ? before_scan : before_help;
    if (after_product - 16 <= before_icons - (frame.search.empty() ? 0 : side))
        draw_line_of_words(state, Role::text, "product", frame.product, Face::title, Color::text,
                           {mark.x + mark_px + 10, bar.y, product_px, bar.height});
    draw_search_button(ui, frame, bar, std::max(after_product, page_x), before_icons, activated);
    if (scans) {
        Rect const rect = {before_help - side, bar.y + 6, side, side};
        auto const [node, clicked] = draw_bar_icon(state, Role::button, "scan", embedded::icon_camera, frame.scan, rect);
        node.popup = true;
        if (clicked) activated = "scan";
    }
    if (!frame.help.empty()) {
        Rect const rect = {account.x - 4 - side, bar.y + 6, side, side};
        draw_bar_icon(state, Role::link, "help", embedded::icon_circle_help, ui.text("ui.help"), rect).first.href = frame.help;
    }
    draw_account(ui, frame, account);
}

void draw_side_bar(Ui& ui, AppFrame const& frame, Rect bar) {
    State& state = ui.state();
    fill(state, bar, Color::chrome);
    draw_line(state, bar.x + bar.width - 1, bar.y, bar.x + bar.width, bar.y + bar.height, Color::border);
    add_node(state, Role::navigation, "navigation", ui.text("ui.navigation"), bar);
    Scope const scope{state, id_of(state, "navigation")};
    Parent const parent{state, state.scopes.back()};
    bool const rail = bar.width < grown(state, 150);
    float y = bar.y + 12;
    for (NavigationEntry const& entry : frame.navigation) {
        if (rail)
            draw_stacked_entry(ui, Role::link, entry, {bar.x + 4, y, bar.width - 9, grown(state, 64)});
        else
            draw_side_entry(ui, entry, {bar.x + 12, y, bar.width - 25, grown(state, 40)});
        y += grown(state, rail ? 64.0F : 40.0F) + 4;
    }
}

/// Least width of an entry: its words, and room for a thumb.
float bottom_entry_width(State const& state, NavigationEntry const& entry) {
    return std::max(48.0F, std::ceil(text_width(state, Face::tiny, entry.label)) + 2);
}

/// With large text fewer entries have room for their words.
std::size_t fitting_in_bottom_bar(State const& state, std::vector<NavigationEntry> const& entries,
                                  NavigationEntry const& more, float width) {
    std::size_t const most = std::min(entries.size(), most_in_bottom_bar);
    float all = 0;
    for (std::size_t i = 0; i < most; ++i) all += bottom_entry_width(state, entries[i]);
    if (most == entries.size() && all <= width) return most;
    float sum = bottom_entry_width(state, more);
    std::size_t shown = 0;
    while (shown + 1 < most && sum + bottom_entry_width(state, entries[shown]) <= width)
        sum += bottom_entry_width(state, entries[shown++]);
    return std::max<std::size_t>(1, shown);
}

/// Lower windows, and those with a keyboard, have no room for it.
constexpr float least_height_for_dock = 520;
constexpr float dock_padding = 8;

/// The header's main action, above the bottom bar. Its height is that of the picture before.
void draw_dock(State& state, Rect bar) {
    float height = 0;
    state.dock_used = 0;
    if (state.docked) {
        fill(state, bar, Color::chrome);
        draw_line(state, bar.x, bar.y, bar.x + bar.width, bar.y + 1, Color::border);
        Node& node = add_node(state, Role::group, "dock", ui_text(state, "ui.main_action"), bar);
        node.cover = true;
        Parent const parent{state, node.id};
        float const side = state.size.page_padding;
        begin_area(state, id_of(state, "dock"), Flow::column,
                   {bar.x + side, bar.y + dock_padding, bar.width - 2 * side, 0}, 0);
        state.docked();
        height = end_area(state).height + 2 * dock_padding;
        state.docked = {};
    }
    if (std::abs(height - state.dock_height) > 0.5F) state.unsettled = true;
    state.dock_height = height;
}

/// As many entries as fit, the others behind "more".
void draw_bottom_bar(Ui& ui, AppFrame const& frame, Rect bar) {
    State& state = ui.state();
    fill(state, bar, Color::chrome);
    draw_line(state, bar.x, bar.y, bar.x + bar.width, bar.y + 1, Color::border);
    add_node(state, Role::navigation, "navigation", ui.text("ui.navigation"), bar);
    Scope const scope{state, id_of(state, "navigation")};
    Parent const parent{state, state.scopes.back()};
    NavigationEntry more = {.key = "more", .label = ui.text("ui.more"), .icon = embedded::icon_ellipsis};
    std::size_t const all = frame.navigation.size();
    std::size_t const shown = fitting_in_bottom_bar(state, frame.navigation, more, bar.width);
    float spare = bar.width - (shown < all ? bottom_entry_width(state, more) : 0);
    for (std::size_t i = 0; i < shown; ++i) spare -= bottom_entry_width(state, frame.navigation[i]);
    float const extra = spare / static_cast<float>(std::max<std::size_t>(1, shown + (shown < all ? 1 : 0)));
    float const height = bar.height;
    float x = bar.x;
    auto const widest = std::max_element(frame.navigation.begin(), frame.navigation.end(), [&](auto const& a, auto const& b) {
        return bottom_entry_width(state, a) < bottom_entry_width(state, b);
    });
    float const even = std::floor(bar.width / static_cast<float>(std::max<std::size_t>(1, all)));
    bool const all_even = shown == all && all > 0 && bottom_entry_width(state, *widest) <= even;
    for (std::size_t i = 0; i < shown; ++i) {
        float const width = all_even ? even : bottom_entry_width(state, frame.navigation[i]) + extra;
        draw_stacked_entry(ui, Role::link, frame.navigation[i], {x, bar.y, width, height});
        x += width;
    }
    if (shown == all) return;
    for (std::size_t i = shown; i < all; ++i) more.current = more.current || frame.navigation[i].current;
    if (draw_stacked_entry(ui, Role::button, more, {x, bar.y, bar.x + bar.width - x, height})) state.more_open = true;
    draw_dialog(state, "more.menu", ui.text("ui.navigation"), state.more_open, {.width = 360}, [&] {
        for (std::size_t i = shown; i < all; ++i) {
            NavigationEntry const& entry = frame.navigation[i];
            if (ui.link_button(entry.key, label_with_count(ui, entry), entry.route, Button::secondary,
                               {.icon = entry.icon, .wide = true}))
                state.more_open = false;
        }
    });
}

} // namespace

std::string Ui::app_frame(AppFrame const& frame, Content main) {
    State& state = m_state;
    std::string activated;
    float const width = state.input.width;
    float const top = notice_height(state, frame.notice);
    draw_notice(*this, "notice", frame.notice, Tone::info, {0, 0, width, top});
    draw_top_bar(*this, frame, {0, top, width, state.size.top_bar}, activated);
    float const y = top + state.size.top_bar;
    float const bottom_bar = state.size.bottom_bar;
    float const trouble = notice_height(state, frame.trouble);
    float const news = news_height(state, frame.news);
    bool const has_dock = state.phone && state.input.height >= least_height_for_dock * state.size.text;
    float const dock = has_dock ? state.dock_height : 0;
    float const below = state.input.height - bottom_bar - trouble - news - dock;
    float const height = std::max(1.0F, below - y);
    state.floor_y = below;
    if (!state.phone) draw_side_bar(*this, frame, {0, y, state.size.navigation, height});

    float const x = state.phone ? 0 : state.size.navigation;
    Rect const rect = {x, y, width - x, height};
    add_node(state, Role::main, "main", "", rect);
    std::uint32_t const id = id_of(state, "main");
    {
        Scope const scope{state, id};
        Parent const parent{state, id};
        std::uint32_t const page = id_of(state, frame.page_key);
        Scope const page_scope{state, page};
        if (page != state.page) state.scroll_to = state.places[page];
        state.page = page;
        if (state.scroll_to) ImGui::SetNextWindowScroll({0, *state.scroll_to});
        begin_scroll(state, id, rect);
        // The same width with a scrollbar and without: nothing jumps sideways when there is more. A finger's is so narrow
        // that it lies in the padding.
        float const bar = state.touch || state.phone ? 0 : scrollbar_width(state);
        Rect const inside = {rect.x, rect.y - scroll_offset(), rect.width - bar, 0};
        begin_area(state, hash_of(page, "area"), Flow::column, inside, 0);
        state.dock_frame = has_dock ? &frame : nullptr;
        main();
        state.dock_frame = nullptr;
        Rect const filled = end_area(state);
        hold_focus_in_place(state, page, rect.y);
        if (!state.scroll_to) state.places[page] = scroll_offset();
        end_scroll(state, filled.y + filled.height);
        draw_dock(state, {0, state.input.height - bottom_bar - dock, width, dock}); // no bar that comes moves it
    }
    draw_news(*this, frame.news, {0, below, width, news}, activated);
    draw_notice(*this, "trouble", frame.trouble, Tone::warning, {0, below + news, width, trouble});
    if (state.phone) draw_bottom_bar(*this, frame, {0, state.input.height - bottom_bar, width, bottom_bar});
    draw_user_menu(*this, frame, y, activated);
    return activated;
}

} // namespace schulkit::ui
