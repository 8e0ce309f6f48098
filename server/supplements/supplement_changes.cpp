#include "server/supplements/supplement_changes.hpp"

#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/handovers/lent_devices.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/stock/stock_changes.hpp"
#include "server/supplements/supplement_record.hpp"

#include <algorithm>

namespace schulkit {
namespace {

KitSlot const* slot_of(Kit const& kit, std::int64_t number) {
    auto const found =
        std::find_if(kit.slots.begin(), kit.slots.end(), [number](KitSlot const& slot) { return slot.slot == number; });
    return found == kit.slots.end() ? nullptr : &*found;
}

/// A device that may go out to that school now; what else speaks against it, change_slot() finds.
Result<Asset> spare_for(Tx& tx, Access const& access, Kit const& kit, std::string const& school_code, KitSlot const& slot,
                        std::string const& code, std::string const& field) {
    auto asset = find_asset_by_code(tx, access, code);
    if (!asset || asset->kind == AssetKind::service) return invalid({FieldError{field, "unknown_asset", code}});
    if (auto const place = find_place(tx, asset->id); place && place->kit.id != kit.id)
        return fail(in_other_kit(*asset, *place));
    bool const is_there = asset->status == AssetStatus::in_stock || asset->status == AssetStatus::in_use;
    if (asset->status == AssetStatus::retired) return invalid({FieldError{field, "retired", asset->tag}});
    bool const is_elsewhere = asset->status == AssetStatus::in_use && asset->school_code && asset->school_code != school_code;
    if (!is_there || is_elsewhere || find_given(tx, asset->id.value)) return invalid({FieldError{field, "not_at_hand", asset->tag}});
    if (!fits(slot, *asset)) return invalid({FieldError{field, "does_not_fit", asset->tag}});
    return std::move(*asset);
}

/// Given first and put into the slot then: a lent kit takes nothing else.
Result<Done> put_in_lent_slot(WriteTx& tx, Access const& access, Loan const& loan, KitSlot const& slot, Asset const& device,
                              std::string_view action, std::optional<std::string> const& reason) {
    TRY(lend_device(tx, loan, slot.slot, slot.label, device.id.value, action));
    if (slot.asset_id == device.id.value) return Done{};
    TRY(change_slot(tx, access, *loan.kit_id, slot.slot, {.asset_code = device.tag, .reason = reason}));
    return Done{};
}

/// The kit may be said to have more than was counted at the handover: that has been left behind, or was never there.
Result<Done> add_accessory(WriteTx& tx, Loan const& loan, KitAccessory const& known, std::int64_t more, std::int64_t given,
                           std::optional<Id<Store>> store) {
    std::int64_t const counted = store ? std::min(known.quantity, given - more) : std::max(known.quantity, given);
    TRY(count_accessories(tx, *loan.kit_id, {.accessories = {{known.label, counted}}}));
    if (!store) return Done{};
    TRY(move_stock(tx, {.kind = StockMoveKind::into_kit, .store_id = store, .kit_id = loan.kit_id, .label = known.label, .quantity = more},
                   loan.id.value));
    return Done{};
}

bool has_it(Tx& tx, Loan const& loan, std::optional<std::int64_t> asset_id) {
    if (!asset_id) return false;
    auto const given = find_given(tx, *asset_id);
    return given && given->loan == loan.id;
}

} // namespace

Result<Loan> swap_lent_device(WriteTx& tx, Access const& access, Id<Loan> id, DeviceSwap const& swap) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::swap));
    TRY(check_no_session(tx, id));
    TRY_ASSIGN(Kit const kit, get_kit(tx, *before.kit_id));
    KitSlot const* const slot = slot_of(kit, swap.slot);
    if (slot == nullptr) return invalid({FieldError{"slot", "unknown_slot", std::to_string(swap.slot)}});
    if (!has_it(tx, before, slot->asset_id)) return invalid({FieldError{"slot", "nothing_in_slot", std::to_string(swap.slot)}});
    TRY_ASSIGN(Asset const spare, spare_for(tx, access, kit, before.school_code, *slot, swap.asset_code, "asset_code"));
    if (spare.id.value == *slot->asset_id) return invalid({FieldError{"asset_code", "not_at_hand", spare.tag}});

    TRY(bring_device_back(tx, *slot->asset_id, "swap_out", swap.old_device == OldDevice::repair));
    TRY(put_in_lent_slot(tx, access, before, *slot, spare, "swap_in", swap.reason));
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::swap, before, before));
    TRY(add_supplement(tx, access, stored,
                       {.kind = SupplementKind::swap,
                        .reason = swap.reason,
                        .items = {item_of(SupplementDirection::given, *slot, spare.id.value),
                                  item_of(SupplementDirection::came_back, *slot, *slot->asset_id)}}));
    return stored;
}

Result<Loan> deliver_later(WriteTx& tx, Access const& access, Id<Loan> id, Delivery const& delivery) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, id, LoanStep::deliver));
    TRY(check_no_session(tx, id));
    std::vector<SupplementItem> items;
    for (std::size_t i = 0; i < delivery.items.size(); ++i) {
        std::string const at = "items." + std::to_string(i);
        std::string const number = std::to_string(delivery.items[i].slot);
        TRY_ASSIGN(Kit const kit, get_kit(tx, *before.kit_id));
        KitSlot const* const slot = slot_of(kit, delivery.items[i].slot);
        if (slot == nullptr) return invalid({FieldError{at + ".slot", "unknown_slot", number}});
        if (has_it(tx, before, slot->asset_id)) return invalid({FieldError{at + ".slot", "slot_is_filled", number}});
        TRY_ASSIGN(Asset const device, spare_for(tx, access, kit, before.school_code, *slot, delivery.items[i].asset_tag, at + ".asset_tag"));
        TRY(put_in_lent_slot(tx, access, before, *slot, device, "deliver", delivery.reason));
        items.push_back(item_of(SupplementDirection::given, *slot, device.id.value));
    }
    TRY_ASSIGN(Kit const kit, get_kit(tx, *before.kit_id));
    for (std::size_t i = 0; i < delivery.accessories.size(); ++i) {
        AccessoryCount const& more = delivery.accessories[i];
        auto const known = std::find_if(kit.accessories.begin(), kit.accessories.end(),
                                        [&](KitAccessory const& each) { return each.label == more.label; });
        if (known == kit.accessories.end())
            return invalid({FieldError{"accessories." + std::to_string(i) + ".label", "unknown_accessory", more.label}});
        std::int64_t const given = given_of(tx, id, more.label) + more.quantity;
        if (given > max_accessory_count) return invalid("accessories." + std::to_string(i) + ".quantity", "out_of_range");
        TRY(set_given(tx, id, more.label, given));
        if (auto added = add_accessory(tx, before, *known, more.quantity, given, delivery.store_id); !added) {
            Error error = std::move(added).error();
            for (FieldError& field : error.fields)
                if (field.field == "label") field.field = "accessories." + std::to_string(i) + ".label";
            return fail(std::move(error));
        }
        items.push_back({.direction = SupplementDirection::given, .label = more.label, .quantity = more.quantity});
    }
    TRY_ASSIGN(Loan stored, store_step(tx, access, LoanStep::deliver, before, before));
    TRY(add_supplement(tx, access, stored,
                       {.kind = SupplementKind::delivery, .reason = delivery.reason, .items = std::move(items)}));
    return stored;
}

Result<Loan> change_lent_slot(WriteTx& tx, Access const& access, Id<Loan> id, std::int64_t number, SlotChange const& change) {
    TRY_ASSIGN(Loan const loan, get_loan(tx, access, id));
    TRY_ASSIGN(Kit const kit, get_kit(tx, *loan.kit_id));
    KitSlot const* const slot = slot_of(kit, number);
    if (slot == nullptr) return invalid("slot", "unknown_slot");
    TRY(check_no_session(tx, id));
    bool const is_lent = has_it(tx, loan, slot->asset_id);
    if (!change.asset_code) {
        if (is_lent) return fail(ErrorKind::conflict, "device_is_lent");
        TRY(change_slot(tx, access, kit.id, number, change)); // it was missing at the handover
        return loan;
    }
    if (is_lent) return swap_lent_device(tx, access, id, {.slot = number, .asset_code = *change.asset_code, .reason = change.reason});
    auto delivered = deliver_later(tx, access, id, {.items = {{number, *change.asset_code}}, .reason = change.reason});
    if (!delivered)
        for (FieldError& field : delivered.error().fields)
            if (field.field == "items.0.asset_tag") field.field = "asset_code";
    return delivered;
}

} // namespace schulkit
