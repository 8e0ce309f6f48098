#pragma once
// Stores and movements: the rules, the rows and the log in one transaction.

#include "server/stock/stock_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/stock/stock_api.hpp.
Result<Store> add_store(WriteTx& tx, Store store);
Result<Store> change_store(WriteTx& tx, Id<Store> id, Patch<Store> const& patch);
Result<StockLine> add_stock_line(WriteTx& tx, StockLine line);
Result<StockLine> change_stock_line(WriteTx& tx, Id<StockLine> id, Patch<StockLine> const& patch);
/// `loan_id`: the loan that it was for.
Result<StockMove> move_stock(WriteTx& tx, NewStockMove move, std::optional<std::int64_t> loan_id = std::nullopt);

/// Within a kit only: counted, lost, regrouped. The kit's own history is told by the caller. Errors: of insert_move().
Result<Done> move_in_kit(WriteTx& tx, StockMove move);

} // namespace schulkit
