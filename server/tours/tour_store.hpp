#pragma once
// All SQL about tours and what they fetch.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/tours/tour_api.hpp"

namespace schulkit {

/// The running school year where the query names none.
std::string summer_of(Tx& tx, SummerQuery const& query);

std::vector<DueReturn> list_due_returns(Tx& tx, Access const& access, std::string_view school_year);
std::vector<Tour> list_tours(Tx& tx, Access const& access, std::string_view school_year);
/// Error: not_found, also for a tour without a stop within the caller's scope.
Result<Tour> get_tour(Tx& tx, Access const& access, Id<Tour> id);

/// That fetches the loan's kit.
std::optional<Id<Tour>> find_tour_of(Tx& tx, Id<Loan> loan);

Result<Id<Tour>> insert_tour(WriteTx& tx, Tour const& tour);
/// The version grows by one.
Result<Done> replace_tour(WriteTx& tx, Tour const& tour);
Result<Done> delete_tour(WriteTx& tx, Id<Tour> id);

} // namespace schulkit
