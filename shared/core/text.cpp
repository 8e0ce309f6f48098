#include "shared/core/text.hpp"

#include <array>

namespace schulkit {
namespace {

// Base letters of U+00C0–U+017F without their accents; '.' keeps the character. ä ö ü ß æ œ are handled apart.
constexpr std::string_view latin_base =
    "aaaaaaaceeeeiiii" // C0
    "dnooooo.ouuuuyts" // D0
    "aaaaaaaceeeeiiii" // E0
    "dnooooo.ouuuuyty" // F0
    "aaaaaaccccccccdd" // 100
    "ddeeeeeeeeeegggg" // 110
    "gggghhhhiiiiiiii" // 120
    "iiiijjkkklllllll" // 130
    "lllnnnnnnnnnoooo" // 140
    "oooorrrrrrssssss" // 150
    "ssttttttuuuuuuuu" // 160
    "uuuuwwyyyzzzzzzs"; // 170

bool is_space(std::uint32_t c) {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x202F || c == 0xFEFF ||
           (c >= 0x2000 && c <= 0x200B);
}

/// Seen only with something beside it.
bool is_joiner(std::uint32_t c) { return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F); }

void append_folded(std::string& out, std::uint32_t c) {
    switch (c) {
    case 0xC4: case 0xE4: case 0xC6: case 0xE6: out += "ae"; return;
    case 0xD6: case 0xF6: case 0x152: case 0x153: out += "oe"; return;
    case 0xDC: case 0xFC: out += "ue"; return;
    case 0xDF: case 0x1E9E: out += "ss"; return;
    default: break;
    }
    if (c >= 'A' && c <= 'Z') {
        out += static_cast<char>(c + 32);
    } else if (c >= 0xC0 && c < 0x180 && latin_base[c - 0xC0] != '.') {
        out += latin_base[c - 0xC0];
    } else if (c >= 0x391 && c <= 0x3A9) {
        append_utf8(out, c + 32);
    } else if (c >= 0x300 && c <= 0x36F) {
        // a combining accent: "ä" typed as a + U+0308 must fold like ä
        if (c == 0x308 && !out.empty() && (out.back() == 'a' || out.back() == 'o' || out.back() == 'u')) out += 'e';
    } else {
        append_utf8(out, c);
    }
}

} // namespace

CodePoint code_point_at(std::string_view bytes, std::size_t at) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    unsigned char const first = byte(at);
    if (first < 0x80) return {first, 1};
    std::size_t const length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + length > bytes.size()) return {};
    std::uint32_t value = first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {};
        value = (value << 6) | (byte(at + i) & 0x3Fu);
    }
    bool const overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length};
}

bool is_unseen(std::uint32_t c) {
    return c == 0xAD || c == 0x61C || c == 0x115F || c == 0x1160 || c == 0x200B || c == 0x200E || c == 0x200F || c == 0x2800 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0x3164 || c == 0xFEFF || c == 0xFFA0 ||
           (c >= 0xE0000 && c <= 0xE007F);
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t const length = code_point_at(bytes, at).length;
        if (length == 0) return false;
        at += length;
    }
    return true;
}

std::size_t count_characters(std::string_view text) {
    std::size_t count = 0;
    for (char const c : text)
        if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++count;
    return count;
}

std::string without_unseen(std::string_view text) {
    std::string seen;
    bool has_more = false;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const point = code_point_at(text, at);
        if (point.length == 0) return std::string{text};
        if (!is_unseen(point.value)) seen += text.substr(at, point.length);
        has_more = has_more || !(is_unseen(point.value) || is_joiner(point.value));
        at += point.length;
    }
    return has_more ? seen : std::string{};
}

std::string_view trim(std::string_view text) {
    std::size_t start = 0;
    std::size_t end = 0; // one past the last character that is no space
    bool leading = true;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const c = code_point_at(text, at);
        std::size_t const length = c.length == 0 ? 1 : c.length;
        bool const space = c.length != 0 && is_space(c.value);
        at += length;
        if (!space) {
            end = at;
            leading = false;
        } else if (leading) {
            start = at;
        }
    }
    return end <= start ? std::string_view{} : text.substr(start, end - start);
}

void append_utf8(std::string& text, std::uint32_t c) {
    if (c < 0x80) {
        text += static_cast<char>(c);
    } else if (c < 0x800) {
        text += static_cast<char>(0xC0 | (c >> 6));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        text += static_cast<char>(0xE0 | (c >> 12));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | (c >> 18));
        text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (c & 0x3F));
    }
}

std::string fold(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        CodePoint const c = code_point_at(text, at);
        at += c.length == 0 ? 1 : c.length;
        if (c.length == 0) continue;
        if (is_space(c.value)) {
            blank = !out.empty();
            continue;
        }
        if (blank) out += ' ';
        blank = false;
        append_folded(out, c.value);
    }
    return out;
}

std::string code_key(std::string_view code) {
    std::string key;
    for (char const c : fold(code)) {
        if (c == ' ') continue;
        key += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
    return key;
}

std::string normalize_room(std::string_view room) {
    std::string_view const trimmed = trim(room);
    std::string const folded = fold(trimmed);
    for (std::string_view const prefix : {"raum", "r.", "r"}) {
        if (!std::string_view{folded}.starts_with(prefix)) continue;
        std::string_view rest = trim(trimmed.substr(prefix.size()));
        while (!rest.empty() && (rest.front() == '.' || rest.front() == ':')) rest = trim(rest.substr(1));
        // "Rektorat" is no room number: what follows the prefix must begin with a digit, or stand apart after "Raum"
        bool const number = !rest.empty() && rest.front() >= '0' && rest.front() <= '9';
        bool const apart = prefix == "raum" && trimmed.size() > 4 && trimmed[4] == ' ' && !rest.empty();
        if (number || apart) return std::string{rest};
    }
    return std::string{trimmed};
}

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (char const c : fold(text)) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

} // namespace schulkit
