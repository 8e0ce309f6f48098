#include "server/calendars/ical_file.hpp"

#include <libical/ical.h>

#include <ctime>
#include <memory>

namespace schulkit {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

/// Control characters have no place in a value of text (RFC 5545, 3.1); line ends are escaped by the library.
std::string text_value(std::string_view text) {
    std::string clean;
    for (char const c : text)
        if (c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) clean += c;
    return clean;
}

icaltimetype day_of(Date const& day) {
    icaltimetype time = icaltime_null_date();
    time.year = day.year;
    time.month = day.month;
    time.day = day.day;
    return time;
}

/// libical 3.0 ends a line of just the longest length with an empty continuation and a line feed alone (RFC 5545, 3.1: lines
/// end with CR LF).
std::string with_line_ends(std::string_view file) {
    std::string lines;
    for (char const c : file) {
        if (c == '\n' && (lines.empty() || lines.back() != '\r')) lines += '\r';
        lines += c;
        if (lines.ends_with("\r\n \r\n")) lines.erase(lines.size() - 3);
    }
    return lines;
}

/// In UTC: nobody needs the rules of a time zone to read it.
icaltimetype moment_of(Instant instant) {
    return icaltime_from_timet_with_zone(static_cast<std::time_t>(instant.unix_ms / 1000), 0, icaltimezone_get_utc_timezone());
}

void add_custom(icalcomponent* component, char const* name, char const* value) {
    icalproperty* const property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    icalcomponent_add_property(component, property);
}

icalcomponent* new_event(IcalFile const& file, CalendarEvent const& event) {
    icalcomponent* const made = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    auto const add = [&](icalproperty* property) { icalcomponent_add_property(made, property); };
    add(icalproperty_new_uid((event.uid + '-' + file.uid).c_str()));
    add(icalproperty_new_dtstamp(moment_of(event.changed_at)));
    if (event.from_minutes) {
        add(icalproperty_new_dtstart(moment_of(from_berlin({.date = event.day, .minutes = *event.from_minutes}))));
        add(icalproperty_new_dtend(moment_of(from_berlin({.date = event.day, .minutes = event.until_minutes}))));
    } else {
        add(icalproperty_new_dtstart(day_of(event.day)));
        add(icalproperty_new_dtend(day_of(add_days(event.day, 1))));
        add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)); // nobody is busy all day
    }
    add(icalproperty_new_summary(text_value(event.summary).c_str()));
    if (!event.description.empty()) add(icalproperty_new_description(text_value(event.description).c_str()));
    if (!event.location.empty()) add(icalproperty_new_location(text_value(event.location).c_str()));
    add(icalproperty_new_url((file.base_url + event.route).c_str()));
    add(icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    return made;
}

} // namespace

std::string ical_text(IcalFile const& file) {
    Component const calendar{icalcomponent_new(ICAL_VCALENDAR_COMPONENT)};
    auto const add = [&](icalproperty* property) { icalcomponent_add_property(calendar.get(), property); };
    add(icalproperty_new_version("2.0"));
    add(icalproperty_new_prodid("-//Schulkit//Schulkit//DE"));
    add(icalproperty_new_calscale("GREGORIAN"));
    std::string const name = text_value(file.name);
    add(icalproperty_new_name(name.c_str())); // RFC 7986, 5.1, and what older programs read
    add_custom(calendar.get(), "X-WR-CALNAME", name.c_str());
    add_custom(calendar.get(), "X-PUBLISHED-TTL", "PT2H"); // how often to look
    for (CalendarEvent const& event : file.events) icalcomponent_add_component(calendar.get(), new_event(file, event));
    std::unique_ptr<char, decltype(&std::free)> const text{icalcomponent_as_ical_string_r(calendar.get()), &std::free};
    return text ? with_line_ends(text.get()) : std::string{};
}

} // namespace schulkit
