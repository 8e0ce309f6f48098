#pragma once
// What a person reads when something went wrong: "error.<code>" of shared/strings. Beside a field:
// ui::error_for().

#include "client/ui/ui.hpp"
#include "shared/core/result.hpp"

#include <string>
#include <string_view>

namespace schulkit {

/// A code without a text of its own reads as an unexpected error.
std::string error_text(ui::Ui const& ui, std::string_view code);

} // namespace schulkit
