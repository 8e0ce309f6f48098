#include "shared/attachments/byte_reader.hpp"
#include "shared/attachments/exif.hpp"
#include "shared/attachments/media.hpp"

namespace schulkit {
namespace {

constexpr std::size_t riff_head = 12;
constexpr std::size_t chunk_head = 8;

// Flags of VP8X: which further chunks there are.
constexpr std::uint32_t has_exif = 0x08;
constexpr std::uint32_t has_xmp = 0x04;
constexpr std::uint32_t is_animated = 0x02;

std::string webp_chunk(std::string_view type, std::string_view data) {
    std::string chunk = std::string{type} + little_bytes(static_cast<std::uint32_t>(data.size())) + std::string{data};
    if (data.size() % 2 != 0) chunk += '\0';
    return chunk;
}

/// The size in the coded picture itself; false: it does not begin like one.
bool read_size(std::string_view type, std::string_view data, CleanImage& image) {
    if (type == "VP8 ") {
        bool const key_frame = data.size() >= 10 && (byte_at(data, 0) & 1U) == 0;
        if (!key_frame || data.substr(3, 3) != "\x9D\x01\x2A") return false;
        image.width = little_16(data, 6) & 0x3FFFU;
        image.height = little_16(data, 8) & 0x3FFFU;
    } else {
        if (data.size() < 5 || byte_at(data, 0) != 0x2F) return false;
        std::uint32_t const bits = little_32(data, 1);
        image.width = (bits & 0x3FFFU) + 1;
        image.height = (bits >> 14 & 0x3FFFU) + 1;
    }
    return image.width > 0 && image.height > 0;
}

} // namespace

std::optional<CleanImage> clean_webp(std::string_view bytes) {
    if (bytes.size() < riff_head || !bytes.starts_with("RIFF") || bytes.substr(8, 4) != "WEBP") return std::nullopt;
    std::size_t const size = little_32(bytes, 4);
    if (size < 4 || !has_bytes(bytes, 8, size)) return std::nullopt;
    bytes = bytes.substr(0, 8 + size);

    CleanImage image;
    std::string chunks;
    std::string extended; // VP8X, whose flags are known at the end
    int orientation = upright;
    for (std::size_t at = riff_head; at < bytes.size();) {
        std::size_t const length = little_32(bytes, at + 4);
        if (!has_bytes(bytes, at, chunk_head) || !has_bytes(bytes, at + chunk_head, length)) return std::nullopt;
        std::string_view const type = bytes.substr(at, 4);
        std::string_view const data = bytes.substr(at + chunk_head, length);
        at += chunk_head + length + length % 2;
        if (type == "VP8X") {
            if (!chunks.empty() || !extended.empty() || length != 10) return std::nullopt;
            if ((byte_at(data, 0) & is_animated) != 0) return std::nullopt;
            extended = data;
        } else if (type == "VP8 " || type == "VP8L") {
            if (image.width != 0 || !read_size(type, data, image)) return std::nullopt;
            chunks += webp_chunk(type, data);
        } else if (type == "ICCP" || type == "ALPH") {
            chunks += webp_chunk(type, data);
        } else if (type == "EXIF") {
            orientation = exif_orientation(data.starts_with(std::string_view{"Exif\0\0", 6}) ? data.substr(6) : data);
        }
    }
    if (image.width == 0) return std::nullopt;
    if (!extended.empty()) {
        // The canvas of a still picture is the picture.
        if (little_24(extended, 4) + 1 != image.width || little_24(extended, 7) + 1 != image.height) return std::nullopt;
        bool const turned = orientation != upright;
        extended[0] = static_cast<char>((byte_at(extended, 0) & ~(has_exif | has_xmp)) | (turned ? has_exif : 0U));
        chunks.insert(0, webp_chunk("VP8X", extended));
        if (turned) chunks += webp_chunk("EXIF", exif_of_orientation(orientation));
    }
    image.bytes = "RIFF" + little_bytes(static_cast<std::uint32_t>(chunks.size() + 4)) + "WEBP" + chunks;
    return image;
}

} // namespace schulkit
