#include "shared/loans/loan_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {

std::string loan_number(Id<Loan> id) { return "A-" + to_text(id); }

StatusTone tone_of(LoanState state, bool return_due) {
    if (return_due) return StatusTone::danger;
    switch (state) {
    case LoanState::requested:
    case LoanState::handed_over: return StatusTone::info;
    case LoanState::waitlisted:
    case LoanState::returned: return StatusTone::warning;
    case LoanState::approved: return StatusTone::success;
    case LoanState::closed:
    case LoanState::rejected:
    case LoanState::cancelled: return StatusTone::neutral;
    }
    return StatusTone::neutral;
}

std::string state_text(Strings const& strings, LoanState state, bool return_due) {
    return strings.get(return_due ? "loan.return_due" : "loan.state." + std::string{word_of(state)});
}

std::string years_text(Strings const& strings, std::string_view first, std::string_view last) {
    if (first == last) return school_year_text(first);
    return strings.get("loans.years", {{"first", school_year_text(first)}, {"last", school_year_text(last)}});
}

std::string kit_text(Strings const& strings, Loan const& loan) {
    if (loan.kit_tag) return *loan.kit_tag + " · " + loan.kit_name.value_or("");
    return strings.get("loans.any_kit", {{"type", loan.kit_type_name}});
}

StatusTone tone_of(RequirementState state) {
    switch (state) {
    case RequirementState::open: return StatusTone::warning;
    case RequirementState::submitted: return StatusTone::info;
    case RequirementState::met: return StatusTone::success;
    case RequirementState::expired: return StatusTone::danger;
    }
    return StatusTone::neutral;
}

std::string state_text(Strings const& strings, RequirementState state) {
    return strings.get("school_requirement.state." + std::string{word_of(state)});
}

std::string detail_text(Strings const& strings, SchoolRequirement const& requirement) {
    switch (requirement.state) {
    case RequirementState::met:
    case RequirementState::expired:
        if (!requirement.valid_until) return strings.get("requirements.valid");
        return strings.get("requirements.valid_until", {{"date", date_text(strings, *requirement.valid_until)}});
    case RequirementState::submitted: return strings.get("requirements.is_submitted");
    case RequirementState::open:
        if (!requirement.due_on) return requirement.description.value_or("");
        return strings.get("requirements.due_on", {{"date", date_text(strings, *requirement.due_on)}});
    }
    return {};
}

} // namespace schulkit
