#pragma once

#include "shared/core/strings.hpp"

namespace schulkit {

/// The texts in that language, "de" or "en"; German for any other word. Read once.
Strings const& strings_in(std::string_view language);

} // namespace schulkit
