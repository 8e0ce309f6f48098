#pragma once
// Planning tours, and keeping several kits for another school year.

#include "server/tours/tour_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/tours/tour_api.hpp.
Result<Tour> add_tour(WriteTx& tx, Access const& access, Tour tour);
Result<Tour> change_tour(WriteTx& tx, Access const& access, Id<Tour> id, Patch<Tour> const& patch);
Result<Done> remove_tour(WriteTx& tx, Access const& access, Id<Tour> id);

/// Before a loan is extended to `last_school_year`: what the school keeps is not fetched, and its tour's log says so. Nothing
/// happens where no tour fetches it, or one of a later year.
Result<Done> leave_tour(WriteTx& tx, Id<Loan> loan, std::string_view last_school_year);

Result<Page<LoanExtension>> extend_loans(WriteTx& tx, Access const& access, LoanExtensions const& extensions);

} // namespace schulkit
