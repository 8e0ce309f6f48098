#include "client/area_tabs.hpp"
#include "client/error_text.hpp"
#include "client/stock/stock_screen.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_views(StockView view, Ui& ui) {
    std::vector<ui::TabEntry> const tabs = {{.key = "lines", .label = ui.text("stock.lines"), .route = "#/lager"},
                                            {.key = "orders", .label = ui.text("stock.orders"), .route = "#/lager/bestellen"},
                                            {.key = "moves", .label = ui.text("stock.moves"), .route = "#/lager/bewegungen"}};
    char const* const current = view == StockView::lines ? "lines" : view == StockView::orders ? "orders" : "moves";
    ui.tabs("views", ui.text("stock.title"), tabs, current);
}

/// One list for each store: each entry leads to what can be done with it.
void draw_lines(StockModel& model, ScreenContext const& context, Page<StockLine> const& page, Ui& ui) {
    Id<Store> store{};
    std::vector<std::vector<StockLine const*>> stores;
    for (StockLine const& line : page.items) {
        if (stores.empty() || line.store_id != store) stores.emplace_back();
        store = line.store_id;
        stores.back().push_back(&line);
    }
    bool const moves = may(context.me, Action::move_stock);
    for (auto const& lines : stores) {
        std::string const& name = lines.front()->store_name;
        ui.card("store." + to_text(lines.front()->store_id), {.title = name, .icon = embedded::icon_package}, [&] {
            ui.list("lines", name, [&] {
                for (StockLine const* const line : lines) {
                    ui::ListEntry entry{.title = line->label,
                                        .detail = ui.text("stock.minimum_of", {{"minimum", ui.number(line->minimum)}}),
                                        .icon = embedded::icon_package,
                                        .badge = ui.text("stock.there", {{"quantity", ui.number(line->quantity)}})};
                    if (line->to_order > 0) {
                        entry.badge_tone = ui::Tone::warning;
                        entry.detail += " · " + ui.text("stock.to_order", {{"count", ui.number(line->to_order)}});
                    }
                    if (ui.list_link("line." + to_text(line->id), entry) && moves) open_line(model, *line);
                }
            });
        });
    }
}

void draw_shown(StockModel& model, ScreenContext const& context, Ui& ui) {
    Error const* const error = error_of(model);
    bool const is_there = model.view == StockView::moves ? model.moves.value() != nullptr : model.lines.value() != nullptr;
    if (!is_there && error == nullptr) return ui.loading("loading", ui.text("stock.loading"));
    if (!is_there) {
        if (ui.error_state("failed", ui.text("stock.failed"), error_text(ui, error->code))) load_stock(model, context.api);
        return;
    }
    if (error != nullptr) ui.alert("old", ui::Tone::warning, ui.text("inventory.old"), error_text(ui, error->code));
    if (model.view == StockView::moves) return draw_moves(model, context, *model.moves.value(), ui);
    if (model.view == StockView::orders) return draw_orders(*model.lines.value(), ui);
    if (model.lines.value()->items.empty())
        ui.empty_state("empty", {.icon = embedded::icon_package, .title = ui.text("stock.empty"), .hint = ui.text("stock.empty_hint")});
    else
        draw_lines(model, context, *model.lines.value(), ui);
}

} // namespace

void draw_stock(StockModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("stock.title");
    if (!model.addition.added.empty()) context.toast(ui.text("stock.added", {{"name", std::exchange(model.addition.added, {})}}));
    if (std::exchange(model.move.done, false)) context.toast(ui.text("stock.moved"));
    if (std::exchange(model.minimum_saved, false)) context.toast(ui.text("stock.minimum_saved"));
    ui.page("stock", title, ui::page_width, [&] {
        ui.page_header("header", title, {}, [&] {
            if (model.view == StockView::orders)
                ui.link_button("csv", ui.text("stock.csv"), "api/order-list.csv?language=" + ui.language(), ui::Button::secondary,
                               {.icon = embedded::icon_download});
            if (model.view != StockView::lines || !may(context.me, Action::edit_stock)) return;
            if (ui.button("add_store", ui.text("stock.add_store"), ui::Button::secondary, {.popup = true}))
                begin_addition(model, true);
            if (ui.button("add", ui.text("stock.add"), ui::Button::primary, {.icon = embedded::icon_plus, .popup = true}))
                begin_addition(model, false);
        });
        draw_kit_tabs("lager", context.me, ui);
        draw_views(model.view, ui);
        draw_shown(model, context, ui);
    });
    draw_stock_dialogs(model, context, ui);
}

} // namespace schulkit
