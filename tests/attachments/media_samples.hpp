#pragma once
// Files as small as they can be, put together from their parts, so that a test can leave one out or add one.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>
#include <zlib.h>

namespace schulkit::samples {

/// Texts with zeros in them.
inline std::string operator""_bytes(char const* text, std::size_t size) { return {text, size}; }

inline std::string big_16(std::uint32_t n) { return {static_cast<char>(n >> 8 & 255U), static_cast<char>(n & 255U)}; }
inline std::string big_32(std::uint32_t n) { return big_16(n >> 16) + big_16(n & 65535U); }
inline std::string little_16(std::uint32_t n) { return {static_cast<char>(n & 255U), static_cast<char>(n >> 8 & 255U)}; }
inline std::string little_32(std::uint32_t n) { return little_16(n & 65535U) + little_16(n >> 16); }

// --- PDF -------------------------------------------------------------------------------------------------------
/// One empty page; `words` stand in a comment.
inline std::string pdf_file(std::string const& words = "Nachweis") {
    std::string pdf = "%PDF-1.7\n%" + words + '\n';
    std::vector<std::size_t> places;
    for (char const* object : {"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                               "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"}) {
        places.push_back(pdf.size());
        pdf += std::to_string(places.size()) + " 0 obj" + object + "endobj\n";
    }
    std::size_t const table = pdf.size();
    pdf += "xref\n0 4\n0000000000 65535 f \n";
    for (std::size_t const place : places) {
        std::string const digits = std::to_string(place);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer<</Size 4/Root 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

// --- EXIF ------------------------------------------------------------------------------------------------------
/// With an orientation, and where the photo was taken.
inline std::string exif_block(int orientation, bool big = true) {
    auto const half = big ? big_16 : little_16;
    auto const whole = big ? big_32 : little_32;
    std::string const head = big ? "MM" + big_16(42) : "II" + little_16(42);
    return head + whole(8) + half(2) + half(0x0112) + half(3) + whole(1) +
           half(static_cast<std::uint32_t>(orientation)) + half(0) + half(0x8825) + half(4) + whole(1) + whole(38) +
           whole(0) + "GPS 51.0504 13.7373";
}

// --- JPEG ------------------------------------------------------------------------------------------------------
inline std::string jpeg_part(unsigned marker, std::string const& content) {
    return "\xFF" + std::string{static_cast<char>(marker)} + big_16(static_cast<std::uint32_t>(content.size()) + 2) + content;
}
inline std::string jpeg_frame(std::uint32_t width, std::uint32_t height) {
    return jpeg_part(0xC0, "\x08" + big_16(height) + big_16(width) + "\x01\x01\x11\x00"_bytes);
}
inline std::string const jfif = jpeg_part(0xE0, "JFIF\0\1\2\0\0\1\0\1\0\0"_bytes);
inline std::string const jpeg_profile = jpeg_part(0xE2, "ICC_PROFILE\0\1\1colours"_bytes);
inline std::string jpeg_exif(std::string const& tiff) { return jpeg_part(0xE1, "Exif\0\0"_bytes + tiff); }
/// A coded picture with a zero behind its 0xFF and a restart mark; then the end.
inline std::string const jpeg_scan =
    jpeg_part(0xDA, "\x01\x01\x00\x00\x3F\x00"_bytes) + "code\xFF\0code\xFF\xD0more"_bytes + "\xFF\xD9";
inline std::string jpeg_file(std::string const& added = jfif, std::uint32_t width = 640, std::uint32_t height = 480) {
    return "\xFF\xD8" + added + jpeg_part(0xDB, std::string(65, '\1')) + jpeg_frame(width, height) +
           jpeg_part(0xC4, std::string(20, '\0')) + jpeg_scan;
}

// --- PNG -------------------------------------------------------------------------------------------------------
inline std::string png_chunk(std::string const& type, std::string const& data) {
    std::string const body = type + data;
    auto const sum = crc32(0, reinterpret_cast<unsigned char const*>(body.data()), static_cast<unsigned>(body.size()));
    return big_32(static_cast<std::uint32_t>(data.size())) + body + big_32(static_cast<std::uint32_t>(sum));
}
inline std::string const png_head = "\x89PNG\r\n\x1A\n"_bytes;
inline std::string png_header(std::uint32_t width, std::uint32_t height, std::string const& kind = "\x08\x06\0\0\0"_bytes) {
    return png_chunk("IHDR", big_32(width) + big_32(height) + kind);
}
inline std::string png_file(std::string const& added = {}, std::uint32_t width = 640, std::uint32_t height = 480) {
    return png_head + png_header(width, height) + added + png_chunk("IDAT", "compressed") + png_chunk("IEND", "");
}

// --- WebP ------------------------------------------------------------------------------------------------------
inline std::string webp_part(std::string const& type, std::string const& data) {
    return type + little_32(static_cast<std::uint32_t>(data.size())) + data + (data.size() % 2 != 0 ? "\0"_bytes : "");
}
inline std::string webp_of(std::string const& parts) {
    return "RIFF" + little_32(static_cast<std::uint32_t>(parts.size()) + 4) + "WEBP" + parts;
}
inline std::string webp_picture(std::uint32_t width, std::uint32_t height) {
    return webp_part("VP8L", "\x2F" + little_32((width - 1) | (height - 1) << 14) + "code");
}
inline std::string webp_extension(unsigned flags, std::uint32_t width, std::uint32_t height) {
    return webp_part("VP8X", std::string{static_cast<char>(flags)} + "\0\0\0"_bytes + little_32(width - 1).substr(0, 3) +
                                 little_32(height - 1).substr(0, 3));
}

inline std::string heic_file() { return "\0\0\0\x18" "ftypheic\0\0\0\0mif1heic"_bytes + std::string(200, 'x'); }

} // namespace schulkit::samples
