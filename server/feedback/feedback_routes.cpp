#include "server/feedback/feedback_routes.hpp"

#include "server/feedback/feedback_changes.hpp"
#include "server/http/router.hpp"

namespace schulkit {

void mount_feedback(Router& router) {
    router.read<ListFeedback>(Action::read_feedback, [](Tx& tx, Access const& access, auto const& request) {
        return Result<Page<Feedback>>{list_feedback(tx, access, request.query)};
    });
    // all schools are counted: for who sees all of them
    router.read<SummarizeFeedback>(Action::read_board, [](Tx& tx, Access const&, auto const& request) {
        auto summaries = summarize_feedback(tx, request.query);
        auto const total = static_cast<std::int64_t>(summaries.size());
        return Result<Page<FeedbackSummary>>{Page<FeedbackSummary>{.items = std::move(summaries), .total = total}};
    });
    router.read<ListLoanFeedback>(Action::read_feedback, [](Tx& tx, Access const& access, auto const& request) -> Result<Page<Feedback>> {
        TRY_ASSIGN(auto feedback, loan_feedback(tx, access, request.path.id));
        auto const total = static_cast<std::int64_t>(feedback.size());
        return Page<Feedback>{.items = std::move(feedback), .total = total};
    });
    router.write<GiveFeedback>(Action::give_feedback, [](WriteTx& tx, Access const& access, auto const& request) {
        return give_feedback(tx, access, request.path.id, request.path.school_year, request.body);
    });
}

} // namespace schulkit
