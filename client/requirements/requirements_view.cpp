#include "client/error_text.hpp"
#include "client/loans/loan_words.hpp"
#include "client/requirements/requirements_screen.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"

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

void draw_requirement_list(RequirementsModel& model, Page<SchoolRequirement> const& page, Ui& ui) {
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
            if (ui.list_link("requirement." + requirement.code, entry)) open_requirement(model, requirement.code);
        }
    });
}

void draw_known_evidence(SchoolRequirement const& requirement, Ui& ui) {
    ui.definitions("facts", ui.text("school_requirement.state"), [&] {
        ui.definition("state", ui.text("school_requirement.state"), state_text(ui.strings(), requirement.state));
        if (requirement.due_on) ui.definition("due", ui.text("school_requirement.due_on"), ui.date(*requirement.due_on));
        if (requirement.submitted_at)
            ui.definition("submitted", ui.text("school_requirement.submitted_at"), ui.date_time(*requirement.submitted_at));
        if (requirement.confirmed_at)
            ui.definition("confirmed", ui.text("school_requirement.confirmed_at"), ui.date_time(*requirement.confirmed_at));
    });
}

void draw_requirement_dialog(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    SchoolRequirement const* const requirement = requirement_shown(model);
    if (requirement == nullptr) return;
    bool const confirms = may(context.me, Action::confirm_requirements);
    bool const shows = may(context.me, Action::show_requirements);
    ui.dialog("requirement", requirement->label, model.dialog_open, {.description = requirement->description.value_or("")}, [&] {
        if (requirement->description) ui.muted("what", *requirement->description);
        draw_known_evidence(*requirement, ui);
        if (shows) {
            ui.text_area("evidence", ui.text("school_requirement.evidence"), model.evidence,
                         {.required = true,
                          .error = ui::error_for(ui, model.errors, "evidence"),
                          .hint = ui.text("loans.no_pupils"),
                          .max_length = 4000,
                          .rows = 4});
            ui.date_field("valid_until", ui.text("school_requirement.valid_until"), model.valid_until,
                          {.error = ui::error_for(ui, model.errors, "valid_until"), .hint = ui.text("requirements.valid_hint")});
        } else if (requirement->evidence) {
            ui.paragraph("evidence", *requirement->evidence);
        }
        if (model.refused)
            ui.alert("refused", ui::Tone::danger, ui.text("requirements.not_saved"), error_text(ui, model.refused->code));
        std::optional<RequirementState> wanted;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.close"), ui::Button::secondary)) model.dialog_open = false;
            bool const is_met = requirement->state == RequirementState::met;
            if (confirms && requirement->state != RequirementState::open &&
                ui.button("open", ui.text("requirements.reopen"), ui::Button::secondary, {.enabled = !model.saving}))
                wanted = RequirementState::open;
            if (confirms && ui.button("confirm", ui.text(is_met ? "requirements.save" : "requirements.confirm"),
                                      ui::Button::primary, {.busy = model.saving}))
                wanted = RequirementState::met;
            if (!confirms && shows &&
                ui.button("submit", ui.text("requirements.submit"), ui::Button::primary, {.busy = model.saving}))
                wanted = RequirementState::submitted;
        });
        if (wanted) save_requirement(model, context.api, *wanted);
    });
}

} // namespace

void draw_requirements(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("requirements.title");
    if (model.stored) {
        context.toast(ui.text("requirements.stored." + std::string{word_of(*model.stored)}));
        model.stored.reset();
    }
    ui.page("requirements", title, ui::reading_width, [&] {
        School const* const school = school_shown(model, context.me);
        ui.page_header("header", title,
                       {.subtitle = school != nullptr ? school->name : std::string{},
                        .back_label = loans_title(ui, context.me),
                        .back_route = "#/ausleihen"});
        ui.paragraph("why", ui.text("requirements.why"));
        draw_school_choice(model, context, ui);
        Error const* const error =
            model.schools.error() != nullptr ? model.schools.error() : model.requirements.error();
        Page<SchoolRequirement> const* const page = model.requirements.value();
        if (page != nullptr && school != nullptr) {
            draw_requirement_list(model, *page, ui);
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
}

} // namespace schulkit
