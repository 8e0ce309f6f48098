#pragma once

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/schools/school_api.hpp"

namespace schulkit {

/// By its code; small and capital letters are one.
std::optional<School> find_school(Tx& tx, std::string_view code);
/// Error: not_found, also for what lies beyond the caller's scope.
Result<School> get_school(Tx& tx, Access const& access, Id<School> id);
std::vector<School> list_all_schools(Tx& tx);
Result<Page<School>> list_schools(Tx& tx, Access const& access, SchoolQuery const& query);
/// Without the services that belong to it: create_school() in school_routes does both.
/// Error: 409 "taken" on code, or on the site that stands twice.
Result<School> insert_school(WriteTx& tx, School school);

/// Name, type, end and successor. Error: conflict "school_has_loans".
Result<Done> replace_school(WriteTx& tx, School const& school);

} // namespace schulkit
