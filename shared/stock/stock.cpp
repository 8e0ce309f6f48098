#include "shared/stock/stock.hpp"

namespace schulkit {
namespace {

struct MoveNeeds {
    bool store = false;
    bool kit = false;
    bool one_of_both = false;
};

MoveNeeds needs_of(StockMoveKind kind) {
    switch (kind) {
    case StockMoveKind::bought: return {.store = true};
    case StockMoveKind::into_kit:
    case StockMoveKind::out_of_kit: return {.store = true, .kit = true};
    case StockMoveKind::lost:
    case StockMoveKind::discarded:
    case StockMoveKind::counted:
    case StockMoveKind::regrouped: return {.one_of_both = true};
    }
    return {};
}

std::string cell(std::string_view words) {
    std::string quoted = "\"";
    // a spreadsheet would take it for a formula
    if (!words.empty() && std::string_view{"=+-@\t\r"}.find(words.front()) != std::string_view::npos) quoted += '\'';
    for (char const c : words) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

} // namespace

void check(NewStockMove const& move, FieldErrors& errors) {
    if (move.kind == StockMoveKind::regrouped) errors.push_back({"kind", "not_allowed", {}});
    MoveNeeds const needs = needs_of(move.kind);
    if (needs.one_of_both) {
        if (!move.store_id && !move.kit_id) errors.push_back({"store_id", "required", {}});
        if (move.store_id && move.kit_id) errors.push_back({"kit_id", "not_both", {}});
    } else {
        if (needs.store && !move.store_id) errors.push_back({"store_id", "required", {}});
        if (needs.kit && !move.kit_id) errors.push_back({"kit_id", "required", {}});
        if (!needs.kit && move.kit_id) errors.push_back({"kit_id", "not_both", {}});
    }
    if (move.kind != StockMoveKind::counted && move.quantity == 0) errors.push_back({"quantity", "out_of_range", {}});
}

std::string order_list_csv(std::vector<StockLine> const& lines, OrderListWords const& words) {
    std::string csv = "\xEF\xBB\xBF";
    auto const add = [&csv](std::array<std::string, 5> const& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) csv += ';';
            csv += cells[i];
        }
        csv += "\r\n";
    };
    add({cell(words.store), cell(words.label), cell(words.quantity), cell(words.minimum), cell(words.to_order)});
    for (StockLine const& line : lines)
        add({cell(line.store_name), cell(line.label), to_text(line.quantity), to_text(line.minimum), to_text(line.to_order)});
    return csv;
}

} // namespace schulkit
