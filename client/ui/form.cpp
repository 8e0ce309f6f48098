#include "client/ui/form.hpp"

#include "client/ui/state.hpp"
#include "shared/core/text.hpp"

#include <utility>

namespace schulkit::ui {

std::string error_for(Ui const& ui, FieldErrors const& errors, std::string_view field) {
    for (FieldError const& error : errors) {
        if (error.field != field) continue;
        std::string const general = "error." + error.code;
        std::string const own = general + '.' + error.field;
        return ui.text(ui.has_text(own) ? own : ui.has_text(general) ? general : "error.internal");
    }
    return {};
}

std::optional<Cents> read_money(std::string_view text, char decimal_mark) {
    std::string digits;
    int decimals = -1; // after the mark; -1: no mark yet
    int since_group = -1;
    bool negative = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c >= '0' && c <= '9') {
            digits += c;
            if (decimals >= 0) ++decimals;
            if (since_group >= 0) ++since_group;
        } else if (c == decimal_mark && decimals < 0) {
            if (since_group >= 0 && since_group != 3) return std::nullopt;
            since_group = -1;
            decimals = 0;
        } else if ((c == '.' || c == ',') && decimals < 0 && !digits.empty()) {
            if (since_group >= 0 && since_group != 3) return std::nullopt;
            since_group = 0;
        } else if (c == '-' && digits.empty() && !negative) {
            negative = true;
        } else if (c == ' ') {
        } else if (text.substr(i, 3) == "€") {
            i += 2;
        } else if (text.substr(i, 2) == "\u00a0") {
            i += 1;
        } else {
            return std::nullopt;
        }
    }
    // A lone foreign mark before one or two digits can only be a decimal mark: "12.5".
    bool const foreign_mark = since_group == 1 || since_group == 2;
    if (foreign_mark && decimals < 0) decimals = since_group;
    if (digits.empty() || digits.size() > 15 || decimals > 2) return std::nullopt;
    if (since_group >= 0 && since_group != 3 && !foreign_mark) return std::nullopt;
    std::int64_t value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    for (int i = std::max(0, decimals); i < 2; ++i) value *= 10;
    return Cents{negative ? -value : value};
}

namespace {

/// A text field for a value that is no text: what is typed stays as it is until the field is left, even
/// while it means nothing yet ("12,").
template <class V, class Show, class Read, class Draw>
bool edit_typed(FieldEdit& field, V& value, std::string_view error, Show show, Read read, Draw draw) {
    State& state = field.ui.state();
    std::uint32_t const id = id_of(state, field.key);
    auto const kept = state.typed.find(id);
    std::string text = kept != state.typed.end() ? kept->second.text : show(value);
    V meant = value;
    bool readable = read(text, meant);
    if (!readable && field.options.error.empty()) field.options.error = field.ui.text(error);

    bool changed = false;
    if (draw(text)) {
        readable = read(text, meant);
        changed = readable && !(meant == value);
        if (readable) value = meant;
        state.typed[id] = {text, state.pass};
    } else if (kept != state.typed.end()) {
        if (readable && !field.ui.focused())
            state.typed.erase(id);
        else
            state.typed[id].seen = state.pass;
    }
    field.unreadable = !readable;
    return changed;
}

template <class V, class Show, class Read> bool edit_number(FieldEdit& field, V& value, std::string_view error, Show show, Read read) {
    return edit_typed(field, value, error, show, read, [&field](std::string& text) {
        return field.ui.text_field(field.key, field.ui.text(field.label), text, field.options);
    });
}

/// The browser's date input tells a whole date, nothing, or that somebody has left it half typed.
template <class V, class Show, class Read> bool edit_date(FieldEdit& field, V& value, Show show, Read read) {
    return edit_typed(field, value, "error.bad_date", show, read, [&field](std::string& text) {
        return field.ui.date_field(field.key, field.ui.text(field.label), text, field.options);
    });
}

bool read_date(std::string const& text, Date& day) {
    auto const read = parse_iso_date(text);
    if (read) day = *read;
    return read.has_value();
}

template <class V, class Read> bool read_optional(std::string const& text, std::optional<V>& value, Read read) {
    if (trim(text).empty()) {
        value.reset();
        return true;
    }
    V inner{};
    if (!read(text, inner)) return false;
    value = inner;
    return true;
}

char decimal_mark(Ui const& ui) { return ui.text("format.decimal").front(); }

std::string show_cents(Ui const& ui, Cents cents) {
    std::string digits = std::to_string(cents.value < 0 ? -cents.value : cents.value);
    while (digits.size() < 3) digits.insert(0, "0");
    return (cents.value < 0 ? "-" : "") + digits.substr(0, digits.size() - 2) + decimal_mark(ui) +
           digits.substr(digits.size() - 2);
}

} // namespace

bool edit_value(FieldEdit& field, std::string& value) {
    std::string const label = field.ui.text(field.label);
    return field.multiline ? field.ui.text_area(field.key, label, value, field.options)
                           : field.ui.text_field(field.key, label, value, field.options);
}

bool edit_value(FieldEdit& field, std::optional<std::string>& value) {
    std::string text = value.value_or("");
    if (!edit_value(field, text)) return false;
    value = text.empty() ? std::nullopt : std::optional{std::move(text)};
    return true;
}

bool edit_value(FieldEdit& field, std::optional<Date>& value) {
    return edit_date(
        field, value, [](std::optional<Date> const& day) { return day ? to_iso(*day) : std::string{}; },
        [](std::string const& text, std::optional<Date>& day) { return read_optional(text, day, read_date); });
}

bool edit_value(FieldEdit& field, Date& value) {
    return edit_date(field, value, [](Date const& day) { return to_iso(day); }, read_date);
}

bool edit_value(FieldEdit& field, Cents& value) {
    if (field.options.input_mode.empty()) field.options.input_mode = "decimal";
    char const mark = decimal_mark(field.ui);
    return edit_number(
        field, value, "error.bad_number", [&](Cents cents) { return show_cents(field.ui, cents); },
        [&](std::string const& text, Cents& cents) {
            auto const read = read_money(text, mark);
            if (read) cents = *read;
            return read.has_value();
        });
}

bool edit_value(FieldEdit& field, std::optional<Cents>& value) {
    if (field.options.input_mode.empty()) field.options.input_mode = "decimal";
    char const mark = decimal_mark(field.ui);
    return edit_number(
        field, value, "error.bad_number",
        [&](std::optional<Cents> const& cents) { return cents ? show_cents(field.ui, *cents) : std::string{}; },
        [&](std::string const& text, std::optional<Cents>& cents) {
            return read_optional(text, cents, [&](std::string const& given, Cents& inner) {
                auto const read = read_money(given, mark);
                if (read) inner = *read;
                return read.has_value();
            });
        });
}

bool edit_value(FieldEdit& field, std::int64_t& value) {
    if (field.options.input_mode.empty()) field.options.input_mode = "numeric";
    return edit_number(
        field, value, "error.bad_whole_number", [](std::int64_t number) { return std::to_string(number); },
        [](std::string const& text, std::int64_t& number) { return from_text(trim(text), number); });
}

bool edit_value(FieldEdit& field, std::optional<std::int64_t>& value) {
    if (field.options.input_mode.empty()) field.options.input_mode = "numeric";
    return edit_number(
        field, value, "error.bad_whole_number",
        [](std::optional<std::int64_t> const& number) { return number ? std::to_string(*number) : std::string{}; },
        [](std::string const& text, std::optional<std::int64_t>& number) {
            return read_optional(text, number, [](std::string const& given, std::int64_t& inner) {
                return from_text(trim(given), inner);
            });
        });
}

bool edit_value(FieldEdit& field, bool& value) {
    return field.ui.checkbox(field.key, field.ui.text(field.label), value, field.options);
}

bool edit_word(FieldEdit& field, std::string& word, std::vector<std::string_view> const& words, bool may_be_empty) {
    std::vector<Option> options;
    if (may_be_empty) options.push_back({"", field.ui.text(field.options.required ? "ui.choose" : "ui.none")});
    for (std::string_view const each : words)
        options.push_back({std::string{each}, field.ui.text(std::string{field.label} + '.' + std::string{each})});
    return field.ui.choice(field.key, field.ui.text(field.label), word, options, field.options);
}

} // namespace schulkit::ui
