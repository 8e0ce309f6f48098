#pragma once
// The demo county's calendar and its tablet kits, made of the devices that the inventory has for them.

#include "server/db/database.hpp"
#include "shared/assets/asset.hpp"
#include "shared/people/person.hpp"

#include <vector>

namespace schulkit {

/// 2025-26 to 2029-30 with the summer holidays of Lower Saxony.
Result<Done> seed_school_years(WriteTx& tx);

/// One kit for each case ("Koffer 07") with the tablets that are named after it, tagged "TK0007".
Result<Done> seed_kits(WriteTx& tx, Person const& coordinator, std::vector<Asset> const& devices);
/// What the store has of the kits' accessories; of one there is too little.
Result<Done> seed_stock(WriteTx& tx);

} // namespace schulkit
