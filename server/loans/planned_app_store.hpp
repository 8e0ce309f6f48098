#pragma once
// All SQL about whether the apps of a kit type suffice for what is promised of it.

#include "server/db/database.hpp"
#include "shared/loans/loan_api.hpp"

namespace schulkit {

/// With this loan's kit among those promised, until its end; of each app the worst year. Empty once it is handed over or given up.
std::vector<PlannedShortfall> shortfalls_of_loan(Tx& tx, Loan const& loan);
/// Of the years that have not ended, as far as kits of the type are promised in them.
std::vector<PlannedShortfall> shortfalls_of_type(Tx& tx, KitType const& type);

} // namespace schulkit
