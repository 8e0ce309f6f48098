#pragma once
// All SQL about the five IT standards of schools.

#include "server/db/database.hpp"
#include "shared/schools/school_standard.hpp"

namespace schulkit {

/// All five, also those that nobody has looked at.
std::vector<SchoolStandard> list_school_standards(Tx& tx, School const& school);
SchoolStandard school_standard_of(Tx& tx, School const& school, Standard standard);
Result<Done> store_school_standard(WriteTx& tx, SchoolStandard const& standard);

} // namespace schulkit
