#include "server/calendars/calendar_store.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_calendars =
    "select f.id, s.code as school_code, s.name as school_name, f.key, f.uid, f.made_at"
    " from calendar_feeds f left join schools s on s.id = f.school_id";

/// What is told of a loan's kit; the day and what hangs on it stand before it.
constexpr std::string_view of_loan =
    ", l.id as loan_id, s.code as school_code, s.name as school_name,"
    " (select i.address from sites i where i.school_code = s.code order by i.code limit 1) as address,"
    " t.name as kit_type_name, k.tag as kit_tag, k.name as kit_name from loans l"
    " join loan_requests r on r.id = l.request_id join schools s on s.id = r.school_id"
    " join kit_types t on t.id = l.kit_type_id join school_years y on y.id = l.last_school_year"
    " left join kits k on k.id = l.kit_id left join tour_loans x on x.loan_id = l.id left join tours o on o.id = x.tour_id"
    " left join tour_stops p on p.tour_id = x.tour_id and p.school_id = x.school_id"
    " where (?1 is null or s.code = ?1) and ";

} // namespace

std::vector<StoredCalendar> list_school_calendars(Tx& tx, Access const& access) {
    return rows<StoredCalendar>(tx,
                                "select f.id, s.code as school_code, s.name as school_name, coalesce(f.key, '') as key,"
                                " coalesce(f.uid, '') as uid, f.made_at"
                                " from schools s left join calendar_feeds f on f.school_id = s.id where " +
                                    reach_condition(access, "s.code") + " order by s.code");
}

std::optional<StoredCalendar> find_office_calendar(Tx& tx) {
    return find_row<StoredCalendar>(tx, std::string{select_calendars} + " where f.school_id is null");
}

std::optional<StoredCalendar> find_school_calendar(Tx& tx, std::string_view school_code) {
    return find_row<StoredCalendar>(tx, std::string{select_calendars} + " where s.code = ?1", school_code);
}

std::optional<StoredCalendar> find_calendar_by_key(Tx& tx, std::string_view key) {
    return find_row<StoredCalendar>(tx, std::string{select_calendars} + " where f.key = ?1", key);
}

Result<StoredCalendar> store_calendar(WriteTx& tx, StoredCalendar calendar) {
    if (calendar.id) {
        TRY(execute(tx, "update calendar_feeds set key = ?2, made_at = ?3, version = version + 1 where id = ?1", calendar.id,
                    calendar.key, calendar.made_at));
        return calendar;
    }
    TRY_ASSIGN(calendar.id.value, insert(tx,
                                         "insert into calendar_feeds (school_id, key, uid, made_at) values"
                                         " ((select id from schools where code = :school_code), :key, :uid, :made_at)",
                                         calendar));
    return calendar;
}

std::vector<KitDate> list_handover_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from) {
    std::string sql = "select coalesce(l.handed_over_on, l.planned_handover_on) as day, l.handed_over_on is not null as done,"
                      " null as tour_id, null as arrives_from, null as arrives_until,"
                      " (select max(a.at) from audit_log a where a.entity = 'loan' and a.entity_id = l.id) as changed_at";
    sql += of_loan;
    sql += "l.state in ('approved', 'handed_over', 'returned', 'closed')"
           " and coalesce(l.handed_over_on, l.planned_handover_on) >= ?2 order by s.code, l.id";
    return rows<KitDate>(tx, sql, school_code, from);
}

std::vector<KitDate> list_return_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from) {
    std::string sql = "select coalesce(o.drives_on, l.returned_on, y.latest_return_on) as day, l.returned_on is not null as done,"
                      " x.tour_id, p.arrives_from, p.arrives_until,"
                      " (select max(a.at) from audit_log a where (a.entity = 'loan' and a.entity_id = l.id)"
                      " or (a.entity = 'tour' and a.entity_id = x.tour_id)) as changed_at";
    sql += of_loan;
    sql += "l.state in ('handed_over', 'returned', 'closed')"
           " and coalesce(o.drives_on, l.returned_on, y.latest_return_on) >= ?2 order by s.code, l.id";
    return rows<KitDate>(tx, sql, school_code, from);
}

std::vector<TrainingDate> list_training_dates(Tx& tx, std::optional<std::string> const& school_code, Date const& from) {
    return rows<TrainingDate>(
        tx,
        "select t.id as training_id, t.title, t.place, t.held_on as day, t.cancelled,"
        " (select max(a.at) from audit_log a where a.entity = 'training' and a.entity_id = t.id) as changed_at"
        " from trainings t where t.held_on >= ?2 and (?1 is null or t.held_on >= ?3 or exists"
        " (select 1 from training_schools c join schools s on s.id = c.school_id where c.training_id = t.id and s.code = ?1))"
        " order by t.held_on, t.id",
        school_code, from, tx.today());
}

} // namespace schulkit
