#pragma once
// What a school says of a kit that it had, for one school year.

#include "client/forms/record_form.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/feedback/feedback_api.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

struct FeedbackFormModel {
    Id<Loan> loan = {};
    std::string school_year = {};
    Loadable<Page<Feedback>> loaded = {};
    RecordForm<Feedback> form = {};
};

void open_feedback_form(FeedbackFormModel& model, Api& api, Person const& me, Id<Loan> loan, std::string school_year);
void retry_feedback_form(FeedbackFormModel& model, Api& api, Person const& me);
/// There is no such loan, it has not been collected, or the year is not one of it.
bool is_unknown(FeedbackFormModel const& model);
void save_feedback(FeedbackFormModel& model, Api& api, std::function<void(Feedback const&)> saved);

} // namespace schulkit
