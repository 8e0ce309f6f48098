#pragma once
// What every step of a loan has in common: it may be taken in this state, and the log tells it.

#include "server/loans/loan_store.hpp"
#include "shared/loans/loan_flow.hpp"

namespace schulkit {

/// The loan, if the step may be taken. Errors: not_found; 409 "wrong_state" with `state`, "already_checked".
Result<Loan> loan_for(Tx& tx, Access const& access, Id<Loan> id, LoanStep step);
/// Stores `after` over `before` as the caller's decision and writes the log. Errors: of the database's rules.
Result<Loan> store_step(WriteTx& tx, Access const& access, LoanStep step, Loan const& before, Loan after);

/// The same for what is no step of somebody's: `after` has its state.
Result<Loan> store_change(WriteTx& tx, Access const& access, std::string_view action, Loan const& before, Loan after);

/// The first school year's day for handing over has come. Error: conflict "too_early" with `earliest_handover_on`.
Result<Done> check_not_too_early(Tx& tx, Loan const& loan);

/// Gives an approved loan a certain kit, or another one of its type: the years are reserved for that. Errors: 422 "unknown_kit",
/// "other_type" on kit_id; those of book().
Result<Loan> fix_kit(WriteTx& tx, Access const& access, Loan const& before, Id<Kit> id,
                     std::optional<std::string> const& reason = std::nullopt);

/// From the first to the last, both with it.
std::vector<std::string> years_of(std::string_view first, std::string_view last);
/// They are in the calendar. Error: conflict "unknown_school_year".
Result<Done> check_years(Tx& tx, std::vector<std::string> const& school_years);

/// What an approval promises.
struct LoanPromise {
    Date handover_on = {};                      ///< as planned, else as soon as it may
    std::vector<std::string> school_years = {}; ///< all that are reserved: from a late handover on the next one, too
};
/// Errors: conflict "unknown_school_year", "past_school_year"; 422 "other_school_year" on planned_handover_on.
Result<LoanPromise> promise_of(Tx& tx, std::string_view first, std::string_view last, std::optional<Date> const& planned);

} // namespace schulkit
