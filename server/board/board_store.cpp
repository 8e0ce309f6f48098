#include "server/board/board_store.hpp"

namespace schulkit {
namespace {

/// What holds a kit is shown with the years that it holds: after a release they are fewer than the loan's.
constexpr std::string_view select_board_loans =
    "with asked as (select count(*) as n from requirements where active = 1 and at_handover = 1),"
    " met as (select p.school_id, count(distinct p.requirement_id) as n from requirement_proofs p"
    "  join requirements q on q.id = p.requirement_id where q.active = 1 and q.at_handover = 1"
    "  and (p.valid_until is null or p.valid_until >= :today) group by p.school_id),"
    " held as (select loan_id, min(school_year) as first, max(school_year) as last from"
    "  (select loan_id, school_year from kit_bookings union all select loan_id, school_year from type_bookings) group by loan_id)"
    " select l.id, l.state, l.kit_id, l.kit_type_id, s.code as school_code, s.name as school_name, s.ends_on as school_ends_on,"
    " coalesce(h.first, l.first_school_year) as first_school_year, coalesce(h.last, l.last_school_year) as last_school_year,"
    " l.planned_handover_on, l.state = 'handed_over' and y.latest_return_on < :today as return_due,"
    " (select n from asked) - coalesce(m.n, 0) as open_requirements,"
    " case when l.state = 'waitlisted' then"
    "  row_number() over (partition by l.state, l.kit_type_id, l.first_school_year order by l.waitlisted_at, l.id)"
    " end as waiting_place, r.least_quantity, r.quantity, l.request_id"
    " from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
    " join school_years y on y.id = l.last_school_year left join held h on h.loan_id = l.id"
    " left join met m on m.school_id = r.school_id"
    " where h.last >= :first or l.state in ('requested', 'waitlisted') or l.state = 'handed_over'"
    " order by l.first_school_year, coalesce(l.waitlisted_at, r.requested_at), l.id";

} // namespace

Board read_board(Tx& tx) {
    Board board;
    board.school_years = rows<SchoolYear>(tx, "select * from school_years where ends_on >= ?1 order by starts_on limit ?2",
                                          tx.today(), max_loan_years);
    board.kits = rows<BoardKit>(tx,
                                "select k.id, k.tag, k.name, k.kit_type_id, c.condition, k.delivered_on from kits k"
                                " join kit_conditions c on c.kit_id = k.id where k.dissolved_on is null order by k.tag collate nocase, k.id");
    if (board.school_years.empty()) return board;
    std::string const& first = board.school_years.front().id;
    Statement s = tx.prepare(select_board_loans);
    bind_value(s, s.index_of("today"), tx.today());
    bind_value(s, s.index_of("first"), first);
    while (s.step()) board.loans.push_back(read_row<BoardLoan>(s));
    board.balances = rows<TypeBalance>(
        tx, "select kit_type_id, school_year, kits, booked from type_balances where school_year >= ?1 order by 1, 2", first);
    return board;
}

} // namespace schulkit
