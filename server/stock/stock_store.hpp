#pragma once
// All SQL about stores, what they have of accessories, and the movements. Numbers change by insert_move() only: triggers of
// migrations/0013_stock.sql.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/stock/stock_api.hpp"

namespace schulkit {

std::vector<Store> list_stores(Tx& tx);
std::optional<Store> find_store(Tx& tx, Id<Store> id);
/// Error: 409 "taken" on name.
Result<Id<Store>> insert_store(WriteTx& tx, Store const& store);
Result<Done> replace_store(WriteTx& tx, Store const& store);

/// By store and label.
std::vector<StockLine> list_stock(Tx& tx, StockQuery const& query);
std::optional<StockLine> find_stock_line(Tx& tx, Id<StockLine> id);
std::optional<StockLine> find_stock_line(Tx& tx, Id<Store> store, std::string_view label);
/// With nothing in it. Error: 409 "taken" on label.
Result<Id<StockLine>> insert_stock_line(WriteTx& tx, StockLine const& line);
Result<Done> set_minimum(WriteTx& tx, Id<StockLine> id, std::int64_t minimum);

/// Errors: 422 on limit or cursor. An auditor reads no names.
Result<Page<StockMove>> list_moves(Tx& tx, Access const& access, StockMoveQuery const& query);
std::optional<StockMove> find_move(Tx& tx, Id<StockMove> id);
/// Moves what it says. Errors: conflict "stock_too_low", "kit_has_fewer", "unknown_accessory", "in_open_session",
/// "kit_dissolved".
Result<Id<StockMove>> insert_move(WriteTx& tx, StockMove const& move);

} // namespace schulkit
