#pragma once
// The county's schools, and the end of one: its last day, who goes on for it, and what of its loans lies beyond that day.
// "#/schulen"

#include "client/api/change_key.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

struct SchoolListModel {
    Schools schools = {};
    Loadable<Page<SchoolYear>> years = {};

    bool dialog_open = false;
    School before = {}; ///< whose end is decided
    std::string ends_on = {};
    std::string successor_code = {};
    Loadable<Page<Loan>> loans = {}; ///< all of that school
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    bool stored = false; ///< to be told once
};

void load_school_list(SchoolListModel& model, Api& api);
void open_school_end(SchoolListModel& model, Api& api, School const& school);
void load_loans_of_school(SchoolListModel& model, Api& api);

/// What of the school's loans lies beyond the day as typed: promised ones keep it from being saved, requests fall away.
struct BeyondEnd {
    std::vector<Loan> promised = {};
    std::vector<Loan> requested = {};
};
BeyondEnd beyond_end(SchoolListModel const& model);

void save_school_end(SchoolListModel& model, Api& api);

} // namespace schulkit
