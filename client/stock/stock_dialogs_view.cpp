#include "client/error_text.hpp"
#include "client/forms/refusal_view.hpp"
#include "client/stock/move_dialog_view.hpp"
#include "client/stock/stock_screen.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_minimum(StockModel& model, ScreenContext const& context, Ui& ui) {
    if (!may(context.me, Action::edit_stock)) return;
    ui.divider("line");
    bool pressed = false;
    bool const entered = ui.form("minimum", ui.text("stock_line.minimum"), [&] {
        ui.text_field("minimum", ui.text("stock_line.minimum"), model.minimum,
                      {.error = model.minimum_refused ? error_text(ui, model.minimum_refused->code) : std::string{},
                       .hint = ui.text("stock.minimum_hint"),
                       .max_length = 6,
                       .input_mode = "numeric"});
        pressed = ui.button("save", ui.text("stock.save_minimum"), ui::Button::secondary,
                            {.icon = embedded::icon_save, .busy = model.minimum_busy});
    });
    if (pressed || entered) save_minimum(model, context.api);
}

void draw_addition(StockModel& model, ScreenContext const& context, Ui& ui) {
    StockAddition& addition = model.addition;
    std::string const title = ui.text(addition.is_store ? "stock.add_store" : "stock.add");
    ui.dialog("addition", title, addition.open, {}, [&] {
        bool pressed = false;
        bool const entered = ui.form("fields", title, [&] {
            RefusedFields refused{ui, addition.errors};
            std::string const of_words = refused.at("words");
            if (addition.is_store) {
                std::string const error = refused.at("name");
                ui.text_field("name", ui.text("store.name"), addition.words,
                              {.required = true, .error = error.empty() ? of_words : error, .max_length = 80});
            } else {
                std::string const error = refused.at("label");
                ui.text_field("label", ui.text("kit_type.accessory_label"), addition.words,
                              {.required = true, .error = error.empty() ? of_words : error, .hint = ui.text("stock.label_hint"), .max_length = 60});
                std::vector<ui::Option> stores;
                if (Page<Store> const* const known = model.stores.value())
                    for (Store const& store : known->items) stores.push_back({to_text(store.id), store.name});
                ui.choice("store_id", ui.text("stock_line.store_id"), addition.store_id, stores,
                          {.required = true, .error = refused.at("store_id")});
                ui.text_field("minimum", ui.text("stock_line.minimum"), addition.minimum,
                              {.error = refused.at("minimum"),
                               .hint = ui.text("stock.minimum_hint"),
                               .max_length = 6,
                               .input_mode = "numeric"});
            }
            draw_refused(ui.text("requirements.not_saved"), refused, std::nullopt, ui);
            ui.actions("actions", [&] {
                if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) addition.open = false;
                pressed = ui.button("send", title, ui::Button::primary, {.busy = addition.busy});
            });
        });
        if (pressed || entered) send_addition(model, context.api);
    });
}

} // namespace

void draw_stock_dialogs(StockModel& model, ScreenContext const& context, Ui& ui) {
    draw_addition(model, context, ui);
    StockLine const* const line = find_line(model, model.chosen);
    if (line == nullptr) return;
    MoveDialogLook const look = {.title = ui.text("stock.line_title", {{"label", line->label}, {"store", line->store_name}}),
                                 .more = [&] { draw_minimum(model, context, ui); }};
    if (draw_move_dialog(model.move, look, ui))
        send_move(model.move, context.api, [&model, &api = context.api](StockMove const&) { load_stock(model, api); });
}

} // namespace schulkit
