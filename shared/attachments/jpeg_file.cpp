#include "shared/attachments/byte_reader.hpp"
#include "shared/attachments/exif.hpp"
#include "shared/attachments/media.hpp"

namespace schulkit {
namespace {

// Markers, behind their 0xFF.
constexpr std::uint32_t jpeg_start = 0xD8;
constexpr std::uint32_t jpeg_end = 0xD9;
constexpr std::uint32_t scan = 0xDA;
constexpr std::uint32_t comment = 0xFE;

bool is_frame(std::uint32_t marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
/// Without a length: restart marks, and what stands for nothing.
bool stands_alone(std::uint32_t marker) {
    return marker <= 0x01 || (marker >= 0xD0 && marker <= jpeg_start);
}
bool is_application(std::uint32_t marker) {
    return marker >= 0xE0 && marker <= 0xEF;
}

/// Of what applications add only what changes how the picture looks: density, colour profile, colour transform.
bool shows(std::uint32_t marker, std::string_view content) {
    if (marker == comment || marker >= 0xF0) return false;
    if (!is_application(marker)) return true;
    if (marker == 0xE0) return content.starts_with(std::string_view{"JFIF\0", 5});
    if (marker == 0xE2) return content.starts_with(std::string_view{"ICC_PROFILE\0", 12});
    return marker == 0xEE && content.starts_with("Adobe");
}

/// Where the next marker stands after the coded picture that begins there; the file's end for none.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    while (true) {
        at = bytes.find('\xFF', at);
        if (at == bytes.npos || at + 1 >= bytes.size()) return bytes.size();
        std::uint32_t const next = byte_at(bytes, at + 1);
        bool const coded = next == 0 || (next >= 0xD0 && next <= 0xD7);
        if (!coded && next != 0xFF) return at;
        at += coded ? 2 : 1;
    }
}

} // namespace

std::optional<CleanImage> clean_jpeg(std::string_view bytes) {
    if (!bytes.starts_with("\xFF\xD8\xFF")) return std::nullopt;
    CleanImage image;
    image.bytes.reserve(bytes.size() + 64);
    image.bytes = "\xFF\xD8";
    std::size_t before_exif = image.bytes.size();
    int orientation = upright;
    bool shown = false;
    std::size_t at = 2;
    while (true) {
        while (byte_at(bytes, at) == 0xFF && byte_at(bytes, at + 1) == 0xFF) ++at; // fillers
        if (!has_bytes(bytes, at, 2) || byte_at(bytes, at) != 0xFF) return std::nullopt;
        std::uint32_t const marker = byte_at(bytes, at + 1);
        if (marker == jpeg_end) break;
        if (stands_alone(marker)) return std::nullopt;
        std::size_t const length = big_16(bytes, at + 2);
        if (length < 2 || !has_bytes(bytes, at + 2, length)) return std::nullopt;
        std::string_view const content = bytes.substr(at + 4, length - 2);
        std::size_t end = at + 2 + length;

        if (marker == 0xE1 && content.starts_with(std::string_view{"Exif\0\0", 6}))
            orientation = exif_orientation(content.substr(6));
        if (is_frame(marker)) {
            if (image.width != 0 || content.size() < 6) return std::nullopt;
            image.height = big_16(content, 1);
            image.width = big_16(content, 3);
            if (image.width == 0 || image.height == 0) return std::nullopt;
        }
        if (marker == scan) {
            std::size_t const data = end;
            end = end_of_scan(bytes, data);
            shown = shown || end > data;
        }
        if (shows(marker, content)) image.bytes += bytes.substr(at, end - at);
        if (marker == 0xE0 && before_exif == 2) before_exif = image.bytes.size(); // JFIF wants to be first
        at = end;
    }
    if (image.width == 0 || !shown) return std::nullopt;
    image.bytes += "\xFF\xD9"; // what lies behind it is no part of the picture
    if (orientation != upright) {
        std::string const block = std::string{"Exif\0\0", 6} + exif_of_orientation(orientation);
        std::string const length = big_bytes(static_cast<std::uint32_t>(block.size() + 2)).substr(2);
        image.bytes.insert(before_exif, "\xFF\xE1" + length + block);
    }
    return image;
}

} // namespace schulkit
