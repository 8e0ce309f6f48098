#pragma once
// The log of one record, newest first, as pages that are added below each other.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/audit/audit_api.hpp"

namespace schulkit {

using History = Loadable<Page<AuditEntry>>;

/// As many entries as are shown already.
void load_history(History& history, Api& api, std::string_view entity, std::int64_t id);
/// Puts the next page behind what is shown, unless that was loaded anew meanwhile.
void load_more_history(History& history, Api& api, std::string_view entity, std::int64_t id);

} // namespace schulkit
