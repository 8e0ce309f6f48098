#pragma once
// Making and renewing the secret addresses.

#include "server/calendars/calendar_store.hpp"
#include "shared/calendars/calendar_api.hpp"

namespace schulkit {

/// As ListCalendars shows them.
std::vector<CalendarFeed> list_calendars(Tx& tx, Access const& access);
/// Errors: those of RenewCalendar.
Result<CalendarFeed> renew_calendar(WriteTx& tx, Access const& access, std::optional<std::string> const& school_code);

} // namespace schulkit
