#include "client/feedback/feedback_list_model.hpp"

namespace schulkit {

Route feedback_route(FeedbackQuery const& filters) {
    Route route{.path = {"rueckmeldungen"}};
    if (filters.school_year) route.query["jahr"] = *filters.school_year;
    if (filters.kit_type_id) route.query["typ"] = to_text(*filters.kit_type_id);
    return route;
}

bool sees_summary(Person const& me) { return may(me, Action::read_board); }

void open_feedback_list(FeedbackListModel& model, Api& api, Person const& me, Route const& route) {
    model.filters = {};
    from_text(route.parameter("jahr"), model.filters.school_year);
    from_text(route.parameter("typ"), model.filters.kit_type_id);
    if (model.years.value() == nullptr) {
        model.years.start();
        api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
    }
    if (model.types.value() == nullptr) {
        model.types.start();
        api.read<ListKitTypes>({}, {.limit = max_page_size}, [&model](Result<Page<KitType>> types) { model.types.take(std::move(types)); });
    }
    load_feedback_list(model, api, me);
}

void load_feedback_list(FeedbackListModel& model, Api& api, Person const& me) {
    std::uint64_t const question = ++model.asked;
    model.feedback.start();
    api.read<ListFeedback>({}, model.filters, [&model, question](Result<Page<Feedback>> feedback) {
        if (question == model.asked) model.feedback.take(std::move(feedback));
    });
    if (!sees_summary(me)) return;
    model.summary.start();
    api.read<SummarizeFeedback>({}, model.filters, [&model, question](Result<Page<FeedbackSummary>> summary) {
        if (question == model.asked) model.summary.take(std::move(summary));
    });
}

} // namespace schulkit
