#include "server/tours/tour_store.hpp"

namespace schulkit {
namespace {

std::vector<TourStop> stops_of(Tx& tx, Access const& access, Id<Tour> tour) {
    std::string sql = "select p.school_id, s.code as school_code, s.name as school_name, p.arrives_from, p.arrives_until,"
                      " (select i.address from sites i where i.school_code = s.code order by i.code limit 1) as address"
                      " from tour_stops p join schools s on s.id = p.school_id where p.tour_id = ?1 and ";
    sql += reach_condition(access, "s.code");
    sql += " order by p.position";
    auto stops = rows<TourStop>(tx, sql, tour);
    for (TourStop& stop : stops)
        stop.loans = rows<TourLoan>(tx,
                                    "select x.loan_id, l.state, k.tag as kit_tag, k.name as kit_name, l.returned_on"
                                    " from tour_loans x join loans l on l.id = x.loan_id left join kits k on k.id = l.kit_id"
                                    " where x.tour_id = ?1 and x.school_id = ?2 order by k.tag, x.loan_id",
                                    tour, stop.school_id);
    return stops;
}

/// Who drives and what they should think of is no school's business, nor an auditor's.
void hide_words(Access const& access, Tour& tour) {
    if (access.scope == Scope::county && access.role != Role::auditor) return;
    tour.driver.reset();
    tour.note.reset();
}

Result<Done> insert_stops(WriteTx& tx, Tour const& tour) {
    std::int64_t position = 0;
    for (TourStop const& stop : tour.stops) {
        TRY(execute(tx,
                    "insert into tour_stops (tour_id, school_id, position, arrives_from, arrives_until)"
                    " values (?1, ?2, ?3, ?4, ?5)",
                    tour.id, stop.school_id, ++position, stop.arrives_from, stop.arrives_until));
        for (TourLoan const& loan : stop.loans)
            TRY(execute(tx, "insert into tour_loans (loan_id, tour_id, school_id) values (?1, ?2, ?3)", loan.loan_id, tour.id,
                        stop.school_id));
    }
    return Done{};
}

} // namespace

std::string summer_of(Tx& tx, SummerQuery const& query) { return query.school_year.value_or(school_year_of(tx.today())); }

std::vector<DueReturn> list_due_returns(Tx& tx, Access const& access, std::string_view school_year) {
    std::string sql = "select l.id as loan_id, l.state, r.school_id, s.code as school_code, s.name as school_name,"
                      " t.name as kit_type_name, k.tag as kit_tag, k.name as kit_name, l.last_school_year,"
                      " y.latest_return_on as due_on, case when l.state = 'handed_over' and y.latest_return_on < ?2"
                      " then cast(julianday(?2) - julianday(y.latest_return_on) as integer) else 0 end as days_late,"
                      " l.returned_on, x.tour_id, o.drives_on, p.arrives_from, p.arrives_until"
                      " from loans l join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
                      " join kit_types t on t.id = l.kit_type_id join school_years y on y.id = l.last_school_year"
                      " left join kits k on k.id = l.kit_id left join tour_loans x on x.loan_id = l.id"
                      " left join tours o on o.id = x.tour_id"
                      " left join tour_stops p on p.tour_id = x.tour_id and p.school_id = x.school_id"
                      " where ((l.state = 'handed_over' and l.last_school_year <= ?1)"
                      " or (l.state in ('returned', 'closed') and (l.last_school_year = ?1 or o.school_year = ?1))) and ";
    sql += reach_condition(access, "s.code");
    sql += " order by s.code, k.tag, l.id";
    return rows<DueReturn>(tx, sql, school_year, tx.today());
}

std::vector<Tour> list_tours(Tx& tx, Access const& access, std::string_view school_year) {
    auto tours = rows<Tour>(tx, "select * from tours where school_year = ?1 order by drives_on, id", school_year);
    for (Tour& tour : tours) {
        tour.stops = stops_of(tx, access, tour.id);
        hide_words(access, tour);
    }
    if (access.scope != Scope::county) std::erase_if(tours, [](Tour const& tour) { return tour.stops.empty(); });
    return tours;
}

Result<Tour> get_tour(Tx& tx, Access const& access, Id<Tour> id) {
    auto tour = find_row<Tour>(tx, "select * from tours where id = ?1", id);
    if (!tour) return fail(ErrorKind::not_found, "not_found");
    tour->stops = stops_of(tx, access, id);
    if (access.scope != Scope::county && tour->stops.empty()) return fail(ErrorKind::not_found, "not_found");
    hide_words(access, *tour);
    return std::move(*tour);
}

std::optional<Id<Tour>> find_tour_of(Tx& tx, Id<Loan> loan) {
    return find_row<Id<Tour>>(tx, "select tour_id from tour_loans where loan_id = ?1", loan);
}

Result<Id<Tour>> insert_tour(WriteTx& tx, Tour const& tour) {
    Tour stored = tour;
    TRY_ASSIGN(stored.id.value, insert(tx,
                                       "insert into tours (school_year, drives_on, driver, note)"
                                       " values (:school_year, :drives_on, :driver, :note)",
                                       tour));
    TRY(insert_stops(tx, stored));
    return stored.id;
}

Result<Done> replace_tour(WriteTx& tx, Tour const& tour) {
    TRY(update(tx,
               "update tours set drives_on = :drives_on, driver = :driver, note = :note, version = version + 1"
               " where id = :id",
               tour));
    TRY(execute(tx, "delete from tour_stops where tour_id = ?1", tour.id));
    return insert_stops(tx, tour);
}

Result<Done> delete_tour(WriteTx& tx, Id<Tour> id) {
    TRY(execute(tx, "delete from tours where id = ?1", id));
    return Done{};
}

} // namespace schulkit
