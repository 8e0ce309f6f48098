#include "client/home/home_model.hpp"

namespace schulkit {
namespace {

void load(Loadable<Page<Ticket>>& tickets, Api& api, TicketQuery query) {
    query.limit = home_list_size;
    tickets.start();
    api.read<ListTickets>({}, query,
                          [&tickets](Result<Page<Ticket>> page) { tickets.take(std::move(page)); });
}

void load_device_count(HomeModel& model, Api& api) {
    model.devices.start();
    api.read<ListAssets>({}, {.limit = 1}, [&model](Result<Page<Asset>> page) {
        if (page)
            model.devices.take(page->total);
        else
            model.devices.take(fail(std::move(page).error()));
    });
}

} // namespace

void load_home(HomeModel& model, Api& api, Person const& me) {
    switch (me.role) {
    case Role::school_staff:
        load(model.my_reports, api, {.progress = TicketProgress::open, .reported_by_me = true});
        break;
    case Role::technician:
        load(model.my_tickets, api, {.progress = TicketProgress::open, .assigned_to_me = true});
        load(model.new_tickets, api, {.status = TicketStatus::new_});
        break;
    case Role::admin:
    case Role::coordinator:
        load(model.recent, api, {.progress = TicketProgress::open});
        load_device_count(model, api);
        break;
    case Role::auditor:
        load_device_count(model, api);
        break;
    }
}

std::string route_of_code(HomeModel const& model, Person const& me) {
    std::string_view const code = trim(model.code);
    if (code.empty()) return {};
    std::string const encoded = percent_encode(code);
    return me.role == Role::technician ? "#/g/" + encoded : "#/geraete?q=" + encoded;
}

} // namespace schulkit
