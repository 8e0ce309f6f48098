#pragma once
// On a loan's page: what the school said of it, and the way to say it.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/feedback/feedback_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

struct LoanFeedbackModel {
    Loadable<Page<Feedback>> feedback = {};
};

void load_loan_feedback(LoanFeedbackModel& model, Api& api, Id<Loan> loan);
/// Nothing before the collection.
void draw_loan_feedback(LoanFeedbackModel const& model, Person const& me, ui::Ui& ui);
/// "Unterricht, jede Woche. Gehindert hat: WLAN."
std::string feedback_text(ui::Ui const& ui, Feedback const& feedback);

} // namespace schulkit
