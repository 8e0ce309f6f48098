#pragma once
// A calendar as a file (iCalendar, RFC 5545). The only place that knows libical.

#include "server/calendars/calendar_events.hpp"

namespace schulkit {

struct IcalFile {
    std::string name = {};     ///< as programs show it
    std::string uid = {};      ///< of the feed; makes those of its events unique in the world
    std::string base_url = {}; ///< "https://schulkit.example"; what events lead to lies below it
    std::vector<CalendarEvent> events = {};
};

std::string ical_text(IcalFile const& file);

} // namespace schulkit
