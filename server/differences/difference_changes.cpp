#include "server/differences/difference_changes.hpp"

#include "server/assets/asset_changes.hpp"
#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/handovers/lent_devices.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/loans/loan_steps.hpp"

#include <algorithm>

namespace schulkit {
namespace {

Result<LoanDifference> difference_for(Tx& tx, Access const& access, Id<LoanDifference> id, DifferenceStep step) {
    TRY_ASSIGN(LoanDifference difference, get_difference(tx, access, id));
    if (auto const code = obstacle_to(step, difference, tx.today())) return fail(ErrorKind::conflict, std::string{*code});
    return difference;
}

Result<LoanDifference> told(WriteTx& tx, Access const& access, LoanDifference const& before, std::string_view action) {
    TRY_ASSIGN(LoanDifference after, get_difference(tx, access, before.id));
    TRY(record_changed(tx, action, before.id.value, before.school_code, before, after));
    return after;
}

/// Whoever is accountable for it: where it is nobody knows.
Result<Done> give_device_up(WriteTx& tx, std::int64_t asset_id, bool school_answers) {
    TRY(give_item_up(tx, asset_id, school_answers));
    auto const before = find_asset(tx, Id<Asset>{asset_id});
    if (!before) return fail(ErrorKind::internal, "internal", "a difference names an asset that is not there");
    bool const is_elsewhere = before->status != AssetStatus::in_stock && before->status != AssetStatus::in_use;
    if (is_elsewhere) return Done{}; // in repair, stolen: that is known
    Asset after = *before;
    after.status = AssetStatus::lost;
    TRY(change_asset(tx, *before, std::move(after), "give_up"));
    return Done{};
}

/// Into its slot again, if that is still free and the kit at rest; else it is in stock.
Result<Done> put_back(WriteTx& tx, Access const& access, LoanDifference const& difference) {
    if (!difference.slot) return Done{};
    TRY_ASSIGN(Kit const kit, get_kit(tx, difference.kit_id));
    bool const is_free = std::any_of(kit.slots.begin(), kit.slots.end(), [&](KitSlot const& slot) {
        return slot.slot == *difference.slot && !slot.asset_id;
    });
    if (!is_free) return Done{};
    std::ignore = tx.attempt([&] { return change_slot(tx, access, kit.id, *difference.slot, {.asset_code = difference.asset_tag}); });
    return Done{};
}

Result<Done> count_back(WriteTx& tx, LoanDifference const& difference) {
    TRY(add_accessories_back(tx, difference.loan_id, difference.label, difference.quantity));
    if (find_running_loan(tx, difference.kit_id)) return Done{};
    TRY_ASSIGN(Kit const kit, get_kit(tx, difference.kit_id));
    for (KitAccessory const& accessory : kit.accessories)
        if (accessory.label == difference.label)
            TRY(count_accessories(tx, kit.id, {.accessories = {{accessory.label, accessory.quantity + difference.quantity}}}));
    return Done{};
}

/// What the settlement means for the things themselves.
Result<Done> carry_out(WriteTx& tx, Access const& access, LoanDifference const& difference, Settlement settled_as) {
    bool const is_back = settled_as == Settlement::returned;
    if (difference.kind == DifferenceKind::accessory_missing) return is_back ? count_back(tx, difference) : Done{};
    if (difference.kind == DifferenceKind::foreign_device) return Done{};
    if (!is_back)
        return give_device_up(tx, *difference.asset_id, settled_as == Settlement::lost || settled_as == Settlement::replaced);
    TRY(bring_device_back(tx, *difference.asset_id, "come_back"));
    return put_back(tx, access, difference);
}

Result<Done> tell(WriteTx& tx, Loan const& loan, NewDifference difference) {
    difference.loan = loan.id;
    difference.kit = loan.kit_id.value_or(Id<Kit>{});
    difference.object_until = add_days(tx.today(), static_cast<int>(get_loan_settings(tx).objection_days));
    TRY_ASSIGN(Id<LoanDifference> const id, insert_difference(tx, difference));
    TRY_ASSIGN(LoanDifference const stored, get_difference(tx, {.scope = Scope::county}, id));
    TRY(record_created(tx, "create", id.value, loan.school_code, stored));
    return Done{};
}

} // namespace

Result<Done> tell_missing_device(WriteTx& tx, Loan const& loan, LoanItem const& item) {
    if (has_difference(tx, item.id)) return Done{};
    return tell(tx, loan, {.kind = DifferenceKind::device_missing, .item = item.id, .slot = item.slot, .label = item.label,
                           .asset = item.asset_id});
}

Result<Done> find_differences(WriteTx& tx, Loan const& loan, HandoverSession const& session) {
    for (LoanItem const& item : list_loan_items(tx, loan.id))
        if (!item.settled_as) TRY(tell_missing_device(tx, loan, item));
    for (SessionAccessory const& accessory : session.accessories) {
        std::int64_t const lacks = accessory.expected - accessory.quantity.value_or(accessory.expected);
        if (accessory.loan_id == loan.id && lacks > 0)
            TRY(tell(tx, loan, {.kind = DifferenceKind::accessory_missing, .label = accessory.label, .quantity = lacks}));
    }
    // in which of several kits it lay nobody has noted
    if (session.loans.front().loan_id != loan.id) return Done{};
    for (ForeignDevice const& device : session.foreign)
        TRY(tell(tx, loan, {.kind = DifferenceKind::foreign_device,
                            .other_loan = device.loan_id,
                            .slot = device.slot,
                            .label = device.asset_name,
                            .asset = device.asset_id,
                            .settled_as = Settlement::noted}));
    return Done{};
}

Result<Done> note_device_back(WriteTx& tx, Access const& access, std::int64_t asset_id) {
    auto const id = find_open_difference(tx, asset_id);
    if (!id) return Done{};
    TRY_ASSIGN(LoanDifference const before, get_difference(tx, access, *id));
    TRY(store_settlement(tx, *id, Settlement::returned, std::nullopt));
    TRY(told(tx, access, before, "settle"));
    TRY(put_back(tx, access, before));
    return close_if_done(tx, access, before.loan_id);
}

Result<Done> close_if_done(WriteTx& tx, Access const& access, Id<Loan> id) {
    TRY_ASSIGN(Loan const before, get_loan(tx, access, id));
    if (before.state != LoanState::returned || !before.checked_on || has_open_differences(tx, id)) return Done{};
    Loan after = before;
    after.state = LoanState::closed;
    after.closed_on = tx.today();
    TRY(store_change(tx, access, "close", before, std::move(after)));
    return Done{};
}

Result<LoanDifference> object_to_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id, std::string const& objection) {
    TRY_ASSIGN(LoanDifference const before, difference_for(tx, access, id, DifferenceStep::object));
    TRY(store_objection(tx, id, objection));
    return told(tx, access, before, "object");
}

Result<LoanDifference> answer_objection(WriteTx& tx, Access const& access, Id<LoanDifference> id, ObjectionAnswer const& answer) {
    TRY_ASSIGN(LoanDifference const before, difference_for(tx, access, id, DifferenceStep::answer));
    TRY(store_answer(tx, id, answer.accepted ? ObjectionState::accepted : ObjectionState::rejected, answer.answer));
    if (answer.accepted && !before.settled_as) {
        TRY(store_settlement(tx, id, Settlement::not_counted, std::nullopt));
        TRY(carry_out(tx, access, before, Settlement::not_counted));
    }
    TRY_ASSIGN(LoanDifference after, told(tx, access, before, "answer"));
    TRY(close_if_done(tx, access, before.loan_id));
    return after;
}

Result<LoanDifference> chase_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id, ChaseNote const& chase) {
    TRY_ASSIGN(LoanDifference const before, difference_for(tx, access, id, DifferenceStep::chase));
    TRY(store_chase(tx, id, chase.note));
    TRY_ASSIGN(LoanDifference after, get_difference(tx, access, id));
    AuditRow row{.action = "chase",
                 .entity = Schema<LoanDifference>::name,
                 .entity_id = id.value,
                 .school_code = before.school_code,
                 .after = Json{{"chased_on", to_iso(tx.today())}}};
    if (chase.note) row.texts.push_back({"note", std::nullopt, *chase.note});
    TRY(record(tx, row));
    return after;
}

Result<LoanDifference> settle_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id,
                                         DifferenceSettlement const& settlement) {
    TRY_ASSIGN(LoanDifference const before, difference_for(tx, access, id, DifferenceStep::settle));
    if (auto const code = obstacle_to(settlement.settled_as, before)) return fail(ErrorKind::conflict, std::string{*code});
    TRY(store_settlement(tx, id, settlement.settled_as, settlement.note));
    TRY(carry_out(tx, access, before, settlement.settled_as));
    TRY_ASSIGN(LoanDifference after, told(tx, access, before, "settle"));
    TRY(close_if_done(tx, access, before.loan_id));
    return after;
}

Result<LoanSettings> change_loan_settings(WriteTx& tx, Patch<LoanSettings> const& patch) {
    if (!patch.members.contains("objection_days")) return invalid("objection_days", "required");
    LoanSettings const before = get_loan_settings(tx);
    TRY(check_version(patch, before));
    LoanSettings after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after == before) return before;
    TRY(replace_loan_settings(tx, after));
    LoanSettings stored = get_loan_settings(tx);
    TRY(record_changed(tx, "update", 1, std::nullopt, before, stored));
    return stored;
}

} // namespace schulkit
