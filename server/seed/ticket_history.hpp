#pragma once

#include "server/db/database.hpp"
#include "server/seed/ticket_stories.hpp"
#include "shared/people/person.hpp"

#include <functional>
#include <vector>

namespace schulkit {

/// Tells the stories in the order of time, each step as the person who took it and at its own moment.
/// `devices`: as stored. Error: not_found "no_such_device" for a story about none of them.
Result<Done> write_ticket_history(WriteTx& tx, std::vector<TicketStory> const& stories,
                                  std::vector<Asset> const& devices,
                                  std::function<Person const&(Teller)> const& person_of);

} // namespace schulkit
