#pragma once
// Taking a file in: what it is, its row, who sent it, and the log.

#include "server/attachments/attachment_store.hpp"

namespace schulkit {

/// A file that is one of those we take, as it will be stored.
struct ReadyAttachment {
    Attachment attachment = {};
    std::string bytes = {};
};

/// Outside a transaction: it looks at every byte. `name`: what the file is called, if that is known. Errors: 413
/// "too_large"; those of recognise_media().
Result<ReadyAttachment> ready_attachment(std::string bytes, std::string_view name = {});

/// As sent by the caller, who may then read it and add it to something. The same bytes again are the same row. Error: 429
/// "too_many_uploads".
Result<Attachment> store_attachment(WriteTx& tx, Access const& access, ReadyAttachment const& ready);
Result<Attachment> store_attachment(WriteTx& tx, Access const& access, std::string bytes);
/// A paper that the program itself has made: nobody has sent it, what it belongs to says who reads it.
Result<Attachment> keep_document(WriteTx& tx, std::string pdf);

/// Before something refers to it: whether the caller has sent it. Who only knows its hash gets the same answer as for
/// none. Error: 422 "unknown_attachment" on `field`.
Result<Attachment> attachment_to_link(Tx& tx, Access const& access, std::string_view sha256, std::string field);

} // namespace schulkit
