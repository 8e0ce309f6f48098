#pragma once
// The locks: which loan holds which kit, or one of a type, in which school year.

#include "server/db/database.hpp"
#include "shared/loans/loan_api.hpp"

namespace schulkit {

/// The years of `loan` from `from` on. Errors: 409 "kit_already_booked" with `booking`, "no_kit_left" with `balance`,
/// "kit_not_delivered", "school_ended".
Result<Done> book(WriteTx& tx, Loan const& loan, std::vector<std::string> const& school_years);
/// What the loan holds from that year on ("" for all of it). It must not claim them any more (state, kit or years first).
Result<Done> unbook(WriteTx& tx, Id<Loan> loan, std::string_view from = "");
/// The years that the loan holds, in order.
std::vector<std::string> booked_years(Tx& tx, Id<Loan> loan);

std::optional<KitBooking> find_booking(Tx& tx, Id<Kit> kit, std::string_view school_year);
/// No school has it now. Error: conflict "kit_is_out" with `booking`: who has it.
Result<Done> check_kit_is_home(Tx& tx, Id<Kit> kit);
/// What has come back of it was checked. Error: conflict "kit_not_checked" with the kit's tag and the loan.
Result<Done> check_kit_is_checked(Tx& tx, Kit const& kit);
std::optional<TypeBalance> find_balance(Tx& tx, Id<KitType> type, std::string_view school_year);

} // namespace schulkit
