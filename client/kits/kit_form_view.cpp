#include "client/assets/asset_words.hpp"
#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/kits/kit_form_screen.hpp"
#include "client/kits/kit_type_words.hpp"
#include "client/kits/kit_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

/// The type of a kit stays: its slots are of that type.
bool choose_type(KitFormModel& model, Ui& ui) {
    Kit& draft = model.form.draft;
    if (!model.form.is_new) {
        std::string name = draft.kit_type_name;
        ui.text_field("kit_type_id", ui.text("kit.kit_type_id"), name, {.hint = ui.text("kits.type_stays"), .enabled = false});
        return false;
    }
    std::vector<ui::Option> options;
    std::string hint;
    if (Page<KitType> const* const types = model.types.value())
        for (KitType const& type : types->items) {
            options.push_back({to_text(type.id), type.name});
            if (type.id == draft.kit_type_id) hint = lines_text(ui, type.slots);
        }
    if (model.types.value() != nullptr && options.empty()) hint = ui.text("kits.no_types");
    std::string chosen = draft.kit_type_id ? to_text(draft.kit_type_id) : std::string{};
    if (!chosen.empty() && model.types.value() == nullptr) options.push_back({chosen, ui.text("kit_types.loading")});
    if (!ui.choice("kit_type_id", ui.text("kit.kit_type_id"), chosen, options,
                   {.required = true, .error = ui::error_for(ui, model.form.errors, "kit_type_id"), .hint = hint}))
        return false;
    from_text(chosen, draft.kit_type_id);
    std::erase_if(model.form.errors, [](FieldError const& error) { return error.field == "kit_type_id"; });
    return true;
}

bool draw_kit_fields(KitFormModel& model, ScreenContext const& context, Ui& ui) {
    ui::Form fields{ui, model.form.draft, model.form.errors};
    bool changed = false;
    ui.card("kit", {.title = ui.text("kits.kit"), .icon = embedded::icon_briefcase}, [&] {
        ui.grid("fields", {.min_column = 260, .max_columns = 2}, [&] {
            changed |= fields.edit<&Kit::tag>({.hint = ui.text("kits.tag_hint"), .code = true});
            changed |= fields.edit<&Kit::name>({.placeholder = ui.text("kits.name_example")});
            changed |= choose_type(model, ui);
            changed |= fields.edit<&Kit::delivered_on>({.hint = ui.text("kits.delivered_hint")});
        });
        changed |= fields.edit<&Kit::notes>();
    });
    if (changed) keep_draft(model.form, context.api);
    return fields.readable();
}

std::string back_route_of(KitFormModel const& model) { return model.id ? kit_route(model.id) : "#/koffer"; }

void draw_kit_form_known(KitFormModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    RecordFormLook const look = {.key = "kit", .title = title, .back_route = back_route_of(model)};
    bool const save = draw_record_form(model.form, context, look, ui, [&] { return draw_kit_fields(model, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text(model.form.is_new ? "kits.created" : "device_form.saved");
    save_kit_form(model, context.api, [&context, words](Kit const& stored) {
        std::string const route = kit_route(stored.id);
        context.toast(ui::fill_in(words, {{"name", stored.name}}));
        context.go(route, HistoryMode::replace);
    });
}

} // namespace

void draw_kit_form(KitFormModel& model, ScreenContext const& context, Ui& ui) {
    bool const is_new = model.form.is_new;
    bool const has_name = model.form.is_open && !is_new;
    std::string const title = ui.text(is_new ? "kits.create" : "kits.edit_title");
    ui.page("kit_form", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = has_name ? model.form.before.tag + " · " + model.form.before.name : std::string{},
                        .back_label = has_name ? model.form.before.name : ui.text("nav.kits"),
                        .back_route = back_route_of(model)});
        if (model.form.is_open) {
            draw_kit_form_known(model, context, title, ui);
        } else if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("kits.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("kits.to_list")}))
                context.go("#/koffer", HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("kits.failed"), error_text(ui, error->code)))
                retry_kit_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("kits.loading"));
        }
    });
}

} // namespace schulkit
