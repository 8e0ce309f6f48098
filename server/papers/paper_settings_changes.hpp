#pragma once
// Editing what stands on the county's papers: the rules, the rows and the log in one transaction.

#include "server/papers/paper_settings_store.hpp"

namespace schulkit {

/// `version` is the one that was read. Another text of the agreement is a new version of it; papers that were issued keep
/// theirs. Errors: 422 by field, on agreement_text with the number of the first wrong line as value; 409 "stale".
Result<PaperSettings> edit_paper_settings(WriteTx& tx, PaperSettings settings, std::int64_t version);

} // namespace schulkit
