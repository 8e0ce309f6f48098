#pragma once
// All SQL about tickets and their comments.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/tickets/ticket_api.hpp"

namespace schulkit {

struct Kit;
struct Loan;
struct HandoverSession;

/// Error: not_found, also for what lies beyond the caller's scope.
Result<Ticket> get_ticket(Tx& tx, Access const& access, Id<Ticket> id);
/// Errors: 422 on limit, sort or cursor.
Result<Page<Ticket>> list_tickets(Tx& tx, Access const& access, TicketQuery const& query);
std::vector<TicketComment> list_ticket_comments(Tx& tx, Id<Ticket> id);

std::vector<AttachedFile> list_ticket_attachments(Tx& tx, Id<Ticket> id);
std::optional<AttachedFile> find_ticket_attachment(Tx& tx, Id<Ticket> id, std::int64_t position);
Result<Done> insert_ticket_attachment(WriteTx& tx, Id<Ticket> id, AttachedFile const& file);

/// People are given by id: names are joined when reading.
struct TicketPeople {
    Id<Person> assignee = {};
    Id<Person> reporter = {};
};
/// The kit and the loan that a device is in, and the session in which its damage was found.
struct TicketOrigin {
    std::optional<Id<Kit>> kit = std::nullopt;
    std::optional<Id<Loan>> loan = std::nullopt;
    std::optional<Id<HandoverSession>> session = std::nullopt;
};
/// As of now.
TicketOrigin find_origin(Tx& tx, Id<Asset> asset);
/// Of another device that was meant: the loan by which a school had it on the day of the report.
TicketOrigin find_origin(Tx& tx, Id<Asset> asset, Date const& on);
Result<Id<Ticket>> insert_ticket(WriteTx& tx, Ticket const& ticket, TicketPeople const& people, TicketOrigin const& origin);
Result<Done> set_origin(WriteTx& tx, Id<Ticket> ticket, TicketOrigin const& origin);
/// The version grows by one. `assignee`: nobody for an empty id.
Result<Done> replace_ticket(WriteTx& tx, Ticket const& ticket, Id<Person> assignee);
Result<Id<TicketComment>> insert_ticket_comment(WriteTx& tx, TicketComment const& comment, Id<Person> author);

} // namespace schulkit
