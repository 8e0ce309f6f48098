#include "shared/attachments/media.hpp"

#include "shared/attachments/byte_reader.hpp"
#include "shared/core/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace schulkit {
namespace {

constexpr std::string_view pdf_head = "%PDF-";
constexpr std::size_t pdf_tail_bytes = 2048;

/// ISO base media: what iPhones store unless they are told otherwise.
bool is_heic(std::string_view bytes) {
    constexpr std::array<std::string_view, 8> brands = {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"};
    if (bytes.size() < 12 || bytes.substr(4, 4) != "ftyp") return false;
    return std::find(brands.begin(), brands.end(), bytes.substr(8, 4)) != brands.end();
}

std::string ending_of(std::string_view name) {
    auto const dot = name.rfind('.');
    return dot == name.npos ? std::string{} : fold(name.substr(dot + 1));
}

/// For what begins like nothing known: what it was meant to be.
std::string misnomer(std::string_view name) {
    std::string const ending = ending_of(name);
    if (ending == "pdf") return "not_a_pdf";
    if (ending == "heic" || ending == "heif") return "heic_photo";
    if (ending == "jpg" || ending == "jpeg" || ending == "png" || ending == "webp") return "not_an_image";
    return "unknown_media";
}

Result<Media> media_of(MediaType type, std::optional<CleanImage> image) {
    if (!image) return fail(ErrorKind::invalid, "not_an_image");
    if (std::max(image->width, image->height) > max_image_side || image->width * image->height > max_image_pixels)
        return fail(ErrorKind::invalid, "too_many_pixels");
    return Media{.media_type = type, .width = image->width, .height = image->height, .bytes = std::move(image->bytes)};
}

} // namespace

bool is_whole_pdf(std::string_view bytes) {
    // At the very beginning: what has a head of another kind before it is another kind of file to somebody.
    if (!bytes.starts_with(pdf_head) || !is_digit(static_cast<char>(byte_at(bytes, 5))) || byte_at(bytes, 6) != '.' ||
        !is_digit(static_cast<char>(byte_at(bytes, 7))))
        return false;
    std::string_view const tail = bytes.substr(bytes.size() - std::min(bytes.size(), pdf_tail_bytes));
    auto const start = tail.rfind("startxref");
    if (start == tail.npos || tail.find("%%EOF", start) == tail.npos) return false;
    std::string_view const place = trim(tail.substr(start + std::string_view{"startxref"}.size()));
    std::size_t table = 0;
    auto const read = std::from_chars(place.data(), place.data() + place.size(), table);
    if (read.ec != std::errc{} || table < pdf_head.size() || table >= bytes.size()) return false;
    // The trailer, or the table that is a stream, says where the document begins.
    return bytes.find("/Root") != bytes.npos;
}

Result<Media> recognise_media(std::string bytes, std::string_view name) {
    if (bytes.empty()) return fail(ErrorKind::invalid, "empty_file");
    if (bytes.starts_with(pdf_head)) {
        if (!is_whole_pdf(bytes)) return fail(ErrorKind::invalid, "not_a_pdf");
        return Media{.media_type = MediaType::pdf, .bytes = std::move(bytes)};
    }
    if (bytes.starts_with("\xFF\xD8\xFF")) return media_of(MediaType::jpeg, clean_jpeg(bytes));
    if (bytes.starts_with("\x89PNG")) return media_of(MediaType::png, clean_png(bytes));
    if (bytes.starts_with("RIFF") && bytes.size() >= 12 && bytes.compare(8, 4, "WEBP") == 0)
        return media_of(MediaType::webp, clean_webp(bytes));
    if (is_heic(bytes)) return fail(ErrorKind::invalid, "heic_photo");
    return fail(ErrorKind::invalid, misnomer(name));
}

} // namespace schulkit
