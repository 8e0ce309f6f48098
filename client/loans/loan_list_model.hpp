#pragma once
// Requests and loans: the county's for the office, a school's own for its people. What is asked for stands in the route.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/handovers/running_sessions.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "client/tours/appointments.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

/// "#/ausleihen?stand=waitlisted&jahr=2026-27&q=ahorn", "#/ausleihen?stand=return_due"
struct LoanFilters {
    std::string q = {};
    std::optional<LoanState> state = std::nullopt;
    bool return_due = false; ///< instead of a state
    std::string school_year = {};
    std::int64_t request_id = 0; ///< only those that were asked for together
    PageTrail pages = {};
    bool operator==(LoanFilters const&) const = default;
};

LoanFilters loan_filters_of(Route const& route);
Route route_of(LoanFilters const& filters);
/// The first page of it.
Route first_page_of(LoanFilters filters);

struct LoanListModel {
    LoanFilters filters = {};
    std::string typed = {}; ///< may be ahead of the route for as long as somebody types
    ChoiceHistory choices = {};
    Debounce typing = {};
    Loadable<Page<Loan>> loans = {};
    Loadable<Page<SchoolYear>> years = {};
    AppointmentModel appointments = {};
    RunningSessions sessions = {};
    std::int64_t first_shown = 1;
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late
};

void open_loans(LoanListModel& model, Api& api, Route const& route);
/// Asks again; what is shown stays until there is an answer.
void load_loans(LoanListModel& model, Api& api);

} // namespace schulkit
