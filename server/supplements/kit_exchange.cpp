// A lent kit is exchanged as a whole: the new one goes to the school, the old one comes back.

#include "server/assets/asset_store.hpp"
#include "server/differences/difference_changes.hpp"
#include "server/handovers/lent_devices.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/loans/booking_store.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/school_years/school_year_store.hpp"
#include "server/supplements/supplement_changes.hpp"
#include "server/supplements/supplement_record.hpp"

#include <algorithm>
#include <set>

namespace schulkit {
namespace {

Result<Kit> kit_for(Tx& tx, Loan const& loan, Id<Kit> id) {
    auto kit = find_kit(tx, id);
    if (!kit) return invalid("kit_id", "unknown_kit");
    if (kit->kit_type_id != loan.kit_type_id) return invalid("kit_id", "other_type");
    TRY(check_kit_is_home(tx, id));
    TRY(check_kit_is_checked(tx, *kit));
    if (!kit->ready)
        return fail(Error{.kind = ErrorKind::conflict, .code = "kit_not_ready", .extra = dump_json(Json{{"kit_tag", kit->tag}})});
    return std::move(*kit);
}

/// What the school still has by this loan.
std::vector<LoanItem> lent_items(Tx& tx, Id<Loan> loan) {
    std::vector<LoanItem> items = list_loan_items(tx, loan);
    std::erase_if(items, [](LoanItem const& item) { return item.settled_as.has_value(); });
    return items;
}

Result<std::set<std::int64_t>> scanned_of(Tx& tx, Access const& access, Loan const& loan, std::vector<std::string> const& codes) {
    std::set<std::int64_t> scanned;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        std::string const field = "scanned." + std::to_string(i);
        auto const asset = find_asset_by_code(tx, access, codes[i]);
        if (!asset) return invalid({FieldError{field, "unknown_asset", codes[i]}});
        auto const given = find_given(tx, asset->id.value);
        if (!given || given->loan != loan.id) return invalid({FieldError{field, "not_in_loan", asset->tag}});
        scanned.insert(asset->id.value);
    }
    return scanned;
}

Result<Done> check_nothing_missing(Loan const& loan, std::vector<LoanItem> const& lent, std::set<std::int64_t> const& scanned,
                                   Kit const& next) {
    Json missing = Json::array();
    for (LoanItem const& item : lent)
        if (!scanned.contains(item.asset_id))
            missing.push_back(encode_value(
                MissingItem{.loan_id = loan.id, .slot = item.slot, .label = item.label, .asset_tag = item.asset_tag}));
    for (KitSlot const& slot : next.slots)
        if (!slot.asset_id) missing.push_back(encode_value(MissingItem{.loan_id = loan.id, .slot = slot.slot, .label = slot.label}));
    for (KitAccessory const& accessory : next.accessories)
        if (accessory.quantity < accessory.expected)
            missing.push_back(encode_value(MissingItem{
                .loan_id = loan.id, .label = accessory.label, .quantity = accessory.expected - accessory.quantity}));
    if (missing.empty()) return Done{};
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "kit_incomplete",
                      .extra = dump_json(Json{{"missing", std::move(missing)}})});
}

/// The years to come are reserved for the new kit; those that have passed are the old one's.
Result<Done> book_instead(WriteTx& tx, Loan const& stored) {
    std::vector<std::string> years = booked_years(tx, stored.id);
    std::erase_if(years, [&](std::string const& year) { return find_school_year(tx, year)->ends_on < tx.today(); });
    if (years.empty()) return Done{};
    TRY(unbook(tx, stored.id, years.front()));
    return book(tx, stored, years);
}

Result<std::vector<SupplementItem>> take_old_kit(WriteTx& tx, Access const& access, Loan const& before, Kit const& old,
                                                 std::vector<LoanItem> const& lent, std::set<std::int64_t> const& scanned) {
    std::vector<SupplementItem> items;
    for (LoanItem const& item : lent) {
        bool const is_back = scanned.contains(item.asset_id);
        items.push_back({.direction = is_back ? SupplementDirection::came_back : SupplementDirection::missing,
                         .slot = item.slot,
                         .label = item.label,
                         .asset_id = item.asset_id});
        if (is_back) {
            TRY(bring_device_back(tx, item.asset_id, "come_back"));
            continue;
        }
        TRY(tell_missing_device(tx, before, item));
        for (KitSlot const& slot : old.slots)
            if (slot.asset_id == item.asset_id) TRY(change_slot(tx, access, old.id, slot.slot, {}));
    }
    for (KitAccessory const& accessory : old.accessories)
        if (std::int64_t const given = given_of(tx, before.id, accessory.label); given > 0)
            items.push_back({.direction = SupplementDirection::came_back, .label = accessory.label, .quantity = given});
    TRY(take_back_accessories(tx, before.id));
    TRY(prepare_kit(tx, old.id, {}));
    return items;
}

} // namespace

Result<Loan> exchange_lent_kit(WriteTx& tx, Access const& access, Loan const& before, KitExchange const& exchange) {
    TRY_ASSIGN(Kit const next, kit_for(tx, before, exchange.kit_id));
    TRY_ASSIGN(Kit const old, get_kit(tx, *before.kit_id));
    std::vector<LoanItem> const lent = lent_items(tx, before.id);
    TRY_ASSIGN(auto const scanned, scanned_of(tx, access, before, exchange.scanned));
    if (!exchange.missing_accepted) TRY(check_nothing_missing(before, lent, scanned, next));

    Loan after = before;
    after.kit_id = next.id;
    TRY_ASSIGN(Loan const stored, store_step(tx, access, LoanStep::exchange, before, std::move(after)));
    TRY(book_instead(tx, stored));
    TRY_ASSIGN(std::vector<SupplementItem> items, take_old_kit(tx, access, before, old, lent, scanned));
    for (KitSlot const& slot : next.slots) {
        if (!slot.asset_id) continue;
        TRY(lend_device(tx, stored, slot.slot, slot.label, *slot.asset_id, "hand_over"));
        items.push_back(item_of(SupplementDirection::given, slot, *slot.asset_id));
    }
    for (KitAccessory const& accessory : next.accessories) {
        TRY(set_given(tx, before.id, accessory.label, accessory.quantity));
        if (accessory.quantity > 0)
            items.push_back({.direction = SupplementDirection::given, .label = accessory.label, .quantity = accessory.quantity});
    }
    TRY(add_supplement(tx, access, stored, {.kind = SupplementKind::exchange, .reason = exchange.reason, .items = std::move(items)}));
    return get_loan(tx, access, before.id);
}

} // namespace schulkit
