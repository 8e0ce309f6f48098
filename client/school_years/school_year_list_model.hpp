#pragma once
// The county's calendar.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

struct SchoolYearListModel {
    Loadable<Page<SchoolYear>> years = {};
};

/// Asks again; what is shown stays until there is an answer.
void load_school_years(SchoolYearListModel& model, Api& api);

Date today(Api& api);
/// What one plans with first: the running year and those to come in their order, then the past ones, newest first.
std::vector<SchoolYear> in_order_of_use(std::vector<SchoolYear> years, Date const& today);
/// The first year that is not made yet; without any the running one.
std::string next_school_year(std::vector<SchoolYear> const& years, Date const& today);

} // namespace schulkit
