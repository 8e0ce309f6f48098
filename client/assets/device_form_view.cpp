#include "client/assets/asset_words.hpp"
#include "client/assets/device_form_screen.hpp"
#include "client/error_text.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;
using AssetForm = ui::Form<Asset>;

/// A category cannot be a line break: it stands for "another one".
constexpr std::string_view other_category = "\n";

void drop_error(FieldErrors& errors, std::string_view field) {
    errors.erase(
        std::remove_if(errors.begin(), errors.end(), [&](FieldError const& e) { return e.field == field; }),
        errors.end());
}

bool edit_category(DeviceFormModel& model, Ui& ui) {
    std::string const error = ui::error_for(ui, model.errors, "category");
    std::vector<ui::Option> options;
    if (Page<Category> const* const categories = model.categories.value())
        for (Category const& category : categories->items)
            options.push_back({category.name, category.name});
    keep_choice(options, std::string{default_category});
    if (!model.new_category) keep_choice(options, model.draft.category);
    options.push_back({std::string{other_category}, ui.text("device_form.other_category")});

    std::string chosen = model.new_category ? std::string{other_category} : model.draft.category;
    bool changed = ui.choice("category", ui.text("asset.category"), chosen, options,
                             {.error = model.new_category ? std::string{} : error});
    if (changed) {
        model.new_category = chosen == other_category;
        model.draft.category = model.new_category ? std::string{} : chosen;
    }
    if (model.new_category)
        changed |= ui.text_field("new_category", ui.text("device_form.new_category"), model.draft.category,
                                 {.error = error, .max_length = 80});
    if (changed) drop_error(model.errors, "category");
    return changed;
}

bool edit_status(DeviceFormModel& model, AssetForm& form, Ui& ui) {
    if (follows_from_loan(model)) {
        form.edit<&Asset::status>({.hint = ui.text("device_form.on_loan"), .enabled = false});
        return false;
    }
    std::string word = to_text(model.draft.status);
    if (!ui.choice("status", ui.text("asset.status"), word, status_choices(ui),
                   {.error = ui::error_for(ui, model.errors, "status")}))
        return false;
    model.draft.status = enum_of<AssetStatus>(word).value_or(model.draft.status);
    drop_error(model.errors, "status");
    return true;
}

bool edit_place(DeviceFormModel& model, ScreenContext const& context, AssetForm& form, Ui& ui) {
    std::vector<ui::Option> schools{{"", ui.text("device_form.no_school")}};
    for (School const& school : schools_for(model.schools, context.me, Action::update_asset))
        schools.push_back({school.code, school.code + " · " + school.name});
    std::string code = model.draft.school_code.value_or("");
    keep_choice(schools, code);
    bool changed = ui.choice("school_code", ui.text("asset.school_code"), code, schools,
                             {.error = ui::error_for(ui, model.errors, "school_code")});
    if (changed) {
        choose_school(model, code);
        drop_error(model.errors, "school_code");
        drop_error(model.errors, "site_code");
    }
    std::string site = model.draft.site_code.value_or("");
    if (auto const known = sites_to_assign(model); !known.empty() || !site.empty()) {
        std::vector<ui::Option> sites{{"", ui.text("device_form.no_site")}};
        for (Site const& each : known)
            sites.push_back({each.code, each.name});
        keep_choice(sites, site);
        if (ui.choice("site_code", ui.text("asset.site_code"), site, sites,
                      {.error = ui::error_for(ui, model.errors, "site_code")})) {
            model.draft.site_code = site.empty() ? std::nullopt : std::optional{site};
            drop_error(model.errors, "site_code");
            changed = true;
        }
    }
    changed |= form.edit<&Asset::room>({.placeholder = ui.text("device_form.room_example")});
    return changed;
}

/// True when something was changed.
bool draw_fields(DeviceFormModel& model, ScreenContext const& context, AssetForm& form, Ui& ui) {
    bool changed = false;
    ui::GridOptions const two = {.min_column = 260, .max_columns = 2};
    ui.card("what", {.title = ui.text("device_form.what"), .icon = embedded::icon_tag}, [&] {
        ui.grid("fields", two, [&] {
            changed |= form.edit<&Asset::tag>();
            changed |= form.edit<&Asset::name>();
            changed |= edit_category(model, ui);
            changed |= edit_status(model, form, ui);
        });
    });
    ui.card("where", {.title = ui.text("device_form.where"), .icon = embedded::icon_map_pin},
            [&] { ui.grid("fields", two, [&] { changed |= edit_place(model, context, form, ui); }); });
    ui.card("more", {.title = ui.text("device_form.more"), .icon = embedded::icon_package}, [&] {
        ui.grid("fields", two, [&] {
            changed |= form.edit<&Asset::manufacturer>();
            changed |= form.edit<&Asset::model>();
            changed |= form.edit<&Asset::serial>();
            changed |= form.edit<&Asset::purchased_on>();
            changed |= form.edit<&Asset::price_cents>({.placeholder = ui.text("device_form.price_example")});
        });
        changed |= form.edit<&Asset::notes>();
    });
    return changed;
}

std::string device_route(DeviceFormModel const& model) {
    return model.id ? "#/geraete/" + to_text(model.id) : "#/geraete";
}

void save(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    bool const is_new = model.is_new;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text(is_new ? "device_form.created" : "device_form.saved");
    save_device_form(model, context.api, [&context, words](Asset const& stored) {
        std::string const route = "#/geraete/" + to_text(stored.id);
        context.toast(ui::fill_in(words, {{"name", stored.name}}));
        context.go(route, HistoryMode::replace);
    });
}

void cancel(DeviceFormModel& model, ScreenContext const& context) {
    if (has_changes(model))
        model.asks_discard = true;
    else
        context.go(device_route(model), HistoryMode::replace);
}

void discard_form(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    discard_draft(model, context.api);
    ui.forget_typed();
}

void draw_discard(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    std::string const words = ui.text("device_form.discard_words");
    ui.dialog("discard", ui.text("device_form.discard"), model.asks_discard, {.description = words}, [&] {
        ui.paragraph("words", words);
        ui.actions("actions", [&] {
            if (ui.button("stay", ui.text("device_form.go_on"))) model.asks_discard = false;
            if (ui.button("discard", ui.text("device_form.discard_now"), ui::Button::danger)) {
                discard_form(model, context, ui);
                context.go(device_route(model), HistoryMode::replace);
            }
        });
    });
}

/// Above the form, which stays where it is; so a message says it where one looks.
void draw_meanwhile(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    if (model.changed_meanwhile) {
        ui.card("meanwhile", {}, [&] {
            ui.paragraph("title", ui.text("device_form.meanwhile"), ui::TextKind::strong);
            ui.muted("words", ui.text("device_form.meanwhile_words"));
        });
        if (!model.told_meanwhile) context.toast(ui.text("device_form.meanwhile"));
    }
    model.told_meanwhile = model.changed_meanwhile;
}

void draw_notices(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    if (model.restored) {
        ui.alert("restored", ui::Tone::info, ui.text("device_form.restored"),
                 ui.text("device_form.restored_words"));
        if (ui.button("forget", ui.text("device_form.forget"), ui::Button::quiet,
                      {.icon = embedded::icon_rotate_ccw}))
            discard_form(model, context, ui);
    }
    draw_meanwhile(model, context, ui);
    draw_other_changes(model, context.api, ui);
    if (!model.errors.empty()) {
        std::vector<std::string> errors;
        for (FieldError const& error : model.errors)
            errors.push_back(asset_label(ui, error.field) + ": " + ui::error_for(ui, model.errors, error.field));
        ui.form_errors("failed", ui.text("device_form.check_fields"), errors);
    } else if (Error const* const error = model.saving.error()) {
        ui.alert("failed", ui::Tone::danger, ui.text("device_form.not_saved"), error_text(ui, error->code));
    }
}

void draw_form(DeviceFormModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    draw_notices(model, context, ui);
    bool readable = true;
    bool pressed = false;
    bool const entered = ui.form("device", title, [&] {
        AssetForm form{ui, model.draft, model.errors};
        if (draw_fields(model, context, form, ui)) keep_draft(model, context.api);
        readable = form.readable();
        model.unreadable = !readable;
        ui.actions("actions", [&] {
            if (ui.button("cancel", ui.text("device_form.cancel"))) cancel(model, context);
            pressed = ui.button(
                "save", ui.text(overwrites(model) ? "device_form.save_over" : "device_form.save"),
                ui::Button::primary, {.icon = embedded::icon_save, .busy = model.saving.is_loading()});
        });
    });
    if ((pressed || entered) && readable) save(model, context, ui);
    if ((pressed || entered) && !readable)
        context.api.platform().move_focus(FocusTarget::first_field_with_error);
    draw_discard(model, context, ui);
}

bool is_gone(Error const& error) {
    return error.kind == ErrorKind::not_found || error.kind == ErrorKind::forbidden;
}

void draw_unloaded(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    Error const* const error = model.loaded.error();
    if (error == nullptr) {
        ui.loading("loading", ui.text("device.loading"));
    } else if (is_gone(*error)) {
        if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                       .title = ui.text("device.unknown"),
                                       .hint = ui.text("device.unknown_hint"),
                                       .action = ui.text("device.to_inventory")}))
            context.go("#/geraete", HistoryMode::push);
    } else if (ui.error_state("failed", ui.text("device.failed"), error_text(ui, error->code))) {
        retry_device_form(model, context.api);
    }
}

} // namespace

void draw_device_form(DeviceFormModel& model, ScreenContext const& context, Ui& ui) {
    bool const is_new = model.is_new;
    std::string const title = is_new ? ui.text("device_form.new") : ui.text("device_form.edit");
    ui.page("device_form", title, 960, [&] {
        bool const known = is_new || model.loaded.value() != nullptr;
        bool const has_name = known && !is_new;
        ui.page_header("header", title,
                       {.subtitle = has_name ? model.before.tag + " · " + model.before.name : std::string{},
                        .back_label = is_new     ? ui.text("nav.assets")
                                      : has_name ? model.before.name
                                                 : ui.text("device.title"),
                        .back_route = device_route(model)});
        if (known)
            draw_form(model, context, title, ui);
        else
            draw_unloaded(model, context, ui);
    });
}

} // namespace schulkit
