#pragma once
// Planning tours, and keeping several kits for another school year.

#include "server/tours/tour_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/tours/tour_api.hpp.
Result<Tour> add_tour(WriteTx& tx, Access const& access, Tour tour);
Result<Tour> change_tour(WriteTx& tx, Access const& access, Id<Tour> id, Patch<Tour> const& patch);
Result<Done> remove_tour(WriteTx& tx, Access const& access, Id<Tour> id);

Result<Page<LoanExtension>> extend_loans(WriteTx& tx, Access const& access, LoanExtensions const& extensions);

} // namespace schulkit
