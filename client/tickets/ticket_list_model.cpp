#include "client/tickets/ticket_list_model.hpp"

#include <algorithm>

namespace schulkit {

TicketFilters ticket_filters_of(Route const& route) {
    TicketFilters filters;
    filters.tab = enum_of<TicketTab>(route.parameter("ansicht")).value_or(TicketTab::open);
    filters.q = route.parameter("q");
    filters.school_code = route.parameter("schule");
    filters.status = enum_of<TicketStatus>(route.parameter("status"));
    if (std::string const& sort = route.parameter("sort"); !sort.empty()) filters.sort = sort;
    filters.pages = parse_trail(route.parameter("seite"));
    return filters;
}

Route route_of(TicketFilters const& filters) {
    Route route{.path = {"tickets"}};
    if (filters.tab != TicketTab::open) route.query["ansicht"] = std::string{word_of(filters.tab)};
    if (!filters.q.empty()) route.query["q"] = filters.q;
    if (!filters.school_code.empty()) route.query["schule"] = filters.school_code;
    if (filters.status) route.query["status"] = std::string{word_of(*filters.status)};
    if (filters.sort != TicketFilters{}.sort) route.query["sort"] = filters.sort;
    if (!filters.pages.cursors.empty()) route.query["seite"] = to_text(filters.pages);
    return route;
}

TicketQuery query_of(TicketFilters const& filters) {
    TicketQuery query;
    if (std::string_view const q = trim(filters.q); !q.empty()) query.q = std::string{q};
    query.cursor = filters.pages.cursor();
    query.sort = filters.sort;
    if (!filters.school_code.empty()) query.school_code = filters.school_code;
    query.status = filters.status;
    switch (filters.tab) {
    case TicketTab::mine:
        query.assigned_to_me = true;
        [[fallthrough]];
    case TicketTab::open:
        query.progress = TicketProgress::open;
        break;
    case TicketTab::done:
        query.progress = TicketProgress::done;
        break;
    case TicketTab::all:
        break;
    }
    return query;
}

std::vector<TicketStatus> statuses_of(TicketTab tab) {
    using enum TicketStatus;
    switch (tab) {
    case TicketTab::open:
    case TicketTab::mine:
        return {new_, accepted, waiting};
    case TicketTab::done:
        return {resolved, closed};
    case TicketTab::all:
        break;
    }
    return {new_, accepted, waiting, resolved, closed};
}

void open_list(TicketListModel& model, Api& api, Route const& route) {
    TicketFilters filters = ticket_filters_of(route);
    // what is being typed goes on; Back brings the older words into the field
    if (filters.q != model.filters.q && !model.typing.waiting()) model.typed = filters.q;
    model.filters = std::move(filters);
    if (!model.schools.value() && !model.schools.is_loading()) load_schools(model.schools, api);
    load_tickets(model, api);
}

void load_tickets(TicketListModel& model, Api& api) {
    model.tickets.start();
    std::uint64_t const question = ++model.asked;
    std::int64_t const first_shown = model.filters.pages.first_shown(default_page_size);
    api.read<ListTickets>({}, query_of(model.filters),
                          [&model, &api, question, first_shown](Result<Page<Ticket>> tickets) {
                              if (question != model.asked) return;
                              if (!tickets && is_bad_cursor(tickets.error()) && first_shown > 1) {
                                  model.filters.pages = {};
                                  return load_tickets(model, api);
                              }
                              if (tickets) model.first_shown = first_shown;
                              model.tickets.take(std::move(tickets));
                          });
}

Route with_first_page(TicketFilters filters) {
    filters.pages = {};
    return route_of(filters);
}

Route with_tab(TicketFilters filters, TicketTab tab) {
    filters.tab = tab;
    auto const possible = statuses_of(tab);
    if (filters.status && std::find(possible.begin(), possible.end(), *filters.status) == possible.end())
        filters.status.reset();
    return with_first_page(std::move(filters));
}

Route next_page(TicketListModel const& model) {
    TicketFilters filters = model.filters;
    if (auto const* page = model.tickets.value(); page && page->next_cursor)
        filters.pages.cursors.push_back(*page->next_cursor);
    return route_of(filters);
}

Route previous_page(TicketListModel const& model) {
    TicketFilters filters = model.filters;
    if (!filters.pages.cursors.empty()) filters.pages.cursors.pop_back();
    return route_of(filters);
}

} // namespace schulkit
