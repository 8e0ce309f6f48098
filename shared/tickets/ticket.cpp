#include "shared/tickets/ticket.hpp"

#include "shared/core/text.hpp"

namespace schulkit {

bool may_follow(TicketStatus from, TicketStatus to) {
    using enum TicketStatus;
    switch (from) {
    case new_: return to == accepted || to == waiting || to == resolved || to == closed;
    case accepted: return to == waiting || to == resolved || to == closed || to == new_;
    case waiting: return to == accepted || to == resolved || to == closed;
    case resolved: return to == closed || to == accepted;
    case closed: return to == accepted;
    }
    return false;
}

TicketWork work_of(Ticket const& ticket) {
    return {.asset_code = ticket.asset_tag,
            .title = ticket.title,
            .description = ticket.description,
            .status = ticket.status,
            .assignee = ticket.assignee,
            .channel = ticket.channel};
}

std::string search_text(Ticket const& ticket) {
    return fold(ticket.title + ' ' + ticket.description);
}

} // namespace schulkit
