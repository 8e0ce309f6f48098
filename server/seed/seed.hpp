#pragma once
// Invented worlds to try Schulkit with. The same call makes the same rows, whatever the clock says; only the
// passwords' hashes differ, because they are salted. Everything passes the same rules as real data.

#include "server/db/database.hpp"

#include <functional>

namespace schulkit {

/// The moment at which the worlds are told: Monday, 31 August 2026, 8:00 in Berlin.
inline constexpr Instant seed_moment = {1'788'156'000'000};

/// Stands still at seed_moment.
Clock seed_clock();

/// The demo county: 22 schools, about 6,000 devices, tablet kits, school years, tickets in all states, and an account for each role with
/// the password "schulkit-demo". One transaction. Errors: conflict "not_empty" if there are schools already,
/// conflict "taken" if one of the demo users exists.
Result<Done> seed_demo(Database& database);

/// `assets` devices (at least 1) in the same county, with the same accounts and without tickets. Written in
/// several transactions: what a broken run leaves is not a whole world. `step` is told how many devices are
/// stored. Errors as above; invalid "out_of_range" on assets.
Result<Done> seed_large(Database& database, std::int64_t assets,
                        std::function<void(std::int64_t)> const& step = {});

} // namespace schulkit
