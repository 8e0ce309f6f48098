#pragma once
// What the stores have of accessories, what came and went, and what has to be ordered.

#include "client/api/loadable.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "client/stock/move_dialog_model.hpp"
#include "shared/audit/audit_api.hpp"

namespace schulkit {

/// "#/lager", "#/lager/bewegungen", "#/lager/bestellen"
enum class StockView { lines, moves, orders };

/// A new accessory of a store, or a new store.
struct StockAddition {
    bool open = false;
    bool is_store = false;
    std::string store_id = {};
    std::string words = {}; ///< the accessory's or the store's name
    std::string minimum = "0";
    bool busy = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::string added = {}; ///< to be told once
};

struct StockModel {
    StockView view = StockView::lines;
    PageTrail pages = {}; ///< of the movements
    std::int64_t first_shown = 1;
    std::uint64_t asked = 0;
    Loadable<Page<Store>> stores = {};
    Loadable<Page<StockLine>> lines = {};
    Loadable<Page<StockMove>> moves = {};
    StockAddition addition = {};
    Id<StockLine> chosen = {}; ///< whose dialog is open
    MoveDialog move = {};
    std::string minimum = {}; ///< of the chosen line, as typed
    std::optional<Error> minimum_refused = std::nullopt;
    bool minimum_busy = false;
    ChangeKey minimum_key = {};
    bool minimum_saved = false; ///< to be told once
};

StockView stock_view_of(Route const& route);
void open_stock(StockModel& model, Api& api, Route const& route);
/// Asks again; what is shown stays until there is an answer.
void load_stock(StockModel& model, Api& api);
void take_stock_changes(StockModel& model, Api& api, Changes const& changes);
/// Of what is shown.
Error const* error_of(StockModel const& model);

StockLine const* find_line(StockModel const& model, Id<StockLine> id);
/// While something is being sent of a line its dialog is opened again, and no other.
void open_line(StockModel& model, StockLine const& line);
void save_minimum(StockModel& model, Api& api);
void begin_addition(StockModel& model, bool is_store);
void send_addition(StockModel& model, Api& api);

} // namespace schulkit
