#include "server/stock/stock_routes.hpp"

#include "server/attachments/sha256.hpp"
#include "server/http/language.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/stock/stock_changes.hpp"

namespace schulkit {
namespace {

OrderListWords words_in(std::string_view language) {
    Strings const& texts = strings_in(language);
    return {.store = texts.get("stock_line.store_id"),
            .label = texts.get("kit_type.accessory_label"),
            .quantity = texts.get("stock_line.quantity"),
            .minimum = texts.get("stock_line.minimum"),
            .to_order = texts.get("stock_line.to_order")};
}

Result<SentFile> order_list(Tx& tx, Access const&, Request<GetOrderList> const& request) {
    std::string bytes = order_list_csv(list_stock(tx, {.below_minimum = true}), words_in(request.query.language));
    std::string version = sha256_of(bytes);
    return SentFile{.media_type = "text/csv; charset=utf-8",
                    .name = "bestellliste-" + to_iso(tx.today()) + ".csv",
                    .version = std::move(version),
                    .bytes = std::move(bytes)};
}

} // namespace

void mount_stock(Router& router) {
    router.read<ListStores>(Action::read_stock, [](Tx& tx, Access const&, auto const&) {
        return Result<Page<Store>>{whole_page(list_stores(tx))};
    });
    router.write<CreateStore>(Action::edit_stock, [](WriteTx& tx, Access const&, auto const& request) {
        return add_store(tx, request.body);
    });
    router.write<UpdateStore>(Action::edit_stock, [](WriteTx& tx, Access const&, auto const& request) {
        return change_store(tx, request.path.id, request.body);
    });
    router.read<ListStock>(Action::read_stock, [](Tx& tx, Access const&, auto const& request) {
        return Result<Page<StockLine>>{whole_page(list_stock(tx, request.query))};
    });
    router.write<CreateStockLine>(Action::edit_stock, [](WriteTx& tx, Access const&, auto const& request) {
        return add_stock_line(tx, request.body);
    });
    router.write<UpdateStockLine>(Action::edit_stock, [](WriteTx& tx, Access const&, auto const& request) {
        return change_stock_line(tx, request.path.id, request.body);
    });
    router.read<ListStockMoves>(Action::read_stock, [](Tx& tx, Access const& access, auto const& request) {
        return list_moves(tx, access, request.query);
    });
    router.write<MoveStock>(Action::move_stock, [](WriteTx& tx, Access const&, auto const& request) {
        return move_stock(tx, request.body);
    });
    router.file<GetOrderList>(Action::read_stock, order_list);
}

} // namespace schulkit
