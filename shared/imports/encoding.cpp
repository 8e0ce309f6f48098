#include "shared/imports/encoding.hpp"

#include "shared/core/text.hpp"
#include "shared/imports/import_api.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>

namespace schulkit {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

// Windows-1252, 0x80 to 0x9F; 0 means nothing there (WHATWG would map those five to control characters).
constexpr std::array<std::uint16_t, 32> windows_1252_upper = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned char byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// The signature of a file that is something else, or nothing.
std::string_view other_kind_of_file(std::string_view bytes) {
    struct Signature {
        std::string_view start;
        std::string_view kind;
    };
    static constexpr std::array signatures{
        Signature{"PK\x03\x04"sv, "zip or xlsx"},
        Signature{"PK\x05\x06"sv, "empty zip"},
        Signature{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "old xls"},
        Signature{"%PDF-"sv, "PDF"},
        Signature{"\x89PNG"sv, "PNG"},
        Signature{"\xFF\xD8\xFF"sv, "JPEG"},
        Signature{"GIF89a"sv, "GIF"},
        Signature{"\x1F\x8B"sv, "gzip"},
        Signature{"7z\xBC\xAF"sv, "7z"},
        Signature{"Rar!"sv, "rar"},
        Signature{"{\\rtf"sv, "RTF"},
        Signature{"SQLite format 3"sv, "SQLite"},
        Signature{"\xFF\xFE\0\0"sv, "UTF-32"},
        Signature{"\0\0\xFE\xFF"sv, "UTF-32"},
    };
    for (auto const& signature : signatures)
        if (bytes.starts_with(signature.start)) return signature.kind;
    return {};
}

/// UTF-16 without a byte order mark: in western text, every second byte is 0 and the others are not.
std::optional<Encoding> guess_utf16(std::string_view bytes) {
    std::size_t const pairs = std::min<std::size_t>(bytes.size(), 65'536) / 2;
    std::size_t zeros_first = 0;
    std::size_t zeros_second = 0;
    for (std::size_t i = 0; i < pairs; ++i) {
        zeros_first += bytes[2 * i] == '\0' ? 1u : 0u;
        zeros_second += bytes[2 * i + 1] == '\0' ? 1u : 0u;
    }
    if (zeros_second * 2 > pairs && zeros_first * 10 < zeros_second) return Encoding::utf_16le;
    if (zeros_first * 2 > pairs && zeros_second * 10 < zeros_first) return Encoding::utf_16be;
    return std::nullopt;
}

tl::unexpected<Error> bad_utf16(std::string_view decoded, std::string detail) {
    return error_in_row(ErrorKind::invalid, "bad_encoding", row_at_end_of(decoded), std::move(detail));
}

Result<DecodedText> decode_utf16(std::string_view bytes, Encoding encoding, std::size_t start) {
    std::size_t const high = encoding == Encoding::utf_16be ? 0 : 1;
    auto const unit_at = [&](std::size_t at) {
        return static_cast<std::uint32_t>((byte_at(bytes, at + high) << 8) | byte_at(bytes, at + 1 - high));
    };
    DecodedText decoded{.encoding = encoding, .is_converted = true};
    decoded.converted.reserve(bytes.size() / 2 + bytes.size() / 16);
    std::size_t at = start;
    for (; at + 1 < bytes.size(); at += 2) {
        std::uint32_t unit = unit_at(at);
        if (unit == 0)
            return fail(ErrorKind::invalid, "not_a_table", "U+0000 in UTF-16 at byte " + std::to_string(at));
        if (unit >= 0xD800 && unit <= 0xDFFF) {
            std::uint32_t const low = unit < 0xDC00 && at + 3 < bytes.size() ? unit_at(at + 2) : 0;
            if (low < 0xDC00 || low > 0xDFFF)
                return bad_utf16(decoded.converted, "half a surrogate pair at byte " + std::to_string(at));
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        append_utf8(decoded.converted, unit);
    }
    if (at < bytes.size())
        return bad_utf16(decoded.converted,
                         "half a character at byte " + std::to_string(at) + ", the last one");
    return decoded;
}

/// Length of the well-formed UTF-8 sequence at `at`; 0 if there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
    unsigned char const first = byte_at(bytes, at);
    if (first < 0x80) return 1;
    std::size_t const length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return 0;
    return is_utf8(bytes.substr(at, length)) ? length : 0;
}

/// Where the next byte of 0x80 and above is; the end if there is none.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
    constexpr std::uint64_t upper_bits = 0x8080'8080'8080'8080;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & upper_bits) != 0) break;
    }
    while (at < bytes.size() && byte_at(bytes, at) < 0x80)
        ++at;
    return at;
}

struct Utf8Count {
    std::size_t broken = 0;  ///< bytes that belong to no well-formed sequence
    std::size_t western = 0; ///< sequences for what German text has: U+0080 to U+00FF, U+2000 to U+20FF
};

Utf8Count count_utf8(std::string_view bytes) {
    Utf8Count count;
    for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
        std::size_t const length = sequence_length(bytes, at);
        unsigned char const first = byte_at(bytes, at);
        if (length == 0)
            ++count.broken;
        else if (first == 0xC2 || first == 0xC3 || (first == 0xE2 && byte_at(bytes, at + 1) <= 0x83))
            ++count.western;
        at += std::max<std::size_t>(length, 1);
    }
    return count;
}

std::string repair_utf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 64);
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t const next = skip_ascii(bytes, at);
        text.append(bytes, at, next - at);
        at = next;
        if (at == bytes.size()) break;
        std::size_t const length = sequence_length(bytes, at);
        if (length == 0)
            text += replacement;
        else
            text.append(bytes, at, length);
        at += std::max<std::size_t>(length, 1);
    }
    return text;
}

std::string decode_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t const next = skip_ascii(bytes, at);
        text.append(bytes, at, next - at);
        at = next;
        if (at == bytes.size()) break;
        unsigned char const byte = byte_at(bytes, at++);
        std::uint32_t const code_point = byte >= 0xA0 ? byte : windows_1252_upper[byte - 0x80u];
        if (code_point == 0)
            text += replacement;
        else
            append_utf8(text, code_point);
    }
    return text;
}

/// Mac OS Roman has ä ö ü at 8A 9A 9F, where Windows has Š š Ÿ, and no German letters where Windows has its
/// own.
bool looks_like_old_mac(std::string_view bytes) {
    std::size_t mac = 0;
    std::size_t windows = 0;
    for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at + 1)) {
        unsigned char const byte = byte_at(bytes, at);
        if (byte == 0x8A || byte == 0x9A || byte == 0x9F) ++mac;
        if (byte == 0xE4 || byte == 0xF6 || byte == 0xFC || byte == 0xDF) ++windows;
    }
    return mac > 0 && windows == 0;
}

} // namespace

tl::unexpected<Error> error_in_row(ErrorKind kind, std::string code, std::size_t row, std::string detail) {
    FieldError field{.field = "row", .code = code, .value = std::to_string(row)};
    return fail(Error{
        .kind = kind, .code = std::move(code), .detail = std::move(detail), .fields = {std::move(field)}});
}

std::size_t row_at_end_of(std::string_view text) {
    std::size_t row = 1;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (c == '\n' || (c == '\r' && (at + 1 == text.size() || text[at + 1] != '\n'))) ++row;
    }
    return row;
}

Result<DecodedText> decode_text(std::string_view bytes) {
    if (bytes.empty()) return fail(ErrorKind::invalid, "not_a_table", "empty");
    if (std::string_view const kind = other_kind_of_file(bytes); !kind.empty())
        return fail(ErrorKind::invalid, "not_a_table", std::string{kind});

    bool const le_mark = bytes.starts_with("\xFF\xFE");
    bool const be_mark = bytes.starts_with("\xFE\xFF");
    bool const has_nul = std::memchr(bytes.data(), 0, bytes.size()) != nullptr;
    std::optional<Encoding> utf16;
    if (le_mark) utf16 = Encoding::utf_16le;
    if (be_mark) utf16 = Encoding::utf_16be;
    if (!utf16 && has_nul) utf16 = guess_utf16(bytes);
    if (!utf16 && has_nul) return fail(ErrorKind::invalid, "not_a_table", "NUL bytes");
    if (bytes.size() > max_import_bytes) return fail(ErrorKind::too_large, "too_large");
    if (utf16) return decode_utf16(bytes, *utf16, le_mark || be_mark ? 2 : 0);

    DecodedText decoded;
    while (bytes.starts_with("\xEF\xBB\xBF")) {
        decoded.encoding = Encoding::utf_8_bom;
        bytes.remove_prefix(3);
    }
    Utf8Count const count = count_utf8(bytes);
    if (count.broken == 0) {
        decoded.in_place = bytes;
        return decoded;
    }
    decoded.is_converted = true;
    // Ã or Â and a sign behind it hardly occur in Windows-1252 text, so as many of them as of broken bytes
    // mean UTF-8 that was damaged in places.
    if (decoded.encoding == Encoding::utf_8_bom || (count.western > 0 && count.western >= count.broken)) {
        decoded.converted = repair_utf8(bytes);
        return decoded;
    }
    decoded.encoding = Encoding::windows_1252;
    decoded.converted = decode_windows_1252(bytes);
    decoded.looks_like_old_mac = looks_like_old_mac(bytes);
    return decoded;
}

} // namespace schulkit
