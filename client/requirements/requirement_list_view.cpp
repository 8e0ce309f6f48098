#include "client/error_text.hpp"
#include "client/requirements/requirement_list_screen.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

std::string validity_text(Ui const& ui, Requirement const& requirement) {
    return requirement.valid_months ? ui.count_text("requirements.months", *requirement.valid_months)
                                    : ui.text("requirements.valid");
}

/// "Bandbreite und Datum der Messung. Gilt ohne Frist"
std::string joined(std::string const& description, std::string const& validity) {
    if (description.empty()) return validity;
    return description + (description.back() == '.' ? " " : " · ") + validity;
}

void draw_listed(RequirementListModel& model, Page<Requirement> const& page, Ui& ui) {
    ui.list("requirements", ui.text("requirements.list"), [&] {
        for (Requirement const& each : page.items) {
            std::string const validity = validity_text(ui, each);
            std::string const use =
                ui.text(!each.active ? "requirements.retired" : each.at_handover ? "requirements.needed" : "requirements.asked");
            ui::ListEntry const entry{.title = each.label,
                                      .detail = joined(each.description.value_or(""), validity),
                                      .icon = embedded::icon_list_checks,
                                      .badge = use,
                                      .badge_tone = !each.active       ? ui::Tone::neutral
                                                    : each.at_handover ? ui::Tone::success
                                                                       : ui::Tone::info,
                                      .badge_icon = each.active ? nullptr : embedded::icon_archive};
            if (ui.list_link("requirement." + each.code, entry)) open_listed_requirement(model, each);
        }
    });
}

void draw_listed_fields(RequirementListModel& model, Ui& ui) {
    ui::Form fields{ui, model.draft, model.errors};
    fields.edit<&Requirement::label>();
    fields.edit<&Requirement::code>({.hint = ui.text(model.is_new ? "requirements.code_hint" : "requirements.code_stays"),
                                     .enabled = model.is_new,
                                     .code = true});
    fields.edit<&Requirement::description>({.rows = 3});
    fields.edit<&Requirement::at_handover>({.hint = ui.text("requirements.at_handover_hint")});
    fields.edit<&Requirement::valid_months>({.hint = ui.text("requirements.months_hint")});
    fields.edit<&Requirement::position>();
    if (!model.is_new) fields.edit<&Requirement::active>({.hint = ui.text("requirements.active_hint")});
    model.unreadable = !fields.readable();
}

void draw_listed_dialog(RequirementListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = model.is_new ? ui.text("requirements.add") : model.before.label;
    ui.dialog("requirement", title, model.dialog_open, {}, [&] {
        draw_listed_fields(model, ui);
        if (model.refused)
            ui.alert("refused", ui::Tone::danger, ui.text("requirements.not_saved"), error_text(ui, model.refused->code));
        bool save = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) model.dialog_open = false;
            save = ui.button("save", ui.text("requirements.save"), ui::Button::primary, {.busy = model.saving});
        });
        if (save) save_listed_requirement(model, context.api);
    });
}

} // namespace

void draw_listed_requirements(RequirementListModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("requirements.list");
    if (std::exchange(model.stored, false)) context.toast(ui.text("requirements.list_stored"));
    ui.page("requirement_list", title, ui::reading_width, [&] {
        ui.page_header("header", title,
                       {.back_label = ui.text("requirements.title"), .back_route = "#/voraussetzungen"}, [&] {
                           if (ui.button("add", ui.text("requirements.add"), ui::Button::primary, {.icon = embedded::icon_plus}))
                               open_new_requirement(model);
                       });
        ui.paragraph("words", ui.text("requirements.list_words"));
        if (Page<Requirement> const* const page = model.requirements.value()) {
            draw_listed(model, *page, ui);
        } else if (Error const* const error = model.requirements.error()) {
            if (ui.error_state("failed", ui.text("requirements.failed"), error_text(ui, error->code)))
                load_requirement_list(model, context.api);
        } else {
            ui.loading("loading", ui.text("requirements.loading"));
        }
    });
    draw_listed_dialog(model, context, ui);
}

} // namespace schulkit
