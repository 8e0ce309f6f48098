#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace schulkit::ui {

namespace {

constexpr float button_padding = 16;
constexpr float icon_gap = 8;

struct ButtonColors {
    Color ground = Color::surface;
    Color words = Color::text;
    bool filled = true;
    bool framed = false;
};

ButtonColors colors_of(ButtonLook const& look, Use const& use) {
    bool const solid = look.kind == Button::primary || look.kind == Button::danger;
    if (!look.enabled) return {Color::disabled, Color::text_disabled, look.kind != Button::quiet, false};
    if (look.kind == Button::primary)
        return {use.held ? Color::accent_active : use.hovered ? Color::accent_hover : Color::accent,
                Color::on_accent, solid, false};
    if (look.kind == Button::danger)
        return {use.hovered || use.held ? Color::danger_hover : Color::danger, Color::on_danger, solid, false};
    Color const ground = use.held ? Color::pressed : use.hovered ? Color::hover : Color::surface;
    bool const quiet = look.kind == Button::quiet;
    return {ground, Color::text, !quiet || use.hovered || use.held, !quiet};
}

float label_width(State const& state, std::string_view label, ButtonLook const& look) {
    float width = look.icon_only ? 0 : std::ceil(text_width(state, Face::body_medium, label));
    if (look.icon != nullptr || look.busy)
        width += state.face(Face::icon).css_px + (look.icon_only ? 0 : icon_gap);
    return width;
}

} // namespace

std::vector<std::string_view> button_lines(State const& state, std::string_view label, ButtonLook const& look,
                                           float width) {
    if (look.icon_only || label_width(state, label, look) + 2 * button_padding <= width + 1) return {label};
    float const icon = look.icon != nullptr || look.busy ? state.face(Face::icon).css_px + icon_gap : 0;
    return wrap(state, Face::body_medium, label, width - icon - 2 * (button_padding / 2));
}

float button_width(State const& state, std::string_view label, ButtonLook const& look) {
    if (look.icon_only) return state.size.control;
    return std::max(64.0F, label_width(state, label, look) + 2 * button_padding);
}

float draw_button(State& state, Rect rect, std::string_view label, ButtonLook const& look, Use const& use) {
    ButtonColors const colors = colors_of(look, use);
    if (colors.filled) fill(state, rect, colors.ground, radius_control);
    if (colors.framed) stroke(state, rect, Color::control_border, radius_control);
    if (use.ring) draw_ring(state, rect, radius_control);

    auto const lines = button_lines(state, label, look, rect.width);
    float widest = 0;
    for (std::string_view const line : lines) widest = std::max(widest, label_width(state, line, look));
    float x = rect.x + std::max(0.0F, std::round((rect.width - widest) / 2));
    float const side = state.face(Face::icon).css_px;
    if (look.busy)
        draw_spinner(state, colors.words, x, rect.y + (rect.height - side) / 2, side);
    else if (look.icon != nullptr)
        draw_icon(state, Face::icon, colors.words, x, rect.y + (rect.height - side) / 2, side, look.icon);
    if (look.icon != nullptr || look.busy) x += side + icon_gap;
    if (look.icon_only) return 0;
    if (lines.size() == 1) {
        draw_text(state, Face::body_medium, colors.words, x, rect.y, rect.height,
                  shorten(state, Face::body_medium, label, rect.x + rect.width - x + 1));
        return x - rect.x;
    }
    float const line_px = state.face(Face::body_medium).line_px;
    float y = rect.y + std::floor((rect.height - line_px * static_cast<float>(lines.size())) / 2);
    for (std::string_view const line : lines) {
        draw_text(state, Face::body_medium, colors.words, x, y, line_px, line);
        y += line_px;
    }
    return x - rect.x;
}

namespace {

/// What the main menu leads to needs no second place there; a dialog has its own bar of buttons.
bool belongs_in_dock(State const& state, ButtonLook const& look, std::string_view route) {
    if (state.dock_frame == nullptr || !state.in_header || state.layer != 0 || state.docked) return false;
    if (look.kind != Button::primary) return false;
    auto const& entries = state.dock_frame->navigation;
    return std::none_of(entries.begin(), entries.end(), [&](NavigationEntry const& entry) { return entry.route == route; });
}

/// A button or a link that looks like one.
bool place_button(State& state, Role role, std::string_view key, std::string_view label, ButtonLook look,
                  ButtonOptions const& options, std::string_view route) {
    if (belongs_in_dock(state, look, route)) {
        ButtonOptions wide = options;
        wide.wide = true;
        state.docked = [&state, scope = state.scopes.back(), role, key = std::string{key}, label = std::string{label}, look,
                        wide, route = std::string{route}] {
            Scope const header{state, scope};
            bool const used = place_button(state, role, key, label, look, wide, route);
            if (!used || role != Role::button) return;
            state.dock_used = id_of(state, key);
            state.unsettled = true;
        };
        bool const used = state.dock_used == id_of(state, key);
        if (used) state.unsettled = true; // what it leads to is not in this picture yet
        return used;
    }
    float const wanted = options.wide ? all_there_is : button_width(state, label, look);
    auto const lines = button_lines(state, label, look, slot_width(state, wanted));
    float const line_px = state.face(Face::body_medium).line_px;
    Rect const slot =
        take_slot(state, wanted, state.size.control + line_px * static_cast<float>(lines.size() - 1));
    std::uint32_t const id = id_of(state, key);
    look.enabled = look.enabled && !look.busy;
    Use const use = use_item(state, id, slot, label, look.enabled);
    float const inset = draw_button(state, slot, label, look, use);
    Node& node = add_node(state, role, key, label, slot);
    node.description = options.description;
    node.lang = options.lang;
    node.popup = options.popup;
    node.href = route;
    node.enabled = look.enabled;
    node.focusable = look.enabled;
    if (!look.icon_only) node.text = style_of(state, Face::body_medium, Color::text, Color::surface, inset);
    set_lines(node, label, lines, std::floor((slot.height - line_px * static_cast<float>(lines.size())) / 2));
    if (look.icon_only) offer_hint(state, id, slot, label, use);
    if (use.clicked && role == Role::link) state.route = route;
    return use.clicked;
}

} // namespace

bool Ui::button(std::string_view key, std::string_view label, Button kind, ButtonOptions const& options) {
    return place_button(m_state, Role::button, key, label,
                        {.kind = kind, .icon = options.icon, .enabled = options.enabled, .busy = options.busy},
                        options, "");
}

bool Ui::icon_button(std::string_view key, Icon icon, std::string_view label, ButtonOptions const& options) {
    return place_button(m_state, Role::button, key, label,
                        {.kind = Button::quiet,
                         .icon = icon,
                         .enabled = options.enabled,
                         .busy = options.busy,
                         .icon_only = true},
                        options, "");
}

bool Ui::link_button(std::string_view key, std::string_view label, std::string_view route, Button kind,
                     ButtonOptions const& options) {
    return place_button(m_state, Role::link, key, label, {.kind = kind, .icon = options.icon}, options, route);
}

bool Ui::link(std::string_view key, std::string_view label, std::string_view route) {
    float const natural = std::ceil(text_width(m_state, Face::body, label)) + 1;
    auto const lines = wrap(m_state, Face::body, label, std::min(slot_width(m_state, natural), natural));
    float const line_px = m_state.face(Face::body).line_px;
    float const words_px = line_px * static_cast<float>(lines.size());
    Rect slot = take_slot(m_state, natural, std::max(target(m_state), words_px));
    slot.width = std::min(slot.width, natural);
    std::uint32_t const id = id_of(m_state, key);
    Use const use = use_item(m_state, id, slot, label, true);
    float const inset_y = std::floor((slot.height - words_px) / 2);
    float y = slot.y + inset_y;
    for (std::string_view const line : lines) {
        draw_text(m_state, Face::body, Color::link, slot.x, y, line_px, line);
        // Underlined always: among other words colour alone would not say that it is a link.
        float const base = std::round(y + line_px / 2 + m_state.face(Face::body).css_px / 2) + 1;
        draw_line(m_state, slot.x, base, slot.x + text_width(m_state, Face::body, line),
                  base + (use.hovered ? 2.0F : 1.0F), Color::link);
        y += line_px;
    }
    if (use.ring) draw_ring(m_state, slot, radius_control);
    Node& node = add_node(m_state, Role::link, key, label, slot);
    node.href = route;
    node.focusable = true;
    node.text = style_of(m_state, Face::body, Color::link, Color::surface, 0);
    set_lines(node, label, lines, inset_y);
    if (use.clicked) m_state.route = route;
    return use.clicked;
}

void Ui::follow(std::string_view route) { m_state.route = route; }
std::string Ui::take_route() { return std::exchange(m_state.route, {}); }

} // namespace schulkit::ui
