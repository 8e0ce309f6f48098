#include "client/stock/move_dialog_view.hpp"

#include "client/forms/refusal_view.hpp"
#include "client/stock/stock_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_kind(MoveDialog& dialog, Kit const* kit, Ui& ui) {
    std::vector<ui::Option> kinds;
    for (StockMoveKind const kind : kinds_of(dialog)) kinds.push_back({std::string{word_of(kind)}, kind_text(ui, kind)});
    std::string chosen{word_of(dialog.kind)};
    if (!ui.choice("kind", ui.text("stock_move.kind"), chosen, kinds)) return;
    dialog.kind = enum_of<StockMoveKind>(chosen).value_or(dialog.kind);
    dialog.errors.clear();
    if (kit != nullptr) choose_accessory(dialog, *kit, dialog.label);
}

void draw_place(MoveDialog& dialog, MoveDialogLook const& look, RefusedFields& refused, Ui& ui) {
    if (look.kit != nullptr) {
        std::vector<ui::Option> labels;
        for (KitAccessory const& each : look.kit->accessories) labels.push_back({each.label, each.label});
        std::string label = dialog.label;
        if (ui.choice("label", ui.text("kit_type.accessory_label"), label, labels,
                      {.required = true, .error = refused.at("label")}))
            choose_accessory(dialog, *look.kit, label);
    }
    if (!needs_store(dialog) || look.kit == nullptr) return;
    std::vector<ui::Option> stores;
    for (Store const& store : look.stores) stores.push_back({to_text(store.id), store.name});
    ui.choice("store_id", ui.text("stock_line.store_id"), dialog.store_id, stores,
              {.required = true, .error = refused.at("store_id")});
}

} // namespace

bool draw_move_dialog(MoveDialog& dialog, MoveDialogLook const& look, Ui& ui) {
    bool send = false;
    ui.dialog("move", look.title, dialog.open, {}, [&] {
        bool pressed = false;
        bool const entered = ui.form("fields", ui.text("stock.move"), [&] {
            draw_kind(dialog, look.kit, ui);
            RefusedFields refused{ui, dialog.errors};
            draw_place(dialog, look, refused, ui);
            bool const counts = dialog.kind == StockMoveKind::counted;
            if (ui.text_field("quantity", ui.text(counts ? "stock.counted" : "kit_type.quantity"), dialog.quantity,
                              {.required = true,
                               .error = refused.at("quantity"),
                               .max_length = 6,
                               .input_mode = "numeric"}))
                std::erase_if(dialog.errors, [](FieldError const& error) { return error.field == "quantity"; });
            ui.text_area("note", ui.text("stock_move.note"), dialog.note,
                         {.error = refused.at("note"), .hint = ui.text("stock.note_hint"), .max_length = 1000, .rows = 2});
            draw_refused(ui.text("stock.not_moved"), refused, dialog.refused ? stock_refusal_text(ui, *dialog.refused) : std::string{}, ui);
            ui.actions("actions", [&] {
                if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) dialog.open = false;
                pressed = ui.button("send", ui.text("stock.enter"), ui::Button::primary, {.busy = dialog.busy});
            });
        });
        send = pressed || entered;
        if (look.more) look.more();
    });
    return send;
}

} // namespace schulkit
