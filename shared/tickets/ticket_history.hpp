#pragma once
// The log of a ticket, as lines that can be drawn.

#include "shared/audit/audit_api.hpp"
#include "shared/tickets/ticket.hpp"

namespace schulkit {

/// The values as they stand on the wire; empty: none.
struct FieldChange {
    std::string field = {};
    std::string before = {};
    std::string after = {};
    bool operator==(FieldChange const&) const = default;
};

struct HistoryEntry {
    std::int64_t id = 0;
    Instant at = {};
    std::optional<std::string> actor = std::nullopt;
    std::string action = {};
    std::vector<FieldChange> changes = {}; ///< of an update
    bool operator==(HistoryEntry const&) const = default;
};

/// Comments are left out: they are shown as themselves. Of the asset only its tag is told.
std::vector<HistoryEntry> history_of(std::vector<AuditEntry> const& log);
/// What tells a person that somebody else was faster.
std::vector<FieldChange> changes_between(Ticket const& before, Ticket const& after);

} // namespace schulkit
