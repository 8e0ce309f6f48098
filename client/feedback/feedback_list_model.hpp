#pragma once
// What schools said of their kits: counted for the office, and to be read one by one.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/route.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/feedback/feedback_api.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

struct FeedbackListModel {
    FeedbackQuery filters = {}; ///< "#/rueckmeldungen?jahr=2026-27&typ=3"
    ChoiceHistory choices = {};
    Loadable<Page<Feedback>> feedback = {};
    Loadable<Page<FeedbackSummary>> summary = {};
    Loadable<Page<SchoolYear>> years = {};
    Loadable<Page<KitType>> types = {};
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late
};

Route feedback_route(FeedbackQuery const& filters);
/// All schools are counted: for who sees all of them.
bool sees_summary(Person const& me);
void open_feedback_list(FeedbackListModel& model, Api& api, Person const& me, Route const& route);
void load_feedback_list(FeedbackListModel& model, Api& api, Person const& me);

} // namespace schulkit
