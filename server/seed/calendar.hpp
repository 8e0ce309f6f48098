#pragma once
// Days on which a county buys, and days on which its schools report.

#include "server/seed/seed_random.hpp"
#include "shared/core/date.hpp"

namespace schulkit {

/// A day from Monday to Friday, from `first` to `last`; there must be one.
Date weekday_between(SeedRandom& random, Date const& first, Date const& last);

/// Counted backwards: 0 is the day of seed_moment, 50 is 5 May 2026. Holidays are those of Lower Saxony.
Date school_day(int days_ago);
inline constexpr int school_days = 51;

/// The moment at which clocks in Berlin show `minutes` since midnight.
Instant berlin_moment(Date const& date, int minutes);

} // namespace schulkit
