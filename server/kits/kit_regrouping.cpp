#include "server/kits/kit_regrouping.hpp"

#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/kits/kit_claim_store.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/stock/stock_changes.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace schulkit {
namespace {

/// One device on its way from a slot of one kit to a slot of the other.
struct Passage {
    Asset asset = {};
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// An accessory as both kits call it.
struct Portion {
    std::string from_label = {};
    std::string to_label = {};
    std::int64_t quantity = 0;
};

std::string called(Kit const& kit) { return kit.tag + " · " + kit.name; }

Error conflict_with(std::string code, std::string extra) {
    return Error{.kind = ErrorKind::conflict, .code = std::move(code), .extra = std::move(extra)};
}

Result<Done> check_at_rest(Tx& tx, Kit const& kit) {
    if (kit.dissolved_on) return fail(ErrorKind::conflict, "kit_dissolved");
    auto const away = find_away(tx, kit);
    if (!away) return Done{};
    return fail(conflict_with(away->session_id ? "in_open_session" : "kit_in_loan", encode(*away)));
}

/// Before anything moves: what is promised is named, unless somebody has said whose it will be.
Result<std::vector<KitBooking>> claims_of(Tx& tx, Kit const& kit, bool are_settled) {
    std::vector<KitBooking> claims = list_claims(tx, kit.id);
    if (!claims.empty() && !are_settled) return fail(conflict_with("kit_has_claims", encode(KitClaims{claims})));
    return claims;
}

/// Each loan with all of its years. `field`: of the call, for a kit of another type.
Result<Done> hand_claims_to(WriteTx& tx, Access const& access, std::vector<KitBooking> const& claims, Id<Kit> to,
                            std::string const& field) {
    std::set<std::int64_t> loans;
    for (KitBooking const& claim : claims) loans.insert(claim.loan_id.value);
    for (std::int64_t const number : loans) {
        TRY_ASSIGN(Loan const loan, loan_for(tx, access, Id<Loan>{number}, LoanStep::exchange));
        auto moved = fix_kit(tx, access, loan, to);
        if (moved) continue;
        if (moved.error().code == "invalid") return invalid(field, moved.error().fields.front().code);
        return fail(std::move(moved).error());
    }
    return Done{};
}

KitAccessory const* accessory_of(Kit const& kit, std::string_view label) {
    auto const found = std::find_if(kit.accessories.begin(), kit.accessories.end(),
                                    [&](KitAccessory const& each) { return fold(each.label) == fold(label); });
    return found == kit.accessories.end() ? nullptr : &*found;
}

KitSlot* free_slot_for(Kit& kit, Asset const& asset) {
    auto const found = std::find_if(kit.slots.begin(), kit.slots.end(),
                                    [&](KitSlot const& slot) { return !slot.asset_id && fits(slot, asset); });
    return found == kit.slots.end() ? nullptr : &*found;
}

Result<Asset> device_in(Tx& tx, KitSlot const& slot) {
    auto asset = find_asset(tx, Id<Asset>{*slot.asset_id});
    if (!asset) return fail(ErrorKind::internal, "internal", "a slot names an asset that is not there");
    return std::move(*asset);
}

/// Where each chosen device goes in the new kit. Errors name the chosen slot.
Result<std::vector<Passage>> passages_of(Tx& tx, Kit const& old_kit, Kit new_kit, KitSplit const& split) {
    FieldErrors errors;
    std::vector<Passage> passages;
    for (std::size_t i = 0; i < split.slots.size(); ++i) {
        std::string const at = "slots." + std::to_string(i);
        auto const slot = std::find_if(old_kit.slots.begin(), old_kit.slots.end(),
                                       [&](KitSlot const& each) { return each.slot == split.slots[i]; });
        if (slot == old_kit.slots.end()) {
            errors.push_back({at, "unknown_slot", std::to_string(split.slots[i])});
            continue;
        }
        if (!slot->asset_id) {
            errors.push_back({at, "slot_empty", std::to_string(slot->slot)});
            continue;
        }
        TRY_ASSIGN(Asset asset, device_in(tx, *slot));
        KitSlot* const place = free_slot_for(new_kit, asset);
        if (place == nullptr) {
            errors.push_back({at, "does_not_fit", asset.tag});
            continue;
        }
        place->asset_id = asset.id.value;
        passages.push_back({.asset = std::move(asset), .from = slot->slot, .to = place->slot});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return passages;
}

Result<std::vector<Portion>> portions_of(Kit const& old_kit, Kit const& new_kit, KitSplit const& split) {
    FieldErrors errors;
    std::vector<Portion> portions;
    for (std::size_t i = 0; i < split.accessories.size(); ++i) {
        AccessoryCount const& wanted = split.accessories[i];
        if (wanted.quantity == 0) continue;
        std::string const at = "accessories." + std::to_string(i);
        KitAccessory const* const from = accessory_of(old_kit, wanted.label);
        KitAccessory const* const to = accessory_of(new_kit, wanted.label);
        if (from == nullptr || to == nullptr) {
            errors.push_back({at + ".label", "unknown_accessory", wanted.label});
            continue;
        }
        std::int64_t taken = wanted.quantity;
        for (Portion const& before : portions)
            if (before.from_label == from->label) taken += before.quantity;
        if (taken > from->quantity) errors.push_back({at + ".quantity", "kit_has_fewer", std::to_string(from->quantity)});
        portions.push_back({.from_label = from->label, .to_label = to->label, .quantity = wanted.quantity});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return portions;
}

/// Empties first and fills then, so that each device is in one slot at any moment.
Result<Done> carry_over(WriteTx& tx, Kit const& from, Kit const& to, std::vector<Passage> const& passages,
                        std::vector<Portion> const& portions, std::optional<std::string> const& reason) {
    for (Passage const& each : passages) TRY(fill_slot(tx, from.id, each.from, {}));
    for (Passage const& each : passages) {
        TRY(fill_slot(tx, to.id, each.to, each.asset.id));
        TRY(tell_device(tx, from, each.asset.id, each.from, false, reason));
        TRY(tell_device(tx, to, each.asset.id, each.to, true, reason));
    }
    for (Portion const& each : portions) {
        TRY(move_in_kit(tx, {.kind = StockMoveKind::regrouped, .kit_id = from.id, .label = each.from_label,
                             .kit_change = -each.quantity, .note = reason}));
        TRY(move_in_kit(tx, {.kind = StockMoveKind::regrouped, .kit_id = to.id, .label = each.to_label,
                             .kit_change = each.quantity, .note = reason}));
    }
    return Done{};
}

Json slots_told(std::vector<Passage> const& passages, std::int64_t Passage::*place, bool filled) {
    Json slots = Json::object();
    for (Passage const& each : passages) slots[std::to_string(each.*place)] = filled ? Json(each.asset.tag) : Json(nullptr);
    return slots;
}

Json accessories_told(Kit const& kit, std::vector<Portion> const& portions, std::string Portion::*label) {
    Json counts = Json::object();
    for (Portion const& each : portions)
        if (KitAccessory const* const accessory = accessory_of(kit, each.*label)) counts[each.*label] = accessory->quantity;
    return counts;
}

/// In the history of one of the two: the other's name, and what has changed here.
struct Side {
    std::string_view action;
    std::string_view other_word; ///< "new_kit", "from_kit", "into_kit"
    std::int64_t Passage::*slot;
    std::string Portion::*label;
    bool comes = false;
};

Result<Done> tell_kit(WriteTx& tx, Side const& side, Kit const& before, Kit const& after, Kit const& other,
                      std::vector<Passage> const& passages, std::vector<Portion> const& portions,
                      std::optional<std::string> const& reason) {
    AuditRow row = {.action = side.action, .entity = Schema<Kit>::name, .entity_id = before.id.value};
    row.after[std::string{side.other_word}] = called(other);
    if (!passages.empty()) {
        row.before["slots"] = slots_told(passages, side.slot, !side.comes);
        row.after["slots"] = slots_told(passages, side.slot, side.comes);
    }
    if (!portions.empty()) {
        row.before["accessories"] = accessories_told(before, portions, side.label);
        row.after["accessories"] = accessories_told(after, portions, side.label);
    }
    if (reason) row.texts = {{"reason", std::nullopt, *reason}};
    TRY(record(tx, row));
    return Done{};
}

/// The old kit's places and what its plan expects go with what was in them.
Result<Done> shrink(WriteTx& tx, Kit const& kit, std::vector<Passage> const& passages, std::vector<Portion> const& portions) {
    for (Passage const& each : passages) TRY(remove_slot(tx, kit.id, each.from));
    for (Portion const& each : portions) {
        std::int64_t const expected = accessory_of(kit, each.from_label)->expected;
        TRY(expect_accessory(tx, kit.id, each.from_label, std::max<std::int64_t>(0, expected - each.quantity)));
    }
    return Done{};
}

} // namespace

Result<KitPair> split_kit(WriteTx& tx, Access const& access, Id<Kit> id, KitSplit const& asked) {
    KitSplit split = asked;
    clean(split);
    TRY_ASSIGN(Kit const before, get_kit(tx, id));
    if (auto errors = validate(split); !errors.empty()) return invalid(std::move(errors));
    TRY(check_at_rest(tx, before));
    TRY_ASSIGN(auto const claims, claims_of(tx, before, split.claims.has_value()));
    TRY_ASSIGN(Kit const made, add_kit(tx, {.tag = split.tag,
                                            .name = split.name,
                                            .kit_type_id = split.kit_type_id,
                                            .delivered_on = before.delivered_on}));
    TRY_ASSIGN(std::vector<Passage> const passages, passages_of(tx, before, made, split));
    TRY_ASSIGN(std::vector<Portion> const portions, portions_of(before, made, split));
    TRY(carry_over(tx, before, made, passages, portions, split.reason));
    if (!split.keep_places) TRY(shrink(tx, before, passages, portions));
    if (split.claims == ClaimHolder::new_kit) TRY(hand_claims_to(tx, access, claims, made.id, "claims"));
    TRY(touch_kit(tx, id));
    TRY(touch_kit(tx, made.id));
    KitPair pair;
    TRY_ASSIGN(pair.kit, prepare_kit(tx, id, {})); // what was checked was another kit
    TRY_ASSIGN(pair.new_kit, get_kit(tx, made.id));
    TRY(tell_kit(tx, {"split", "new_kit", &Passage::from, &Portion::from_label, false}, before, pair.kit, made, passages, portions,
                 split.reason));
    TRY(tell_kit(tx, {"split_off", "from_kit", &Passage::to, &Portion::to_label, true}, made, pair.new_kit, before, passages,
                 portions, split.reason));
    return pair;
}

namespace {

/// Places for all devices of the other kit: free ones that they fit, else new ones like those they come from.
Result<std::vector<Passage>> places_in(WriteTx& tx, Kit& kept, Kit const& other) {
    std::vector<Passage> passages;
    for (KitSlot const& slot : other.slots) {
        if (!slot.asset_id) continue;
        TRY_ASSIGN(Asset asset, device_in(tx, slot));
        KitSlot* place = free_slot_for(kept, asset);
        if (place == nullptr) {
            std::int64_t const number = kept.slots.empty() ? 1 : kept.slots.back().slot + 1;
            if (number > max_kit_slots) return fail(ErrorKind::conflict, "too_many_slots");
            KitSlot const added{.slot = number, .label = slot.label, .category = slot.category, .model = slot.model};
            TRY(add_slot(tx, kept.id, added));
            kept.slots.push_back(added);
            place = &kept.slots.back();
        }
        place->asset_id = asset.id.value;
        passages.push_back({.asset = std::move(asset), .from = slot.slot, .to = place->slot});
    }
    return passages;
}

Result<std::vector<Portion>> accessories_into(WriteTx& tx, Kit const& kept, Kit const& other) {
    std::vector<Portion> portions;
    for (KitAccessory const& each : other.accessories) {
        if (each.quantity == 0) continue;
        KitAccessory const* const there = accessory_of(kept, each.label);
        if (there == nullptr) TRY(add_accessory(tx, kept.id, {.label = each.label, .expected = each.quantity}));
        portions.push_back(
            {.from_label = each.label, .to_label = there == nullptr ? each.label : there->label, .quantity = each.quantity});
    }
    return portions;
}

} // namespace

Result<Kit> merge_kits(WriteTx& tx, Access const& access, Id<Kit> id, KitMerge const& asked) {
    KitMerge merge = asked;
    clean(merge);
    TRY_ASSIGN(Kit const before, get_kit(tx, id));
    if (auto errors = validate(merge); !errors.empty()) return invalid(std::move(errors));
    if (merge.kit_id == id) return invalid("kit_id", "same_kit");
    auto const other = find_kit(tx, merge.kit_id);
    if (!other) return invalid("kit_id", "unknown_kit");
    TRY(check_at_rest(tx, before));
    TRY(check_at_rest(tx, *other));
    TRY_ASSIGN(auto const claims, claims_of(tx, *other, merge.take_claims));
    TRY(hand_claims_to(tx, access, claims, id, "take_claims"));
    if (auto const years = list_years_that_need(tx, other->id); !years.empty())
        return fail(conflict_with("kit_is_needed", dump_json(Json{{"school_years", years}})));
    Kit kept = before;
    TRY_ASSIGN(std::vector<Passage> const passages, places_in(tx, kept, *other));
    TRY_ASSIGN(std::vector<Portion> const portions, accessories_into(tx, before, *other));
    TRY(carry_over(tx, *other, before, passages, portions, merge.reason));
    TRY(prepare_kit(tx, other->id, {}));
    TRY(dissolve_kit(tx, other->id, id));
    TRY(touch_kit(tx, id));
    TRY_ASSIGN(Kit after, prepare_kit(tx, id, {}));
    TRY_ASSIGN(Kit const gone, get_kit(tx, other->id));
    TRY(tell_kit(tx, {"merge", "from_kit", &Passage::to, &Portion::to_label, true}, before, after, *other, passages, portions,
                 merge.reason));
    TRY(tell_kit(tx, {"merge_into", "into_kit", &Passage::from, &Portion::from_label, false}, *other, gone, before, passages,
                 portions, merge.reason));
    return after;
}

} // namespace schulkit
