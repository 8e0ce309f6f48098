#pragma once
// All SQL about attachments themselves. What they belong to links them by their hash, in its own tables.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/attachments/attachment_api.hpp"

#include <optional>

namespace schulkit {

/// The number that the log knows it by; nothing: it is not there.
std::optional<std::int64_t> find_attachment_number(Tx& tx, std::string_view sha256);
/// Its number. `attachment.size` and `sha256` are those of the bytes.
Result<std::int64_t> insert_attachment(WriteTx& tx, Attachment const& attachment, std::string_view bytes);

/// False: that person has sent it before.
Result<bool> insert_upload(WriteTx& tx, std::string_view sha256, Id<Person> person);
/// As that person sent it: whether and when others did is not theirs to know.
std::optional<Attachment> find_upload(Tx& tx, std::string_view sha256, Id<Person> person);
std::int64_t count_uploads(Tx& tx, Id<Person> person, Instant since);

/// Whoever sent it.
std::optional<Attachment> find_attachment(Tx& tx, std::string_view sha256);
/// Empty: it is not there.
std::string attachment_bytes(Tx& tx, std::string_view sha256);

/// One sentence for each attachment whose bytes are no longer those that were stored.
std::vector<std::string> find_broken_attachments(Tx& tx);

} // namespace schulkit
