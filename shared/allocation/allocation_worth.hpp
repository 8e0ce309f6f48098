#pragma once
// What a request is worth that gets so many kits: the objective of allocation.hpp, rule by rule.

#include "shared/allocation/allocation.hpp"

namespace schulkit {

struct AllocationWorth {
    std::array<std::int64_t, EnumWords<AllocationRule>::values.size()> by_rule = {};

    std::int64_t& operator[](AllocationRule rule) { return by_rule[static_cast<std::size_t>(rule)]; }
    std::int64_t operator[](AllocationRule rule) const { return by_rule[static_cast<std::size_t>(rule)]; }
    std::int64_t points() const;
};

/// Fewer kits are of no use to it.
std::int64_t needed_kits(AllocationRules const& rules, AllocationRequest const& request);

/// Whether it gets the certain kit it wants or none.
bool wants_only_that_kit(AllocationRules const& rules, AllocationRequest const& request);

/// For one needed kit, by what the request is: requirements, last year, distance and pupils; nothing for other rules.
std::int64_t points_for(AllocationRule rule, AllocationRules const& rules, AllocationRequest const& request);

/// keeps: the kit that it asked to keep is among those given.
AllocationWorth worth_of(AllocationRules const& rules, AllocationRequest const& request, std::int64_t given, bool keeps);

} // namespace schulkit
