#pragma once
// Where the proposal of a school year is, and of which one.

#include "shared/school_years/school_year.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

std::string proposal_route(std::string_view school_year);
/// The year to plan: the first that is to come, else the running one; empty without any.
std::string year_to_plan(std::vector<SchoolYear> const& years, Date const& today);

} // namespace schulkit
