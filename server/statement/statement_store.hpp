#pragma once
// All SQL about the accessibility statement.

#include "server/db/database.hpp"
#include "shared/statement/accessibility_statement.hpp"

namespace schulkit {

AccessibilityStatement get_statement(Tx& tx);
/// The version grows by one.
Result<Done> replace_statement(WriteTx& tx, AccessibilityStatement const& statement);

} // namespace schulkit
