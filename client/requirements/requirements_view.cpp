#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/requirements/requirements_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

#include <utility>

namespace schulkit {
namespace {

using ui::Ui;

void draw_school_choice(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    auto const schools = schools_for(model.schools, context.me, Action::read_requirements);
    if (schools.size() < 2) return;
    std::vector<ui::Option> options;
    for (School const& school : schools) options.push_back({school.code, school.code + " · " + school.name});
    School const* const shown = school_shown(model, context.me);
    std::string code = shown != nullptr ? shown->code : std::string{};
    if (ui.choice("school", ui.text("loan.school_id"), code, options, {.width = 360}))
        context.go("#/voraussetzungen?schule=" + code, HistoryMode::push);
}

void draw_requirement_list(RequirementsModel& model, ScreenContext const& context, Page<SchoolRequirement> const& page,
                           Ui& ui) {
    std::string const title = ui.text("requirements.title");
    ui.list("requirements", title, [&] {
        for (SchoolRequirement const& requirement : page.items) {
            LoanLook const look = look_of(requirement.state);
            ui::ListEntry const entry{.title = requirement.label,
                                      .detail = detail_text(ui.strings(), requirement),
                                      .icon = look.icon,
                                      .badge = state_text(ui.strings(), requirement.state),
                                      .badge_tone = look.tone,
                                      .badge_icon = look.icon};
            if (ui.list_link("requirement." + requirement.code, entry))
                open_requirement(model, context.api, context.me, requirement.code);
        }
    });
}

void draw_office_links(ScreenContext const& context, Ui& ui) {
    if (!may(context.me, Action::edit_requirements)) return;
    // not in the head: three of them would leave the title no room
    ui.row("office", [&] {
        ui.link_button("list", ui.text("requirements.list"), "#/voraussetzungen/liste", ui::Button::secondary,
                       {.icon = embedded::icon_list_checks});
        ui.link_button("trainings", ui.text("trainings.title"), "#/fortbildungen", ui::Button::secondary,
                       {.icon = embedded::icon_users});
        ui.link_button("schools", ui.text("schools.title"), "#/schulen", ui::Button::secondary, {.icon = embedded::icon_school});
    });
}

} // namespace

void draw_requirements(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("requirements.title");
    if (model.stored) {
        context.toast(ui.text("requirements.stored." + std::string{word_of(*model.stored)}));
        model.stored.reset();
    }
    if (std::exchange(model.standard.stored, false)) context.toast(ui.text("standards.stored"));
    ui.page("requirements", title, ui::reading_width, [&] {
        School const* const school = school_shown(model, context.me);
        ui.page_header("header", title,
                       {.subtitle = school != nullptr ? school->name : std::string{},
                        .back_label = loans_title(ui, context.me),
                        .back_route = "#/ausleihen"});
        ui.paragraph("why", ui.text("requirements.why"));
        draw_office_links(context, ui);
        draw_school_choice(model, context, ui);
        Error const* const error =
            model.schools.error() != nullptr ? model.schools.error() : model.requirements.error();
        Page<SchoolRequirement> const* const page = model.requirements.value();
        if (page != nullptr && school != nullptr) {
            draw_requirement_list(model, context, *page, ui);
            draw_standards(model, context, ui);
            draw_school_trainings(model, context, ui);
        } else if (error != nullptr) {
            if (ui.error_state("failed", ui.text("requirements.failed"), error_text(ui, error->code)))
                reload_requirements(model, context.api, context.me);
        } else if (school == nullptr && model.schools.value() != nullptr) {
            ui.empty_state("choose", {.icon = embedded::icon_school, .title = ui.text("requirements.choose_school")});
        } else {
            ui.loading("loading", ui.text("requirements.loading"));
        }
    });
    draw_requirement_dialog(model, context, ui);
    draw_standard_dialog(model, context, ui);
}

} // namespace schulkit
