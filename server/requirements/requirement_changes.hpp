#pragma once
// What the county asks, and what schools show of it.

#include "server/people/access.hpp"
#include "server/requirements/requirement_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/requirements.
Result<Requirement> add_requirement(WriteTx& tx, Requirement requirement);
Result<Requirement> change_requirement(WriteTx& tx, std::string const& code, Patch<Requirement> const& patch);

/// Error: not_found, also for another school's.
Result<SchoolRequirement> get_school_requirement(Tx& tx, Access const& access, Id<School> school, std::string const& code);
Result<SchoolRequirement> show_requirement(WriteTx& tx, Access const& access, Id<School> school, std::string const& code,
                                           Patch<SchoolRequirement> const& patch);
/// Sets a day for what is open and has none yet: a kit is promised, and the school learns by when to show it.
Result<Done> set_due_days(WriteTx& tx, Id<School> school, Date const& due_on);

} // namespace schulkit
