#include "server/calendars/calendar_routes.hpp"

#include "server/attachments/sha256.hpp"
#include "server/calendars/calendar_changes.hpp"
#include "server/calendars/ical_file.hpp"
#include "server/http/language.hpp"
#include "server/http/negotiation.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"

namespace schulkit {
namespace {

/// No sign-in: programs that fetch calendars cannot. An unknown key and one that has been renewed are one and the same.
Result<HttpResponse> answer_calendar(Call& call) {
    TRY_ASSIGN(Form const query, Form::parse(call.http().query));
    Strings const& strings = strings_in(query.get("lang"));
    IcalFile file{.base_url = base_url_of(call.deployment(), call.http())};
    bool const found = call.database().read([&](Tx& tx) {
        auto const calendar = find_calendar_by_key(tx, query.get("key"));
        if (!calendar) return false;
        file.name = "Schulkit · " + (calendar->school_code ? calendar->school_name.value_or(*calendar->school_code)
                                                           : strings.get("calendar.office"));
        file.uid = calendar->uid;
        file.events = make_calendar_events(tx, strings, calendar->school_code);
        return true;
    });
    if (!found) return fail(ErrorKind::not_found, "not_found");
    HttpResponse response{.content_type = "text/calendar; charset=utf-8", .body = ical_text(file)};
    std::string const etag = '"' + sha256_of(response.body) + '"';
    response.set_header("Cache-Control", "private, no-cache");
    response.set_header("ETag", etag);
    response.set_header("Content-Disposition", "attachment; filename=\"schulkit.ics\"");
    if (names_etag(call.http().header("If-None-Match"), etag)) {
        response.status = 304;
        response.content_type.clear();
        response.body.clear();
    }
    return response;
}

} // namespace

void mount_calendars(Router& router) {
    router.read<ListCalendars>(Action::read_calendars, [](Tx& tx, Access const& access, auto const&) {
        return Result<Page<CalendarFeed>>{whole_page(list_calendars(tx, access))};
    });
    router.write<RenewCalendar>(Action::renew_calendars, [](WriteTx& tx, Access const& access, auto const& request) {
        return renew_calendar(tx, access, request.body.school_code);
    });
    router.page("/kalender.ics", answer_calendar);
}

} // namespace schulkit
