#pragma once
// A file that somebody adds to something: a photo, a paper, evidence. It is what its bytes are: the same bytes are one
// attachment, named by their hash. What it belongs to keeps the name it has there.

#include "shared/core/date.hpp"
#include "shared/core/json.hpp"

#include <array>
#include <string>
#include <string_view>

namespace schulkit {

enum class MediaType : std::uint8_t { pdf, jpeg, png, webp };

template <>
struct EnumWords<MediaType> {
    static constexpr std::array values = {std::pair{MediaType::pdf, std::string_view{"application/pdf"}},
                                          std::pair{MediaType::jpeg, std::string_view{"image/jpeg"}},
                                          std::pair{MediaType::png, std::string_view{"image/png"}},
                                          std::pair{MediaType::webp, std::string_view{"image/webp"}}};
};

constexpr bool is_image(MediaType type) {
    return type != MediaType::pdf;
}
/// "pdf", "jpg", …
std::string_view extension_of(MediaType type);

/// Of what is sent and of what is stored.
inline constexpr std::size_t max_attachment_bytes = std::size_t{10} << 20;
/// A photo of 48 megapixels has less. What shows a picture needs four bytes for each, however small the file is.
inline constexpr std::int64_t max_image_pixels = 50'000'000;
inline constexpr std::int64_t max_image_side = 20'000;
/// What one person may add within a day.
inline constexpr std::int64_t max_uploads_a_day = 300;

struct Attachment {
    std::string sha256 = {}; ///< of the bytes as they are stored, in small hexadecimal digits
    MediaType media_type = MediaType::pdf;
    std::int64_t size = 0; ///< bytes
    Instant created_at = {};
    bool operator==(Attachment const&) const = default;
};

template <>
struct Schema<Attachment> {
    static constexpr std::string_view name = "attachment";
    static constexpr auto fields =
        std::tuple{field("sha256", "", &Attachment::sha256, {.read_only = true}),
                   field("media_type", "", &Attachment::media_type, {.read_only = true}),
                   field("size", "", &Attachment::size, {.read_only = true}),
                   field("created_at", "", &Attachment::created_at, {.read_only = true})};
};

inline constexpr std::size_t max_file_name_length = 120;

/// How something names an attachment that is to belong to it: by its hash, and as what it was chosen.
struct AttachmentLink {
    std::string sha256 = {};
    std::string name = {};
    bool operator==(AttachmentLink const&) const = default;
};

template <>
struct Schema<AttachmentLink> {
    static constexpr std::string_view name = "attachment_link";
    static constexpr auto fields = std::tuple{
        field("sha256", "", &AttachmentLink::sha256, {.required = true, .max_length = 64}),
        field("name", "", &AttachmentLink::name, {.erasable = true, .max_length = max_file_name_length})};
};

/// An attachment as it belongs to something.
struct AttachedFile {
    std::int64_t position = 0; ///< among what belongs to the same; from 1
    std::string sha256 = {};
    std::string name = {}; ///< file_name_of() it
    MediaType media_type = MediaType::pdf;
    std::int64_t size = 0;
    bool operator==(AttachedFile const&) const = default;
};

template <>
struct Schema<AttachedFile> {
    static constexpr std::string_view name = "attached_file";
    static constexpr auto fields = std::tuple{field("position", "", &AttachedFile::position, {.read_only = true}),
                                              field("sha256", "", &AttachedFile::sha256, {.read_only = true}),
                                              field("name", "", &AttachedFile::name, {.read_only = true}),
                                              field("media_type", "", &AttachedFile::media_type, {.read_only = true}),
                                              field("size", "", &AttachedFile::size, {.read_only = true})};
};

bool is_sha256(std::string_view text);

/// A name that means one file wherever it is saved: the last part of a path, nothing that hides or steers, and the
/// ending of what it really is. Of no use as a name: "anhang.pdf".
std::string file_name_of(std::string_view given, MediaType type);

} // namespace schulkit
