#pragma once
// Kits and their types: the rules, the rows and the log in one transaction. What goes into a kit or out of it is told
// in the kit's history and in that of each device.

#include "server/kits/kit_store.hpp"
#include "server/kits/kit_type_store.hpp"
#include "server/people/access.hpp"

namespace schulkit {

/// Errors: 422 by field (also "unknown_category"), 409 "taken" on name.
Result<KitType> add_kit_type(WriteTx& tx, KitType type);
/// Kits that exist keep their slots. Errors as above, 409 "stale" with `current`.
Result<KitType> change_kit_type(WriteTx& tx, Id<KitType> id, Patch<KitType> const& patch);

/// Of the type's plan as it is now, with nothing in it. Errors: 422 by field (also "unknown_kit_type"), 409 "taken" on tag.
Result<Kit> add_kit(WriteTx& tx, Kit kit);
/// Errors as above, 409 "stale" with `current`.
Result<Kit> change_kit(WriteTx& tx, Id<Kit> id, Patch<Kit> const& patch);

/// Errors: as PutKitContents has them.
Result<Kit> put_contents(WriteTx& tx, Access const& access, Id<Kit> id, KitContents const& contents);
/// Errors: as CountKitAccessories has them. What is less at the check of a loan was lost in it; else it was counted wrongly.
Result<Kit> count_accessories(WriteTx& tx, Id<Kit> id, AccessoryCounts const& counts,
                              std::optional<std::int64_t> loan_id = std::nullopt);
/// Errors: as AddToKit has them.
Result<Kit> add_to_kit(WriteTx& tx, Access const& access, Id<Kit> id, std::string const& code);
/// Errors: as ChangeKitSlot has them.
Result<Kit> change_slot(WriteTx& tx, Access const& access, Id<Kit> id, std::int64_t slot, SlotChange const& change);

/// In the device's history: it came into a slot or left it.
Result<Done> tell_device(WriteTx& tx, Kit const& kit, Id<Asset> id, std::int64_t slot, bool comes,
                         std::optional<std::string> const& reason);

/// 409 for a device that sits in another kit, and where.
Error in_other_kit(Asset const& asset, KitPlace const& place);

Result<Kit> prepare_kit(WriteTx& tx, Id<Kit> id, KitReadiness const& readiness);

} // namespace schulkit
