#include "client/card_line.hpp"
#include "client/stock/stock_screen.hpp"
#include "client/stock/stock_words.hpp"
#include "embedded/icons.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit {
namespace {

using ui::CardPlace;
using ui::Ui;

std::vector<ui::Column> move_columns(Ui const& ui) {
    return {{.key = "at", .label = ui.text("stock_move.moved_at"), .width = 150, .row_header = true},
            {.key = "kind", .label = ui.text("stock_move.kind"), .width = 170, .card = CardPlace::badge},
            {.key = "label", .label = ui.text("kit_type.accessory_label"), .width = 150, .grow = 1, .card = CardPlace::title},
            {.key = "place", .label = ui.text("stock.place"), .width = 160, .grow = 1},
            {.key = "change", .label = ui.text("stock.change"), .width = 90, .number = true},
            {.key = "by", .label = ui.text("stock_move.moved_by"), .width = 120, .drop_order = 1},
            {.key = "note", .label = ui.text("stock_move.note"), .width = 140, .grow = 2}};
}

/// What nobody has done the program did; an auditor is told no names.
std::string author_of(Ui const& ui, StockMove const& move, Person const& me) {
    return move.moved_by.value_or(ui.text(me.role == Role::auditor ? "history.hidden_author" : "history.system"));
}

void fill_move(Ui const& ui, StockMove const& move, Person const& me, ui::TableRow& row) {
    row.key = to_text(move.id);
    if (move.kit_id) row.route = "#/koffer/" + to_text(*move.kit_id);
    StockMoveLook const look = look_of(move.kind);
    std::string place = move.store_name.value_or("");
    if (move.kit_tag) place += (place.empty() ? "" : " · ") + *move.kit_tag;
    std::string note = move.note.value_or("");
    if (move.loan_id) note += (note.empty() ? "" : " · ") + ui.text("stock.in_loan", {{"number", loan_number(Id<Loan>{*move.loan_id})}});
    row.muted(ui.date_time(move.moved_at));
    // whether it counts as lost is settled with the loan
    bool const is_missing = move.kind == StockMoveKind::lost && move.loan_id;
    row.badge(is_missing ? ui.text("stock_move.missing") : kind_text(ui, move.kind), look.tone, look.icon);
    row.text(move.label);
    row.muted(place);
    row.text(change_text(ui, move.stock_change != 0 ? move.stock_change : move.kit_change));
    row.muted(author_of(ui, move, me));
    row.muted(note);
}

std::vector<ui::Column> order_columns(Ui const& ui) {
    return {{.key = "label", .label = ui.text("kit_type.accessory_label"), .width = 180, .grow = 2, .row_header = true, .card = CardPlace::title},
            {.key = "store", .label = ui.text("stock_line.store_id"), .width = 160, .grow = 1},
            {.key = "quantity", .label = ui.text("stock_line.quantity"), .width = 120, .number = true},
            {.key = "minimum", .label = ui.text("stock_line.minimum"), .width = 140, .number = true},
            {.key = "to_order", .label = ui.text("stock_line.to_order"), .width = 140, .number = true, .card = CardPlace::badge}};
}

} // namespace

void draw_moves(StockModel& model, ScreenContext const& context, Page<StockMove> const& page, Ui& ui) {
    ui::PagerOptions const shown = pager_of(model.pages, model.first_shown, page);
    ui.announce_found(shown);
    if (page.items.empty()) {
        ui.empty_state("empty", {.icon = embedded::icon_history, .title = ui.text("stock.no_moves"), .hint = ui.text("stock.no_moves_hint")});
        return;
    }
    ui.table("moves",
             {.label = ui.text("stock.moves"), .columns = move_columns(ui), .first_row = model.first_shown, .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 fill_move(ui, page.items[static_cast<std::size_t>(index)], context.me, row);
             });
    ui::PageMove const move = ui.pager("pages", shown);
    if (move == ui::PageMove::none) return;
    context.api.platform().move_focus(FocusTarget::main_heading);
    PageTrail next = model.pages;
    if (move == ui::PageMove::next && page.next_cursor)
        next.cursors.push_back(*page.next_cursor);
    else if (!next.cursors.empty())
        next.cursors.pop_back();
    Route route{.path = {"lager", "bewegungen"}};
    if (!next.cursors.empty()) route.query["seite"] = to_text(next);
    context.go(to_text(route), HistoryMode::push);
}

void draw_orders(Page<StockLine> const& page, Ui& ui) {
    ui.announce(ui.count_text("stock.order_lines", page.total));
    if (page.items.empty()) {
        ui.empty_state("empty", {.icon = embedded::icon_circle_check, .title = ui.text("stock.nothing_to_order"), .hint = ui.text("stock.nothing_to_order_hint")});
        return;
    }
    ui.muted("hint", ui.text("stock.orders_hint"));
    ui.table("orders", {.label = ui.text("stock.orders"), .columns = order_columns(ui), .total = page.total},
             static_cast<int>(page.items.size()), [&](int index, ui::TableRow& row) {
                 StockLine const& line = page.items[static_cast<std::size_t>(index)];
                 row.key = to_text(line.id);
                 row.text(line.label);
                 row.muted(line.store_name);
                 row.muted(card_line(ui, "stock_line.quantity", ui.number(line.quantity)));
                 row.muted(card_line(ui, "stock_line.minimum", ui.number(line.minimum)));
                 row.text(card_line(ui, "stock_line.to_order", ui.number(line.to_order)));
             });
}

} // namespace schulkit
