#include "shared/tickets/ticket.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

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

void check(TicketReport const& report, FieldErrors& errors) {
    auto const& files = report.attachments;
    if (files.size() > max_ticket_attachments) errors.push_back({"attachments", "too_many", {}});
    for (auto file = files.begin(); file != files.end(); ++file)
        if (std::any_of(files.begin(), file, [&](AttachmentLink const& before) { return before.sha256 == file->sha256; }))
            errors.push_back({"attachments." + std::to_string(file - files.begin()) + ".sha256", "duplicate", {}});
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
