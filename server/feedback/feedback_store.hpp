#pragma once
// All SQL about what schools say of their kits.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/feedback/feedback_api.hpp"

namespace schulkit {

Page<Feedback> list_feedback(Tx& tx, Access const& access, FeedbackQuery const& query);
std::vector<FeedbackSummary> summarize_feedback(Tx& tx, FeedbackQuery const& query);
std::optional<Feedback> find_feedback(Tx& tx, Id<Loan> loan, std::string_view school_year);
/// Error: conflict "wrong_state".
Result<Done> store_feedback(WriteTx& tx, Feedback const& feedback);

} // namespace schulkit
