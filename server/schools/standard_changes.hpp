#pragma once
// Saying how far a school is with an IT standard.

#include "server/people/access.hpp"
#include "server/schools/standard_store.hpp"
#include "shared/core/validate.hpp"

namespace schulkit {

/// Errors: those of PutSchoolStandard.
Result<SchoolStandard> change_school_standard(WriteTx& tx, Access const& access, Id<School> id, Standard standard,
                                              Patch<SchoolStandard> const& patch);

} // namespace schulkit
