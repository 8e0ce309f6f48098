#include "server/attachments/attachment_file.hpp"

#include "server/attachments/attachment_store.hpp"

namespace schulkit {

Result<SentFile> file_of(Tx& tx, std::string_view sha256, std::string_view name) {
    auto const attachment = find_attachment(tx, sha256);
    if (!attachment) return fail(ErrorKind::not_found, "not_found");
    return SentFile{.media_type = std::string{word_of(attachment->media_type)},
                    .name = file_name_of(name, attachment->media_type),
                    .version = attachment->sha256,
                    .bytes = attachment_bytes(tx, sha256),
                    .disposition = is_image(attachment->media_type) ? Disposition::show : Disposition::save};
}

} // namespace schulkit
