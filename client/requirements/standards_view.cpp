// The school's IT standards and trainings, beside what it has to show.

#include "client/error_text.hpp"
#include "client/requirements/requirements_screen.hpp"
#include "client/trainings/training_words.hpp"
#include "client/ui/form.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/schools/standard_words.hpp"

namespace schulkit {
namespace {

using ui::Ui;

std::string standard_text(Ui const& ui, Standard standard) {
    return ui.text("school_standard.standard." + std::string{word_of(standard)});
}

std::string detail_of(Ui const& ui, SchoolStandard const& standard) {
    std::string words;
    if (standard.checked_on) words = ui.text("standards.checked", {{"date", ui.date(*standard.checked_on)}});
    if (standard.note) words += (words.empty() ? "" : " · ") + *standard.note;
    return words;
}

void draw_standard_fields(StandardModel& dialog, Ui& ui) {
    ui::Form fields{ui, dialog.draft, dialog.errors};
    fields.edit<&SchoolStandard::state>();
    fields.edit<&SchoolStandard::checked_on>();
    fields.edit<&SchoolStandard::note>({.hint = ui.text("loans.no_pupils"), .rows = 3});
    dialog.unreadable = !fields.readable();
}

} // namespace

void draw_standards(RequirementsModel& model, ScreenContext const&, Ui& ui) {
    std::string const title = ui.text("standards.title");
    ui.heading("standards_title", 2, title);
    ui.muted("standards_why", ui.text("standards.why"));
    Page<SchoolStandard> const* const page = model.standards.value();
    if (page == nullptr) {
        if (Error const* const error = model.standards.error())
            ui.alert("standards_failed", ui::Tone::danger, ui.text("standards.failed"), error_text(ui, error->code));
        else
            ui.loading("standards_loading", ui.text("standards.loading"));
        return;
    }
    ui.list("standards", title, [&] {
        for (SchoolStandard const& standard : page->items) {
            std::string const word{word_of(standard.standard)};
            ui::ListEntry const entry{.title = standard_text(ui, standard.standard),
                                      .detail = detail_of(ui, standard),
                                      .icon = embedded::icon_badge_check,
                                      .badge = ui.text("school_standard.state." + std::string{word_of(standard.state)}),
                                      .badge_tone = tone_of(standard.state)};
            if (ui.list_link("standard." + word, entry)) open_standard(model, standard.standard);
        }
    });
}

void draw_standard_dialog(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    StandardModel& dialog = model.standard;
    if (!dialog.shown) return;
    bool const edits = may(context.me, Action::confirm_requirements);
    ui.dialog("standard", standard_text(ui, *dialog.shown), dialog.dialog_open, {}, [&] {
        if (edits) {
            draw_standard_fields(dialog, ui);
        } else {
            ui.definitions("facts", ui.text("standards.title"), [&] {
                ui.definition("state", ui.text("school_standard.state"),
                              ui.text("school_standard.state." + std::string{word_of(dialog.draft.state)}));
                if (dialog.draft.checked_on)
                    ui.definition("checked", ui.text("school_standard.checked_on"), ui.date(*dialog.draft.checked_on));
            });
            if (dialog.draft.note) ui.paragraph("note", *dialog.draft.note);
        }
        if (dialog.refused)
            ui.alert("refused", ui::Tone::danger, ui.text("requirements.not_saved"), error_text(ui, dialog.refused->code));
        bool save = false;
        ui.actions("actions", [&] {
            if (ui.button("close", ui.text("ui.cancel"), ui::Button::secondary)) dialog.dialog_open = false;
            if (edits) save = ui.button("save", ui.text("requirements.save"), ui::Button::primary, {.busy = dialog.saving});
        });
        if (save) save_standard(model, context.api);
    });
}

void draw_school_trainings(RequirementsModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("trainings.title");
    ui.heading("trainings_title", 2, title);
    Page<Training> const* const page = model.trainings.value();
    if (page == nullptr) {
        if (Error const* const error = model.trainings.error())
            ui.alert("trainings_failed", ui::Tone::danger, ui.text("trainings.failed"), error_text(ui, error->code));
        else
            ui.loading("trainings_loading", ui.text("trainings.loading"));
        return;
    }
    if (page->items.empty()) return ui.muted("no_trainings", ui.text("trainings.none_of_school"));
    bool const edits = may(context.me, Action::confirm_requirements);
    School const* const school = school_shown(model, context.me);
    auto const words_of_training = [&](Training const& training) {
        std::string words = training_text(ui, training);
        for (TrainingSchool const& part : training.schools)
            if (school != nullptr && part.school_code == school->code)
                words += " · " + ui.count_text("trainings.people", part.people);
        return words;
    };
    if (!edits) { // there is nothing to open
        ui.definitions("trainings", title, [&] {
            for (Training const& training : page->items)
                ui.definition(to_text(training.id), training.title, words_of_training(training));
        });
        return;
    }
    ui.list("trainings", title, [&] {
        for (Training const& training : page->items)
            ui.list_link("training." + to_text(training.id), {.title = training.title,
                                                             .detail = words_of_training(training),
                                                             .route = training_route(training.id),
                                                             .icon = embedded::icon_users});
    });
}

} // namespace schulkit
