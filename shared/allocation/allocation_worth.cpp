#include "shared/allocation/allocation_worth.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Full steps that the way is shorter than the longest that counts.
std::int64_t steps_nearer(std::optional<std::int64_t> const& distance_km) {
    constexpr std::int64_t far = max_allocation_steps * km_per_allocation_step;
    return distance_km && *distance_km < far ? (far - *distance_km) / km_per_allocation_step : 0;
}

std::int64_t steps_of_pupils(AllocationRequest const& request) {
    return std::min(request.pupils.value_or(0) / request.quantity / pupils_per_allocation_step, max_allocation_steps);
}

} // namespace

std::int64_t AllocationWorth::points() const {
    std::int64_t sum = 0;
    for (std::int64_t const points : by_rule) sum += points;
    return sum;
}

std::int64_t needed_kits(AllocationRules const& rules, AllocationRequest const& request) {
    return rules.least_quantity ? std::max<std::int64_t>(request.least_quantity, 1) : 1;
}

bool wants_only_that_kit(AllocationRules const& rules, AllocationRequest const& request) {
    return rules.certain_kit && request.wanted_kit_id.has_value();
}

std::int64_t points_for(AllocationRule rule, AllocationRules const& rules, AllocationRequest const& request) {
    switch (rule) {
    case AllocationRule::requirements:
        return rules.requirements && request.open_requirements == 0 ? rules.requirements_points : 0;
    case AllocationRule::last_year: return rules.last_year && !request.had_kit_last_year ? rules.last_year_points : 0;
    case AllocationRule::distance: return rules.distance ? rules.distance_points * steps_nearer(request.distance_km) : 0;
    case AllocationRule::pupils: return rules.pupils ? rules.pupils_points * steps_of_pupils(request) : 0;
    case AllocationRule::needed_kits:
    case AllocationRule::further_kits:
    case AllocationRule::running: return 0;
    }
    return 0;
}

AllocationWorth worth_of(AllocationRules const& rules, AllocationRequest const& request, std::int64_t given, bool keeps) {
    std::int64_t const needed = needed_kits(rules, request);
    AllocationWorth worth;
    if (given < needed) return worth;
    for (auto const& [rule, word] : EnumWords<AllocationRule>::values) worth[rule] = needed * points_for(rule, rules, request);
    worth[AllocationRule::needed_kits] = needed * rules.needed_kit_points;
    worth[AllocationRule::further_kits] = (given - needed) * rules.further_kit_points;
    worth[AllocationRule::running] = rules.running && keeps ? rules.running_points : 0;
    return worth;
}

} // namespace schulkit
