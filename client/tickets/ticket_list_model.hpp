#pragma once
// The office's list of tickets: what is asked for stands in the route.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit {

enum class TicketTab : std::uint8_t { open, mine, done, all };

/// The words of the route: "#/tickets?ansicht=erledigt".
template <> struct EnumWords<TicketTab> {
    static constexpr std::array values = {std::pair{TicketTab::open, std::string_view{"offen"}},
                                          std::pair{TicketTab::mine, std::string_view{"meine"}},
                                          std::pair{TicketTab::done, std::string_view{"erledigt"}},
                                          std::pair{TicketTab::all, std::string_view{"alle"}}};
};

struct TicketFilters {
    TicketTab tab = TicketTab::open;
    std::string q = {};
    std::string school_code = {};
    std::optional<TicketStatus> status = std::nullopt;
    std::string sort = "-created_at";
    PageTrail pages = {};
    bool operator==(TicketFilters const&) const = default;
};

TicketFilters ticket_filters_of(Route const& route);
Route route_of(TicketFilters const& filters);
TicketQuery query_of(TicketFilters const& filters);
/// The statuses that a tab can show.
std::vector<TicketStatus> statuses_of(TicketTab tab);

struct TicketListModel {
    TicketFilters filters = {};
    std::string typed = {}; ///< the search field; ahead of filters.q while somebody types
    Loadable<Page<Ticket>> tickets = {};
    std::int64_t first_shown = 1; ///< of the tickets that are there
    Schools schools = {};
    ChoiceHistory choices = {};
    Debounce typing = {};
    std::uint64_t asked = 0; ///< only the answer to the last question counts
};

void open_list(TicketListModel& model, Api& api, Route const& route);
/// Quietly: what is there stays in sight.
void load_tickets(TicketListModel& model, Api& api);
/// Where the list leads when another tab, filter or sort is chosen: its first page.
Route with_tab(TicketFilters filters, TicketTab tab);
Route with_first_page(TicketFilters filters);
Route next_page(TicketListModel const& model);
Route previous_page(TicketListModel const& model);

} // namespace schulkit
