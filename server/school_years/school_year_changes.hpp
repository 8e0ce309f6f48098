#pragma once
// Setting the days of a school year, and making those to come: the rules, the row and the log in one transaction.

#include "server/people/access.hpp"
#include "server/school_years/school_year_store.hpp"

namespace schulkit {

/// Made if there is none: the patch over the usual days. A latest day of return that is not set follows the holidays.
/// Errors: not_found for what is no school year's id; 422 by field; 409 "stale" with `current`.
Result<SchoolYear> set_school_year(WriteTx& tx, std::string const& id, Patch<SchoolYear> const& patch);

/// The running year and the next ones, made in advance.
inline constexpr int school_years_ahead = 3;
/// Makes those of them that are missing. Writes nothing where there are none.
Result<Done> ensure_school_years(Database& database);

} // namespace schulkit
