#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

constexpr float badge_padding = 8;
constexpr float badge_gap = 4;

void set_words(Node& node, std::string_view words) {
    if (node.role == Role::text || node.role == Role::cell)
        node.value = words;
    else
        node.name = words;
}

/// room: of no height yet.
float place_lines(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                  Rect room, bool centered) {
    auto const lines = wrap(state, face, words, room.width);
    float const line_px = state.face(face).line_px;
    float widest = 0;
    for (std::string_view const line : lines) widest = std::max(widest, text_width(state, face, line));
    widest = std::ceil(widest);
    if (centered) room.x += (room.width - widest) / 2;
    Rect const rect = {std::round(room.x), std::round(room.y), widest, static_cast<float>(lines.size()) * line_px};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        float const in_by = centered ? (widest - text_width(state, face, lines[i])) / 2 : 0;
        draw_text(state, face, color, rect.x + in_by, rect.y + static_cast<float>(i) * line_px, line_px, lines[i]);
    }
    Node& node = add_node(state, role, key, "", rect);
    set_words(node, words);
    node.text = style_of(state, face, color, Color::surface, 0);
    node.text.centered = centered;
    set_lines(node, words, lines, 0);
    return rect.height;
}

/// Takes a slot that is as wide as the words in a row, and as wide as the column elsewhere.
void place_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                 int level) {
    bool const in_row = state.areas.back().flow == Flow::row;
    float const natural = std::ceil(text_width(state, face, words)) + 1;
    float const width = slot_width(state, in_row ? natural : all_there_is);
    float const height = words_height(state, face, words, width);
    Rect const slot = take_slot(state, in_row ? natural : all_there_is, height);
    draw_words(state, role, key, words, face, color, slot.x, slot.y, slot.width);
    if (level > 0) node_at(state, id_of(state, key)).level = level;
}

} // namespace

void set_lines(Node& node, std::string_view words, std::vector<std::string_view> const& lines, float inset_y) {
    if (lines.size() < 2) return;
    node.text.inset_y = inset_y;
    std::string drawn;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) drawn += '\n';
        drawn += lines[i];
    }
    if (drawn != words) node.wrapped = std::move(drawn);
}

float grown(State const& state, float px) { return std::round(px * state.size.text); }
float target(State const& state) { return grown(state, state.size.target); }
float badge_height(State const& state) { return grown(state, 24); }

float words_height(State const& state, Face face, std::string_view words, float width) {
    return static_cast<float>(wrap(state, face, words, width).size()) * state.face(face).line_px;
}

float draw_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                 float x, float y, float width) {
    return place_lines(state, role, key, words, face, color, {x, y, width, 0}, false);
}

float draw_centered_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                          float x, float y, float width) {
    return place_lines(state, role, key, words, face, color, {x, y, width, 0}, true);
}

void draw_line_of_words(State& state, Role role, std::string_view key, std::string_view words, Face face, Color color,
                        Rect rect, float inset_x) {
    std::string const shown = shorten(state, face, words, rect.width - inset_x);
    draw_text(state, face, color, rect.x + inset_x, rect.y, rect.height, shown);
    Node& node = add_node(state, role, key, "", rect);
    set_words(node, words);
    node.text = style_of(state, face, color, Color::surface, inset_x);
}

float badge_width(State const& state, std::string_view words) {
    return std::ceil(text_width(state, Face::small_medium, words)) + state.face(Face::icon_small).css_px + badge_gap +
           2 * badge_padding;
}

float draw_badge(State& state, Rect rect, std::string_view words, Tone tone, Icon icon) {
    fill(state, rect, soft(tone), rect.height / 2);
    float const side = state.face(Face::icon_small).css_px;
    draw_icon(state, Face::icon_small, text_on_soft(tone), rect.x + badge_padding, rect.y + (rect.height - side) / 2,
              side, icon == nullptr ? icon_of(tone) : icon);
    float const inset = badge_padding + side + badge_gap;
    draw_text(state, Face::small_medium, text_on_soft(tone), rect.x + inset, rect.y, rect.height,
              shorten(state, Face::small_medium, words, rect.width - inset - badge_padding + 1));
    return inset;
}

void Ui::heading(std::string_view key, int level, std::string_view words) {
    Face const face = level == 1 ? Face::headline : level == 2 ? Face::title : Face::body_medium;
    place_words(m_state, Role::heading, key, words, face, Color::text, level);
}

void Ui::paragraph(std::string_view key, std::string_view words, TextKind kind) {
    Face face = Face::body;
    Color color = Color::text;
    switch (kind) {
    case TextKind::body: break;
    case TextKind::strong: face = Face::body_medium; break;
    case TextKind::muted: color = Color::text_muted; break;
    case TextKind::small:
        face = Face::small;
        color = Color::text_muted;
        break;
    case TextKind::danger: color = Color::danger_text; break;
    case TextKind::figure: face = Face::headline; break;
    }
    place_words(m_state, Role::text, key, words, face, color, 0);
}

void Ui::badge(std::string_view key, std::string_view words, Tone tone, Icon icon) {
    Rect slot = take_slot(m_state, badge_width(m_state, words), badge_height(m_state));
    slot.width = std::min(slot.width, badge_width(m_state, words));
    float const inset = draw_badge(m_state, slot, words, tone, icon);
    Node& node = add_node(m_state, Role::text, key, "", slot);
    node.value = words;
    node.text = style_of(m_state, Face::small_medium, text_on_soft(tone), soft(tone), inset);
}

void Ui::swatches(std::string_view key) {
    grid(key, {.min_column = 180, .gap = 8, .max_columns = 6}, [&] {
        for (std::size_t i = 0; i < color_names.size(); ++i) {
            float const side = grown(m_state, 28);
            Rect const slot = take_slot(m_state, all_there_is, side);
            Rect const square = {slot.x, slot.y, side, side};
            fill(m_state, square, static_cast<Color>(i), radius_control);
            stroke(m_state, square, Color::control_border, radius_control);
            draw_line_of_words(m_state, Role::text, color_names[i], color_names[i], Face::small, Color::text,
                               {slot.x + side + 8, slot.y, slot.width - side - 8, side});
        }
    });
}

void Ui::icon(std::string_view key, Icon icon, std::string_view meaning, Tone tone) {
    float const side = m_state.face(Face::icon).css_px;
    Rect slot = take_slot(m_state, side, side);
    slot.width = side;
    draw_icon(m_state, Face::icon, text_on_soft(tone), slot.x, slot.y, side, icon);
    add_node(m_state, Role::image, key, meaning, slot);
}

} // namespace schulkit::ui
