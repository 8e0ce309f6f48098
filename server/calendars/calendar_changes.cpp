#include "server/calendars/calendar_changes.hpp"

#include "server/audit/audit_store.hpp"
#include "server/people/passwords.hpp"
#include "server/schools/school_store.hpp"

namespace schulkit {
namespace {

CalendarFeed feed_of(StoredCalendar const& stored) {
    CalendarFeed feed{.school_code = stored.school_code, .school_name = stored.school_name, .made_at = stored.made_at};
    if (stored.id) feed.address = "/kalender.ics?key=" + stored.key;
    return feed;
}

} // namespace

std::vector<CalendarFeed> list_calendars(Tx& tx, Access const& access) {
    std::vector<CalendarFeed> feeds;
    if (access.scope == Scope::county) feeds.push_back(feed_of(find_office_calendar(tx).value_or(StoredCalendar{})));
    for (StoredCalendar const& stored : list_school_calendars(tx, access)) feeds.push_back(feed_of(stored));
    return feeds;
}

Result<CalendarFeed> renew_calendar(WriteTx& tx, Access const& access, std::optional<std::string> const& school_code) {
    StoredCalendar calendar;
    if (school_code) {
        auto const school = find_school(tx, *school_code);
        if (!school || !reaches(access, school->code)) return invalid("school_code", "unknown_school");
        calendar = find_school_calendar(tx, school->code)
                       .value_or(StoredCalendar{.school_code = school->code, .school_name = school->name});
    } else {
        if (access.scope != Scope::county) return fail(ErrorKind::forbidden, "forbidden");
        calendar = find_office_calendar(tx).value_or(StoredCalendar{});
    }
    bool const is_new = !calendar.id;
    if (is_new) calendar.uid = random_token();
    calendar.key = random_token();
    calendar.made_at = tx.now();
    TRY_ASSIGN(calendar, store_calendar(tx, std::move(calendar)));
    // that it was made, not what it is
    TRY(record(tx, {.action = is_new ? "create" : "renew",
                    .entity = Schema<CalendarFeed>::name,
                    .entity_id = calendar.id.value,
                    .school_code = calendar.school_code}));
    return feed_of(calendar);
}

} // namespace schulkit
