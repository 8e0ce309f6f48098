#include "client/stock/stock_words.hpp"

#include "client/error_text.hpp"
#include "embedded/icons.hpp"

namespace schulkit {

StockMoveLook look_of(StockMoveKind kind) {
    switch (kind) {
    case StockMoveKind::bought: return {ui::Tone::success, embedded::icon_plus};
    case StockMoveKind::into_kit: return {ui::Tone::neutral, embedded::icon_briefcase};
    case StockMoveKind::out_of_kit: return {ui::Tone::neutral, embedded::icon_package_open};
    case StockMoveKind::lost: return {ui::Tone::danger, embedded::icon_circle_help};
    case StockMoveKind::discarded: return {ui::Tone::warning, embedded::icon_trash_2};
    case StockMoveKind::counted: return {ui::Tone::neutral, embedded::icon_list_checks};
    case StockMoveKind::regrouped: return {ui::Tone::neutral, embedded::icon_arrow_left_right};
    }
    return {};
}

std::string kind_text(ui::Ui const& ui, StockMoveKind kind) { return ui.text("stock_move.kind." + std::string{word_of(kind)}); }

std::string change_text(ui::Ui const& ui, std::int64_t change) {
    if (change == 0) return "±0";
    std::string words = change > 0 ? "+" : "−";
    words += ui.number(change > 0 ? change : -change);
    return words;
}

std::string stock_refusal_text(ui::Ui const& ui, Error const& refused) {
    std::string const key = "stock." + refused.code;
    if (ui.has_text(key)) {
        std::int64_t quantity = 0;
        FieldErrors unreadable;
        if (auto const extra = parse_json(refused.extra.empty() ? "{}" : refused.extra))
            if (Json const* const there = member_of(*extra, "quantity")) {
                decode_value(*there, quantity, "", unreadable);
                return ui.text(key, {{"quantity", ui.number(quantity)}});
            }
    }
    return error_text(ui, refused.code);
}

} // namespace schulkit
