// Fields draw their frame, label, words and error. They are never edited by ImGui: the mirror lays the
// browser's own editor over the box and sends what was typed as acts.
#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"
#include "client/ui/ui.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

constexpr float label_gap = 4;
constexpr float hint_gap = 4;
constexpr float field_inset = 12;
constexpr float width_in_rows = 220;
constexpr float area_padding = 10;

struct FieldBox {
    std::uint32_t id = 0;
    Rect box = {};
    Use use = {};
};

/// What a screen reader says after the name; the placeholder is drawn only.
std::string description_of(FieldOptions const& options) {
    std::string description;
    for (std::string const* part : {&options.error, &options.hint, &options.placeholder}) {
        if (part->empty()) continue;
        if (!description.empty()) description += ' ';
        description += *part;
    }
    return description;
}

float note_icon_room(State const& state) { return state.face(Face::icon_small).css_px + 6; }

float note_height(State const& state, FieldOptions const& options, float width) {
    float height = 0;
    if (!options.error.empty())
        height += hint_gap + words_height(state, Face::small, options.error, width - note_icon_room(state));
    if (!options.hint.empty()) height += hint_gap + words_height(state, Face::small, options.hint, width);
    return height;
}

void draw_notes(State& state, std::string_view key, FieldOptions const& options, Rect box) {
    float y = box.y + box.height;
    if (!options.error.empty()) {
        y += hint_gap;
        float const side = state.face(Face::icon_small).css_px;
        draw_icon(state, Face::icon_small, Color::danger_text, box.x, y + (state.face(Face::small).line_px - side) / 2,
                  side, embedded::icon_circle_alert);
        y += draw_words(state, Role::text, std::string{key} + ".error", options.error, Face::small,
                        Color::danger_text, box.x + note_icon_room(state), y,
                        box.width - note_icon_room(state));
    }
    if (!options.hint.empty())
        draw_words(state, Role::text, std::string{key} + ".hint", options.hint, Face::small, Color::text_muted, box.x,
                   y + hint_gap, box.width);
}

/// Label, box and what stands below; the box is empty yet.
FieldBox draw_field(State& state, std::string_view key, std::string_view label, FieldOptions const& options,
                    float box_height) {
    bool const in_row = state.areas.back().flow == Flow::row;
    float const wanted = options.width > 0 ? grown(state, options.width)
                         : in_row          ? grown(state, width_in_rows)
                                           : all_there_is;
    float const width = slot_width(state, wanted);
    float const label_px = options.hide_label ? 0 : state.face(Face::small_medium).line_px + label_gap;
    Rect const slot = take_slot(state, wanted, label_px + box_height + note_height(state, options, width));

    if (!options.hide_label) {
        std::string const shown = std::string{label} + (options.required ? " *" : "");
        draw_line_of_words(state, Role::text, std::string{key} + ".label", shown, Face::small_medium, Color::text,
                           {slot.x, slot.y, slot.width, state.face(Face::small_medium).line_px});
        node_at(state, id_of(state, std::string{key} + ".label")).silent = true;
    }
    FieldBox field;
    field.id = id_of(state, key);
    field.box = {slot.x, slot.y + label_px, slot.width, box_height};
    field.use = use_field(state, field.id, field.box, options.enabled);
    state.last_field = field.id;
    state.last_submitted = false;
    if (options.required) state.required_seen = true;

    fill(state, field.box, options.enabled ? Color::surface : Color::disabled, radius_control);
    bool const bad = !options.error.empty();
    stroke(state, field.box,
           bad                 ? Color::danger_text
           : field.use.hovered ? Color::text_muted
           : options.enabled   ? Color::control_border
                               : Color::border,
           radius_control, bad ? 2.0F : 1.0F);
    if (field.use.ring) draw_ring(state, field.box, radius_control);
    return field;
}

Node& add_field_node(State& state, Role role, std::string_view key, std::string_view label,
                     FieldOptions const& options, FieldBox const& field) {
    Node& node = add_node(state, role, key, label, field.box);
    node.description = description_of(options);
    node.input_mode = options.input_mode;
    node.max_length = options.max_length;
    node.enabled = options.enabled;
    node.focusable = options.enabled;
    node.invalid = !options.error.empty();
    node.required = options.required;
    node.code = options.code;
    node.text = style_of(state, Face::body, Color::text, Color::surface, field_inset);
    return node;
}

/// New text from the editor; also notes Enter for the field and the form around it.
bool take_typed(State& state, FieldBox const& field, bool enabled, std::string& value) {
    bool changed = false;
    auto typed = take_value(state, field.id);
    if (typed && enabled && *typed != value) {
        value = std::move(*typed);
        changed = true;
    }
    if (take_act(state, field.id, ActKind::submit) && enabled) {
        state.last_submitted = true;
        if (!state.submitted_forms.empty()) state.submitted_forms.back() = true;
    }
    return changed;
}

void draw_value(State& state, Rect box, float left, float right, std::string_view value, FieldOptions const& options) {
    bool const empty = value.empty();
    std::string_view const words = empty ? std::string_view{options.placeholder} : value;
    Color const color = !options.enabled ? Color::text_disabled : empty ? Color::placeholder : Color::text;
    draw_text(state, Face::body, color, box.x + left, box.y, box.height,
              shorten(state, Face::body, words, box.width - left - right));
}

void draw_end_icon(State& state, Rect box, Icon icon) {
    float const side = state.face(Face::icon).css_px;
    draw_icon(state, Face::icon, Color::text_muted, box.x + box.width - side - 10, box.y + (box.height - side) / 2, side,
              icon);
}

} // namespace

bool Ui::text_field(std::string_view key, std::string_view label, std::string& value, FieldOptions const& options) {
    FieldBox const field = draw_field(m_state, key, label, options, m_state.size.control);
    bool const changed = take_typed(m_state, field, options.enabled, value);
    draw_value(m_state, field.box, field_inset, field_inset, value, options);
    add_field_node(m_state, Role::textbox, key, label, options, field).value = value;
    draw_notes(m_state, key, options, field.box);
    return changed;
}

bool Ui::search_field(std::string_view key, std::string_view label, std::string& value, FieldOptions const& given) {
    FieldOptions options = given;
    options.hide_label = true;
    if (options.input_mode.empty()) options.input_mode = "search";
    if (options.placeholder.empty()) options.placeholder = label;
    FieldBox const field = draw_field(m_state, key, label, options, m_state.size.control);
    bool const changed = take_typed(m_state, field, options.enabled, value);
    float const side = m_state.face(Face::icon).css_px;
    draw_icon(m_state, Face::icon, Color::text_muted, field.box.x + field_inset, field.box.y + (field.box.height - side) / 2,
              side, embedded::icon_search);
    float const left = field_inset + side + 8;
    draw_value(m_state, field.box, left, field_inset, value, options);
    Node& node = add_field_node(m_state, Role::searchbox, key, label, options, field);
    node.value = value;
    node.text.inset_x = left;
    draw_notes(m_state, key, options, field.box);
    return changed;
}

bool Ui::text_area(std::string_view key, std::string_view label, std::string& value, FieldOptions const& options) {
    float const line_px = m_state.face(Face::body).line_px;
    FieldBox const field = draw_field(m_state, key, label, options,
                                      static_cast<float>(std::max(2, options.rows)) * line_px + 2 * area_padding);
    bool const changed = take_typed(m_state, field, options.enabled, value);
    {
        Clip const clip{inner(field.box, 2)};
        bool const empty = value.empty();
        std::string_view const words = empty ? std::string_view{options.placeholder} : value;
        Color const color = !options.enabled ? Color::text_disabled : empty ? Color::placeholder : Color::text;
        float y = field.box.y + area_padding;
        for (std::string_view const line : wrap(m_state, Face::body, words, field.box.width - 2 * field_inset)) {
            if (y > field.box.y + field.box.height) break;
            draw_text(m_state, Face::body, color, field.box.x + field_inset, y, line_px, line);
            y += line_px;
        }
    }
    Node& node = add_field_node(m_state, Role::textarea, key, label, options, field);
    node.value = value;
    node.text.inset_y = area_padding;
    draw_notes(m_state, key, options, field.box);
    return changed;
}

bool Ui::date_field(std::string_view key, std::string_view label, std::string& value, FieldOptions const& given) {
    FieldOptions options = given;
    if (options.placeholder.empty()) options.placeholder = text("ui.date_placeholder");
    FieldBox const field = draw_field(m_state, key, label, options, m_state.size.control);
    bool const changed = take_typed(m_state, field, options.enabled, value);
    auto const day = parse_iso_date(value);
    draw_value(m_state, field.box, field_inset, field_inset + m_state.face(Face::icon).css_px + 6, day ? date(*day) : value, options);
    draw_end_icon(m_state, field.box, embedded::icon_calendar_days);
    add_field_node(m_state, Role::datebox, key, label, options, field).value = value;
    draw_notes(m_state, key, options, field.box);
    return changed;
}

bool Ui::choice(std::string_view key, std::string_view label, std::string& value, std::span<Option const> options,
                FieldOptions const& given) {
    FieldOptions field_options = given;
    FieldBox const field = draw_field(m_state, key, label, field_options, m_state.size.control);
    bool const changed = take_typed(m_state, field, field_options.enabled, value);
    auto const chosen =
        std::find_if(options.begin(), options.end(), [&](Option const& option) { return option.value == value; });
    bool const is_open = chosen == options.end();
    std::string const open_words = given.placeholder.empty() ? text("ui.choose") : given.placeholder;
    field_options.placeholder = open_words;
    draw_value(m_state, field.box, field_inset, field_inset + m_state.face(Face::icon).css_px + 6,
               is_open ? std::string_view{} : std::string_view{chosen->label}, field_options);
    field_options.placeholder.clear(); // said by an option of its own
    draw_end_icon(m_state, field.box, embedded::icon_chevron_down);
    Node& node = add_field_node(m_state, Role::combobox, key, label, field_options, field);
    node.value = value;
    if (is_open) node.options.push_back({value, open_words});
    node.options.insert(node.options.end(), options.begin(), options.end());
    draw_notes(m_state, key, field_options, field.box);
    return changed;
}

bool draw_checkbox(State& state, std::string_view key, std::string_view label, Rect hit, Rect box, bool& value,
                   CheckLook look) {
    std::uint32_t const id = id_of(state, key);
    Use const use = use_item(state, id, hit, label, look.enabled);
    bool wanted = value != use.clicked;
    if (auto const told = take_value(state, id); told && look.enabled) wanted = *told == "true";
    bool const changed = wanted != value;
    value = wanted;
    Color const edge = look.bad ? Color::danger_text : use.hovered ? Color::text : Color::control_border;
    if (value) {
        fill(state, box, look.enabled ? Color::accent : Color::text_disabled, 4);
        draw_icon(state, Face::icon_small, Color::on_accent, box.x, box.y, box.width, embedded::icon_check);
    } else {
        fill(state, box, look.enabled ? Color::surface : Color::disabled, 4);
        stroke(state, box, edge, 4, 1.5F);
    }
    if (use.ring) draw_ring(state, hit, radius_control);
    Node& node = add_node(state, Role::checkbox, key, label, hit);
    node.checked = value;
    node.enabled = look.enabled;
    node.focusable = look.enabled;
    return changed;
}

bool Ui::checkbox(std::string_view key, std::string_view label, bool& value, FieldOptions const& options) {
    State& state = m_state;
    float const side = grown(state, 20);
    constexpr float gap = 10;
    bool const in_row = state.areas.back().flow == Flow::row;
    float const natural = side + gap + std::ceil(text_width(state, Face::body, label)) + 1;
    float const width = slot_width(state, in_row ? natural : all_there_is);
    float const words_px = words_height(state, Face::body, label, width - side - gap);
    float const height = std::max(target(state), words_px);
    Rect const slot =
        take_slot(state, in_row ? natural : all_there_is, height + note_height(state, options, width - side - gap));
    Rect const hit = {slot.x, slot.y, std::min(slot.width, natural), height};

    Rect const box = {slot.x, slot.y + std::round((height - side) / 2), side, side};
    bool const changed =
        draw_checkbox(state, key, label, hit, box, value, {.enabled = options.enabled, .bad = !options.error.empty()});
    float const line_px = state.face(Face::body).line_px;
    float const words_y = slot.y + std::round((height - words_px) / 2);
    auto const lines = wrap(state, Face::body, label, width - side - gap);
    for (std::size_t i = 0; i < lines.size(); ++i)
        draw_text(state, Face::body, options.enabled ? Color::text : Color::text_disabled, slot.x + side + gap,
                  words_y + static_cast<float>(i) * line_px, line_px, lines[i]);

    Node& node = node_at(state, id_of(state, key));
    node.description = description_of(options);
    node.required = options.required;
    node.invalid = !options.error.empty();
    node.text = style_of(state, Face::body, Color::text, Color::surface, side + gap);
    set_lines(node, label, lines, words_y - slot.y);
    draw_notes(state, key, options, {slot.x + side + gap, slot.y, slot.width - side - gap, height});
    return changed;
}

bool Ui::file_button(std::string_view key, std::string_view label, std::string& handle, std::string& name,
                     FileOptions const& options) {
    State& state = m_state;
    FieldOptions const notes = {.error = options.error, .hint = options.hint};
    ButtonLook const look = {.kind = options.kind, .icon = options.icon, .enabled = options.enabled};
    float const natural = button_width(state, label, look);
    float const width = slot_width(state, all_there_is);
    Rect const slot = take_slot(state, state.areas.back().flow == Flow::row ? natural : all_there_is,
                                state.size.control + note_height(state, notes, width));
    Rect const button = {slot.x, slot.y, std::min(natural, slot.width), state.size.control};

    std::uint32_t const id = id_of(state, key);
    bool changed = false;
    if (auto const chosen = take_value(state, id); chosen && options.enabled) {
        auto const slash = chosen->find('/');
        handle = chosen->substr(0, slash);
        name = slash == std::string::npos ? "" : chosen->substr(slash + 1);
        changed = true;
    }
    Use const use = use_field(state, id, button, options.enabled);
    float const words_at = draw_button(state, button, label, look, use);
    Node& node = add_node(state, Role::file, key, label, button);
    node.value = name;
    node.description = description_of(notes);
    if (!options.description.empty()) node.description.append(node.description.empty() ? "" : " ").append(options.description);
    node.accept = options.accept;
    node.camera = options.camera;
    node.enabled = options.enabled;
    node.focusable = options.enabled;
    node.invalid = !options.error.empty();
    node.text = style_of(state, Face::body_medium, Color::text, Color::surface, words_at);
    if (float const room = slot.x + slot.width - button.x - natural - field_inset; !name.empty() && room > 40)
        draw_line_of_words(state, Role::text, std::string{key} + ".name", name, Face::body, Color::text_muted,
                           {button.x + natural + field_inset, button.y, room, button.height});
    draw_notes(state, key, notes, {slot.x, button.y, slot.width, button.height});
    return changed;
}

void Ui::forget_typed() { m_state.typed.clear(); }
bool Ui::submitted() const { return m_state.last_submitted; }
bool Ui::focused() const { return m_state.last_field != 0 && m_state.focus == m_state.last_field; }

} // namespace schulkit::ui
