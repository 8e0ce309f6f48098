#pragma once
// How supplements read in a language: the words that the application, the plain pages and papers share.

#include "shared/core/strings.hpp"
#include "shared/supplements/supplement.hpp"

namespace schulkit {

/// "Nachtrag 2: Gerät getauscht"
std::string supplement_title(Strings const& strings, LoanSupplement const& supplement);
/// "Ausgegeben: Platz 3: Tablet, TAB0099 · iPad", "Zurückgenommen: 2 × Eingabestift"
std::string supplement_text(Strings const& strings, SupplementItem const& item);

} // namespace schulkit
