#include "shared/core/date.hpp"

#include <chrono>
#include <tuple>

namespace schulkit {
namespace {

constexpr std::int64_t ms_per_day = 86'400'000;

std::int64_t days_since_epoch(Date const& d) {
    using namespace std::chrono;
    return sys_days{year{d.year} / static_cast<unsigned>(d.month) / static_cast<unsigned>(d.day)}
        .time_since_epoch()
        .count();
}

Date date_of_day(std::int64_t days) {
    using namespace std::chrono;
    year_month_day const ymd{sys_days{std::chrono::days{days}}};
    return {.year = static_cast<int>(ymd.year()),
            .month = static_cast<int>(static_cast<unsigned>(ymd.month())),
            .day = static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

/// Exactly `count` digits at `at`, or nothing.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
    if (text.size() < at + count) return std::nullopt;
    int value = 0;
    for (std::size_t i = at; i < at + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

std::string padded(std::int64_t value, std::size_t width) {
    std::string text = std::to_string(value);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

/// 01:00 UTC on the last Sunday of that month (of 31 days), in ms.
std::int64_t summer_time_change(int year, int month) {
    std::int64_t const last = days_since_epoch({.year = year, .month = month, .day = 31});
    std::int64_t const weekday = ((last % 7) + 11) % 7; // day 0 was a Thursday; 0 = Sunday
    return (last - weekday) * ms_per_day + 3'600'000;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

bool operator<(Date const& a, Date const& b) {
    return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

bool date_exists(int year, int month, int day) {
    if (year < 1583 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
    using namespace std::chrono;
    return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                          std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

std::optional<Date> parse_iso_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const y = digits(text, 0, 4);
    auto const m = digits(text, 5, 2);
    auto const d = digits(text, 8, 2);
    if (!y || !m || !d || !date_exists(*y, *m, *d)) return std::nullopt;
    return Date{.year = *y, .month = *m, .day = *d};
}

std::string to_iso(Date const& date) {
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

Date add_days(Date const& date, int days) { return date_of_day(days_since_epoch(date) + days); }

int weekday_of(Date const& date) {
    return static_cast<int>(std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days_since_epoch(date)}}}.iso_encoding());
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text.back() != 'Z')
        return std::nullopt;
    auto const date = parse_iso_date(text.substr(0, 10));
    auto const h = digits(text, 11, 2);
    auto const m = digits(text, 14, 2);
    auto const s = digits(text, 17, 2);
    if (!date || !h || !m || !s || *h > 23 || *m > 59 || *s > 59) return std::nullopt;
    std::int64_t fraction_ms = 0;
    if (text.size() > 20) {
        std::size_t const count = text.size() - 21;
        if (text[19] != '.' || count < 1 || count > 3) return std::nullopt;
        auto const fraction = digits(text, 20, count);
        if (!fraction) return std::nullopt;
        fraction_ms = *fraction * (count == 1 ? 100 : count == 2 ? 10 : 1);
    }
    return Instant{days_since_epoch(*date) * ms_per_day + ((*h * 60 + *m) * 60 + *s) * std::int64_t{1000} +
                   fraction_ms};
}

std::string to_rfc3339(Instant instant) {
    std::int64_t const days = floor_div(instant.unix_ms, ms_per_day);
    std::int64_t const ms = instant.unix_ms - days * ms_per_day;
    std::string text = to_iso(date_of_day(days)) + 'T' + padded(ms / 3'600'000, 2) + ':' +
                       padded(ms / 60'000 % 60, 2) + ':' + padded(ms / 1000 % 60, 2);
    if (ms % 1000 != 0) text += '.' + padded(ms % 1000, 3);
    return text + 'Z';
}

BerlinTime to_berlin(Instant instant) {
    int const year = date_of_day(floor_div(instant.unix_ms, ms_per_day)).year;
    bool const summer =
        instant.unix_ms >= summer_time_change(year, 3) && instant.unix_ms < summer_time_change(year, 10);
    std::int64_t const local = instant.unix_ms + (summer ? 2 : 1) * std::int64_t{3'600'000};
    std::int64_t const days = floor_div(local, ms_per_day);
    return {.date = date_of_day(days), .minutes = static_cast<int>((local - days * ms_per_day) / 60'000)};
}

Instant from_berlin(BerlinTime const& time) {
    std::int64_t const local = days_since_epoch(time.date) * ms_per_day + time.minutes * std::int64_t{60'000};
    Instant const winter{local - 3'600'000};
    BerlinTime const shown = to_berlin(winter);
    bool const is_winter = shown.date == time.date && shown.minutes == time.minutes;
    return is_winter ? winter : Instant{local - 7'200'000};
}

} // namespace schulkit
