#pragma once
// The days of one school year, also of the next one, which is made by saving them.

#include "client/forms/record_form.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

struct SchoolYearFormModel {
    std::string id = {};
    Loadable<Page<SchoolYear>> loaded = {};
    RecordForm<SchoolYear> form = {};
};

/// A draft that was kept is taken up again.
void open_school_year_form(SchoolYearFormModel& model, Api& api, Person const& me, std::string id);
/// Asks again for what could not be loaded.
void retry_school_year_form(SchoolYearFormModel& model, Api& api, Person const& me);
/// Neither a year of the county nor the next one to be made.
bool is_unknown(SchoolYearFormModel const& model);

/// A latest day of return that follows from the holidays goes with them.
void choose_summer(SchoolYear& draft, std::optional<Date> from, std::optional<Date> until);
/// By the holidays as typed.
Date usual_return(SchoolYear const& draft);

void save_school_year(SchoolYearFormModel& model, Api& api, std::function<void(SchoolYear const&)> saved);
void take_school_year_changes(SchoolYearFormModel& model, Api& api, Person const& me, Changes const& changes);

} // namespace schulkit
