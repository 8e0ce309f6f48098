#include "client/feedback/loan_feedback.hpp"

namespace schulkit {

void load_loan_feedback(LoanFeedbackModel& model, Api& api, Id<Loan> loan) {
    if (!loan) return;
    model.feedback.start();
    api.read<ListLoanFeedback>({loan}, {}, [&model](Result<Page<Feedback>> feedback) { model.feedback.take(std::move(feedback)); });
}

} // namespace schulkit
