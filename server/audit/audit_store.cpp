#include "server/audit/audit_store.hpp"

#include "server/db/cursor.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// The words of an erasable value; nothing for none.
std::optional<std::string> erasable_text(Json const& value) {
    if (value.is_null()) return std::nullopt;
    if (auto const* text = value.get_ptr<std::string const*>()) return *text;
    return dump_json(value);
}

constexpr std::array<std::string_view, 1> audit_sorts = {"id"};
constexpr std::size_t changes_at_once = 200;

/// People belong to no school of their own: only who sees the whole county sees them.
std::string without_people(Access const& access, std::string_view column) {
    return access.scope == Scope::county ? "" : " and " + std::string{column} + " <> 'person'";
}

/// Joins the erasable texts to the entry; an erased one stays away.
void add_texts(Tx& tx, AuditEntry& entry) {
    Statement s = tx.prepare("select field, before, after from audit_texts where audit_id = ?1");
    bind_all(s, entry.id);
    while (s.step()) {
        std::string const field{s.text(0)};
        if (!s.is_null(1)) entry.before[field] = std::string{s.text(1)};
        if (!s.is_null(2)) entry.after[field] = std::string{s.text(2)};
    }
}

/// "decided_by", "reporter": whatever names a person, also within lists.
void mask_people(Json& told) {
    static constexpr std::array<std::string_view, 7> names = {"username", "reporter", "assignee", "author", "driver",
                                                              "signer_name", "county_signer_name"};
    if (told.is_array())
        for (Json& each : told) mask_people(each);
    if (!told.is_object()) return;
    for (auto at = told.begin(); at != told.end();) {
        std::string const& key = at.key();
        bool const is_name = key.ends_with("_by") || std::find(names.begin(), names.end(), key) != names.end();
        if (is_name) {
            at = told.erase(at);
            continue;
        }
        mask_people(at.value());
        ++at;
    }
}

} // namespace

void note_created(AuditRow& row, std::string_view name, Rules const& rules, Json value) {
    if (value.is_null()) return;
    if (rules.erasable)
        row.texts.push_back({std::string{name}, std::nullopt, erasable_text(value)});
    else
        set_member(row.after, name, std::move(value));
}

void note_changed(AuditRow& row, std::string_view name, Rules const& rules, Json before, Json after) {
    if (rules.erasable) {
        row.texts.push_back({std::string{name}, erasable_text(before), erasable_text(after)});
    } else {
        set_member(row.before, name, std::move(before));
        set_member(row.after, name, std::move(after));
    }
}

Result<std::int64_t> record(WriteTx& tx, AuditRow const& row) {
    std::int64_t id = 0;
    {
        Statement s = tx.prepare("insert into audit_log (at, actor_id, action, entity, entity_id, school_code, before,"
                                 " after) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        bind_all(s, tx.now(), tx.actor().value, row.action, row.entity, row.entity_id, row.school_code, row.before,
                 row.after);
        TRY(s.run());
        id = s.last_insert_id();
    }
    for (AuditText const& text : row.texts)
        TRY(execute(tx, "insert into audit_texts (audit_id, field, before, after) values (?1, ?2, ?3, ?4)", id,
                    text.field, text.before, text.after));
    return id;
}

Result<Page<AuditEntry>> list_audit(Tx& tx, Access const& access, AuditQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, audit_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    std::string where = " where " + reach_condition(access, "l.school_code") + without_people(access, "l.entity");
    if (query.entity) where += " and l.entity = :entity";
    if (query.id) where += " and l.entity_id = :id";
    auto const bind_filters = [&](Statement& s) {
        if (int const i = s.index_of("entity")) bind_value(s, i, query.entity);
        if (int const i = s.index_of("id")) bind_value(s, i, query.id);
    };

    Page<AuditEntry> page;
    {
        Statement s = tx.prepare("select count(*) from (select 1 from audit_log l" + where + " limit 1001)");
        bind_filters(s);
        s.step();
        page.total_is_exact = s.integer(0) <= count_bound;
        page.total = page.total_is_exact ? s.integer(0) : count_bound;
    }
    if (cursor) where += sort.descending ? " and l.id < :after" : " and l.id > :after";
    Statement s = tx.prepare("select l.id, l.at, l.actor_id, p.username as actor, l.action, l.entity, l.entity_id,"
                             " l.before, l.after from audit_log l left join people p on p.id = l.actor_id" +
                             where + " order by l.id" + (sort.descending ? " desc" : "") + " limit :limit");
    bind_filters(s);
    if (cursor) bind_value(s, s.index_of("after"), cursor->id);
    bind_value(s, s.index_of("limit"), query.limit + 1);
    while (s.step()) page.items.push_back(read_row<AuditEntry>(s));
    if (page.items.size() > static_cast<std::size_t>(query.limit)) {
        page.items.pop_back();
        page.next_cursor = encode_cursor(query.sort, {.id = page.items.back().id});
    }
    for (AuditEntry& entry : page.items) {
        // What schools write about a ticket names people; an auditor may not read it there either.
        bool const may_read_texts = entry.entity != "ticket" || scope_of(access.role, Action::read_tickets) != Scope::none;
        if (may_read_texts) add_texts(tx, entry);
        if (access.role != Role::auditor) continue;
        entry.actor.reset();
        for (Json* side : {&entry.before, &entry.after}) {
            mask_people(*side);
            if (entry.entity == "tour") side->erase("note"); // it is for who drives
        }
    }
    return page;
}

std::int64_t last_change(Tx& tx) {
    return *find_row<std::int64_t>(tx, "select coalesce(max(id), 0) from audit_log");
}

Changes list_changes(Tx& tx, Access const& access, std::int64_t since) {
    Changes changes{.last = std::max(since, last_change(tx))};
    // Also to the school that something has left: there it is gone. A row that names no school before, not even none,
    // has left nobody.
    Statement s = tx.prepare("select id, entity, entity_id, action from audit_log where id > ?1 and (" +
                             reach_condition(access, "school_code") +
                             " or (json_type(before, '$.school_code') is not null and " +
                             reach_condition(access, "json_extract(before, '$.school_code')") + "))" +
                             without_people(access, "entity") + " order by id limit 201");
    bind_all(s, since);
    while (s.step()) changes.items.push_back(read_row<Change>(s));
    changes.more = changes.items.size() > changes_at_once;
    if (changes.more) {
        changes.items.pop_back();
        changes.last = changes.items.back().id;
    }
    return changes;
}

} // namespace schulkit
