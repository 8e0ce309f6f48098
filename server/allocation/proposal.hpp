#pragma once
// The proposal of a school year, made anew of what is stored whenever somebody asks.

#include "server/allocation/allocation_store.hpp"
#include "shared/school_years/school_year.hpp"

namespace schulkit {

/// A year that can still be planned. Errors: not_found; conflict "past_school_year".
Result<SchoolYear> get_open_year(Tx& tx, std::string const& school_year);

/// The rules of the year, and whence they are.
struct RulesInForce {
    AllocationRules rules = {}; ///< version 0: set for an earlier year, or the usual ones
    std::optional<std::string> from = std::nullopt;
};
RulesInForce rules_in_force(Tx& tx, std::string_view school_year);

/// Errors: those of get_open_year.
Result<YearProposal> make_proposal(Tx& tx, std::string const& school_year);
/// What the proposal would be made of with these pins for the request in place of its own; to be checked by
/// check_allocation.
Result<AllocationInput> input_with_pins(Tx& tx, std::string const& school_year, std::vector<AllocationPin> const& pins,
                                        Id<LoanRequest> request);

} // namespace schulkit
