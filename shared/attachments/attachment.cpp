#include "shared/attachments/attachment.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Not in the name of a file: what leads elsewhere, what some system forbids, and control characters.
bool is_unsafe(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || std::string_view{"\"*:<>?|"}.find(c) != std::string_view::npos;
}

/// Characters of three bytes that show nothing and turn the order of what is seen: U+200B to U+200F, U+2028 to U+202E,
/// U+2060 to U+206F, U+FEFF. A name that ends in "exe" must not be read as a picture.
bool is_hidden(std::string_view three) {
    if (three.size() < 3) return false;
    auto const at = [&](std::size_t i) { return static_cast<unsigned char>(three[i]); };
    if (at(0) == 0xEF) return at(1) == 0xBB && at(2) == 0xBF;
    if (at(0) != 0xE2) return false;
    if (at(1) == 0x80) return (at(2) >= 0x8B && at(2) <= 0x8F) || (at(2) >= 0xA8 && at(2) <= 0xAE);
    return at(1) == 0x81 && at(2) >= 0xA0 && at(2) <= 0xAF;
}

std::string_view last_part(std::string_view path) {
    auto const slash = path.find_last_of("/\\");
    return slash == path.npos ? path : path.substr(slash + 1);
}

/// At most so many bytes, and no character cut in two.
std::string_view first_bytes(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

bool is_ending_of(std::string_view ending, MediaType type) {
    std::string const word = fold(ending);
    return word == extension_of(type) || (type == MediaType::jpeg && word == "jpeg");
}

} // namespace

std::string_view extension_of(MediaType type) {
    switch (type) {
    case MediaType::pdf: return "pdf";
    case MediaType::jpeg: return "jpg";
    case MediaType::png: return "png";
    case MediaType::webp: return "webp";
    }
    return "";
}

bool is_sha256(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) {
               return is_digit(c) || (c >= 'a' && c <= 'f');
           });
}

std::string file_name_of(std::string_view given, MediaType type) {
    std::string_view const name = is_utf8(given) ? last_part(given) : std::string_view{};
    std::string kept;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (is_hidden(name.substr(i, 3)))
            i += 2;
        else
            kept += is_unsafe(name[i]) ? ' ' : name[i];
    }
    std::string_view stem = trim(kept);
    if (auto const dot = stem.rfind('.'); dot != stem.npos && is_ending_of(stem.substr(dot + 1), type))
        stem = stem.substr(0, dot);
    while (!stem.empty() && (stem.front() == '.' || stem.front() == ' ')) stem.remove_prefix(1);
    stem = first_bytes(stem, max_file_name_length - 5);
    while (!stem.empty() && (stem.back() == '.' || stem.back() == ' ')) stem.remove_suffix(1);
    return (stem.empty() ? std::string{"anhang"} : std::string{stem}) + '.' + std::string{extension_of(type)};
}

} // namespace schulkit
