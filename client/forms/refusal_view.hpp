#pragma once
// Where a dialog tells what was refused: beside the controls, and in its alert whatever none of them has shown.

#include "client/error_text.hpp"
#include "client/ui/form.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schulkit {

/// Of "slots.2.label" what is said of a label.
inline std::string error_at(ui::Ui const& ui, FieldError const& error) {
    std::string const name = error.field.substr(error.field.rfind('.') + 1);
    return ui::error_for(ui, {{name, error.code}}, name);
}

/// Of one picture: which errors have found their control.
class RefusedFields {
public:
    RefusedFields(ui::Ui const& ui, FieldErrors errors) : m_ui{ui}, m_untold{errors}, m_errors{std::move(errors)} {}

    /// What a control says of its field, by which it is told.
    std::string at(std::string_view field) {
        std::erase_if(m_untold, [field](FieldError const& error) { return error.field == field; });
        return ui::error_for(m_ui, m_errors, field);
    }
    /// What no control has said so far, a line each: "TAB0001: Dieses Gerät gehört nicht zu diesem Koffer."
    std::string untold() const {
        std::string words;
        std::vector<std::string> told; // both signatures are missing: that is said once
        for (FieldError const& error : m_untold) {
            std::string line = (error.value.empty() ? "" : error.value + ": ") + error_at(m_ui, error);
            if (std::find(told.begin(), told.end(), line) != told.end()) continue;
            words.append(words.empty() ? "" : "\n").append(line);
            told.push_back(std::move(line));
        }
        return words;
    }

private:
    ui::Ui const& m_ui;
    FieldErrors m_untold;
    FieldErrors m_errors;
};

/// Below the controls. `whole`: what is said of a refusal that names no field; empty: there is none.
inline void draw_refused(std::string_view title, RefusedFields const& fields, std::string whole, ui::Ui& ui) {
    std::string const untold = fields.untold();
    if (!untold.empty()) whole.append(whole.empty() ? "" : "\n").append(untold);
    if (!whole.empty()) ui.alert("refused", ui::Tone::danger, title, whole);
}

inline void draw_refused(std::string_view title, RefusedFields const& fields, std::optional<Error> const& refused, ui::Ui& ui) {
    bool const is_whole = refused && refused->fields.empty();
    draw_refused(title, fields, is_whole ? error_text(ui, refused->code) : std::string{}, ui);
}

/// Of a refusal that is kept as it came.
inline FieldErrors fields_of(std::optional<Error> const& refused) { return refused ? refused->fields : FieldErrors{}; }

} // namespace schulkit
