#include "client/attachments/attachment_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

void take_arrived(AttachmentsModel& model, Attachment const& attachment) {
    std::string const name = model.under_way->name;
    model.under_way.reset();
    bool const known = std::any_of(model.files.begin(), model.files.end(), [&](AttachedFile const& file) {
        return file.sha256 == attachment.sha256; // the same photo chosen twice
    });
    if (known) return;
    model.files.push_back({.position = static_cast<std::int64_t>(model.files.size()) + 1,
                           .sha256 = attachment.sha256,
                           .name = file_name_of(name, attachment.media_type),
                           .media_type = attachment.media_type,
                           .size = attachment.size});
}

void send_file(AttachmentsModel& model, Api& api, std::function<void()> arrived) {
    FileOnItsWay& file = *model.under_way;
    file.sending = true;
    file.sent = 0;
    file.error.reset();
    std::string const key = file.key.for_body(api, file.handle);
    api.upload<UploadAttachment>(key, {.name = file.name}, file.handle,
                                 [&model, run = model.run, arrived = std::move(arrived)](Result<Attachment> stored) {
                                     if (run != model.run || !model.under_way) return;
                                     if (stored) {
                                         take_arrived(model, *stored);
                                         arrived();
                                         return;
                                     }
                                     FileOnItsWay& failed = *model.under_way;
                                     failed.key.failed(stored.error());
                                     failed.sending = false;
                                     failed.error = std::move(stored).error();
                                 });
}

} // namespace

void add_file(AttachmentsModel& model, Api& api, std::string handle, std::string name, std::function<void()> arrived) {
    if (is_sending(model)) return;
    model.run += 1;
    model.under_way = FileOnItsWay{.handle = std::move(handle), .name = std::move(name)};
    send_file(model, api, std::move(arrived));
}

void send_again(AttachmentsModel& model, Api& api, std::function<void()> arrived) {
    if (!model.under_way || is_sending(model)) return;
    send_file(model, api, std::move(arrived));
}

void forget_file(AttachmentsModel& model) {
    model.run += 1;
    model.under_way.reset();
}

void remove_file(AttachmentsModel& model, std::size_t index) {
    if (index >= model.files.size()) return;
    model.files.erase(model.files.begin() + static_cast<std::ptrdiff_t>(index));
    for (std::size_t i = index; i < model.files.size(); ++i)
        model.files[i].position = static_cast<std::int64_t>(i) + 1;
}

void take_sent_part(AttachmentsModel& model, float part) {
    if (is_sending(model)) model.under_way->sent = part;
}

bool is_sending(AttachmentsModel const& model) {
    return model.under_way && model.under_way->sending;
}

std::vector<AttachmentLink> links_of(AttachmentsModel const& model) {
    std::vector<AttachmentLink> links;
    for (AttachedFile const& file : model.files) links.push_back({.sha256 = file.sha256, .name = file.name});
    return links;
}

} // namespace schulkit
