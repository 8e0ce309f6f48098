#pragma once
// A kit is split, or two become one: devices, accessories, what is promised, and the history of all of them.

#include "server/people/access.hpp"
#include "server/db/database.hpp"
#include "shared/kits/kit_regrouping.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/kits/kit_regrouping.hpp.
Result<KitPair> split_kit(WriteTx& tx, Access const& access, Id<Kit> id, KitSplit const& split);
Result<Kit> merge_kits(WriteTx& tx, Access const& access, Id<Kit> id, KitMerge const& merge);

} // namespace schulkit
