#pragma once
// How feedback reads: the words that the application and the plain pages share.

#include "shared/core/strings.hpp"
#include "shared/feedback/feedback.hpp"

namespace schulkit {

/// "Projekte, jede Woche. Das hat gehindert: WLAN. Würde wieder anfragen." and what was written, each on a line of its own.
std::string feedback_text(Strings const& strings, Feedback const& feedback);

} // namespace schulkit
