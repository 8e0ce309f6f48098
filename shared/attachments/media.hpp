#pragma once
// What a file is, by its content; its name and what the sender says of it prove nothing. Pictures come back as they are
// stored: only what shows the picture, nothing of where, when and by whom it was taken, and nothing behind its end.

#include "shared/attachments/attachment.hpp"
#include "shared/core/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace schulkit {

struct Media {
    MediaType media_type = MediaType::pdf;
    std::int64_t width = 0; ///< of pictures, px
    std::int64_t height = 0;
    std::string bytes = {};
};

/// `name` is what the file is called, if that is known: a file called .pdf that is none hears so. Errors, all invalid:
/// "empty_file", "heic_photo", "not_a_pdf" and "not_an_image" (begins as one, or is called so), "too_many_pixels",
/// "unknown_media".
Result<Media> recognise_media(std::string bytes, std::string_view name = {});

// --- one kind of file each; nothing: not a whole one ----------------------------------------------------------

bool is_whole_pdf(std::string_view bytes);

/// A picture without what tells of its making; turned as before (EXIF's orientation is kept, alone).
struct CleanImage {
    std::int64_t width = 0;
    std::int64_t height = 0;
    std::string bytes = {};
};
std::optional<CleanImage> clean_jpeg(std::string_view bytes);
std::optional<CleanImage> clean_png(std::string_view bytes);
/// Of one picture; animations are none.
std::optional<CleanImage> clean_webp(std::string_view bytes);

} // namespace schulkit
