#include "server/seed/calendar.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <chrono>

namespace schulkit {
namespace {

std::chrono::sys_days to_days(Date const& d) {
    using namespace std::chrono;
    return sys_days{year{d.year} / static_cast<unsigned>(d.month) / static_cast<unsigned>(d.day)};
}

Date to_date(std::chrono::sys_days days) {
    std::chrono::year_month_day const ymd{days};
    return {.year = static_cast<int>(ymd.year()),
            .month = static_cast<int>(static_cast<unsigned>(ymd.month())),
            .day = static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

bool is_weekend(std::chrono::sys_days days) {
    std::chrono::weekday const weekday{days};
    return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

struct Holidays {
    Date first = {};
    Date last = {};
};
constexpr std::array holidays_of_2026 = {Holidays{{2026, 5, 14}, {2026, 5, 15}}, // Ascension
                                         Holidays{{2026, 5, 25}, {2026, 5, 26}}, // Whitsun
                                         Holidays{{2026, 7, 2}, {2026, 8, 12}}}; // summer

bool is_school_day(std::chrono::sys_days days) {
    return !is_weekend(days) &&
           std::none_of(holidays_of_2026.begin(), holidays_of_2026.end(), [&](Holidays const& holidays) {
               return days >= to_days(holidays.first) && days <= to_days(holidays.last);
           });
}

} // namespace

Date weekday_between(SeedRandom& random, Date const& first, Date const& last) {
    int const count = static_cast<int>((to_days(last) - to_days(first)).count());
    std::chrono::sys_days day = to_days(first) + std::chrono::days{random.between(0, count)};
    while (is_weekend(day))
        day = day < to_days(last) ? day + std::chrono::days{1} : to_days(first);
    return to_date(day);
}

Date school_day(int days_ago) {
    assert(days_ago >= 0 && days_ago < school_days);
    std::chrono::sys_days day = to_days({.year = 2026, .month = 8, .day = 31});
    for (int left = days_ago; left > 0;) {
        day -= std::chrono::days{1};
        if (is_school_day(day)) --left;
    }
    return to_date(day);
}

Instant berlin_moment(Date const& date, int minutes) {
    std::int64_t const as_if_utc =
        (std::int64_t{to_days(date).time_since_epoch().count()} * 24 * 60 + minutes) * 60'000;
    Instant const in_summer{as_if_utc - 2 * 3'600'000};
    BerlinTime const shown = to_berlin(in_summer);
    bool const is_summer = shown.date == date && shown.minutes == minutes;
    return is_summer ? in_summer : Instant{as_if_utc - 3'600'000};
}

} // namespace schulkit
