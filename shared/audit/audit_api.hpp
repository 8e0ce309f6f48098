#pragma once
// The log of changes: who, when, what was before and what is now. A row's id is the change sequence.

#include "shared/core/endpoint.hpp"

namespace schulkit {

struct AuditEntry {
    std::int64_t id = 0;
    Instant at = {};
    std::int64_t actor_id = 0; ///< 0: the system
    std::optional<std::string> actor = std::nullopt; ///< username; absent for auditors and where erased
    std::string action = {}; ///< "create", "update", "import", "comment"
    std::string entity = {}; ///< a Schema's name
    std::int64_t entity_id = 0;
    Json before = Json::object(); ///< only the fields that changed
    Json after = Json::object();
    bool operator==(AuditEntry const&) const = default;
};

template <>
struct Schema<AuditEntry> {
    static constexpr std::string_view name = "audit_entry";
    static constexpr auto fields = std::tuple{
        field("id", "", &AuditEntry::id),           field("at", "", &AuditEntry::at),
        field("actor_id", "", &AuditEntry::actor_id), field("actor", "", &AuditEntry::actor),
        field("action", "", &AuditEntry::action),   field("entity", "", &AuditEntry::entity),
        field("entity_id", "", &AuditEntry::entity_id), field("before", "", &AuditEntry::before),
        field("after", "", &AuditEntry::after)};
};

struct AuditQuery {
    std::optional<std::string> entity = std::nullopt;
    std::optional<std::int64_t> id = std::nullopt; ///< of the entity
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "-id";
    bool operator==(AuditQuery const&) const = default;
};

template <>
struct Schema<AuditQuery> {
    static constexpr std::string_view name = "audit_query";
    static constexpr auto fields =
        std::tuple{field("entity", "", &AuditQuery::entity), field("id", "", &AuditQuery::id),
                   field("limit", "", &AuditQuery::limit),
                   field("cursor", "", &AuditQuery::cursor, {.max_length = 2000}),
                   field("sort", "", &AuditQuery::sort)};
};

struct ListAudit {
    using Path = None;
    using Query = AuditQuery;
    using Body = None;
    using Response = Page<AuditEntry>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/audit";
    static constexpr std::string_view name = "list_audit";
    static constexpr std::string_view summary = "Who changed what, newest first";
};

struct Change {
    std::int64_t id = 0;
    std::string entity = {};
    std::int64_t entity_id = 0;
    std::string action = {};
    bool operator==(Change const&) const = default;
};

template <>
struct Schema<Change> {
    static constexpr std::string_view name = "change";
    static constexpr auto fields = std::tuple{field("id", "", &Change::id), field("entity", "", &Change::entity),
                                              field("entity_id", "", &Change::entity_id),
                                              field("action", "", &Change::action)};
};

/// `last` is where to ask from next; `more`: there are more than the 200 given.
struct Changes {
    std::vector<Change> items = {};
    std::int64_t last = 0;
    bool more = false;
    bool operator==(Changes const&) const = default;
};

template <>
struct Schema<Changes> {
    static constexpr std::string_view name = "changes";
    static constexpr auto fields = std::tuple{field("items", "", &Changes::items),
                                              field("last", "", &Changes::last), field("more", "", &Changes::more)};
};

struct ChangesQuery {
    std::optional<std::int64_t> since = std::nullopt; ///< absent: only where the sequence is now
    bool operator==(ChangesQuery const&) const = default;
};

template <>
struct Schema<ChangesQuery> {
    static constexpr std::string_view name = "changes_query";
    static constexpr auto fields = std::tuple{field("since", "", &ChangesQuery::since, {.min = 0})};
};

struct ListChanges {
    using Path = None;
    using Query = ChangesQuery;
    using Body = None;
    using Response = Changes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/changes";
    static constexpr std::string_view name = "list_changes";
    static constexpr std::string_view summary = "What changed after a point of the sequence; send If-None-Match";
};

} // namespace schulkit
