#pragma once
// What a person reads when something went wrong: "error.<code>" of shared/strings.

#include "client/ui/ui.hpp"
#include "shared/core/result.hpp"

#include <string>
#include <string_view>

namespace schulkit {

/// A code without a text of its own reads as an unexpected error.
std::string error_text(ui::Ui const& ui, std::string_view code);

/// For the field; "error.<code>.<field>" goes before "error.<code>" where there is one. Empty: nothing is wrong.
std::string field_error_text(ui::Ui const& ui, std::vector<FieldError> const& errors, std::string_view field);

/// The answer did not come from the server: what was typed is kept, and the same can be sent again.
bool is_lost_connection(Error const& error);

} // namespace schulkit
