#include "client/feedback/feedback_form_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void load_year_of_feedback(FeedbackFormModel& model, Api& api, Person const& me) {
    std::string const draft_key = "draft.feedback." + to_text(model.loan) + '.' + model.school_year + '.' + to_text(me.id);
    model.loaded.start();
    api.read<ListLoanFeedback>({model.loan}, {}, [&model, &api, draft_key](Result<Page<Feedback>> feedback) {
        if (feedback) {
            auto const& all = feedback->items;
            auto const found =
                std::find_if(all.begin(), all.end(), [&](Feedback const& each) { return each.school_year == model.school_year; });
            if (found != all.end() && model.form.is_open) take_stored(model.form, *found);
            if (found != all.end() && !model.form.is_open) open_form(model.form, api, draft_key, *found);
        }
        model.loaded.take(std::move(feedback));
    });
}

} // namespace

void open_feedback_form(FeedbackFormModel& model, Api& api, Person const& me, Id<Loan> loan, std::string school_year) {
    model.loan = loan;
    model.school_year = std::move(school_year);
    if (!loan) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_year_of_feedback(model, api, me);
}

void retry_feedback_form(FeedbackFormModel& model, Api& api, Person const& me) {
    if (model.loan && model.loaded.value() == nullptr) load_year_of_feedback(model, api, me);
    forget_lost(model.form);
}

bool is_unknown(FeedbackFormModel const& model) {
    if (Error const* const error = model.loaded.error()) return error->kind == ErrorKind::not_found;
    return model.loaded.value() != nullptr && !model.form.is_open;
}

void save_feedback(FeedbackFormModel& model, Api& api, std::function<void(Feedback const&)> saved) {
    RecordForm<Feedback>& form = model.form;
    auto const feedback = begin_saving(form, api);
    if (!feedback) return;
    send_changes<GiveFeedback>(form, api, {model.loan, model.school_year}, *feedback, std::move(saved));
}

} // namespace schulkit
