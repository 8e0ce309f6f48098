#include "server/loans/loan_store.hpp"

#include "server/db/cursor.hpp"
#include "server/loans/planned_app_store.hpp"
#include "server/requirements/requirement_store.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

constexpr std::string_view loan_tables =
    " from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
    " join kit_types t on t.id = l.kit_type_id join school_years y on y.id = l.last_school_year"
    " left join kits k on k.id = l.kit_id left join people q on q.id = r.requested_by"
    " left join people d on d.id = l.decided_by";

constexpr std::string_view loan_columns =
    "select l.id, l.request_id, l.state, r.school_id, s.code as school_code, s.name as school_name, l.kit_type_id,"
    " t.name as kit_type_name, l.kit_id, k.tag as kit_tag, k.name as kit_name, l.first_school_year, l.last_school_year,"
    " r.quantity, r.least_quantity, r.purpose, r.class_levels, r.pupils, l.planned_handover_on,"
    " y.latest_return_on as due_on, l.state = 'handed_over' and y.latest_return_on < :today as return_due,"
    " case when l.state = 'waitlisted' then"
    " (select count(*) from loans w where w.state = 'waitlisted' and w.kit_type_id = l.kit_type_id"
    "  and w.first_school_year = l.first_school_year and (w.waitlisted_at, w.id) <= (l.waitlisted_at, l.id))"
    " end as waiting_place,"
    " q.username as requested_by, r.requested_at, d.username as decided_by, l.decided_at, l.reason, l.override_reason,"
     " l.handed_over_on, l.returned_on, l.checked_on, l.closed_on, l.released_from,"
     " (select a.template_version from loan_papers a where a.loan_id = l.id and a.kind = 'agreement') as agreement_version,"
     " exists (select 1 from pending_papers w where w.loan_id = l.id) as signature_pending,"
     " (select count(*) from loan_differences d where d.loan_id = l.id and (d.settled_as is null or d.objection_state = 'open'))"
     " as open_differences, l.version";

Loan read_loan(Statement const& s, Access const& access) {
    Loan loan = read_row<Loan>(s);
    if (access.role == Role::auditor) {
        loan.requested_by.reset();
        loan.decided_by.reset();
    }
    return loan;
}

struct LoanFilters {
    std::string sql;
    std::string words;
    LoanQuery const& query;
    Date today;

    void bind(Statement& s) const {
        bind_fields(s, query);
        if (int const i = s.index_of("words")) bind_value(s, i, words);
        if (int const i = s.index_of("today")) bind_value(s, i, today);
    }
};

LoanFilters loan_filters(Tx& tx, Access const& access, LoanQuery const& query) {
    std::string sql = " where " + reach_condition(access, "s.code");
    if (query.state) sql += " and l.state = :state";
    if (query.school_code) sql += " and s.code = :school_code";
    if (query.school_year) sql += " and :school_year between l.first_school_year and l.last_school_year";
    if (query.kit_type_id) sql += " and l.kit_type_id = :kit_type_id";
    if (query.kit_id) sql += " and l.kit_id = :kit_id";
    if (query.request_id) sql += " and l.request_id = :request_id";
    if (query.return_due) sql += " and l.state = 'handed_over' and y.latest_return_on < :today";
    std::string words = fold(query.q.value_or(""));
    // kits and types are folded in their rows; a school's name is short and compared as it is typed
    if (!words.empty())
        sql += " and (instr(k.search_text, :words) > 0 or instr(t.name_key, :words) > 0"
               " or instr(lower(s.code || ' ' || s.name), lower(:q)) > 0 or lower(:q) = 'a-' || l.id)";
    return {std::move(sql), std::move(words), query, tx.today()};
}

std::string order_of(std::string_view field) {
    if (field == "school_code") return "s.code";
    if (field == "waiting") return "coalesce(l.waitlisted_at, 0)";
    return "r.requested_at";
}

} // namespace

Result<Loan> get_loan(Tx& tx, Access const& access, Id<Loan> id) {
    std::optional<Loan> loan;
    {
        Statement s = tx.prepare(std::string{loan_columns} + std::string{loan_tables} + " where l.id = :id");
        bind_value(s, s.index_of("today"), tx.today());
        bind_value(s, s.index_of("id"), id);
        if (s.step()) loan = read_loan(s, access);
    }
    if (!loan || !reaches(access, loan->school_code)) return fail(ErrorKind::not_found, "not_found");
    loan->open_requirements = list_open_requirements(tx, loan->school_id, tx.today());
    if (access.role != Role::school_staff) loan->app_shortfalls = shortfalls_of_loan(tx, *loan);
    return std::move(*loan);
}

Result<Page<Loan>> list_loans(Tx& tx, Access const& access, LoanQuery const& query) {
    TRY(check_limit(query.limit));
    TRY_ASSIGN(Sort const sort, parse_sort(query.sort, loan_sorts));
    TRY_ASSIGN(auto const cursor, decode_cursor(query.cursor, query.sort));

    LoanFilters const filters = loan_filters(tx, access, query);
    Page<Loan> page;
    {
        Statement s = tx.prepare("select count(*)" + std::string{loan_tables} + filters.sql);
        filters.bind(s);
        s.step();
        page.total = s.integer(0);
    }
    std::string const order = order_of(sort.field);
    char const* const direction = sort.descending ? " desc" : "";
    std::string sql = std::string{loan_columns} + ", cast(" + order + " as text) as sort_value" + std::string{loan_tables} +
                      filters.sql;
    bool const by_number = sort.field != "school_code";
    if (cursor)
        sql += " and (" + order + ", l.id) " + (sort.descending ? "<" : ">") +
               (by_number ? " (cast(:after_value as integer), :after_id)" : " (:after_value, :after_id)");
    sql += " order by " + order + direction + ", l.id" + direction + " limit :rows";
    Statement s = tx.prepare(sql);
    filters.bind(s);
    if (cursor) {
        bind_value(s, s.index_of("after_value"), cursor->value);
        bind_value(s, s.index_of("after_id"), cursor->id);
    }
    bind_value(s, s.index_of("rows"), query.limit + 1);
    int const sort_column = s.column_count() - 1;
    std::string last_value;
    while (s.step()) {
        if (page.items.size() == static_cast<std::size_t>(query.limit)) {
            page.next_cursor = encode_cursor(query.sort, {.value = last_value, .id = page.items.back().id.value});
            break;
        }
        page.items.push_back(read_loan(s, access));
        last_value = s.text(sort_column);
    }
    return page;
}

std::int64_t count_undecided_loans(Tx& tx, Id<School> school, std::string_view first_school_year) {
    return *find_row<std::int64_t>(tx,
                                   "select count(*) from loans l join loan_requests r on r.id = l.request_id where r.school_id = ?1"
                                   " and l.first_school_year = ?2 and l.state in ('requested', 'waitlisted')",
                                   school, first_school_year);
}

std::optional<Id<Loan>> find_running_loan(Tx& tx, Id<Kit> kit) {
    auto const id = find_row<std::int64_t>(tx, "select id from loans where kit_id = ?1 and state = 'handed_over'", kit);
    if (!id) return std::nullopt;
    return Id<Loan>{*id};
}

Result<std::vector<Id<Loan>>> insert_loans(WriteTx& tx, LoanRequest const& request, std::string_view last_school_year) {
    std::int64_t request_id = 0;
    {
        Statement s = tx.prepare("insert into loan_requests (school_id, kit_type_id, kit_id, first_school_year, school_years,"
                                 " quantity, least_quantity, purpose, class_levels, pupils, requested_by, requested_at)"
                                 " values (:school_id, :kit_type_id, :kit_id, :first_school_year, :school_years, :quantity,"
                                 " :least_quantity, :purpose, :class_levels, :pupils, :requested_by, :requested_at)");
        bind_fields(s, request);
        bind_value(s, s.index_of("requested_by"), tx.actor());
        bind_value(s, s.index_of("requested_at"), tx.now());
        TRY(s.run());
        request_id = s.last_insert_id();
    }
    std::vector<Id<Loan>> loans;
    for (std::int64_t i = 0; i < request.quantity; ++i) {
        Statement s = tx.prepare("insert into loans (request_id, state, kit_type_id, kit_id, first_school_year,"
                                 " last_school_year, planned_handover_on) values (?1, 'requested', ?2, ?3, ?4, ?5, ?6)");
        bind_all(s, request_id, request.kit_type_id, request.kit_id, request.first_school_year, last_school_year,
                 request.planned_handover_on);
        TRY(s.run());
        loans.push_back(Id<Loan>{s.last_insert_id()});
    }
    return loans;
}

Result<Done> replace_loan(WriteTx& tx, Loan const& loan, Id<Person> decided_by) {
    TRY(execute(tx,
                "update loans set state = ?2, kit_id = ?3, first_school_year = ?4, last_school_year = ?5,"
                " planned_handover_on = ?6, decided_by = ?7, decided_at = ?8, reason = ?9, override_reason = ?10,"
                " handed_over_on = ?11, returned_on = ?12, closed_on = ?13, released_from = ?14, checked_on = ?15, version = version + 1"
                " where id = ?1",
                loan.id, loan.state, loan.kit_id, loan.first_school_year, loan.last_school_year, loan.planned_handover_on,
                decided_by, loan.decided_at, loan.reason, loan.override_reason, loan.handed_over_on, loan.returned_on,
                loan.closed_on, loan.released_from, loan.checked_on));
    return Done{};
}

Result<Done> put_on_waiting_list(WriteTx& tx, Id<Loan> loan) {
    TRY(execute(tx, "update loans set waitlisted_at = ?2 where id = ?1", loan, tx.now()));
    return Done{};
}

} // namespace schulkit
