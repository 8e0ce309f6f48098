#pragma once
// How differences read in a language: the words that the application, the plain pages and papers share.

#include "shared/core/status_tone.hpp"
#include "shared/core/strings.hpp"
#include "shared/differences/difference.hpp"

namespace schulkit {

/// "Platz 3: Tablet, TAB0003 · iPad", "2 × Eingabestift", "TAB0017 · iPad gehört in TK0004"
std::string difference_text(Strings const& strings, LoanDifference const& difference);
/// Standing alone: "Gerät fehlt, Platz 3: Tablet, TAB0003 · iPad"
std::string difference_title(Strings const& strings, LoanDifference const& difference);
StatusTone tone_of(DifferenceState state);
/// "Frist bis 05.07.2027", "Angemahnt am 03.08.2027", "Verloren"
std::string state_text(Strings const& strings, LoanDifference const& difference);

} // namespace schulkit
