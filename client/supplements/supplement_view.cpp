#include "client/supplements/supplement_view.hpp"

#include "client/scan_button.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

std::string slot_text(Ui const& ui, std::int64_t slot, std::string const& label) {
    return ui.text("kits.slot", {{"slot", ui.number(slot)}, {"label", label}});
}

void draw_code(LoanModel& model, ScreenContext const& context, std::string_view label, std::string error, Ui& ui) {
    ui.search_field("spare", label, model.spare,
                    {.required = true, .error = std::move(error), .hint = ui.text("supplements.scan_hint"), .max_length = 200});
    draw_scan_button(context.api.platform(), ui);
}

void draw_reason(LoanModel& model, Ui& ui) {
    ui.text_area("reason", ui.text("loan.reason"), model.reason,
                 {.hint = ui.text("loans.no_names"), .max_length = 1000, .rows = 2});
}

} // namespace

void draw_swap_fields(LoanModel& model, ScreenContext const& context, RefusedFields& refused, Ui& ui) {
    ui.paragraph("what", ui.text("supplements.swap_hint"));
    std::vector<ui::Option> devices;
    for (LoanItem const& item : lent_items(model))
        devices.push_back({to_text(item.slot), slot_text(ui, item.slot, item.label) + ", " + item.asset_tag + " · " + item.asset_name});
    ui.choice("part", ui.text("supplements.old"), model.part, devices, {.required = true, .error = refused.at("slot")});
    draw_code(model, context, ui.text("kit.spare"), refused.at("asset_code"), ui);
    std::vector<ui::Option> const ways{{"depot", ui.text("supplement.old_device.depot")}, {"repair", ui.text("supplement.old_device.repair")}};
    ui.choice("old_device", ui.text("supplement.old_device"), model.old_device, ways);
    draw_reason(model, ui);
}

void draw_delivery_fields(LoanModel& model, ScreenContext const& context, RefusedFields& refused, Ui& ui) {
    ui.paragraph("what", ui.text("supplements.deliver_hint"));
    bool is_accessory = false;
    std::vector<ui::Option> parts;
    for (LackingPart const& part : lacking_parts(model)) {
        parts.push_back({part.key, part.slot == 0 ? part.label : slot_text(ui, part.slot, part.label)});
        is_accessory = is_accessory || (part.key == model.part && part.slot == 0);
    }
    if (ui.choice("part", ui.text("supplements.part"), model.part, parts, {.required = true, .error = refused.at("items")}))
        choose_store_of_part(model);
    if (is_accessory) {
        ui.text_field("quantity", ui.text("supplements.quantity"), model.quantity,
                      {.required = true,
                       .error = refused.at("accessories.0.quantity"),
                       .max_length = 4,
                       .input_mode = "numeric",
                       .width = 140});
        std::vector<ui::Option> stores{{"", ui.text("supplements.found")}};
        for (StockLine const& line : stock_of_part(model))
            stores.push_back({to_text(line.store_id), ui.text("supplements.store", {{"store", line.store_name}, {"count", ui.number(line.quantity)}})});
        ui.choice("store", ui.text("supplement.store_id"), model.store_id, stores, {.error = refused.at("store_id")});
    } else {
        draw_code(model, context, ui.text("kits.code"), refused.at("items.0.asset_tag"), ui);
    }
    draw_reason(model, ui);
}

void draw_coming_back(LoanModel& model, Ui& ui) {
    std::string const title = ui.text("supplements.coming_back");
    ui.paragraph("hint", ui.text("supplements.exchange_hint"));
    ui.group("back", title, {.gap = 6}, [&] {
        ui.paragraph("title", title, ui::TextKind::strong);
        for (LoanItem const& item : lent_items(model)) {
            bool is_back = !model.not_back.contains(item.asset_id);
            if (!ui.checkbox("item." + to_text(item.id), slot_text(ui, item.slot, item.label) + ", " + item.asset_tag, is_back)) continue;
            if (is_back)
                model.not_back.erase(item.asset_id);
            else
                model.not_back.insert(item.asset_id);
        }
    });
    ui.checkbox("missing_accepted", ui.text("handover.missing_accepted"), model.missing_accepted);
}

} // namespace schulkit
