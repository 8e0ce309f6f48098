#pragma once

#include "shared/calendars/calendar_feed.hpp"
#include "shared/core/endpoint.hpp"

namespace schulkit {

/// The office's comes first, for who reaches the whole county; then the schools within reach, also those without an
/// address yet.
struct ListCalendars {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<CalendarFeed>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/calendars";
    static constexpr std::string_view name = "list_calendars";
    static constexpr std::string_view summary = "Secret addresses of calendars with handovers, returns and trainings, all on one page";
};

struct WhoseCalendar {
    std::optional<std::string> school_code = std::nullopt;
    bool office = false; ///< of the whole county, instead of a school's
    bool operator==(WhoseCalendar const&) const = default;
};

template <>
struct Schema<WhoseCalendar> {
    static constexpr std::string_view name = "whose_calendar";
    static constexpr auto fields =
        std::tuple{field("school_code", "loan.school_code", &WhoseCalendar::school_code, {.max_length = 20}),
                   field("office", "calendar.office", &WhoseCalendar::office)};
};

/// Found by validate(): neither a school nor the office, or both ("required" on school_code).
inline void check(WhoseCalendar const& whose, FieldErrors& errors) {
    if (whose.school_code.has_value() == whose.office) errors.push_back({"school_code", "required", {}});
}

/// The one before ends at once. Errors: 422 "unknown_school" on school_code, also for a school beyond reach; 403 for the
/// office's.
struct RenewCalendar {
    using Path = None;
    using Query = None;
    using Body = WhoseCalendar;
    using Response = CalendarFeed;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/calendars";
    static constexpr std::string_view name = "renew_calendar";
    static constexpr std::string_view summary = "Make an address for a calendar, or a new one instead of one that is known too widely";
};

} // namespace schulkit
