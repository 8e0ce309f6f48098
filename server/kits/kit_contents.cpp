// What goes into a kit and out of it.

#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/stock/stock_changes.hpp"

#include <algorithm>
#include <map>

namespace schulkit {
namespace {

/// Slots whose device changes → the device that is to be in it; none: it becomes empty.
using SlotPlan = std::map<std::int64_t, std::optional<Asset>>;

KitSlot const* find_slot(Kit const& kit, std::int64_t number) {
    auto const found = std::find_if(kit.slots.begin(), kit.slots.end(),
                                    [number](KitSlot const& slot) { return slot.slot == number; });
    return found == kit.slots.end() ? nullptr : &*found;
}

/// The device that a code means, if it may be in this kit at all.
Result<Asset> device_for(Tx& tx, Access const& access, Kit const& kit, std::string const& code, std::string const& field) {
    auto asset = find_asset_by_code(tx, access, code);
    if (!asset || asset->kind == AssetKind::service) return invalid({FieldError{field, "unknown_asset", code}});
    if (asset->status == AssetStatus::retired) return invalid({FieldError{field, "retired", asset->tag}});
    auto const place = find_place(tx, asset->id);
    if (place && place->kit.id != kit.id) return fail(in_other_kit(*asset, *place));
    // what a school has not given back goes into no other kit until it is settled
    auto const given = find_given(tx, asset->id.value);
    if (given && !place && given->kit_tag != kit.tag)
        return fail(Error{.kind = ErrorKind::conflict,
                          .code = "still_given",
                          .extra = dump_json(Json{{"asset_tag", asset->tag}, {"loan_id", given->loan.value}})});
    return std::move(*asset);
}

/// {"3": "TAB0003", "4": null}: slots of the log.
Json told(Kit const& kit, SlotPlan const& plan) {
    Json slots = Json::object();
    for (auto const& [number, asset] : plan) {
        KitSlot const* const slot = find_slot(kit, number);
        slots[std::to_string(number)] = slot != nullptr && slot->asset_tag ? Json(*slot->asset_tag) : Json(nullptr);
    }
    return slots;
}

/// Accessories whose number changes, as the log tells them: {"Stift": 16}.
struct CountChange {
    Json before = Json::object();
    Json after = Json::object();
};

Result<CountChange> count(WriteTx& tx, Kit const& kit, std::vector<AccessoryCount> const& counts,
                          std::optional<std::int64_t> loan_id = std::nullopt) {
    CountChange change;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        auto const known = std::find_if(kit.accessories.begin(), kit.accessories.end(),
                                        [&](KitAccessory const& each) { return each.label == counts[i].label; });
        if (known == kit.accessories.end())
            return invalid({FieldError{"accessories." + std::to_string(i) + ".label", "unknown_accessory", counts[i].label}});
        if (known->quantity == counts[i].quantity) continue;
        change.before[counts[i].label] = known->quantity;
        change.after[counts[i].label] = counts[i].quantity;
        bool const lost = loan_id && counts[i].quantity < known->quantity;
        TRY(move_in_kit(tx, {.kind = lost ? StockMoveKind::lost : StockMoveKind::counted,
                             .kit_id = kit.id,
                             .label = known->label,
                             .kit_change = counts[i].quantity - known->quantity,
                             .loan_id = loan_id}));
    }
    return change;
}

/// Empties first and fills then: a device may move from slot to slot.
Result<Kit> carry_out(WriteTx& tx, Kit const& before, SlotPlan const& plan, CountChange counted,
                      std::optional<std::string> const& reason) {
    bool const gains = std::any_of(plan.begin(), plan.end(), [](auto const& change) { return change.second.has_value(); });
    if (gains && !before.checks.empty()) TRY(prepare_kit(tx, before.id, {})); // what comes in has not been wiped for it
    for (auto const& [number, asset] : plan) TRY(fill_slot(tx, before.id, number, {}));
    for (auto const& [number, asset] : plan)
        if (asset) TRY(fill_slot(tx, before.id, number, asset->id));
    TRY(touch_kit(tx, before.id));
    TRY_ASSIGN(Kit after, get_kit(tx, before.id));

    AuditRow row = {.action = "contents", .entity = Schema<Kit>::name, .entity_id = before.id.value};
    if (!counted.after.empty()) {
        row.before["accessories"] = std::move(counted.before);
        row.after["accessories"] = std::move(counted.after);
    }
    if (!plan.empty()) {
        row.before["slots"] = told(before, plan);
        row.after["slots"] = told(after, plan);
    }
    if (reason) row.texts = {{"reason", std::nullopt, *reason}};
    TRY(record(tx, row));
    for (auto const& [number, asset] : plan) {
        KitSlot const& old = *find_slot(before, number);
        if (old.asset_id) TRY(tell_device(tx, before, Id<Asset>{*old.asset_id}, number, false, reason));
    }
    for (auto const& [number, asset] : plan)
        if (asset) TRY(tell_device(tx, after, asset->id, number, true, reason));
    return after;
}

Result<SlotPlan> plan_of(Tx& tx, Access const& access, Kit const& kit, std::vector<SlotContent> const& items) {
    FieldErrors errors;
    SlotPlan wanted;
    std::map<std::int64_t, std::string> seen; // device → its place in the list
    for (std::size_t i = 0; i < items.size(); ++i) {
        std::string const at = "items." + std::to_string(i);
        KitSlot const* const slot = find_slot(kit, items[i].slot);
        if (slot == nullptr) {
            errors.push_back({at + ".slot", "unknown_slot", std::to_string(items[i].slot)});
            continue;
        }
        auto asset = device_for(tx, access, kit, items[i].asset_tag, at + ".asset_tag");
        if (!asset && asset.error().kind != ErrorKind::invalid) return fail(std::move(asset).error());
        if (!asset) {
            for (FieldError const& error : asset.error().fields) errors.push_back(error);
            continue;
        }
        if (!fits(*slot, *asset)) errors.push_back({at + ".asset_tag", "does_not_fit", asset->tag});
        if (!seen.emplace(asset->id.value, at).second) errors.push_back({at + ".asset_tag", "duplicate", asset->tag});
        if (wanted.contains(slot->slot)) errors.push_back({at + ".slot", "duplicate", std::to_string(slot->slot)});
        wanted[slot->slot] = std::move(*asset);
    }
    if (!errors.empty()) return invalid(std::move(errors));
    SlotPlan plan;
    for (KitSlot const& slot : kit.slots) {
        auto const found = wanted.find(slot.slot);
        std::optional<Asset> const asset = found == wanted.end() ? std::nullopt : found->second;
        bool const same = asset ? slot.asset_id == asset->id.value : !slot.asset_id;
        if (!same) plan[slot.slot] = asset;
    }
    return plan;
}

} // namespace

Result<Done> tell_device(WriteTx& tx, Kit const& kit, Id<Asset> id, std::int64_t slot, bool comes,
                         std::optional<std::string> const& reason) {
    auto const asset = find_asset(tx, id);
    if (!asset) return fail(ErrorKind::internal, "internal", "a slot names an asset that is not there");
    Json place = {{"kit", kit.tag + " · " + kit.name}, {"slot", slot}};
    AuditRow row = {.action = comes ? "put_into_kit" : "take_out_of_kit",
                    .entity = Schema<Asset>::name,
                    .entity_id = id.value,
                    .school_code = asset->school_code};
    (comes ? row.after : row.before) = std::move(place);
    if (reason) row.texts = {{"reason", std::nullopt, *reason}};
    TRY(record(tx, row));
    return Done{};
}

Error in_other_kit(Asset const& asset, KitPlace const& place) {
    return Error{.kind = ErrorKind::conflict,
                 .code = "in_other_kit",
                 .extra = encode(InOtherKit{.asset_tag = asset.tag, .kit = place.kit, .slot = place.slot})};
}

Result<Kit> put_contents(WriteTx& tx, Access const& access, Id<Kit> id, KitContents const& contents) {
    TRY_ASSIGN(Kit const kit, get_kit(tx, id));
    TRY_ASSIGN(SlotPlan const plan, plan_of(tx, access, kit, contents.items));
    TRY_ASSIGN(CountChange counted, count(tx, kit, contents.accessories));
    if (plan.empty() && counted.after.empty()) return kit;
    return carry_out(tx, kit, plan, std::move(counted), std::nullopt);
}

Result<Kit> count_accessories(WriteTx& tx, Id<Kit> id, AccessoryCounts const& counts, std::optional<std::int64_t> loan_id) {
    TRY_ASSIGN(Kit const kit, get_kit(tx, id));
    TRY_ASSIGN(CountChange counted, count(tx, kit, counts.accessories, loan_id));
    if (counted.after.empty()) return kit;
    return carry_out(tx, kit, {}, std::move(counted), std::nullopt);
}

Result<Kit> add_to_kit(WriteTx& tx, Access const& access, Id<Kit> id, std::string const& code) {
    TRY_ASSIGN(Kit const kit, get_kit(tx, id));
    TRY_ASSIGN(Asset const asset, device_for(tx, access, kit, code, "code"));
    bool fits_somewhere = false;
    for (KitSlot const& slot : kit.slots) {
        if (slot.asset_id == asset.id.value) return kit;
        fits_somewhere = fits_somewhere || fits(slot, asset);
    }
    if (!fits_somewhere) return invalid({FieldError{"code", "does_not_fit", asset.tag}});
    for (KitSlot const& slot : kit.slots)
        if (!slot.asset_id && fits(slot, asset)) return carry_out(tx, kit, {{slot.slot, asset}}, {}, std::nullopt);
    return fail(ErrorKind::conflict, "no_slot_free");
}

Result<Kit> change_slot(WriteTx& tx, Access const& access, Id<Kit> id, std::int64_t number, SlotChange const& change) {
    TRY_ASSIGN(Kit const kit, get_kit(tx, id));
    KitSlot const* const slot = find_slot(kit, number);
    if (slot == nullptr) return invalid("slot", "unknown_slot");
    SlotPlan plan;
    if (change.asset_code) {
        TRY_ASSIGN(Asset asset, device_for(tx, access, kit, *change.asset_code, "asset_code"));
        if (slot->asset_id == asset.id.value) return kit;
        if (!fits(*slot, asset)) return invalid({FieldError{"asset_code", "does_not_fit", asset.tag}});
        for (KitSlot const& other : kit.slots)
            if (other.asset_id == asset.id.value) plan[other.slot] = std::nullopt;
        plan[number] = std::move(asset);
    } else if (slot->asset_id) {
        plan[number] = std::nullopt;
    }
    if (plan.empty()) return kit;
    return carry_out(tx, kit, plan, {}, change.reason);
}

} // namespace schulkit
