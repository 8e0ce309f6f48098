#pragma once
// A change that a dialog has sent, and that was refused or not answered.

#include "client/api/change_key.hpp"

#include <utility>

namespace schulkit {

/// Told at the fields it names, else by the dialog as a whole; refusal_view.hpp draws both. `dialog` has key, errors and refused.
template <class Dialog> void take_refusal(Dialog& dialog, Error error) {
    dialog.key.failed(error);
    dialog.errors = error.fields;
    if (dialog.errors.empty()) dialog.refused = std::move(error);
}

} // namespace schulkit
