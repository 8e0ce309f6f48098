#include "server/tickets/ticket_routes.hpp"

#include "server/attachments/attachment_file.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/tickets/ticket_changes.hpp"

namespace schulkit {
namespace {

Result<Page<TicketComment>> list_comments(Tx& tx, Access const& access, Request<ListTicketComments> const& request) {
    TRY(get_ticket(tx, access, request.path.id));
    return whole_page(list_ticket_comments(tx, request.path.id));
}

Result<Page<AttachedFile>> list_attachments(Tx& tx, Access const& access,
                                            Request<ListTicketAttachments> const& request) {
    TRY(get_ticket(tx, access, request.path.id));
    return whole_page(list_ticket_attachments(tx, request.path.id));
}

Result<SentFile> get_attachment(Tx& tx, Access const& access, Request<GetTicketAttachment> const& request) {
    TRY(get_ticket(tx, access, request.path.id));
    auto const file = find_ticket_attachment(tx, request.path.id, request.path.position);
    if (!file) return fail(ErrorKind::not_found, "not_found");
    return file_of(tx, file->sha256, file->name);
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
    router.read<ListTicketAttachments>(Action::read_tickets, list_attachments);
    router.file<GetTicketAttachment>(Action::read_tickets, get_attachment);
    router.write<CommentTicket>(Action::comment_ticket, [](WriteTx& tx, Access const& access, auto const& request) {
        return comment_ticket(tx, access, request.path.id, request.body);
    });
}

} // namespace schulkit
