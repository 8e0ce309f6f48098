#pragma once
// Where the proposal of a school year is, and of which one.

#include "shared/school_years/school_year.hpp"

#include <string>
#include <string_view>

namespace schulkit {

std::string proposal_route(std::string_view school_year);
/// The one that is to come.
std::string year_to_plan(Date const& today);

} // namespace schulkit
