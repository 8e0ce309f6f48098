#include "server/tickets/ticket_routes.hpp"

#include "server/http/router.hpp"
#include "server/tickets/ticket_changes.hpp"

namespace schulkit {
namespace {

Result<Page<TicketComment>> list_comments(Tx& tx, Access const& access, Request<ListTicketComments> const& request) {
    TRY(get_ticket(tx, access, request.path.id));
    std::vector<TicketComment> comments = list_ticket_comments(tx, request.path.id);
    auto const total = static_cast<std::int64_t>(comments.size());
    return Page<TicketComment>{.items = std::move(comments), .total = total};
}

} // namespace

void mount_tickets(Router& router) {
    router.read<ListTickets>(Action::read_tickets, [](Tx& tx, Access const& access, auto const& request) {
        return list_tickets(tx, access, request.query);
    });
    router.write<ReportTicket>(Action::report_ticket, [](WriteTx& tx, Access const& access, auto const& request) {
        return report_ticket(tx, access, request.body);
    });
    router.read<GetTicket>(Action::read_tickets, [](Tx& tx, Access const& access, auto const& request) {
        return get_ticket(tx, access, request.path.id);
    });
    router.write<WorkTicket>(Action::work_ticket, [](WriteTx& tx, Access const& access, auto const& request) {
        return work_ticket(tx, access, request.path.id, request.body);
    });
    router.read<ListTicketComments>(Action::read_tickets, list_comments);
    router.write<CommentTicket>(Action::comment_ticket, [](WriteTx& tx, Access const& access, auto const& request) {
        return comment_ticket(tx, access, request.path.id, request.body);
    });
}

} // namespace schulkit
