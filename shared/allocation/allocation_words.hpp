#pragma once
// A decision of the allocation proposal in a sentence, for the office: it names the other school.

#include "shared/allocation/allocation.hpp"
#include "shared/core/strings.hpp"

namespace schulkit {

/// "Erhält 2 von 3 Koffern: 14 Koffer angefragt, 10 frei; Schulen ohne Koffer im Vorjahr gehen vor (hier: Gymnasium Nord)."
std::string decision_text(Strings const& strings, AllocationDecision const& decision);

} // namespace schulkit
