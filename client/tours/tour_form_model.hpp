#pragma once
// Planning a tour: its day, and the schools in the order in which they are driven to.

#include "client/forms/record_form.hpp"
#include "client/kits/line_list.hpp"
#include "client/route.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/people/person.hpp"
#include "shared/school_years/school_year_api.hpp"
#include "shared/tours/tour_api.hpp"

namespace schulkit {

struct TourFormModel {
    Id<Tour> id = {};             ///< 0: a new one, or a route that names none
    std::string school_year = {}; ///< of a new one
    std::vector<Id<Loan>> wanted = {}; ///< of a new one: what was chosen from the list
    Loadable<Tour> loaded = {};
    Loadable<Page<DueReturn>> due = {};
    Loadable<Page<SchoolYear>> years = {};
    RecordForm<Tour> form = {};
    LineKeys stops = {};
    std::string school_to_add = {}; ///< id
    std::string told = {};          ///< what was done with a stop, for who does not see it
};

void open_tour_form(TourFormModel& model, Api& api, Person const& me, Id<Tour> id);
/// "#/sommer/neu?jahr=2026-27&ausleihen=3,4"
void open_new_tour_form(TourFormModel& model, Api& api, Person const& me, Route const& route);
/// Asks again for what could not be loaded.
void retry_tour_form(TourFormModel& model, Api& api, Person const& me);
void take_tour_form_changes(TourFormModel& model, Api& api, Person const& me, Changes const& changes);
bool is_unknown(TourFormModel const& model);
Error const* load_error(TourFormModel const& model);

/// What the stop may fetch: what it fetches already, and what is due there and on no tour.
std::vector<DueReturn> returns_at(TourFormModel const& model, TourStop const& stop);
bool fetches(TourStop const& stop, Id<Loan> loan);
void set_fetched(TourStop& stop, Id<Loan> loan, bool fetched);
/// Schools with something due that are no stop yet, by their code.
std::vector<DueReturn> schools_to_add(TourFormModel const& model);
/// At the end, with all that is due there.
void add_stop(TourFormModel& model, Id<School> school);

void save_tour(TourFormModel& model, Api& api, std::function<void(Tour const&)> saved);

} // namespace schulkit
