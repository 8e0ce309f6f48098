#pragma once
// All SQL about kit types.

#include "server/db/database.hpp"
#include "shared/kits/kit_api.hpp"

namespace schulkit {

std::optional<KitType> find_kit_type(Tx& tx, Id<KitType> id);
/// Error: not_found.
Result<KitType> get_kit_type(Tx& tx, Id<KitType> id);
/// Errors: 422 on limit, sort or cursor.
Result<Page<KitType>> list_kit_types(Tx& tx, KitTypeQuery const& query);

/// Categories are as stored. Error: 409 "taken" on name.
Result<KitType> insert_kit_type(WriteTx& tx, KitType type);
/// The version grows by one. Error as above.
Result<KitType> replace_kit_type(WriteTx& tx, KitType type);

} // namespace schulkit
