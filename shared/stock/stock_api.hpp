#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/stock/stock.hpp"

namespace schulkit {

struct ListStores {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<Store>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/stores";
    static constexpr std::string_view name = "list_stores";
    static constexpr std::string_view summary = "The county's stores of accessories";
};

/// Error: 409 "taken" on name.
struct CreateStore {
    using Path = None;
    using Query = None;
    using Body = Store;
    using Response = Store;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/stores";
    static constexpr std::string_view name = "create_store";
    static constexpr std::string_view summary = "Add a store";
};

struct UpdateStore {
    using Path = IdPath<Store>;
    using Query = None;
    using Body = Patch<Store>;
    using Response = Store;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/stores/{id}";
    static constexpr std::string_view name = "update_store";
    static constexpr std::string_view summary = "Change what a store is called";
};

struct StockQuery {
    std::optional<Id<Store>> store_id = std::nullopt;
    bool below_minimum = false; ///< only what has to be ordered
    bool operator==(StockQuery const&) const = default;
};

template <>
struct Schema<StockQuery> {
    static constexpr std::string_view name = "stock_query";
    static constexpr auto fields = std::tuple{field("store_id", "stock_line.store_id", &StockQuery::store_id),
                                              field("below_minimum", "", &StockQuery::below_minimum)};
};

struct ListStock {
    using Path = None;
    using Query = StockQuery;
    using Body = None;
    using Response = Page<StockLine>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/stock";
    static constexpr std::string_view name = "list_stock";
    static constexpr std::string_view summary = "What the stores have; below_minimum=true is the order list";
};

/// With nothing in it yet. Errors: 422 "unknown_store" on store_id; 409 "taken" on label.
struct CreateStockLine {
    using Path = None;
    using Query = None;
    using Body = StockLine;
    using Response = StockLine;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/stock";
    static constexpr std::string_view name = "create_stock_line";
    static constexpr std::string_view summary = "Keep an accessory in a store";
};

/// The minimum. Errors: 409 "stale" with `current`; 422 "is_fixed" on store_id and label.
struct UpdateStockLine {
    using Path = IdPath<StockLine>;
    using Query = None;
    using Body = Patch<StockLine>;
    using Response = StockLine;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/stock/{id}";
    static constexpr std::string_view name = "update_stock_line";
    static constexpr std::string_view summary = "Say from which number on an accessory is ordered";
};

struct StockMoveQuery {
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::optional<Id<StockLine>> stock_line_id = std::nullopt;
    std::optional<Id<Kit>> kit_id = std::nullopt;
    bool operator==(StockMoveQuery const&) const = default;
};

template <>
struct Schema<StockMoveQuery> {
    static constexpr std::string_view name = "stock_move_query";
    static constexpr auto fields =
        std::tuple{field("limit", "", &StockMoveQuery::limit),
                   field("cursor", "", &StockMoveQuery::cursor, {.max_length = 2000}),
                   field("stock_line_id", "", &StockMoveQuery::stock_line_id),
                   field("kit_id", "stock_move.kit_id", &StockMoveQuery::kit_id)};
};

struct ListStockMoves {
    using Path = None;
    using Query = StockMoveQuery;
    using Body = None;
    using Response = Page<StockMove>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/stock-moves";
    static constexpr std::string_view name = "list_stock_moves";
    static constexpr std::string_view summary = "What came, went and was counted, newest first";
};

/// What is bought or taken out of a kit makes the store's line where there is none. Errors: 422 by field, also
/// "unknown_store", "unknown_kit", "unknown_accessory" on label; 409 "stock_too_low" with `quantity`, "kit_has_fewer" with
/// `quantity`, "in_open_session", "kit_dissolved".
struct MoveStock {
    using Path = None;
    using Query = None;
    using Body = NewStockMove;
    using Response = StockMove;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/stock-moves";
    static constexpr std::string_view name = "move_stock";
    static constexpr std::string_view summary = "Enter what was bought, put into a kit, lost, discarded or counted";
};

struct OrderListQuery {
    std::string language = "de"; ///< of the heads of its columns
    bool operator==(OrderListQuery const&) const = default;
};

template <>
struct Schema<OrderListQuery> {
    static constexpr std::string_view name = "order_list_query";
    static constexpr auto fields = std::tuple{field("language", "", &OrderListQuery::language, {.max_length = 10})};
};

struct GetOrderList {
    using Path = None;
    using Query = OrderListQuery;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/order-list.csv";
    static constexpr std::string_view name = "get_order_list";
    static constexpr std::string_view summary = "What has to be ordered, as a table for a spreadsheet";
};

} // namespace schulkit
