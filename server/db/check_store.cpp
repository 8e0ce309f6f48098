#include "server/db/check_store.hpp"

#include "server/db/connection.hpp"

#include <array>

namespace schulkit {
namespace {

struct Rule {
    std::string_view sentence;
    std::string_view count; ///< of the rows that break it
};

constexpr std::array rules = {
    Rule{"assets without a code that finds them by their tag",
         "select count(*) from assets a where not exists"
         " (select 1 from asset_codes c where c.asset_id = a.id and c.kind = 'tag')"},
    Rule{"assets that the text search does not know",
         "select count(*) from assets a where not exists (select 1 from asset_texts t where t.asset_id = a.id)"},
    Rule{"lists that were taken over without being indexed", "select count(*) from text_index_hold"},
    Rule{"assets without an entry in the log",
         "select count(*) from assets a where not exists"
         " (select 1 from audit_log l where l.entity = 'asset' and l.entity_id = a.id)"},
    Rule{"tickets without an entry in the log",
         "select count(*) from tickets t where not exists"
         " (select 1 from audit_log l where l.entity = 'ticket' and l.entity_id = t.id)"},
    Rule{"attachments without an entry in the log",
         "select count(*) from attachments a where not exists"
         " (select 1 from audit_log l where l.entity = 'attachment' and l.entity_id = a.id)"},
    Rule{"schools without their services",
         "select count(*) from schools s where not exists"
         " (select 1 from assets a where a.school_code = s.code and a.kind = 'service')"},
};

} // namespace

std::vector<std::string> find_broken_rules(Tx& tx) {
    std::vector<std::string> broken;
    for (std::string const& found : rows<std::string>(tx, "pragma integrity_check"))
        if (found != "ok") broken.push_back(found);
    for (std::string const& table : rows<std::string>(tx, "pragma foreign_key_check"))
        broken.push_back("a row of " + table + " refers to one that is not there");
    for (Rule const& rule : rules)
        if (std::int64_t const count = *find_row<std::int64_t>(tx, rule.count); count != 0)
            broken.push_back(std::to_string(count) + ' ' + std::string{rule.sentence});
    return broken;
}

Result<Done> check_backup(std::string const& file) {
    TRY_ASSIGN(auto const connection, Connection::open(file, OpenMode::write));
    Statement tables{connection->prepare("select count(*) from sqlite_master where name = 'schema_migrations'")};
    if (!tables.step() || tables.integer(0) == 0) return fail(ErrorKind::invalid, "not_a_database", file);
    Statement sound{connection->prepare("pragma quick_check")};
    while (sound.step())
        if (sound.text(0) != "ok") return fail(ErrorKind::invalid, "damaged", std::string{sound.text(0)});
    return Done{};
}

} // namespace schulkit
