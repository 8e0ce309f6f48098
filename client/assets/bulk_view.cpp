#include "client/assets/asset_words.hpp"
#include "client/assets/bulk_view.hpp"
#include "client/error_text.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::vector<Asset> chosen_assets(InventoryModel const& model) {
    std::vector<Asset> chosen;
    if (Page<Asset> const* const page = model.assets.value())
        for (Asset const& asset : page->items)
            if (model.chosen.count(to_text(asset.id)) > 0) chosen.push_back(asset);
    return chosen;
}

void draw_value(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    BulkModel& bulk = model.bulk;
    switch (bulk.field) {
    case BulkField::status: {
        std::string word{word_of(bulk.status)};
        if (ui.choice("status", ui.text("bulk.status"), word, status_choices(ui)))
            bulk.status = enum_of<AssetStatus>(word).value_or(bulk.status);
        break;
    }
    case BulkField::school_code: {
        std::vector<ui::Option> options{{"", ui.text("bulk.no_school")}};
        for (School const& school : schools_for(model.schools, context.me, Action::read_assets))
            options.push_back({school.code, school.code + " · " + school.name});
        ui.choice("school", ui.text("bulk.school"), bulk.school_code, options);
        break;
    }
    case BulkField::room:
        ui.text_field("room", ui.text("bulk.room"), bulk.room,
                      {.hint = ui.text("bulk.room_hint"), .max_length = 60, .code = true});
        break;
    }
}

std::function<void()> after_bulk(InventoryModel& model, ScreenContext const& context) {
    return [&model, &context] {
        model.chosen.clear();
        reload_inventory(model, context.api);
    };
}

void draw_bulk_dialog(InventoryModel& model, ScreenContext const& context, Ui& ui, std::vector<Asset> const& chosen) {
    BulkModel& bulk = model.bulk;
    auto const count = static_cast<std::int64_t>(chosen.size());
    ui.dialog("dialog", ui.count_text("bulk.title", count), bulk.open, {}, [&] {
        std::vector<ui::Option> fields;
        for (auto const& [field, word] : EnumWords<BulkField>::values) {
            if (field == BulkField::school_code && has_one_school(context.me)) continue;
            fields.push_back({std::string{word}, ui.text("asset." + std::string{word})});
        }
        std::string field{word_of(bulk.field)};
        if (ui.choice("field", ui.text("bulk.field"), field, fields))
            bulk.field = enum_of<BulkField>(field).value_or(bulk.field);
        draw_value(model, context, ui);
        ui.actions("end", [&] {
            if (ui.button("cancel", ui.text("action.cancel"), ui::Button::secondary)) bulk.open = false;
            if (ui.button("change", ui.count_text("bulk.change", count), ui::Button::primary))
                start_bulk(bulk, context.api, chosen, after_bulk(model, context));
        });
    });
}

/// Stays until the next change, until it is closed or the screen is left: there is no hurry to take something back.
void draw_result(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    BulkModel& bulk = model.bulk;
    if (bulk.told || !bulk.waiting.empty()) return;
    auto const changed = static_cast<std::int64_t>(bulk.changed.size());
    auto const refused = static_cast<std::int64_t>(bulk.refused.size());
    std::string const done = ui.count_text(bulk.is_undo ? "bulk.undone" : "bulk.changed", changed);
    std::string trouble;
    if (refused > 0) {
        trouble = ui.count_text("bulk.refused", refused, {{"why", error_text(ui, bulk.refused_code)}});
        for (Asset const& asset : bulk.refused) trouble += "\n" + asset.tag + " · " + asset.name;
    }
    ui.alert("result", refused > 0 ? ui::Tone::warning : ui::Tone::success, done, trouble);
    ui.row("result_actions", [&] {
        if (!bulk.is_undo && changed > 0 &&
            ui.button("undo", ui.text("bulk.undo"), ui::Button::secondary, {.icon = embedded::icon_undo_2}))
            undo_bulk(bulk, context.api, after_bulk(model, context));
        if (ui.button("close", ui.text("ui.close"), ui::Button::quiet)) bulk.told = true;
    });
}

} // namespace

bool can_change_many(Person const& me) { return may(me, Action::update_asset); }

void draw_bulk_tools(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<Asset> const chosen = chosen_assets(model);
    auto const count = static_cast<std::int64_t>(chosen.size());
    std::string const words = count == 0 ? ui.text("bulk.none") : ui.count_text("bulk.count", count);
    ui.muted("count", words);
    if (count > 0 || model.had_chosen) ui.announce(words);
    model.had_chosen = count > 0;
    bool const busy = !model.bulk.waiting.empty();
    if (count > 0 && ui.button("edit", ui.text("bulk.edit"), ui::Button::secondary,
                               {.icon = embedded::icon_pencil, .busy = busy, .popup = true}))
        model.bulk.open = true;
    if (count > 0 && ui.button("none", ui.text("bulk.clear"), ui::Button::quiet)) model.chosen.clear();
    draw_bulk_dialog(model, context, ui, chosen);
}

void draw_bulk_result(InventoryModel& model, ScreenContext const& context, Ui& ui) {
    BulkModel& bulk = model.bulk;
    if (bulk.waiting.empty()) {
        draw_result(model, context, ui);
        return;
    }
    auto const left = static_cast<std::int64_t>(bulk.waiting.size());
    bulk.left = ui.count_text("bulk.left", left);
    if (bulk.running()) {
        auto const done = static_cast<float>(bulk.all - bulk.waiting.size());
        ui.progress("bulk", ui.text("bulk.running"), done / static_cast<float>(bulk.all));
        return;
    }
    ui.alert("halted", ui::Tone::danger, ui.count_text("bulk.halted", left), error_text(ui, bulk.halted));
    ui.row("halted_actions", [&] {
        if (ui.button("go_on", ui.text("bulk.go_on"), ui::Button::primary))
            go_on_bulk(bulk, context.api, after_bulk(model, context));
        if (ui.button("stop", ui.text("bulk.stop"), ui::Button::secondary)) stop_bulk(bulk, after_bulk(model, context));
    });
}

} // namespace schulkit
