#include "shared/differences/difference_api.hpp"

namespace schulkit {

std::optional<std::string_view> obstacle_to(DifferenceStep step, LoanDifference const& difference, Date const& today) {
    bool const is_settled = difference.settled_as && difference.settled_as != Settlement::noted;
    switch (step) {
    case DifferenceStep::object:
        if (is_settled) return "already_settled";
        if (difference.objection_state) return "objected_already";
        if (difference.object_until < today) return "too_late_to_object";
        return std::nullopt;
    case DifferenceStep::answer:
        if (difference.objection_state != ObjectionState::open) return "no_objection";
        return std::nullopt;
    case DifferenceStep::chase:
        if (difference.settled_as) return "already_settled";
        if (difference.state != DifferenceState::counts) return "does_not_count_yet";
        return std::nullopt;
    case DifferenceStep::settle:
        if (difference.settled_as) return "already_settled";
        if (difference.objection_state == ObjectionState::open) return "objection_is_open";
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string_view> obstacle_to(Settlement settlement, LoanDifference const& difference) {
    if (settlement == Settlement::lost && difference.state != DifferenceState::counts) return "does_not_count_yet";
    return std::nullopt;
}

void check(DifferenceSettlement const& settlement, FieldErrors& errors) {
    if (settlement.settled_as == Settlement::noted || settlement.settled_as == Settlement::not_counted)
        errors.push_back({"settled_as", "unknown_value", std::string{word_of(settlement.settled_as)}});
}

} // namespace schulkit
