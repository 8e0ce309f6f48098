#pragma once
// The log of changes. Every change writes its row in its own transaction, through here. What a Schema calls
// erasable goes beside the log, not into it.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/core/json.hpp"

namespace schulkit {

struct AuditText {
    std::string field;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

struct AuditRow {
    std::string_view action;
    std::string_view entity;
    std::int64_t entity_id = 0;
    std::optional<std::string> school_code = std::nullopt; ///< who may see it
    Json before = Json::object();
    Json after = Json::object();
    std::vector<AuditText> texts = {};
};

/// Returns the row's place in the change sequence.
Result<std::int64_t> record(WriteTx& tx, AuditRow const& row);

/// One field of the row, among what can be erased if its rules say so.
void note_created(AuditRow& row, std::string_view name, Rules const& rules, Json value);
void note_changed(AuditRow& row, std::string_view name, Rules const& rules, Json before, Json after);

/// Every field that has a value.
template <Entity T>
Result<std::int64_t> record_created(WriteTx& tx, std::string_view action, std::int64_t id,
                                    std::optional<std::string> school_code, T const& after) {
    AuditRow row{.action = action, .entity = Schema<T>::name, .entity_id = id, .school_code = std::move(school_code)};
    for_each_field<T>([&](auto const& f) {
        if (f.name == "id" || f.name == "version") return;
        note_created(row, f.name, f.rules, encode_value(after.*f.member));
    });
    return record(tx, row);
}

/// Only the fields that differ.
template <Entity T>
Result<std::int64_t> record_changed(WriteTx& tx, std::string_view action, std::int64_t id,
                                    std::optional<std::string> school_code, T const& before, T const& after) {
    AuditRow row{.action = action, .entity = Schema<T>::name, .entity_id = id, .school_code = std::move(school_code)};
    for_each_field<T>([&](auto const& f) {
        if (f.name == "version" || f.name == "updated_at" || before.*f.member == after.*f.member) return;
        note_changed(row, f.name, f.rules, encode_value(before.*f.member), encode_value(after.*f.member));
    });
    return record(tx, row);
}

Result<Page<AuditEntry>> list_audit(Tx& tx, Access const& access, AuditQuery const& query);
/// At most 200 changes after `since`, oldest first.
Changes list_changes(Tx& tx, Access const& access, std::int64_t since);
/// The newest place of the sequence; 0 for an empty log.
std::int64_t last_change(Tx& tx);

} // namespace schulkit
