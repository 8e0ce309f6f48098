#include "client/stock/move_dialog_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::array kinds_of_lines = {StockMoveKind::bought, StockMoveKind::counted, StockMoveKind::lost,
                                       StockMoveKind::discarded};
constexpr std::array kinds_of_kits = {StockMoveKind::into_kit, StockMoveKind::out_of_kit, StockMoveKind::lost,
                                      StockMoveKind::discarded};

/// The key stays: what was sent and not answered is entered again without being booked twice.
bool begin_move(MoveDialog& dialog, MoveDialog fresh) {
    dialog.open = true;
    if (dialog.busy) return false;
    fresh.open = true;
    fresh.key = std::move(dialog.key);
    dialog = std::move(fresh);
    return true;
}

std::int64_t short_of(KitAccessory const& accessory) { return accessory.expected - accessory.quantity; }

} // namespace

std::span<StockMoveKind const> kinds_of(MoveDialog const& dialog) {
    return dialog.kit_id ? std::span<StockMoveKind const>{kinds_of_kits} : std::span<StockMoveKind const>{kinds_of_lines};
}

bool needs_store(MoveDialog const& dialog) {
    if (!dialog.kit_id) return true;
    return dialog.kind == StockMoveKind::into_kit || dialog.kind == StockMoveKind::out_of_kit;
}

bool open_move_of_line(MoveDialog& dialog, StockLine const& line) {
    return begin_move(dialog, {.store_id = to_text(line.store_id), .label = line.label});
}

bool open_move_of_kit(MoveDialog& dialog, Kit const& kit, std::string store_id) {
    if (!begin_move(dialog, {.kit_id = kit.id, .kind = StockMoveKind::into_kit, .store_id = std::move(store_id)})) return false;
    if (kit.accessories.empty()) return true;
    auto const shortest = std::max_element(kit.accessories.begin(), kit.accessories.end(),
                                           [](KitAccessory const& a, KitAccessory const& b) { return short_of(a) < short_of(b); });
    choose_accessory(dialog, kit, shortest->label);
    return true;
}

void choose_accessory(MoveDialog& dialog, Kit const& kit, std::string label) {
    dialog.label = std::move(label);
    dialog.quantity.clear();
    if (dialog.kind != StockMoveKind::into_kit) return;
    for (KitAccessory const& accessory : kit.accessories)
        if (accessory.label == dialog.label && short_of(accessory) > 0) dialog.quantity = to_text(short_of(accessory));
}

std::optional<NewStockMove> move_as_typed(MoveDialog& dialog) {
    NewStockMove move{.kind = dialog.kind, .kit_id = dialog.kit_id, .label = dialog.label};
    std::int64_t store = 0;
    if (needs_store(dialog) && from_text(dialog.store_id, store)) move.store_id = Id<Store>{store};
    if (!trim(dialog.note).empty()) move.note = std::string{trim(dialog.note)};
    bool const readable = from_text(trim(dialog.quantity), move.quantity);
    dialog.errors = validate(move);
    if (!readable) {
        std::erase_if(dialog.errors, [](FieldError const& error) { return error.field == "quantity"; });
        dialog.errors.push_back({"quantity", trim(dialog.quantity).empty() ? "required" : "bad_number", {}});
    }
    if (!dialog.errors.empty()) return std::nullopt;
    return move;
}

void send_move(MoveDialog& dialog, Api& api, std::function<void(StockMove const&)> moved) {
    if (dialog.busy) return;
    dialog.refused.reset();
    auto const move = move_as_typed(dialog);
    if (!move) return api.platform().move_focus(FocusTarget::first_field_with_error);
    dialog.busy = true;
    api.write<MoveStock>(dialog.key.for_body(api, encode(*move)), {.body = *move},
                         [&dialog, &api, moved = std::move(moved)](Result<StockMove> stored) {
                             dialog.busy = false;
                             if (stored) {
                                 dialog.key.succeeded();
                                 dialog.open = false;
                                 dialog.done = true;
                                 return moved(*stored);
                             }
                             dialog.key.failed(stored.error());
                             dialog.errors = stored.error().fields;
                             if (dialog.errors.empty())
                                 dialog.refused = std::move(stored).error();
                             else
                                 api.platform().move_focus(FocusTarget::first_field_with_error);
                         });
}

} // namespace schulkit
