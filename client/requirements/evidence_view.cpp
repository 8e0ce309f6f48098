// The dialog in which a school shows what it has, and the office says what it thinks of it.

#include "client/attachments/attachment_view.hpp"
#include "client/error_text.hpp"
#include "client/forms/record_form_view.hpp"
#include "client/forms/refusal.hpp"
#include "client/requirements/requirements_screen.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/loans/loan_words.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

void draw_known_evidence(SchoolRequirement const& requirement, Ui& ui) {
    ui.definitions("facts", ui.text("school_requirement.state"), [&] {
        ui.definition("state", ui.text("school_requirement.state"), state_text(ui.strings(), requirement.state));
        if (requirement.due_on) ui.definition("due", ui.text("school_requirement.due_on"), ui.date(*requirement.due_on));
        if (requirement.submitted_at)
            ui.definition("submitted", ui.text("school_requirement.submitted_at"), ui.date_time(*requirement.submitted_at));
        if (requirement.confirmed_at)
            ui.definition("confirmed", ui.text("school_requirement.confirmed_at"), ui.date_time(*requirement.confirmed_at));
        if (requirement.training_title)
            ui.definition("training", ui.text("trainings.one"),
                          *requirement.training_title + ", " + ui.date(*requirement.training_on));
        if (requirement.training_title && requirement.valid_until)
            ui.definition("until", ui.text("school_requirement.valid_until"), ui.date(*requirement.valid_until));
    });
}

void draw_stored_files(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    if (Page<AttachedFile> const* const files = model.files.value()) {
        std::string const title = ui.text("requirements.files");
        ui.paragraph("files_title", title, ui::TextKind::strong);
        draw_attached_files(files->items, title, url_of<ListEvidenceFiles>({.id = model.before.school_id, .code = model.before.code}, {}), ui);
    } else if (Error const* const error = model.files.error()) {
        if (ui.error_state("files_failed", ui.text("requirements.files_failed"), error_text(ui, error->code)))
            load_evidence_files(model, context.api);
    } else if (model.files.is_loading()) {
        ui.loading("files_loading", ui.text("requirements.files_loading"));
    }
}

void draw_evidence_fields(RequirementsModel& model, ScreenContext const& context, bool confirms, RefusedFields& refused, Ui& ui) {
    if (ui.text_area("evidence", ui.text("school_requirement.evidence"), model.evidence,
                     {.required = true,
                      .error = refused.at("evidence"),
                      .hint = ui.text("loans.no_pupils"),
                      .max_length = 4000,
                      .rows = 4}))
        forget_error(model.errors, "evidence");
    if (ui.date_field("evidence_on", ui.text("school_requirement.evidence_on"), model.evidence_on,
                      {.error = refused.at("evidence_on"), .hint = ui.text("requirements.evidence_on_hint")}))
        forget_error(model.errors, "evidence_on");
    if (confirms && ui.date_field("valid_until", ui.text("school_requirement.valid_until"), model.valid_until,
                                  {.error = refused.at("valid_until"), .hint = ui.text("requirements.valid_hint")}))
        forget_error(model.errors, "valid_until");
    draw_attachment_field(model.attachments, context, ui.text("school_requirement.attachments"),
                          {.taken = TakenFiles::photos_and_pdf, .most = max_evidence_files, .enabled = !model.saving && files_known(model)}, ui, [] {});
}

std::optional<RequirementState> draw_evidence_actions(RequirementsModel& model, SchoolRequirement const& shown, bool confirms,
                                                      bool shows, Ui& ui) {
    std::optional<RequirementState> wanted;
    bool const free = !model.saving && !is_sending(model.attachments);
    ui.actions("actions", [&] {
        if (ui.button("close", ui.text(confirms || shows ? "ui.cancel" : "ui.close"), ui::Button::secondary)) model.dialog_open = false;
        bool const is_met = shown.state == RequirementState::met;
        bool const is_submitted = shown.state == RequirementState::submitted;
        // a training is corrected where it stands
        bool const by_training = is_met && shown.training_id.has_value();
        if (confirms && shown.state != RequirementState::open && !by_training &&
            ui.button("open", ui.text(is_submitted ? "requirements.send_back" : "requirements.reopen"), ui::Button::secondary,
                      {.enabled = free}))
            wanted = RequirementState::open;
        if (confirms && ui.button("confirm", ui.text(is_met && !by_training ? "requirements.save" : "requirements.confirm"),
                                  ui::Button::primary, {.enabled = free || model.saving, .busy = model.saving}))
            wanted = RequirementState::met;
        if (!confirms && shows &&
            ui.button("submit", ui.text("requirements.submit"), ui::Button::primary,
                      {.enabled = free || model.saving, .busy = model.saving}))
            wanted = RequirementState::submitted;
    });
    return wanted;
}

} // namespace

std::string lines_text(Ui const&, std::vector<AttachmentLink> const& files) {
    std::string words;
    for (AttachmentLink const& file : files) words.append(words.empty() ? "" : ", ").append(file.name);
    return words;
}

void draw_requirement_dialog(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    SchoolRequirement const& requirement = model.before;
    if (requirement.code.empty()) return;
    bool const confirms = may(context.me, Action::confirm_requirements);
    bool const shows = may(context.me, Action::show_requirements);
    ui.dialog("requirement", requirement.label, model.dialog_open, {.description = requirement.description.value_or("")}, [&] {
        if (requirement.description) ui.muted("what", *requirement.description);
        if (requirement.answer && !confirms)
            ui.alert("answer_told", ui::Tone::warning, ui.text("requirements.sent_back"), *requirement.answer);
        draw_known_evidence(requirement, ui);
        draw_stored_files(model, context, ui);
        RefusedFields refused{ui, model.errors};
        if (shows)
            draw_evidence_fields(model, context, confirms, refused, ui);
        else if (requirement.evidence)
            ui.paragraph("evidence", *requirement.evidence);
        if (confirms && requirement.state == RequirementState::submitted)
            ui.text_area("answer", ui.text("school_requirement.answer"), model.answer,
                         {.error = refused.at("answer"),
                          .hint = ui.text("requirements.answer_hint"),
                          .max_length = 1000,
                          .rows = 2});
        draw_refused(ui.text("requirements.not_saved"), refused, model.refused, ui);
        std::string const given_up = draw_merged(model.others, model.others_base, requirement, draft_of(model), ui);
        if (!given_up.empty()) {
            take_theirs(model, context.api, given_up);
            ui.forget_typed();
        }
        auto const wanted = draw_evidence_actions(model, requirement, confirms, shows, ui);
        if (wanted) save_requirement(model, context.api, context.me, *wanted);
    });
}

} // namespace schulkit
