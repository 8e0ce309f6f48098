#include "client/kits/kit_screen.hpp"
#include "client/stock/move_dialog_view.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <algorithm>
#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

void draw_counted(Kit const& kit, Ui& ui) {
    ui.definitions("counts", ui.text("kit.accessories"), [&] {
        for (KitAccessory const& accessory : kit.accessories)
            ui.definition(accessory.label, accessory.label,
                          ui.text("kits.of_expected", {{"there", ui.number(accessory.quantity)},
                                                       {"expected", ui.number(accessory.expected)}}));
    });
}

/// The field with "less" and "more" beside it.
void draw_count(KitModel& model, KitAccessory const& accessory, Ui& ui) {
    auto const quantity = count_shown(model, accessory);
    auto const step = [&](std::int64_t by) { type_count(model, accessory, to_text(*quantity + by)); };
    ui.group("accessory." + accessory.label, accessory.label, {.gap = 4}, [&] {
        ui.row("label", [&] {
            ui.paragraph("label", accessory.label, ui::TextKind::strong);
            std::int64_t const short_of = accessory.expected - quantity.value_or(accessory.expected);
            if (short_of > 0) ui.badge("missing", ui.count_text("kits.short_of", short_of), ui::Tone::warning);
        });
        ui.row("count", {.gap = 8}, [&] {
            if (ui.icon_button("less", embedded::icon_minus, ui.text("kits.one_less", {{"label", accessory.label}}),
                               {.enabled = quantity.value_or(0) > 0}))
                step(-1);
            auto const typed = model.counted.find(accessory.label);
            std::string text = typed != model.counted.end() ? typed->second : to_text(accessory.quantity);
            if (ui.text_field("quantity", ui.text("kits.count_of", {{"label", accessory.label}}), text,
                              {.error = quantity ? std::string{} : ui.text("kits.no_count"),
                               .max_length = 6,
                               .input_mode = "numeric",
                               .hide_label = true,
                               .width = 84}))
                type_count(model, accessory, text);
            if (ui.icon_button("more", embedded::icon_plus, ui.text("kits.one_more", {{"label", accessory.label}}),
                               {.enabled = quantity.value_or(most_accessories) < most_accessories}))
                step(1);
            ui.muted("expected", ui.text("kits.expected", {{"expected", ui.number(accessory.expected)}}));
        });
    });
}

} // namespace

void draw_accessories(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    if (kit.accessories.empty()) return;
    ui.card("accessories", {.title = ui.text("kit.accessories"), .icon = embedded::icon_package}, [&] {
        if (!may(context.me, Action::fill_kits)) return draw_counted(kit, ui);
        bool pressed = false;
        bool const entered = ui.form("counts", ui.text("kits.count"), [&] {
            for (KitAccessory const& accessory : kit.accessories) draw_count(model, accessory, ui);
            if (model.asked_for == CountKitAccessories::name) draw_refusal(model, ui);
            ui.row("actions", [&] {
                pressed = ui.button("save", ui.text("kits.save_counts"), ui::Button::secondary,
                                    {.icon = embedded::icon_save, .enabled = !model.counted.empty(), .busy = model.changing});
                bool const is_short = std::any_of(kit.accessories.begin(), kit.accessories.end(), [&](auto const& each) {
                    return count_shown(model, each).value_or(0) < each.expected;
                });
                if (ui.button("all", ui.text("kits.all_there"), ui::Button::quiet,
                              {.icon = embedded::icon_list_checks, .enabled = is_short}))
                    type_all_there(model);
            });
        });
        if (pressed || entered) save_counts(model, context.api);
        if (may(context.me, Action::move_stock) &&
            ui.button("move", ui.text("stock.from_store"), ui::Button::secondary, {.icon = embedded::icon_package_open, .popup = true}))
            begin_kit_move(model, context.api);
    });
}

void draw_kit_move(KitModel& model, ScreenContext const& context, Kit const& kit, Ui& ui) {
    if (std::exchange(model.move.done, false)) context.toast(ui.text("stock.moved"));
    MoveDialogLook look = {.title = ui.text("stock.kit_title", {{"kit", kit.tag}}), .kit = &kit};
    if (Page<Store> const* const stores = model.stores.value()) look.stores = stores->items;
    if (draw_move_dialog(model.move, look, ui))
        send_move(model.move, context.api, [&model, &context](StockMove const&) { reload_kit(model, context.api, context.me); });
}

} // namespace schulkit
