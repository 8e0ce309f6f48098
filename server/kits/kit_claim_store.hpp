#pragma once
// All SQL about what keeps a kit from being regrouped.

#include "server/db/database.hpp"
#include "shared/kits/kit_regrouping.hpp"

namespace schulkit {

/// A loan that has the kit, also one that has come back and is not checked yet, or an open session.
std::optional<KitAway> find_away(Tx& tx, Kit const& kit);
/// What is promised of it, by year.
std::vector<KitBooking> list_claims(Tx& tx, Id<Kit> kit);
/// Years in which all kits of its type that there are then are promised.
std::vector<std::string> list_years_that_need(Tx& tx, Id<Kit> kit);

} // namespace schulkit
