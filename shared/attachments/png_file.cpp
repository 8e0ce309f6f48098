#include "shared/attachments/byte_reader.hpp"
#include "shared/attachments/exif.hpp"
#include "shared/attachments/media.hpp"

#include <algorithm>
#include <array>

namespace schulkit {
namespace {

constexpr std::string_view png_signature{"\x89PNG\r\n\x1A\n", 8};
constexpr std::size_t around_data = 12; // length, type and checksum

/// The chunks that show the picture; texts, times, EXIF and whatever else there may be are left out.
constexpr std::array<std::string_view, 13> shown_chunks = {"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM",
                                                           "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"};

constexpr auto crc_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < table.size(); ++n) {
        std::uint32_t value = n;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        table[n] = value;
    }
    return table;
}();

std::uint32_t crc_of(std::string_view bytes) {
    std::uint32_t value = 0xFFFFFFFFU;
    for (char const c : bytes) value = crc_table[(value ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (value >> 8);
    return ~value;
}

/// IHDR's colour type and bit depth (ISO/IEC 15948, 11.2.1).
bool is_possible(std::uint32_t color_type, std::uint32_t depth) {
    bool const power = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    switch (color_type) {
    case 0: return power;
    case 3: return power && depth <= 8;
    case 2:
    case 4:
    case 6: return depth == 8 || depth == 16;
    default: return false;
    }
}

bool read_header(std::string_view data, CleanImage& image) {
    if (data.size() != 13) return false;
    image.width = big_32(data, 0);
    image.height = big_32(data, 4);
    constexpr std::int64_t most = 0x7FFFFFFF;
    return image.width > 0 && image.height > 0 && image.width <= most && image.height <= most &&
           is_possible(byte_at(data, 9), byte_at(data, 8)) && byte_at(data, 10) == 0 && byte_at(data, 11) == 0 &&
           byte_at(data, 12) <= 1;
}

} // namespace

std::optional<CleanImage> clean_png(std::string_view bytes) {
    if (!bytes.starts_with(png_signature)) return std::nullopt;
    CleanImage image;
    image.bytes.reserve(bytes.size() + 64);
    image.bytes = png_signature;
    std::size_t behind_header = 0;
    int orientation = upright;
    bool shown = false;
    for (std::size_t at = png_signature.size(); has_bytes(bytes, at, around_data);) {
        std::size_t const length = big_32(bytes, at);
        if (!has_bytes(bytes, at + around_data, length)) return std::nullopt;
        std::string_view const type = bytes.substr(at + 4, 4);
        std::string_view const data = bytes.substr(at + 8, length);
        if (crc_of(bytes.substr(at + 4, 4 + length)) != big_32(bytes, at + 8 + length)) return std::nullopt;
        if ((type == "IHDR") != (behind_header == 0)) return std::nullopt; // first, and once
        if (behind_header == 0 && !read_header(data, image)) return std::nullopt;
        if (type == "eXIf") orientation = exif_orientation(data);
        if (type == "IDAT") shown = shown || length > 0;
        if (std::find(shown_chunks.begin(), shown_chunks.end(), type) != shown_chunks.end())
            image.bytes += bytes.substr(at, around_data + length);
        if (behind_header == 0) behind_header = image.bytes.size();
        at += around_data + length;
        if (type != "IEND") continue;
        if (!shown) return std::nullopt;
        if (orientation != upright) {
            std::string const block = "eXIf" + exif_of_orientation(orientation);
            image.bytes.insert(behind_header, big_bytes(static_cast<std::uint32_t>(block.size() - 4)) + block +
                                                  big_bytes(crc_of(block)));
        }
        return image;
    }
    return std::nullopt;
}

} // namespace schulkit
