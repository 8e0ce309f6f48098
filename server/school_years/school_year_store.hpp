#pragma once
// All SQL about the county's calendar.

#include "server/db/database.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

/// Oldest first.
std::vector<SchoolYear> list_school_years(Tx& tx);
std::optional<SchoolYear> find_school_year(Tx& tx, std::string_view id);

/// Error: conflict "overlaps".
Result<Done> insert_school_year(WriteTx& tx, SchoolYear const& year);
/// The version grows by one. Error: conflict "overlaps".
Result<Done> replace_school_year(WriteTx& tx, SchoolYear const& year);

} // namespace schulkit
