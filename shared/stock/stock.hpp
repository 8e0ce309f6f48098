#pragma once
// What the county's stores have of counted accessories, and the movements by which alone these numbers change.

#include "shared/kits/kit.hpp"

namespace schulkit {

inline constexpr std::int64_t most_of_stock = 100'000;

struct Store {
    Id<Store> id = {};
    std::string name = {};
    std::int64_t version = 1;
    bool operator==(Store const&) const = default;
};

template <>
struct Schema<Store> {
    static constexpr std::string_view name = "store";
    static constexpr auto fields =
        std::tuple{field("id", "", &Store::id, {.read_only = true}),
                   field("name", "store.name", &Store::name, {.required = true, .max_length = 80}),
                   field("version", "", &Store::version, {.read_only = true})};
};

/// One accessory in one store.
struct StockLine {
    Id<StockLine> id = {};
    Id<Store> store_id = {};
    std::string store_name = {};
    std::string label = {};
    std::int64_t quantity = 0;
    std::int64_t minimum = 0;  ///< below it, it has to be ordered
    std::int64_t to_order = 0; ///< up to the minimum
    std::int64_t version = 1;
    bool operator==(StockLine const&) const = default;
};

template <>
struct Schema<StockLine> {
    static constexpr std::string_view name = "stock_line";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &StockLine::id, {.read_only = true}),
        field("store_id", "stock_line.store_id", &StockLine::store_id),
        field("store_name", "stock_line.store_id", &StockLine::store_name, derived),
        field("label", "kit_type.accessory_label", &StockLine::label, {.required = true, .max_length = 60}),
        field("quantity", "stock_line.quantity", &StockLine::quantity, {.read_only = true}),
        field("minimum", "stock_line.minimum", &StockLine::minimum, {.min = 0, .max = most_of_stock}),
        field("to_order", "stock_line.to_order", &StockLine::to_order, derived),
        field("version", "", &StockLine::version, {.read_only = true})};
};

/// regrouped: from kit to kit, when one is split or two are merged; made by that only.
enum class StockMoveKind : std::uint8_t { bought, into_kit, out_of_kit, lost, discarded, counted, regrouped };

template <>
struct EnumWords<StockMoveKind> {
    static constexpr std::array values = {std::pair{StockMoveKind::bought, std::string_view{"bought"}},
                                          std::pair{StockMoveKind::into_kit, std::string_view{"into_kit"}},
                                          std::pair{StockMoveKind::out_of_kit, std::string_view{"out_of_kit"}},
                                          std::pair{StockMoveKind::lost, std::string_view{"lost"}},
                                          std::pair{StockMoveKind::discarded, std::string_view{"discarded"}},
                                          std::pair{StockMoveKind::counted, std::string_view{"counted"}},
                                          std::pair{StockMoveKind::regrouped, std::string_view{"regrouped"}}};
};

struct StockMove {
    Id<StockMove> id = {};
    StockMoveKind kind = StockMoveKind::bought;
    std::optional<Id<StockLine>> stock_line_id = std::nullopt;
    std::optional<std::string> store_name = std::nullopt;
    std::optional<Id<Kit>> kit_id = std::nullopt;
    std::optional<std::string> kit_tag = std::nullopt;
    std::string label = {};
    std::int64_t stock_change = 0;
    std::int64_t kit_change = 0;
    std::optional<std::int64_t> loan_id = std::nullopt; ///< in which it got lost
    std::optional<std::string> note = std::nullopt;
    std::optional<std::string> moved_by = std::nullopt;
    Instant moved_at = {};
    bool operator==(StockMove const&) const = default;
};

template <>
struct Schema<StockMove> {
    static constexpr std::string_view name = "stock_move";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &StockMove::id, {.read_only = true}), field("kind", "stock_move.kind", &StockMove::kind),
        field("stock_line_id", "", &StockMove::stock_line_id),
        field("store_name", "stock_line.store_id", &StockMove::store_name, derived),
        field("kit_id", "stock_move.kit_id", &StockMove::kit_id),
        field("kit_tag", "stock_move.kit_id", &StockMove::kit_tag, derived),
        field("label", "kit_type.accessory_label", &StockMove::label),
        field("stock_change", "stock_move.stock_change", &StockMove::stock_change),
        field("kit_change", "stock_move.kit_change", &StockMove::kit_change),
        field("loan_id", "loan.id", &StockMove::loan_id),
        field("note", "stock_move.note", &StockMove::note, {.erasable = true, .multiline = true, .max_length = 1000}),
        field("moved_by", "stock_move.moved_by", &StockMove::moved_by, {.read_only = true, .erasable = true, .derived = true}),
        field("moved_at", "stock_move.moved_at", &StockMove::moved_at, {.read_only = true})};
};

/// What somebody enters. A loss, a discard or a count is of a store or of a kit, never of both.
struct NewStockMove {
    StockMoveKind kind = StockMoveKind::bought;
    std::optional<Id<Store>> store_id = std::nullopt;
    std::optional<Id<Kit>> kit_id = std::nullopt;
    std::string label = {};
    std::int64_t quantity = 0; ///< how many move; of a count: how many there are
    std::optional<std::string> note = std::nullopt;
    bool operator==(NewStockMove const&) const = default;
};

template <>
struct Schema<NewStockMove> {
    static constexpr std::string_view name = "new_stock_move";
    static constexpr auto fields = std::tuple{
        field("kind", "stock_move.kind", &NewStockMove::kind),
        field("store_id", "stock_line.store_id", &NewStockMove::store_id),
        field("kit_id", "stock_move.kit_id", &NewStockMove::kit_id),
        field("label", "kit_type.accessory_label", &NewStockMove::label, {.required = true, .max_length = 60}),
        field("quantity", "kit_type.quantity", &NewStockMove::quantity, {.min = 0, .max = most_of_stock}),
        field("note", "stock_move.note", &NewStockMove::note, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Found by validate(): "required" or "not_both" on store_id and kit_id, as the kind needs them; "out_of_range" where
/// nothing would move; "not_allowed" on a kind that nobody enters.
void check(NewStockMove const& move, FieldErrors& errors);

/// A list for who orders: semicolons and a byte order mark, as German spreadsheets read it. No cell begins a formula.
struct OrderListWords {
    std::string store = {};
    std::string label = {};
    std::string quantity = {};
    std::string minimum = {};
    std::string to_order = {};
};
std::string order_list_csv(std::vector<StockLine> const& lines, OrderListWords const& words);

} // namespace schulkit
