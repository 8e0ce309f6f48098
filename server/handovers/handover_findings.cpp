// What is found of the kits during a session: damage, which becomes a ticket on the spot, and photos of how they are.

#include "server/assets/asset_store.hpp"
#include "server/attachments/attachment_changes.hpp"
#include "server/audit/audit_store.hpp"
#include "server/handovers/handover_changes.hpp"
#include "server/tickets/ticket_changes.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::optional<Id<Kit>> kit_in(HandoverSession const& session, Id<Loan> loan) {
    for (SessionLoan const& part : session.loans)
        if (part.loan_id == loan) return part.kit_id;
    return std::nullopt;
}

/// The loan it is expected or accepted for, also where it has come back already.
std::optional<TicketOrigin> origin_in(Tx& tx, HandoverSession const& session, Id<Asset> asset) {
    for (SessionSlot const& slot : session.slots)
        if (slot.asset_id == asset.value) {
            bool const is_lent = session.kind != SessionKind::handover;
            return TicketOrigin{.kit = kit_in(session, slot.loan_id),
                                .loan = is_lent ? std::optional{slot.loan_id} : std::nullopt,
                                .session = session.id};
        }
    for (ForeignDevice const& device : session.foreign)
        if (device.asset_id == asset.value) {
            TicketOrigin origin = find_origin(tx, asset);
            origin.loan = device.loan_id;
            origin.session = session.id;
            return origin;
        }
    return std::nullopt;
}

} // namespace

Result<HandoverSession> report_damage(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionDamage const& damage) {
    TRY_ASSIGN(HandoverSession session, scan_into_session(tx, access, id, {.code = damage.code, .note = damage.title}));
    auto const asset = find_asset_by_code(tx, access, damage.code);
    auto const origin = asset ? origin_in(tx, session, asset->id) : std::nullopt;
    if (!origin) return fail(ErrorKind::internal, "internal", "a session has ticked what it does not know");
    auto reported = report_ticket(tx, access,
                                  {.asset_code = asset->tag,
                                   .title = damage.title,
                                   .description = damage.description,
                                   .channel = TicketChannel::on_site,
                                   .attachments = damage.attachments},
                                  *origin);
    if (!reported) return fail(std::move(reported).error());
    return get_session(tx, access, id);
}

Result<std::vector<AttachedFile>> add_session_photos(WriteTx& tx, Access const& access, Id<HandoverSession> id,
                                                     SessionPhotos const& photos) {
    TRY_ASSIGN(HandoverSession const session, get_session(tx, access, id));
    if (session.state != SessionState::open) return fail(ErrorKind::conflict, "session_has_ended");
    std::vector<AttachedFile> there = list_session_photos(tx, id);
    AuditRow row{.action = "add_photos", .entity = Schema<HandoverSession>::name, .entity_id = id.value,
                 .school_code = session.school_code};
    for (std::size_t i = 0; i < photos.attachments.size(); ++i) {
        AttachmentLink const& link = photos.attachments[i];
        std::string const at = "attachments." + std::to_string(i);
        TRY_ASSIGN(Attachment const attachment, attachment_to_link(tx, access, link.sha256, at + ".sha256"));
        bool const known = std::any_of(there.begin(), there.end(),
                                       [&](AttachedFile const& file) { return file.sha256 == attachment.sha256; });
        if (known) continue;
        if (there.size() >= max_session_photos) return invalid("attachments", "too_many");
        there.push_back({.position = static_cast<std::int64_t>(there.size()) + 1,
                         .sha256 = attachment.sha256,
                         .name = file_name_of(link.name, attachment.media_type),
                         .media_type = attachment.media_type,
                         .size = attachment.size});
        TRY(insert_session_photo(tx, id, there.back()));
        std::string const place = "photos." + std::to_string(there.size());
        row.after[place] = attachment.sha256;
        row.texts.push_back({place + ".name", std::nullopt, there.back().name});
    }
    if (!row.after.empty()) TRY(record(tx, row));
    return there;
}

} // namespace schulkit
