#pragma once
// Reporting, working and commenting a ticket: the rules, the row and the log in one transaction.

#include "server/tickets/ticket_store.hpp"

namespace schulkit {

/// Errors: 422 "unknown_asset" on asset_code (also for what the caller may not see), "unknown_attachment" on
/// attachments.N.sha256 for what the caller has not sent, 422 by field.
Result<Ticket> report_ticket(WriteTx& tx, Access const& access, TicketReport const& report);
/// The same where the kit and the loan are known otherwise: a device that is just coming back.
Result<Ticket> report_ticket(WriteTx& tx, Access const& access, TicketReport const& report, TicketOrigin const& origin);

/// `patch` may carry the `version` that was read. Errors: 409 "stale" with `current`; 422 "wrong_order" on
/// status, "unknown_person" on assignee, "unknown_asset" on asset_code.
Result<Ticket> work_ticket(WriteTx& tx, Access const& access, Id<Ticket> id, Patch<TicketWork> const& patch);

Result<TicketComment> comment_ticket(WriteTx& tx, Access const& access, Id<Ticket> id, TicketComment comment);

} // namespace schulkit
