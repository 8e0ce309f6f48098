#pragma once
// Why a request gets what it gets: found by asking for the best distribution in which it would be otherwise.

#include "shared/allocation/allocation_of_type.hpp"

namespace schulkit {

/// Sets reason, rule, rival, contested_tag, asked, free, available and lead. Whoever got all it asked for is compared with the
/// best distribution that gives it the next smaller useful number, everybody else with the next larger.
void explain_allocation(AllocationOfType const& allocation, std::size_t claim, AllocationDecision& decision);

} // namespace schulkit
