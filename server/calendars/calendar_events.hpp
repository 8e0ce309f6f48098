#pragma once
// What stands in a calendar: kits that are handed over or come back, several of a school's on one day as one entry, and
// trainings.

#include "server/calendars/calendar_store.hpp"
#include "shared/core/strings.hpp"

namespace schulkit {

struct CalendarEvent {
    std::string uid = {}; ///< within the feed; the same entry keeps it when its day or its kits change
    Date day = {};
    std::optional<int> from_minutes = std::nullopt; ///< since midnight, Europe/Berlin; absent: the whole day
    int until_minutes = 0;                          ///< not before from_minutes
    std::string summary = {};
    std::string description = {};
    std::string location = {}; ///< may be empty
    std::string route = {};    ///< in the application: "/#/ausleihen/12"
    bool cancelled = false;
    Instant changed_at = {};
};

/// By day. The office's (no school_code) name the school; what is due there without appointment is one entry per day.
std::vector<CalendarEvent> make_calendar_events(Tx& tx, Strings const& strings, std::optional<std::string> const& school_code);

} // namespace schulkit
