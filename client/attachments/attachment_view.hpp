#pragma once
// The part of a form with the files that are added, and the list of files that belong to something.

#include "client/attachments/attachment_model.hpp"
#include "client/screen.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

enum class TakenFiles : std::uint8_t { photos, photos_and_pdf };

struct AttachmentFieldOptions {
    TakenFiles taken = TakenFiles::photos;
    std::size_t most = 6;
    bool enabled = true;
    std::string error = {}; ///< of the choice of a file
};

/// True: a file was removed. `arrived` is called between pictures when there is one more.
bool draw_attachment_field(AttachmentsModel& model, ScreenContext const& context, std::string_view label,
                           AttachmentFieldOptions const& options, ui::Ui& ui, std::function<void()> arrived);

/// Links that open each file; `address` is where all of them lie: "/api/tickets/12/attachments".
void draw_attached_files(std::vector<AttachedFile> const& files, std::string_view label, std::string_view address,
                         ui::Ui& ui);

} // namespace schulkit
