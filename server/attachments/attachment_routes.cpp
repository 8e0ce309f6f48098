#include "server/attachments/attachment_routes.hpp"

#include "server/attachments/attachment_changes.hpp"
#include "server/attachments/attachment_file.hpp"
#include "server/http/router.hpp"

namespace schulkit {
namespace {

/// Only what one has sent oneself; what belongs to something is read there. An administrator has to be able to look at
/// what is in the data.
Result<SentFile> sent_by_caller(Tx& tx, Access const& access, Request<GetAttachment> const& request) {
    std::string const& sha256 = request.path.sha256;
    bool const own = find_upload(tx, sha256, access.person).has_value();
    if (!own && access.role != Role::admin) return fail(ErrorKind::not_found, "not_found");
    return file_of(tx, sha256, "anhang-" + sha256.substr(0, 8));
}

} // namespace

void mount_attachments(Router& router) {
    router.write_prepared<UploadAttachment>(
        Action::upload_attachment,
        [](Access const&, Request<UploadAttachment>&& request) {
            return ready_attachment(std::move(request.body.bytes), request.query.name.value_or(""));
        },
        [](WriteTx& tx, Access const& access, ReadyAttachment const& ready) {
            return store_attachment(tx, access, ready);
        });
    router.file<GetAttachment>(Action::upload_attachment, sent_by_caller);
}

} // namespace schulkit
