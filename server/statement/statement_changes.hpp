#pragma once
// Editing the accessibility statement: the rules, the row and the log in one transaction.

#include "server/statement/statement_store.hpp"

namespace schulkit {

/// `version` is the one that was read. Errors: 422 by field; 409 "stale" when somebody else was faster.
Result<AccessibilityStatement> edit_statement(WriteTx& tx, AccessibilityStatement statement, std::int64_t version);

} // namespace schulkit
