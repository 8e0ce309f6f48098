#pragma once

#include "server/feedback/feedback_store.hpp"

namespace schulkit {

/// Of each school year for which the loan can be answered. Error: not_found.
Result<std::vector<Feedback>> loan_feedback(Tx& tx, Access const& access, Id<Loan> id);
/// Errors: those of the endpoint in shared/feedback/feedback_api.hpp.
Result<Feedback> give_feedback(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& school_year,
                               Patch<Feedback> const& patch);

} // namespace schulkit
