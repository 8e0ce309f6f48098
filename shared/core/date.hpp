#pragma once
// A calendar day, and a moment in UTC. Both are plain numbers inside and ISO text on the wire and in SQL.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schulkit {

/// A day without a time of day; always a day that exists (1583 to 9999).
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    bool operator==(Date const&) const = default;
};

bool operator<(Date const& a, Date const& b);

/// True if that day is in the Gregorian calendar, years 1583 to 9999.
bool date_exists(int year, int month, int day);

/// Reads "YYYY-MM-DD" and nothing else.
std::optional<Date> parse_iso_date(std::string_view text);
std::string to_iso(Date const& date);
/// The result must lie within the years 1583 to 9999.
Date add_days(Date const& date, int days);
/// 1: Monday … 7: Sunday.
int weekday_of(Date const& date);

/// A moment, in milliseconds since 1970-01-01T00:00:00Z; on the wire RFC 3339 in UTC.
struct Instant {
    std::int64_t unix_ms = 0;
    bool operator==(Instant const&) const = default;
};

/// Reads "2026-11-24T06:05:04Z" with up to three digits of a second's fraction.
std::optional<Instant> parse_rfc3339(std::string_view text);
std::string to_rfc3339(Instant instant);

/// The day and the minutes since midnight in Europe/Berlin, by the EU's rule for summer time
/// (Directive 2000/84/EC: last Sunday of March to last Sunday of October, change at 01:00 UTC).
struct BerlinTime {
    Date date;
    int minutes = 0;
};
BerlinTime to_berlin(Instant instant);
/// Of the two moments that the clocks show twice in October the later one; what they leave out in March is an hour earlier.
Instant from_berlin(BerlinTime const& time);

} // namespace schulkit
