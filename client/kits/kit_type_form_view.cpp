#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/kits/kit_type_form_screen.hpp"
#include "client/kits/kit_type_words.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

constexpr std::string_view types_route = "#/koffertypen";

bool draw_type_fields(KitTypeFormModel& model, ScreenContext const& context, Ui& ui) {
    RecordForm<KitType>& form = model.form;
    bool changed = false;
    bool readable = true;
    ui.card("type", {.title = ui.text("kit.kit_type_id"), .icon = embedded::icon_briefcase}, [&] {
        ui::Form fields{ui, form.draft, form.errors};
        changed |= fields.edit<&KitType::name>();
        changed |= fields.edit<&KitType::description>({.rows = 2});
        changed |= fields.edit<&KitType::offered>();
    });
    changed |= draw_plan(model, context, readable, ui);
    if (changed) keep_draft(form, context.api);
    return readable;
}

/// "Plätze, Tablet, Kategorie"
std::string label_of_place(Ui const& ui, KitType const& draft, std::string_view place) {
    std::size_t const dot = place.find('.');
    if (dot == std::string_view::npos) return {};
    std::string_view const list = place.substr(0, dot);
    std::int64_t at = 0;
    std::size_t const end = place.find('.', dot + 1);
    if (end == std::string_view::npos || !from_text(place.substr(dot + 1, end - dot - 1), at)) return {};
    auto const index = static_cast<std::size_t>(at);
    std::string name;
    if (list == "slots" && index < draft.slots.size()) name = draft.slots[index].label;
    if (list == "accessories" && index < draft.accessories.size()) name = draft.accessories[index].label;
    if (list == "apps" && index < draft.apps.size()) name = draft.apps[index].name;
    if (name.empty()) name = ui.text("kit_types.line", {{"number", ui.number(at + 1)}});
    std::string_view const field = place.substr(end + 1);
    std::string const label = list == "slots"         ? label_of_field<KitTypeSlot>(ui, field)
                              : list == "accessories" ? label_of_field<KitTypeAccessory>(ui, field)
                                                      : label_of_field<KitTypeApp>(ui, field);
    std::string const whole = label_of_field<KitType>(ui, list);
    return whole + ", " + name + (label.empty() || label == whole ? "" : ", " + label);
}

void draw_type_form(KitTypeFormModel& model, ScreenContext const& context, std::string const& title, Ui& ui) {
    RecordFormLook const look = {.key = "kit_type",
                                 .title = title,
                                 .back_route = std::string{types_route},
                                 .label = [&](std::string_view place) { return label_of_place(ui, model.form.draft, place); }};
    bool const save =
        draw_record_form(model.form, context, look, ui, [&] { return draw_type_fields(model, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text(model.form.is_new ? "device_form.created" : "device_form.saved");
    save_kit_type(model, context.api, [&context, words](KitType const& stored) {
        context.toast(ui::fill_in(words, {{"name", stored.name}}));
        context.go(types_route, HistoryMode::replace);
    });
}

} // namespace

void draw_kit_type_form(KitTypeFormModel& model, ScreenContext const& context, Ui& ui) {
    bool const edits = may(context.me, Action::edit_kit_types);
    bool const is_new = model.form.is_new;
    KitType const* const type = model.loaded.value();
    std::string const title = is_new                         ? ui.text("kit_types.create")
                              : type != nullptr && !edits    ? type->name
                              : model.form.is_open || !edits ? ui.text("kit_types.edit")
                                                             : ui.text("kit.kit_type_id");
    ui.page("kit_type", title, 960, [&] {
        ui.page_header("header", title,
                       {.subtitle = edits && model.form.is_open && !is_new ? model.form.before.name : std::string{},
                        .back_label = ui.text("kit_types.title"),
                        .back_route = std::string{types_route}});
        if (Page<PlannedShortfall> const* const found = model.shortfalls.value(); found != nullptr && !found->items.empty())
            ui.card("planned", {.title = ui.text("loan.app_shortfalls"), .icon = embedded::icon_smartphone},
                    [&] { draw_planned_shortfalls(ui, found->items); });
        if (model.form.is_open) {
            if (edits)
                draw_type_form(model, context, title, ui);
            else
                draw_kit_type(model.form.before, context, ui);
        } else if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("kit_types.unknown"),
                                           .hint = ui.text("app.nothing_hint"),
                                           .action = ui.text("kit_types.to_list")}))
                context.go(types_route, HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("kit_types.failed"), error_text(ui, error->code)))
                retry_kit_type_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("kit_types.loading"));
        }
    });
}

void draw_kit_type(KitType const& type, ScreenContext const& context, Ui& ui) {
    Date const today = to_berlin({context.api.platform().now_unix_ms()}).date;
    ui.card("type", {.title = ui.text("kit_types.offer"), .icon = embedded::icon_briefcase}, [&] {
        ui.badge("offered", ui.text(type.offered ? "kit_types.offered" : "kit_types.not_offered"),
                 type.offered ? ui::Tone::success : ui::Tone::neutral, type.offered ? nullptr : embedded::icon_ban);
        if (type.description) ui.paragraph("description", *type.description);
        ui.muted("kits", ui.count_text("kit_types.kits", type.kits));
    });
    ui.card("slots", {.title = ui.text("kit_type.slots"), .icon = embedded::icon_tablet}, [&] {
        ui.definitions("lines", ui.text("kit_type.slots"), [&] {
            std::int64_t first = 1;
            for (KitTypeSlot const& slot : type.slots) {
                ui.definition(std::to_string(first), slots_text(ui, first, first + slot.quantity - 1),
                              slot.label + " · " + wanted_text(ui, slot));
                first += slot.quantity;
            }
        });
    });
    if (!type.accessories.empty())
        ui.card("accessories", {.title = ui.text("kit_type.accessories"), .icon = embedded::icon_package}, [&] {
            ui.definitions("lines", ui.text("kit_type.accessories"), [&] {
                for (KitTypeAccessory const& line : type.accessories)
                    ui.definition(line.label, line.label, ui.number(line.quantity));
            });
        });
    if (!type.apps.empty())
        ui.card("apps", {.title = ui.text("kit_type.apps"), .icon = embedded::icon_smartphone}, [&] {
            ui.definitions("lines", ui.text("kit_type.apps"), [&] {
                for (KitTypeApp const& app : type.apps)
                    ui.definition(app.name, app.name, [&] {
                        ui.paragraph("licences", app.licences ? ui.count_text("kit_types.licences", *app.licences)
                                                              : ui.text("kit_types.no_licences"));
                        draw_shortfall(ui, type, app, today);
                        if (app.privacy_released_on && !(today < *app.privacy_released_on))
                            ui.muted("released", ui.text("kit_types.released", {{"day", ui.date(*app.privacy_released_on)}}));
                        if (app.privacy_released_until)
                            ui.muted("until", ui.text("kit_types.released_until", {{"day", ui.date(*app.privacy_released_until)}}));
                    });
            });
        });
}

} // namespace schulkit
