#include "server/differences/difference_store.hpp"

#include "server/db/cursor.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::string_view difference_tables =
    " from loan_differences d join loans l on l.id = d.loan_id join loan_requests r on r.id = l.request_id"
    " join schools s on s.id = r.school_id left join kits k on k.id = d.kit_id left join assets a on a.id = d.asset_id"
    " left join loans ol on ol.id = d.other_loan_id left join kits ok on ok.id = ol.kit_id"
    " left join people po on po.id = d.objected_by left join people pa on pa.id = d.answered_by"
    " left join people ps on ps.id = d.settled_by";

constexpr std::string_view difference_columns =
    "select d.id, d.loan_id, s.code as school_code, s.name as school_name, d.kit_id, k.tag as kit_tag, d.kind,"
    " case when d.objection_state = 'open' then 'objected' when d.settled_as is not null then 'settled'"
    " when d.objection_state = 'rejected' or d.object_until < :today then 'counts' else 'told' end as state,"
    " d.slot, d.label, d.asset_id, a.tag as asset_tag, a.name as asset_name, d.other_loan_id, ok.tag as other_kit_tag,"
    " d.quantity, d.found_on, cast(julianday(:today) - julianday(d.found_on) as integer) as age_days, d.object_until,"
    " d.objection, d.objection_state, po.username as objected_by, d.objected_at, d.answer, pa.username as answered_by,"
    " d.answered_at, d.settled_as, d.settled_on, ps.username as settled_by, d.settlement";

LoanDifference with_chases(Tx& tx, Access const& access, LoanDifference difference) {
    difference.chases = rows<DifferenceChase>(tx,
                                              "select c.chased_on, p.username as chased_by, c.note from difference_chases c"
                                              " left join people p on p.id = c.chased_by where c.difference_id = ?1 order by c.id",
                                              difference.id);
    if (access.role != Role::auditor) return difference;
    difference.objected_by.reset();
    difference.answered_by.reset();
    difference.settled_by.reset();
    for (DifferenceChase& chase : difference.chases) chase.chased_by.reset();
    return difference;
}

std::vector<LoanDifference> read_all(Tx& tx, Access const& access, Statement& s) {
    std::vector<LoanDifference> differences;
    while (s.step()) differences.push_back(read_row<LoanDifference>(s));
    for (LoanDifference& each : differences) each = with_chases(tx, access, std::move(each));
    return differences;
}

} // namespace

Result<LoanDifference> get_difference(Tx& tx, Access const& access, Id<LoanDifference> id) {
    std::vector<LoanDifference> found;
    {
        Statement s = tx.prepare(std::string{difference_columns} + std::string{difference_tables} + " where d.id = :id");
        bind_value(s, s.index_of("today"), tx.today());
        bind_value(s, s.index_of("id"), id);
        found = read_all(tx, access, s);
    }
    if (found.empty() || !reaches(access, found.front().school_code)) return fail(ErrorKind::not_found, "not_found");
    return std::move(found.front());
}

std::vector<LoanDifference> list_loan_differences(Tx& tx, Access const& access, Id<Loan> loan) {
    Statement s = tx.prepare(std::string{difference_columns} + std::string{difference_tables} +
                             " where d.loan_id = :loan order by d.slot is null, d.slot, d.id");
    bind_value(s, s.index_of("today"), tx.today());
    bind_value(s, s.index_of("loan"), loan);
    return read_all(tx, access, s);
}

Result<Page<LoanDifference>> list_differences(Tx& tx, Access const& access, DifferenceQuery const& query) {
    constexpr std::string_view order = "found_on";
    TRY(check_limit(query.limit));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, order));
    std::string where = " where " + reach_condition(access, "s.code");
    if (query.school_code) where += " and s.code = :school_code";
    if (query.open) where += " and (d.settled_as is null or d.objection_state = 'open')";
    std::string const words = fold(query.q.value_or(""));
    if (!words.empty())
        where += " and (instr(lower(s.code || ' ' || s.name || ' ' || d.label || ' ' || coalesce(a.tag, '')), lower(:q)) > 0"
                 " or instr(k.search_text, :words) > 0)";
    auto const bind = [&](Statement& s) {
        bind_fields(s, query);
        if (int const i = s.index_of("words")) bind_value(s, i, words);
        if (int const i = s.index_of("today")) bind_value(s, i, tx.today());
    };
    Page<LoanDifference> page;
    {
        Statement s = tx.prepare("select count(*)" + std::string{difference_tables} + where);
        bind(s);
        s.step();
        page.total = s.integer(0);
    }
    if (cursor) where += " and (d.found_on, d.id) > (:after_value, :after_id)";
    Statement s = tx.prepare(std::string{difference_columns} + std::string{difference_tables} + where +
                             " order by d.found_on, d.id limit :rows");
    bind(s);
    if (cursor) {
        bind_value(s, s.index_of("after_value"), cursor->value);
        bind_value(s, s.index_of("after_id"), cursor->id);
    }
    bind_value(s, s.index_of("rows"), query.limit + 1);
    page.items = read_all(tx, access, s);
    if (page.items.size() > static_cast<std::size_t>(query.limit)) {
        page.items.pop_back();
        LoanDifference const& last = page.items.back();
        page.next_cursor = encode_cursor(order, {.value = to_iso(last.found_on), .id = last.id.value});
    }
    return page;
}

std::optional<Id<LoanDifference>> find_open_difference(Tx& tx, std::int64_t asset_id) {
    auto const id = find_row<std::int64_t>(
        tx, "select id from loan_differences where asset_id = ?1 and kind = 'device_missing' and settled_as is null", asset_id);
    if (!id) return std::nullopt;
    return Id<LoanDifference>{*id};
}

bool has_difference(Tx& tx, std::int64_t loan_item) {
    return find_row<std::int64_t>(tx, "select id from loan_differences where item_id = ?1", loan_item).has_value();
}

bool has_open_differences(Tx& tx, Id<Loan> loan) {
    return *find_row<std::int64_t>(tx,
                                   "select count(*) from loan_differences"
                                   " where loan_id = ?1 and (settled_as is null or objection_state = 'open')",
                                   loan) > 0;
}

Result<Id<LoanDifference>> insert_difference(WriteTx& tx, NewDifference const& difference) {
    std::optional<Date> settled_on;
    std::optional<Id<Person>> settled_by;
    if (difference.settled_as) {
        settled_on = tx.today();
        settled_by = tx.actor();
    }
    Statement s = tx.prepare("insert into loan_differences (loan_id, kind, item_id, other_loan_id, slot, label, asset_id, quantity,"
                             " found_on, object_until, settled_as, settled_on, settled_by, kit_id)"
                             " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
    bind_all(s, difference.loan, difference.kind, difference.item, difference.other_loan, difference.slot, difference.label,
             difference.asset, difference.quantity, tx.today(), difference.object_until, difference.settled_as, settled_on,
             settled_by, difference.kit);
    TRY(s.run());
    return Id<LoanDifference>{s.last_insert_id()};
}

Result<Done> store_objection(WriteTx& tx, Id<LoanDifference> id, std::string const& words) {
    TRY(execute(tx,
                "update loan_differences set objection = ?2, objection_state = 'open', objected_by = ?3, objected_at = ?4"
                " where id = ?1",
                id, words, tx.actor(), tx.now()));
    return Done{};
}

Result<Done> store_answer(WriteTx& tx, Id<LoanDifference> id, ObjectionState state, std::string const& words) {
    TRY(execute(tx,
                "update loan_differences set objection_state = ?2, answer = ?3, answered_by = ?4, answered_at = ?5 where id = ?1", id,
                state, words, tx.actor(), tx.now()));
    return Done{};
}

Result<Done> store_chase(WriteTx& tx, Id<LoanDifference> id, std::optional<std::string> const& note) {
    TRY(execute(tx, "insert into difference_chases (difference_id, chased_on, chased_by, note) values (?1, ?2, ?3, ?4)", id,
                tx.today(), tx.actor(), note));
    return Done{};
}

Result<Done> store_settlement(WriteTx& tx, Id<LoanDifference> id, Settlement settled_as, std::optional<std::string> const& note) {
    TRY(execute(tx,
                "update loan_differences set settled_as = ?2, settled_on = ?3, settled_by = ?4, settlement = ?5 where id = ?1", id,
                settled_as, tx.today(), tx.actor(), note));
    return Done{};
}

Result<Done> give_item_up(WriteTx& tx, std::int64_t asset_id, bool school_answers) {
    std::string const as = school_answers ? "lost" : "accepted";
    TRY(execute(tx, "update loan_items set settled_as = ?2 where asset_id = ?1 and settled_as is null", asset_id, as));
    return Done{};
}

Result<Done> add_accessories_back(WriteTx& tx, Id<Loan> loan, std::string_view label, std::int64_t quantity) {
    TRY(execute(tx, "update loan_accessories set came_back = coalesce(came_back, 0) + ?3 where loan_id = ?1 and label = ?2", loan,
                label, quantity));
    return Done{};
}

LoanSettings get_loan_settings(Tx& tx) {
    return *find_row<LoanSettings>(tx, "select objection_days, version from loan_settings"); // the migration put it there
}

Result<Done> replace_loan_settings(WriteTx& tx, LoanSettings const& settings) {
    TRY(execute(tx, "update loan_settings set objection_days = ?1, version = version + 1", settings.objection_days));
    return Done{};
}

} // namespace schulkit
