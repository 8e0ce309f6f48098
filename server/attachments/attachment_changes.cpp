#include "server/attachments/attachment_changes.hpp"

#include "server/attachments/sha256.hpp"
#include "server/audit/audit_store.hpp"
#include "shared/attachments/media.hpp"

namespace schulkit {
namespace {

constexpr std::int64_t day_ms = 24 * 60 * 60 * 1000;

/// The row for these bytes, whether it had to be made or was there.
Result<std::int64_t> number_of_row(WriteTx& tx, ReadyAttachment const& ready) {
    if (auto const known = find_attachment_number(tx, ready.attachment.sha256)) return *known;
    return insert_attachment(tx, ready.attachment, ready.bytes);
}

Result<Done> log_new(WriteTx& tx, std::int64_t number, Attachment const& attachment) {
    TRY(record(tx, {.action = "create",
                    .entity = Schema<Attachment>::name,
                    .entity_id = number,
                    .after = Json{{"sha256", attachment.sha256},
                                  {"media_type", std::string{word_of(attachment.media_type)}},
                                  {"size", attachment.size}}}));
    return Done{};
}

} // namespace

Result<ReadyAttachment> ready_attachment(std::string bytes, std::string_view name) {
    if (bytes.size() > max_attachment_bytes) return fail(ErrorKind::too_large, "too_large");
    TRY_ASSIGN(Media media, recognise_media(std::move(bytes), name));
    // where a picture gains an orientation of its own it may grow by a few bytes
    if (media.bytes.size() > max_attachment_bytes) return fail(ErrorKind::too_large, "too_large");
    Attachment attachment{.sha256 = sha256_of(media.bytes),
                          .media_type = media.media_type,
                          .size = static_cast<std::int64_t>(media.bytes.size())};
    return ReadyAttachment{.attachment = std::move(attachment), .bytes = std::move(media.bytes)};
}

Result<Attachment> store_attachment(WriteTx& tx, Access const& access, ReadyAttachment const& ready) {
    std::string const& sha256 = ready.attachment.sha256;
    if (auto known = find_upload(tx, sha256, access.person)) return std::move(*known);
    if (count_uploads(tx, access.person, {tx.now().unix_ms - day_ms}) >= max_uploads_a_day)
        return fail(ErrorKind::too_many, "too_many_uploads");
    TRY_ASSIGN(std::int64_t const number, number_of_row(tx, ready));
    TRY(insert_upload(tx, sha256, access.person));
    TRY(log_new(tx, number, ready.attachment));
    return *find_upload(tx, sha256, access.person);
}

Result<Attachment> store_attachment(WriteTx& tx, Access const& access, std::string bytes) {
    TRY_ASSIGN(ReadyAttachment const ready, ready_attachment(std::move(bytes)));
    return store_attachment(tx, access, ready);
}

Result<Attachment> keep_document(WriteTx& tx, std::string pdf) {
    TRY_ASSIGN(ReadyAttachment const ready, ready_attachment(std::move(pdf)));
    if (auto known = find_attachment(tx, ready.attachment.sha256)) return std::move(*known);
    TRY_ASSIGN(std::int64_t const number, number_of_row(tx, ready));
    TRY(log_new(tx, number, ready.attachment));
    return *find_attachment(tx, ready.attachment.sha256);
}

Result<Attachment> attachment_to_link(Tx& tx, Access const& access, std::string_view sha256, std::string field) {
    auto found = is_sha256(sha256) ? find_upload(tx, sha256, access.person) : std::nullopt;
    if (!found) return invalid(std::move(field), "unknown_attachment");
    return std::move(*found);
}

} // namespace schulkit
