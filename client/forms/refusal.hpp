#pragma once
// A change that a dialog has sent, and that was refused or not answered.

#include "client/api/change_key.hpp"
#include "shared/core/validate.hpp"

#include <utility>

namespace schulkit {

/// Told at the fields it names, else by the dialog as a whole; refusal_view.hpp draws both. `dialog` has key, errors and refused.
template <class Dialog> void take_refusal(Dialog& dialog, Error error) {
    dialog.key.failed(error);
    dialog.errors = error.fields;
    if (dialog.errors.empty()) dialog.refused = std::move(error);
}

/// A date that was left half typed is not the same as none.
inline void check_date(std::string const& typed, std::string_view field, FieldErrors& errors) {
    if (!typed.empty() && !parse_iso_date(typed)) errors.push_back({std::string{field}, "bad_date", {}});
}

/// What is said of a field's former words is not said of the new ones.
inline void forget_error(FieldErrors& errors, std::string_view field) {
    std::erase_if(errors, [field](FieldError const& error) { return error.field == field; });
}

} // namespace schulkit
