#include "client/feedback/loan_feedback.hpp"
#include "client/ui/ui.hpp"
#include "embedded/icons.hpp"
#include "shared/feedback/feedback_words.hpp"

namespace schulkit {

std::string feedback_text(ui::Ui const& ui, Feedback const& feedback) { return feedback_text(ui.strings(), feedback); }

void draw_loan_feedback(LoanFeedbackModel const& model, Person const& me, ui::Ui& ui) {
    Page<Feedback> const* const feedback = model.feedback.value();
    if (feedback == nullptr || feedback->items.empty()) return; // the page's own matter is there without it
    std::string const title = ui.text("feedback.title");
    ui.card("feedback", {.title = title, .icon = embedded::icon_message_square}, [&] {
        ui.definitions("years", title, [&] {
            for (Feedback const& each : feedback->items)
                ui.definition(each.school_year, school_year_text(each.school_year), [&] {
                    if (each.version == 0)
                        ui.muted("none", ui.text("feedback.not_given"));
                    else
                        ui.paragraph("words", feedback_text(ui, each));
                    if (each.released) ui.badge("released", ui.text("feedback.is_released"), ui::Tone::info);
                    if (!may(me, Action::give_feedback)) return;
                    std::string const route = "#/ausleihen/" + to_text(each.loan_id) + "/rueckmeldung/" + each.school_year;
                    ui.link("give", ui.text(each.version == 0 ? "feedback.give_of" : "feedback.change_of", {{"year", school_year_text(each.school_year)}}), route);
                });
        });
    });
}

} // namespace schulkit
