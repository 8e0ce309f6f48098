#pragma once
// "Meine Meldungen": what I have reported, and what became of it.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit {

struct MyReportsFilters {
    TicketProgress progress = TicketProgress::open;
    PageTrail pages = {};
    bool operator==(MyReportsFilters const&) const = default;
};

/// "#/meldungen", "#/meldungen?ansicht=erledigt".
MyReportsFilters my_reports_filters_of(Route const& route);
Route route_of(MyReportsFilters const& filters);

struct MyReportsModel {
    MyReportsFilters filters = {};
    Loadable<Page<Ticket>> reports = {};
    std::int64_t first_shown = 1;
    std::optional<TicketProgress> shown = std::nullopt; ///< of the reports that are there
    std::uint64_t asked = 0;                            ///< only the answer to the last question counts
};

void open_my_reports(MyReportsModel& model, Api& api, Route const& route);
/// Quietly: what is there stays in sight.
void load_my_reports(MyReportsModel& model, Api& api);
Route next_page(MyReportsModel const& model);
Route previous_page(MyReportsModel const& model);

} // namespace schulkit
