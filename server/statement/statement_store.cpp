#include "server/statement/statement_store.hpp"

namespace schulkit {

AccessibilityStatement get_statement(Tx& tx) {
    return *find_row<AccessibilityStatement>(tx, "select * from accessibility_statement"); // the migration put it there
}

Result<Done> replace_statement(WriteTx& tx, AccessibilityStatement const& statement) {
    TRY(update(tx,
               "update accessibility_statement set body = :body, conformity = :conformity, exceptions = :exceptions,"
               " burden = :burden, out_of_scope = :out_of_scope, prepared_on = :prepared_on, method = :method,"
               " method_details = :method_details, reviewed_on = :reviewed_on, contact_name = :contact_name,"
               " contact_email = :contact_email, contact_phone = :contact_phone, contact_address = :contact_address,"
               " enforcement_name = :enforcement_name, enforcement_address = :enforcement_address,"
               " enforcement_link = :enforcement_link, version = version + 1",
               statement));
    return Done{};
}

} // namespace schulkit
