#include "client/error_text.hpp"
#include "client/feedback/feedback_form_screen.hpp"
#include "client/forms/record_form_view.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

bool draw_answers(RecordForm<Feedback>& form, ScreenContext const& context, Ui& ui) {
    bool changed = false;
    ui::Form fields{ui, form.draft, form.errors};
    ui.card("use", {.title = ui.text("feedback.about_use"), .icon = embedded::icon_tablet}, [&] {
        ui.grid("fields", {.min_column = 260, .max_columns = 2}, [&] {
            changed |= fields.edit<&Feedback::main_use>();
            changed |= fields.edit<&Feedback::frequency>();
        });
        changed |= fields.edit<&Feedback::use_words>({.rows = 3});
    });
    ui.card("hindrance", {.title = ui.text("feedback.about_hindrance"), .icon = embedded::icon_triangle_alert}, [&] {
        changed |= fields.edit<&Feedback::hindrance>();
        changed |= fields.edit<&Feedback::hindrance_words>({.rows = 3});
    });
    ui.card("again", {.title = ui.text("feedback.about_again"), .icon = embedded::icon_inbox}, [&] { changed |= fields.edit<&Feedback::again>(); });
    ui.card("release", {.title = ui.text("feedback.about_release"), .icon = embedded::icon_users},
            [&] { changed |= fields.edit<&Feedback::released>(); });
    if (changed) keep_draft(form, context.api);
    return fields.readable();
}

void draw_open_feedback(FeedbackFormModel& model, ScreenContext const& context, std::string const& title, std::string const& back, Ui& ui) {
    RecordFormLook const look = {.key = "feedback", .title = title, .back_route = back};
    bool const save = draw_record_form(model.form, context, look, ui, [&] { return draw_answers(model.form, context, ui); });
    if (!save) return;
    // in the language of this moment: the answer comes between frames
    std::string const words = ui.text("feedback.saved");
    save_feedback(model, context.api, [&context, words, back](Feedback const&) {
        context.toast(words);
        context.go(back, HistoryMode::replace);
    });
}

} // namespace

void draw_feedback_form(FeedbackFormModel& model, ScreenContext const& context, Ui& ui) {
    std::string const title = ui.text("feedback.give");
    std::string const back = "#/ausleihen/" + to_text(model.loan);
    ui.page("feedback_form", title, ui::reading_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = model.form.is_open ? ui.text("feedback.of", {{"type", model.form.before.kit_type_name},
                                                                                {"year", school_year_text(model.school_year)}})
                                                       : std::string{},
                        .back_label = ui.text("loans.loan"),
                        .back_route = back});
        if (model.form.is_open) return draw_open_feedback(model, context, title, back, ui);
        if (is_unknown(model)) {
            if (ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = ui.text("feedback.unknown"),
                                           .hint = ui.text("feedback.unknown_hint"),
                                           .action = ui.text("loans.to_list")}))
                context.go("#/ausleihen", HistoryMode::push);
        } else if (Error const* const error = model.loaded.error()) {
            if (ui.error_state("failed", ui.text("feedback.failed"), error_text(ui, error->code)))
                retry_feedback_form(model, context.api, context.me);
        } else {
            ui.loading("loading", ui.text("feedback.loading"));
        }
    });
}

} // namespace schulkit
