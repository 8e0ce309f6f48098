#include "client/tickets/my_reports_model.hpp"

namespace schulkit {

MyReportsFilters my_reports_filters_of(Route const& route) {
    MyReportsFilters filters;
    if (route.parameter("ansicht") == "erledigt") filters.progress = TicketProgress::done;
    filters.pages = parse_trail(route.parameter("seite"));
    return filters;
}

Route route_of(MyReportsFilters const& filters) {
    Route route{.path = {"meldungen"}};
    if (filters.progress == TicketProgress::done) route.query["ansicht"] = "erledigt";
    if (!filters.pages.cursors.empty()) route.query["seite"] = to_text(filters.pages);
    return route;
}

void open_my_reports(MyReportsModel& model, Api& api, Route const& route) {
    model.filters = my_reports_filters_of(route);
    // the other tab's reports would be wrong words under this one
    if (model.shown != model.filters.progress) {
        model.reports.clear();
        model.shown.reset();
    }
    load_my_reports(model, api);
}

void load_my_reports(MyReportsModel& model, Api& api) {
    model.reports.start();
    std::uint64_t const question = ++model.asked;
    MyReportsFilters const filters = model.filters;
    api.read<ListTickets>(
        {}, {.cursor = filters.pages.cursor(), .progress = filters.progress, .reported_by_me = true},
        [&model, &api, question, filters](Result<Page<Ticket>> reports) {
            if (question != model.asked) return;
            if (!reports && is_bad_cursor(reports.error()) && filters.pages.cursor()) {
                model.filters.pages = {};
                return load_my_reports(model, api);
            }
            if (reports) {
                model.first_shown = filters.pages.first_shown(default_page_size);
                model.shown = filters.progress;
            }
            model.reports.take(std::move(reports));
        });
}

Route next_page(MyReportsModel const& model) {
    MyReportsFilters filters = model.filters;
    if (auto const* page = model.reports.value(); page && page->next_cursor)
        filters.pages.cursors.push_back(*page->next_cursor);
    return route_of(filters);
}

Route previous_page(MyReportsModel const& model) {
    MyReportsFilters filters = model.filters;
    if (!filters.pages.cursors.empty()) filters.pages.cursors.pop_back();
    return route_of(filters);
}

} // namespace schulkit
