#pragma once
// The start page: for each role what it comes for, and no more.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit {

inline constexpr int home_list_size = 5;

struct HomeModel {
    std::string code = {};                   ///< the field for a device: a tag, a serial number, words
    Loadable<Page<Ticket>> my_reports = {};  ///< school staff: open ones
    Loadable<Page<Ticket>> my_tickets = {};  ///< technicians: open ones
    Loadable<Page<Ticket>> new_tickets = {}; ///< technicians
    Loadable<Page<Ticket>> recent = {};      ///< coordinators, administrators: open ones
    Loadable<std::int64_t> devices = {};     ///< coordinators, administrators, auditors: how many
};

void load_home(HomeModel& model, Api& api, Person const& me);
/// Where the code leads: technicians to what it means, everybody else to what fits the words. Empty: nowhere.
std::string route_of_code(HomeModel const& model, Person const& me);

} // namespace schulkit
