#include "server/audit/audit_routes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/http/router.hpp"

namespace schulkit {

void mount_audit(Router& router) {
    router.read<ListAudit>(Action::read_audit, [](Tx& tx, Access const& access, auto const& request) {
        return list_audit(tx, access, request.query);
    });
    router.read<ListChanges>(
        Action::read_changes,
        [](Tx& tx, Access const& access, auto const& request) {
            std::int64_t const since = request.query.since.value_or(last_change(tx));
            return Result<Changes>{list_changes(tx, access, since)};
        },
        Freshness::change_sequence);
}

} // namespace schulkit
