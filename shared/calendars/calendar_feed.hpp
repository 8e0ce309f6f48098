#pragma once
// The dates of a school, or of the office, as a calendar that programs fetch by themselves (iCalendar, RFC 5545). Such
// programs cannot sign in: who has the address has the dates.

#include "shared/core/json.hpp"

#include <optional>
#include <string>

namespace schulkit {

struct CalendarFeed {
    std::optional<std::string> school_code = std::nullopt; ///< absent: the office's, of the whole county
    std::optional<std::string> school_name = std::nullopt;
    /// Below the application's own address: "/kalender.ics?key=…"; absent until somebody has made one. Secret: it is
    /// neither in the log nor in a server's own protocol.
    std::optional<std::string> address = std::nullopt;
    std::optional<Instant> made_at = std::nullopt; ///< of this address
    bool operator==(CalendarFeed const&) const = default;
};

template <>
struct Schema<CalendarFeed> {
    static constexpr std::string_view name = "calendar_feed";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("school_code", "loan.school_code", &CalendarFeed::school_code, derived),
        field("school_name", "loan.school_id", &CalendarFeed::school_name, derived),
        field("address", "calendar_feed.address", &CalendarFeed::address, derived),
        field("made_at", "calendar_feed.made_at", &CalendarFeed::made_at, {.read_only = true})};
};

} // namespace schulkit
