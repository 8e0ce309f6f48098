#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

/// A tinted box with icon, a strong line and lines below.
void draw_box(Ui& ui, Role role, std::string_view key, Tone tone, std::string_view title,
              std::span<std::string const> lines) {
    State& state = ui.state();
    constexpr float padding = 12;
    float const side = state.face(Face::icon).css_px;
    float const words_at = padding + side + 10;
    float const width = slot_width(state, all_there_is) - words_at - padding;
    float height = 2 * padding + words_height(state, Face::body_medium, title, width);
    for (std::string const& line : lines) height += 2 + words_height(state, Face::body, line, width);
    Rect const slot = take_slot(state, all_there_is, height);
    fill(state, slot, soft(tone), radius_card);
    float const line_px = state.face(Face::body_medium).line_px;
    draw_icon(state, Face::icon, text_on_soft(tone), slot.x + padding, slot.y + padding + (line_px - side) / 2, side,
              icon_of(tone));
    Node& node = add_node(state, role, key, "", slot);
    Scope const scope{state, node.id};
    Parent const parent{state, node.id};
    float y = slot.y + padding;
    y += draw_words(state, Role::text, "title", title, Face::body_medium, text_on_soft(tone), slot.x + words_at, y,
                    width);
    for (std::size_t i = 0; i < lines.size(); ++i)
        y += 2 + draw_words(state, Role::text, "line." + std::to_string(i), lines[i], Face::body, text_on_soft(tone),
                            slot.x + words_at, y + 2, width);
}

struct Centered {
    Icon icon;
    Tone tone;
    std::string_view title;
    std::string_view words;
    std::string_view action;
    Icon action_icon;
    Button kind;
};

/// Icon in a circle, title, words and a button below each other, in the middle of the column.
bool draw_centered(Ui& ui, Role role, std::string_view key, Centered const& parts) {
    State& state = ui.state();
    float const circle = grown(state, 56);
    float const room = std::min(slot_width(state, all_there_is), grown(state, 440));
    ButtonLook const look = {.kind = parts.kind, .icon = parts.action_icon};
    float const title_px = words_height(state, Face::title, parts.title, room);
    float const words_px = parts.words.empty() ? 0 : 6 + words_height(state, Face::body, parts.words, room);
    float const action_px = std::min(button_width(state, parts.action, look), slot_width(state, all_there_is));
    auto const action_lines = button_lines(state, parts.action, look, action_px);
    float const action_height =
        state.size.control + state.face(Face::body_medium).line_px * static_cast<float>(action_lines.size() - 1);
    float const button_px = parts.action.empty() ? 0 : 20 + action_height;
    Rect const slot = take_slot(state, all_there_is, 40 + circle + 16 + title_px + words_px + button_px + 40);
    Node& node = add_node(state, role, key, "", slot);
    Scope const scope{state, node.id};
    Parent const parent{state, node.id};

    float const middle = slot.x + slot.width / 2;
    float y = slot.y + 40;
    fill(state, {middle - circle / 2, y, circle, circle}, soft(parts.tone), circle / 2);
    draw_icon(state, Face::icon_large, text_on_soft(parts.tone), middle - circle / 2, y, circle, parts.icon);
    y += circle + 16;
    auto const line = [&](std::string_view name, std::string_view words, Face face, Color color) {
        y += draw_centered_words(state, Role::text, name, words, face, color, middle - room / 2, y, room);
    };
    line("title", parts.title, Face::title, Color::text);
    if (!parts.words.empty()) {
        y += 6;
        line("words", parts.words, Face::body, Color::text_muted);
    }
    if (parts.action.empty()) return false;
    Rect const button = {std::round(middle - action_px / 2), y + 20, action_px, action_height};
    Use const use = use_item(state, id_of(state, "action"), button, parts.action, true);
    float const words_at = draw_button(state, button, parts.action, look, use);
    Node& action = add_node(state, Role::button, "action", parts.action, button);
    action.focusable = true;
    action.text = style_of(state, Face::body_medium, Color::text, Color::surface, words_at);
    float const line_px = state.face(Face::body_medium).line_px;
    set_lines(action, parts.action, action_lines,
              std::floor((action_height - line_px * static_cast<float>(action_lines.size())) / 2));
    return use.clicked;
}

} // namespace

void Ui::alert(std::string_view key, Tone tone, std::string_view title, std::string_view words) {
    std::string const line{words};
    draw_box(*this, tone == Tone::danger ? Role::alert : Role::status, key, tone, title,
             words.empty() ? std::span<std::string const>{} : std::span{&line, 1});
}

void Ui::form_errors(std::string_view key, std::string_view title, std::span<std::string const> errors) {
    if (!errors.empty()) draw_box(*this, Role::alert, key, Tone::danger, title, errors);
}

void Ui::progress(std::string_view key, std::string_view label, float part) {
    State& state = m_state;
    constexpr float bar_px = 8;
    float const line_px = state.face(Face::small).line_px;
    Rect const slot = take_slot(state, all_there_is, line_px + 6 + bar_px);
    bool const known = part >= 0;
    float const share = std::clamp(part, 0.0F, 1.0F);
    std::string const percent = known ? text("ui.percent", {{"number", number(std::lround(share * 100))}}) : "";
    float const percent_px = std::ceil(text_width(state, Face::small_medium, percent));
    Node& node = add_node(state, Role::progressbar, key, label, slot);
    node.progress = known ? share : -1;
    node.value = percent;
    Scope const scope{state, node.id};
    Parent const parent{state, node.parent};
    draw_line_of_words(state, Role::text, "label", label, Face::small, Color::text_muted,
                       {slot.x, slot.y, slot.width - percent_px - 8, line_px});
    draw_text(state, Face::small_medium, Color::text, slot.x + slot.width - percent_px, slot.y, line_px, percent);
    Rect const track = {slot.x, slot.y + line_px + 6, slot.width, bar_px};
    fill(state, track, Color::pressed, bar_px / 2);
    // Of an unknown length a third is filled; the words say that it goes on.
    float const filled = known ? track.width * share : track.width / 3;
    if (filled > 0) fill(state, {track.x, track.y, std::max(bar_px, filled), bar_px}, Color::accent, bar_px / 2);
}

void Ui::loading(std::string_view key, std::string_view label) {
    State& state = m_state;
    float const side = grown(state, 24);
    Rect const slot = take_slot(state, all_there_is, grown(state, 72));
    float const words = std::min(std::ceil(text_width(state, Face::body, label)) + 1, slot.width - side - 12);
    float const x = std::round(slot.x + (slot.width - words - side - 12) / 2);
    draw_spinner(state, Color::accent, x, slot.y + (slot.height - side) / 2, side);
    Node& node = add_node(state, Role::status, key, "", slot);
    Scope const scope{state, node.id};
    Parent const parent{state, node.id};
    draw_line_of_words(state, Role::text, "words", label, Face::body, Color::text_muted,
                       {x + side + 12, slot.y, words, slot.height});
}

bool Ui::empty_state(std::string_view key, EmptyState const& empty) {
    return draw_centered(*this, Role::group, key,
                         {.icon = empty.icon == nullptr ? embedded::icon_search : empty.icon,
                          .tone = Tone::neutral,
                          .title = empty.title,
                          .words = empty.hint,
                          .action = empty.action,
                          .action_icon = nullptr,
                          .kind = empty.kind});
}

bool Ui::error_state(std::string_view key, std::string_view title, std::string_view words) {
    std::string const retry = text("ui.retry");
    return draw_centered(*this, Role::alert, key,
                         {.icon = embedded::icon_circle_alert,
                          .tone = Tone::danger,
                          .title = title,
                          .words = words,
                          .action = retry,
                          .action_icon = embedded::icon_refresh_cw,
                          .kind = Button::secondary});
}

} // namespace schulkit::ui
