#include "server/statement/statement_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {

Result<AccessibilityStatement> edit_statement(WriteTx& tx, AccessibilityStatement statement, std::int64_t version) {
    clean(statement);
    if (auto errors = validate(statement); !errors.empty()) return invalid(std::move(errors));
    AccessibilityStatement const before = get_statement(tx);
    if (version != before.version) return fail(ErrorKind::conflict, "stale");
    statement.id = before.id;
    statement.version = before.version;
    if (statement == before) return before;
    TRY(replace_statement(tx, statement));
    AccessibilityStatement const after = get_statement(tx);
    TRY(record_changed(tx, "update", after.id.value, std::nullopt, before, after));
    return after;
}

} // namespace schulkit
