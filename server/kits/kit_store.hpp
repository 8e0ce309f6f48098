#pragma once
// All SQL about kits, their slots, accessories and checklists.

#include "server/db/database.hpp"
#include "shared/kits/kit_api.hpp"

namespace schulkit {

/// With its contents.
std::optional<Kit> find_kit(Tx& tx, Id<Kit> id);
/// By its tag as code_key(): what a scan wants to know.
std::optional<KitName> find_kit_by_tag(Tx& tx, std::string_view tag);
/// Error: not_found.
Result<Kit> get_kit(Tx& tx, Id<Kit> id);
/// Errors: 422 on limit, sort or cursor.
Result<Page<KitSummary>> list_kits(Tx& tx, KitQuery const& query);

/// Where an asset sits.
struct KitPlace {
    KitName kit = {};
    std::int64_t slot = 0;
};
std::optional<KitPlace> find_place(Tx& tx, Id<Asset> asset);

/// With its slots and accessories. Errors: 409 "taken" on tag, also if an asset has it.
Result<Id<Kit>> insert_kit(WriteTx& tx, Kit const& kit);
/// Tag, name, day of delivery and notes. Errors as above.
Result<Done> replace_kit(WriteTx& tx, Kit const& kit);
/// The version grows by one: contents and checklist are parts of the kit, too.
Result<Done> touch_kit(WriteTx& tx, Id<Kit> kit);

/// An empty id: nothing is in the slot. Errors: conflict "taken" (it sits in another slot), "no_device".
Result<Done> fill_slot(WriteTx& tx, Id<Kit> kit, std::int64_t slot, Id<Asset> asset);
/// An empty place more.
Result<Done> add_slot(WriteTx& tx, Id<Kit> kit, KitSlot const& slot);
/// The place goes; nothing is in it. Errors: conflict "slot_is_filled", "kit_in_loan".
Result<Done> remove_slot(WriteTx& tx, Id<Kit> kit, std::int64_t slot);
/// Of which nothing is there yet.
Result<Done> add_accessory(WriteTx& tx, Id<Kit> kit, KitAccessory const& accessory);
Result<Done> expect_accessory(WriteTx& tx, Id<Kit> kit, std::string_view label, std::int64_t expected);
/// It went into another one. Errors: conflict "kit_in_loan", "in_open_session", "kit_not_empty", "kit_is_promised".
Result<Done> dissolve_kit(WriteTx& tx, Id<Kit> kit, Id<Kit> into);
Result<Done> check_item(WriteTx& tx, Id<Kit> kit, KitCheckItem item, Id<Person> by);
Result<Done> uncheck_item(WriteTx& tx, Id<Kit> kit, KitCheckItem item);

} // namespace schulkit
