#include "server/kits/kit_changes.hpp"

#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/loans/booking_store.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Categories as they are stored. Unlike an inventory list, a plan makes no new ones: nothing would fit.
Result<KitType> prepared(Tx& tx, KitType type) {
    clean(type);
    if (auto errors = validate(type); !errors.empty()) return invalid(std::move(errors));
    for (std::size_t i = 0; i < type.slots.size(); ++i) {
        auto& category = type.slots[i].category;
        if (!category) continue;
        auto stored = find_category(tx, *category);
        if (!stored) return invalid({FieldError{"slots." + std::to_string(i) + ".category", "unknown_category", *category}});
        category = std::move(stored);
    }
    return type;
}

Result<Kit> prepared(Kit kit) {
    clean(kit);
    if (auto errors = validate(kit); !errors.empty()) return invalid(std::move(errors));
    return kit;
}

} // namespace

Result<KitType> add_kit_type(WriteTx& tx, KitType type) {
    TRY_ASSIGN(type, prepared(tx, std::move(type)));
    TRY_ASSIGN(KitType stored, insert_kit_type(tx, std::move(type)));
    TRY(record_created(tx, "create", stored.id.value, std::nullopt, stored));
    return stored;
}

Result<KitType> change_kit_type(WriteTx& tx, Id<KitType> id, Patch<KitType> const& patch) {
    TRY_ASSIGN(KitType const before, get_kit_type(tx, id));
    TRY(check_version(patch, before));
    KitType after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    TRY_ASSIGN(after, prepared(tx, std::move(after)));
    if (after == before) return before;
    TRY_ASSIGN(after, replace_kit_type(tx, std::move(after)));
    TRY(record_changed(tx, "update", id.value, std::nullopt, before, after));
    return after;
}

Result<Kit> add_kit(WriteTx& tx, Kit kit) {
    TRY_ASSIGN(kit, prepared(std::move(kit)));
    auto const type = find_kit_type(tx, kit.kit_type_id);
    if (!type) return invalid("kit_type_id", "unknown_kit_type");
    kit.slots = slots_of(*type);
    kit.accessories = accessories_of(*type);
    TRY_ASSIGN(Id<Kit> const id, insert_kit(tx, kit));
    TRY_ASSIGN(Kit stored, get_kit(tx, id));
    TRY(record_created(tx, "create", id.value, std::nullopt, stored));
    return stored;
}

Result<Kit> change_kit(WriteTx& tx, Id<Kit> id, Patch<Kit> const& patch) {
    TRY_ASSIGN(Kit const before, get_kit(tx, id));
    TRY(check_version(patch, before));
    Kit after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    if (after.kit_type_id != before.kit_type_id) return invalid("kit_type_id", "type_is_fixed");
    TRY_ASSIGN(after, prepared(std::move(after)));
    if (after == before) return before;
    TRY(replace_kit(tx, after));
    TRY_ASSIGN(after, get_kit(tx, id));
    TRY(record_changed(tx, "update", id.value, std::nullopt, before, after));
    return after;
}

Result<Kit> prepare_kit(WriteTx& tx, Id<Kit> id, KitReadiness const& readiness) {
    TRY_ASSIGN(Kit const before, get_kit(tx, id));
    std::array const wanted = {std::pair{KitCheckItem::wiped, readiness.wiped},
                               std::pair{KitCheckItem::signed_out, readiness.signed_out},
                               std::pair{KitCheckItem::updated, readiness.updated},
                               std::pair{KitCheckItem::cleaned, readiness.cleaned},
                               std::pair{KitCheckItem::charged, readiness.charged},
                               std::pair{KitCheckItem::complete, readiness.complete}};
    static_assert(std::tuple_size_v<decltype(wanted)> == EnumWords<KitCheckItem>::values.size());
    bool const checks = std::any_of(wanted.begin(), wanted.end(), [](auto const& each) { return each.second; });
    if (checks) TRY(check_kit_is_home(tx, id));
    bool changed = false;
    for (auto const& [item, done] : wanted) {
        bool const was = std::any_of(before.checks.begin(), before.checks.end(),
                                     [item = item](KitCheck const& check) { return check.item == item; });
        if (was == done) continue;
        if (done)
            TRY(check_item(tx, id, item, tx.actor()));
        else
            TRY(uncheck_item(tx, id, item));
        changed = true;
    }
    if (!changed) return before;
    TRY(touch_kit(tx, id));
    TRY_ASSIGN(Kit after, get_kit(tx, id));
    auto const words = [](Kit const& kit) {
        Json done = Json::array();
        for (KitCheck const& check : kit.checks) done.push_back(word_of(check.item));
        return Json{{"checks", std::move(done)}};
    };
    TRY(record(tx, {.action = "prepare",
                    .entity = Schema<Kit>::name,
                    .entity_id = id.value,
                    .before = words(before),
                    .after = words(after)}));
    return after;
}

} // namespace schulkit
