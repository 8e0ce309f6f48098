#include "server/tickets/ticket_changes.hpp"

#include "server/assets/asset_store.hpp"
#include "server/attachments/attachment_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/people/people_store.hpp"

namespace schulkit {
namespace {

Result<Asset> asset_of_code(Tx& tx, Access const& access, std::string const& code) {
    auto asset = find_asset_by_code(tx, access, code);
    if (!asset) return invalid({FieldError{"asset_code", "unknown_asset", code}});
    return std::move(*asset);
}

/// Who may work tickets may be given one.
Result<Id<Person>> assignee_of(Tx& tx, std::optional<std::string> const& username) {
    if (!username) return Id<Person>{};
    auto const person = find_person_by_username(tx, *username);
    if (!person || !may(*person, Action::work_ticket)) return invalid("assignee", "unknown_person");
    return person->id;
}

/// The names may tell of people: they stand beside the log.
Result<Done> attach_files(WriteTx& tx, Access const& access, Ticket const& ticket,
                          std::vector<AttachmentLink> const& links) {
    AuditRow row{.action = "attach", .entity = Schema<Ticket>::name, .entity_id = ticket.id.value,
                 .school_code = ticket.school_code};
    for (std::size_t i = 0; i < links.size(); ++i) {
        std::string const at = "attachments." + std::to_string(i);
        TRY_ASSIGN(Attachment const attachment, attachment_to_link(tx, access, links[i].sha256, at + ".sha256"));
        AttachedFile const file{.position = static_cast<std::int64_t>(i) + 1,
                                .sha256 = attachment.sha256,
                                .name = file_name_of(links[i].name, attachment.media_type)};
        TRY(insert_ticket_attachment(tx, ticket.id, file));
        row.after[at] = file.sha256;
        row.texts.push_back({at + ".name", std::nullopt, file.name});
    }
    if (!links.empty()) TRY(record(tx, row));
    return Done{};
}

} // namespace

Result<Ticket> report_ticket(WriteTx& tx, Access const& access, TicketReport const& report) {
    TRY_ASSIGN(Asset const asset, asset_of_code(tx, access, report.asset_code));
    return report_ticket(tx, access, report, find_origin(tx, asset.id));
}

Result<Ticket> report_ticket(WriteTx& tx, Access const& access, TicketReport const& report, TicketOrigin const& origin) {
    TRY_ASSIGN(Asset const asset, asset_of_code(tx, access, report.asset_code));
    Ticket ticket{.asset_id = asset.id,
                  .school_code = asset.school_code,
                  .title = report.title,
                  .description = report.description,
                  .channel = report.channel};
    TRY_ASSIGN(ticket.id, insert_ticket(tx, ticket, {.assignee = {}, .reporter = access.person}, origin));
    TRY_ASSIGN(ticket, get_ticket(tx, access, ticket.id));
    TRY(record_created(tx, "create", ticket.id.value, ticket.school_code, ticket));
    TRY(attach_files(tx, access, ticket, report.attachments));
    return ticket;
}

Result<Ticket> work_ticket(WriteTx& tx, Access const& access, Id<Ticket> id, Patch<TicketWork> const& patch) {
    TRY_ASSIGN(Ticket const before, get_ticket(tx, access, id));
    TRY(check_version(patch, before));
    TicketWork work = work_of(before);
    FieldErrors errors = apply_patch(patch, work);
    clean(work);
    for (FieldError& error : validate(work)) errors.push_back(std::move(error));
    if (!errors.empty()) return invalid(std::move(errors));
    if (work.status != before.status && !may_follow(before.status, work.status))
        return invalid("status", "wrong_order");

    Ticket after = before;
    TRY_ASSIGN(Id<Person> const assignee, assignee_of(tx, work.assignee));
    if (work.asset_code != before.asset_tag) {
        TRY_ASSIGN(Asset const asset, asset_of_code(tx, access, work.asset_code));
        after.asset_id = asset.id;
    }
    after.title = work.title;
    after.description = work.description;
    after.status = work.status;
    after.assignee = work.assignee;
    after.channel = work.channel;
    if (after == before) return before;
    TRY(replace_ticket(tx, after, assignee));
    if (after.asset_id != before.asset_id)
        TRY(set_origin(tx, id, find_origin(tx, after.asset_id, to_berlin(before.created_at).date)));
    TRY_ASSIGN(after, get_ticket(tx, access, id));
    TRY(record_changed(tx, "update", id.value, after.school_code, before, after));
    return after;
}

Result<TicketComment> comment_ticket(WriteTx& tx, Access const& access, Id<Ticket> id, TicketComment comment) {
    TRY_ASSIGN(Ticket const ticket, get_ticket(tx, access, id));
    comment.ticket_id = id;
    TRY_ASSIGN(comment.id, insert_ticket_comment(tx, comment, access.person));
    comment.author = access.username;
    comment.created_at = tx.now();
    // the log names the ticket, so that whoever has it open sees the comment come
    TRY(record(tx, {.action = "comment",
                    .entity = Schema<Ticket>::name,
                    .entity_id = id.value,
                    .school_code = ticket.school_code,
                    .after = Json{{"comment_id", comment.id.value}},
                    .texts = {{"text", std::nullopt, comment.text}}}));
    return comment;
}

} // namespace schulkit
