#pragma once
// Files that are added to something: one after the other is chosen and sent at once; what the form is sent with is their
// hashes. A part of other screens' models.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "shared/attachments/attachment_api.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace schulkit {

/// The file that is on its way, or did not arrive.
struct FileOnItsWay {
    std::string handle = {};
    std::string name = {};
    ChangeKey key = {};
    float sent = 0; ///< 0 to 1
    bool sending = false;
    std::optional<Error> error = std::nullopt;
};

struct AttachmentsModel {
    std::vector<AttachedFile> files = {}; ///< those that have arrived
    std::optional<FileOnItsWay> under_way = std::nullopt;
    int run = 0; ///< number of the last file; answers to older ones come too late
};

/// `arrived` is called when `files` has got one more.
void add_file(AttachmentsModel& model, Api& api, std::string handle, std::string name, std::function<void()> arrived);
/// The same file once more, after the connection was gone; it is not stored twice.
void send_again(AttachmentsModel& model, Api& api, std::function<void()> arrived);
/// Forgets the file that did not arrive, or breaks off waiting for it.
void forget_file(AttachmentsModel& model);
void remove_file(AttachmentsModel& model, std::size_t index);
void take_sent_part(AttachmentsModel& model, float part);

bool is_sending(AttachmentsModel const& model);
/// As the form names them.
std::vector<AttachmentLink> links_of(AttachmentsModel const& model);

} // namespace schulkit
