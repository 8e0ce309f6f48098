#pragma once
// Entering one movement of an accessory: of a store's line, or of a kit.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "shared/stock/stock_api.hpp"

#include <functional>
#include <span>
#include <string>

namespace schulkit {

struct MoveDialog {
    bool open = false;
    std::optional<Id<Kit>> kit_id = std::nullopt; ///< absent: of a store's line
    StockMoveKind kind = StockMoveKind::bought;
    std::string store_id = {}; ///< as chosen
    std::string label = {};
    std::string quantity = {}; ///< as typed
    std::string note = {};
    bool busy = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt; ///< where it names no field
    bool done = false; ///< to be told once
};

/// What can be entered, the likeliest first.
std::span<StockMoveKind const> kinds_of(MoveDialog const& dialog);
bool needs_store(MoveDialog const& dialog);

/// False: another movement is still being sent, and its dialog is opened again.
bool open_move_of_line(MoveDialog& dialog, StockLine const& line);
bool open_move_of_kit(MoveDialog& dialog, Kit const& kit, std::string store_id);
/// The kit's accessory, with as many as it is short of where they come in.
void choose_accessory(MoveDialog& dialog, Kit const& kit, std::string label);

/// Nothing where what is typed is no movement: the errors say why.
std::optional<NewStockMove> move_as_typed(MoveDialog& dialog);
void send_move(MoveDialog& dialog, Api& api, std::function<void(StockMove const&)> moved);

} // namespace schulkit
