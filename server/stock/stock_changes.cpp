#include "server/stock/stock_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/kits/kit_store.hpp"

#include <algorithm>

namespace schulkit {
namespace {

Result<StockMove> store_move(WriteTx& tx, StockMove const& move) {
    TRY_ASSIGN(Id<StockMove> const id, insert_move(tx, move));
    auto const stored = find_move(tx, id);
    if (!stored) return fail(ErrorKind::internal, "internal", "a movement is gone");
    StockMove told = *stored;
    told.moved_by.reset(); // the log's row says who
    TRY(record_created(tx, "create", id.value, std::nullopt, told));
    return *stored;
}

KitAccessory const* find_accessory(Kit const& kit, std::string_view label) {
    auto const found = std::find_if(kit.accessories.begin(), kit.accessories.end(),
                                    [&](KitAccessory const& each) { return fold(each.label) == fold(label); });
    return found == kit.accessories.end() ? nullptr : &*found;
}

/// The store's line; what comes into the store makes one where there is none.
Result<StockLine> line_for(WriteTx& tx, NewStockMove const& move) {
    if (!find_store(tx, *move.store_id)) return invalid("store_id", "unknown_store");
    if (auto known = find_stock_line(tx, *move.store_id, move.label)) return std::move(*known);
    bool const comes = move.kind == StockMoveKind::bought || move.kind == StockMoveKind::out_of_kit ||
                       move.kind == StockMoveKind::counted;
    if (!comes) return invalid({FieldError{"label", "unknown_accessory", move.label}});
    return add_stock_line(tx, {.store_id = *move.store_id, .label = move.label});
}

/// How many there are, so that nobody has to look it up.
Error with_number(Error error, std::int64_t quantity) {
    error.extra = dump_json(Json{{"quantity", quantity}});
    return error;
}

Result<Done> tell_kit(WriteTx& tx, Kit const& kit, KitAccessory const& before, std::optional<std::string> const& note) {
    TRY(touch_kit(tx, kit.id));
    TRY_ASSIGN(Kit const after, get_kit(tx, kit.id));
    std::int64_t const now = find_accessory(after, before.label)->quantity;
    AuditRow row = {.action = "contents", .entity = Schema<Kit>::name, .entity_id = kit.id.value};
    row.before["accessories"] = Json{{before.label, before.quantity}};
    row.after["accessories"] = Json{{before.label, now}};
    if (note) row.texts = {{"reason", std::nullopt, *note}};
    TRY(record(tx, row));
    return Done{};
}

/// The two sides' numbers, by the kind.
void set_changes(StockMove& move, NewStockMove const& asked, std::int64_t in_stock, std::int64_t in_kit) {
    std::int64_t const n = asked.quantity;
    bool const of_kit = asked.kit_id.has_value();
    switch (asked.kind) {
    case StockMoveKind::bought: move.stock_change = n; return;
    case StockMoveKind::into_kit:
        move.stock_change = -n;
        move.kit_change = n;
        return;
    case StockMoveKind::out_of_kit:
        move.stock_change = n;
        move.kit_change = -n;
        return;
    case StockMoveKind::lost:
    case StockMoveKind::discarded: (of_kit ? move.kit_change : move.stock_change) = -n; return;
    case StockMoveKind::counted: (of_kit ? move.kit_change : move.stock_change) = n - (of_kit ? in_kit : in_stock); return;
    case StockMoveKind::regrouped: return;
    }
}

} // namespace

Result<Store> add_store(WriteTx& tx, Store store) {
    clean(store);
    if (auto errors = validate(store); !errors.empty()) return invalid(std::move(errors));
    TRY_ASSIGN(store.id, insert_store(tx, store));
    TRY(record_created(tx, "create", store.id.value, std::nullopt, store));
    return store;
}

Result<Store> change_store(WriteTx& tx, Id<Store> id, Patch<Store> const& patch) {
    auto const before = find_store(tx, id);
    if (!before) return fail(ErrorKind::not_found, "not_found");
    TRY(check_version(patch, *before));
    Store after = *before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after == *before) return after;
    TRY(replace_store(tx, after));
    ++after.version;
    TRY(record_changed(tx, "update", id.value, std::nullopt, *before, after));
    return after;
}

Result<StockLine> add_stock_line(WriteTx& tx, StockLine line) {
    clean(line);
    if (auto errors = validate(line); !errors.empty()) return invalid(std::move(errors));
    if (!find_store(tx, line.store_id)) return invalid("store_id", "unknown_store");
    TRY_ASSIGN(Id<StockLine> const id, insert_stock_line(tx, line));
    StockLine stored = *find_stock_line(tx, id);
    TRY(record_created(tx, "create", id.value, std::nullopt, stored));
    return stored;
}

Result<StockLine> change_stock_line(WriteTx& tx, Id<StockLine> id, Patch<StockLine> const& patch) {
    auto const before = find_stock_line(tx, id);
    if (!before) return fail(ErrorKind::not_found, "not_found");
    TRY(check_version(patch, *before));
    StockLine after = *before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    clean(after);
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after.store_id != before->store_id) return invalid("store_id", "is_fixed");
    if (after.label != before->label) return invalid("label", "is_fixed");
    if (after == *before) return after;
    TRY(set_minimum(tx, id, after.minimum));
    after = *find_stock_line(tx, id);
    TRY(record_changed(tx, "update", id.value, std::nullopt, *before, after));
    return after;
}

Result<StockMove> move_stock(WriteTx& tx, NewStockMove asked, std::optional<std::int64_t> loan_id) {
    clean(asked);
    if (auto errors = validate(asked); !errors.empty()) return invalid(std::move(errors));
    StockMove move{.kind = asked.kind, .label = asked.label, .loan_id = loan_id, .note = asked.note};
    std::optional<Kit> kit;
    KitAccessory in_kit;
    if (asked.kit_id) {
        kit = find_kit(tx, *asked.kit_id);
        if (!kit) return invalid("kit_id", "unknown_kit");
        KitAccessory const* const accessory = find_accessory(*kit, asked.label);
        if (accessory == nullptr) return invalid({FieldError{"label", "unknown_accessory", asked.label}});
        in_kit = *accessory;
        move.kit_id = kit->id;
        move.label = in_kit.label;
    }
    std::int64_t in_stock = 0;
    if (asked.store_id) {
        TRY_ASSIGN(StockLine const line, line_for(tx, asked));
        in_stock = line.quantity;
        move.stock_line_id = line.id;
        if (!kit) move.label = line.label;
    }
    set_changes(move, asked, in_stock, in_kit.quantity);
    auto stored = store_move(tx, move);
    if (!stored && stored.error().code == "stock_too_low") return fail(with_number(std::move(stored).error(), in_stock));
    if (!stored && stored.error().code == "kit_has_fewer") return fail(with_number(std::move(stored).error(), in_kit.quantity));
    if (stored && kit) TRY(tell_kit(tx, *kit, in_kit, asked.note));
    return stored;
}

Result<Done> move_in_kit(WriteTx& tx, StockMove move) {
    TRY(store_move(tx, move));
    return Done{};
}

} // namespace schulkit
