#include "client/kits/kit_screen.hpp"
#include "client/scan_button.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_device_of(KitSlot const& slot, Ui& ui) {
    if (!slot.asset_id) {
        ui.muted("empty", ui.text("kits.slot_empty"));
        return;
    }
    ui.link("device", slot.asset_tag.value_or("") + " · " + slot.asset_name.value_or(""), "#/geraete/" + to_text(*slot.asset_id));
    if (slot.open_ticket_id)
        ui.link("ticket", ui.text("kits.has_ticket", {{"number", "#" + to_text(*slot.open_ticket_id)}}),
                "#/tickets/" + to_text(*slot.open_ticket_id));
}

void draw_swap(KitModel& model, ScreenContext const& context, KitSlot const& slot, Ui& ui) {
    bool const filled = slot.asset_id.has_value();
    ui.search_field("spare", ui.text(filled ? "kit.spare" : "kits.code"), model.spare,
                    {.hint = ui.text("kits.code_hint"), .max_length = 200});
    draw_scan_button(context.api.platform(), ui);
    if (filled)
        ui.text_area("reason", ui.text("kit.reason"), model.reason,
                     {.hint = ui.text("kits.reason_hint"), .max_length = 1000, .rows = 2});
    draw_refusal(model, ui);
}

} // namespace

void draw_slot_dialog(KitModel& model, ScreenContext const& context, Ui& ui) {
    KitSlot const* const slot = slot_shown(model);
    if (slot == nullptr) return;
    bool const fills = may(context.me, Action::fill_kits) && !is_dissolved(model);
    std::string const title = ui.text("kits.slot", {{"slot", ui.number(slot->slot)}, {"label", slot->label}});
    ui.dialog("slot", title, model.slot_open, {}, [&] {
        draw_device_of(*slot, ui);
        bool swap = false;
        bool take_out = false;
        if (fills) draw_swap(model, context, *slot, ui);
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.close"), ui::Button::secondary)) model.slot_open = false;
            if (!fills) return;
            if (slot->asset_id)
                take_out = ui.button("take_out", ui.text("kits.take_out"), ui::Button::secondary, {.enabled = !model.changing});
            swap = ui.button("swap", ui.text(slot->asset_id ? "kits.swap" : "kits.put"), ui::Button::primary,
                             {.enabled = !model.spare.empty(), .busy = model.changing});
        });
        if (swap) swap_in_slot(model, context.api, model.spare);
        if (take_out) swap_in_slot(model, context.api, {});
    });
}

} // namespace schulkit
