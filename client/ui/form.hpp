#pragma once
// Forms from the Schema: the field's label, rules and errors come from the entity, the widget from the
// member's type.
//
//     ui::Form form{ui, model.draft, model.errors};
//     form.edit<&Asset::tag>();
//     form.edit<&Asset::status>();
//     if (ui.button("save", …) && form.readable()) submit(model, api);

#include "client/ui/ui.hpp"
#include "shared/core/json.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::ui {

/// "error.<code>.<field>", else "error.<code>", else "error.internal"; empty where nothing is wrong.
std::string error_for(Ui const& ui, FieldErrors const& errors, std::string_view field);

/// "1.234,56 €", "1234,56", "12": by the decimal mark of the language, which also decides what a lone
/// "1.234" is. Not a whole amount of cents: nothing.
std::optional<Cents> read_money(std::string_view text, char decimal_mark);

/// How one member is drawn and read. `unreadable` becomes true while its words mean no value of its type.
struct FieldEdit {
    Ui& ui;
    std::string_view key;   ///< the field's name
    std::string_view label; ///< key of the label
    FieldOptions options;
    bool multiline = false;
    bool unreadable = false;
};

// --- one overload per value type; true: the value changed ---
bool edit_value(FieldEdit& field, std::string& value);
bool edit_value(FieldEdit& field, std::optional<std::string>& value);
bool edit_value(FieldEdit& field, Date& value);
bool edit_value(FieldEdit& field, std::optional<Date>& value);
bool edit_value(FieldEdit& field, Cents& value);
bool edit_value(FieldEdit& field, std::optional<Cents>& value);
bool edit_value(FieldEdit& field, std::int64_t& value);
bool edit_value(FieldEdit& field, std::optional<std::int64_t>& value);
bool edit_value(FieldEdit& field, bool& value);
/// Choices read "<label>.<word>": "asset.status.in_use".
bool edit_word(FieldEdit& field, std::string& word, std::vector<std::string_view> const& words,
               bool may_be_empty);

template <NamedEnum E> bool edit_value(FieldEdit& field, E& value) {
    std::vector<std::string_view> words;
    for (auto const& entry : EnumWords<E>::values) words.push_back(entry.second);
    std::string word{word_of(value)};
    if (!edit_word(field, word, words, false)) return false;
    auto const chosen = enum_of<E>(word);
    if (chosen) value = *chosen;
    return chosen.has_value();
}
template <NamedEnum E> bool edit_value(FieldEdit& field, std::optional<E>& value) {
    std::vector<std::string_view> words;
    for (auto const& entry : EnumWords<E>::values) words.push_back(entry.second);
    std::string word{value ? word_of(*value) : std::string_view{}};
    if (!edit_word(field, word, words, true)) return false;
    value = enum_of<E>(word);
    return true;
}

template <Entity T>
class Form {
public:
    /// A field's error is dropped as soon as the field changes.
    Form(Ui& ui, T& draft, FieldErrors& errors) : m_ui(ui), m_draft(draft), m_errors(errors) {}

    /// Draws the field of that member; true when its value changed. `more` adds what the Schema cannot say
    /// (placeholder, hint, width …). A hint in the texts, "<label>.hint", is shown by itself.
    template <auto Member> bool edit(FieldOptions more = {}) {
        bool changed = false;
        for_each_field<T>([&](auto const& f) {
            if constexpr (std::is_same_v<std::remove_cvref_t<decltype(f.member)>, decltype(Member)>)
                if (f.member == Member) changed = edit_field(f, std::move(more));
        });
        return changed;
    }

    /// False while a field holds words that mean no value of its type ("12,345 €"). Before saving.
    bool readable() const { return m_readable; }

private:
    template <class F> bool edit_field(F const& f, FieldOptions options) {
        options.required = options.required || f.rules.required;
        if (options.max_length == 0 && f.rules.max_length > 0)
            options.max_length = static_cast<int>(f.rules.max_length);
        if (f.rules.read_only) options.enabled = false;
        if (options.error.empty()) options.error = error_for(m_ui, m_errors, f.name);
        std::string const hint = std::string{f.label} + ".hint";
        if (options.hint.empty() && m_ui.has_text(hint)) options.hint = m_ui.text(hint);
        FieldEdit field{m_ui, f.name, f.label, std::move(options), f.rules.multiline, false};
        bool const changed = edit_value(field, m_draft.*f.member);
        if (changed)
            m_errors.erase(std::remove_if(m_errors.begin(), m_errors.end(),
                                          [&](FieldError const& error) { return error.field == f.name; }),
                           m_errors.end());
        if (field.unreadable) m_readable = false;
        return changed;
    }

    Ui& m_ui;
    T& m_draft;
    FieldErrors& m_errors;
    bool m_readable = true;
};

} // namespace schulkit::ui
