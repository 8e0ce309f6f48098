#include "shared/imports/cell_text.hpp"

#include "shared/core/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace schulkit {
namespace {

constexpr std::size_t longest_nothing = 40; // bytes; no word for "nothing" is longer

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// ="00123" keeps a sheet from making a number of it; '=… is how exports disarm formulas.
std::string unwrap(std::string_view cell) {
    if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"')) {
        std::string text;
        cell = cell.substr(2, cell.size() - 3);
        for (std::size_t at = 0; at < cell.size(); ++at) {
            text += cell[at];
            if (cell[at] == '"' && at + 1 < cell.size() && cell[at + 1] == '"') ++at;
        }
        return std::string{trim(text)};
    }
    if (cell.size() >= 2 && cell[0] == '\'' &&
        std::string_view{"=+-@"}.find(cell[1]) != std::string_view::npos)
        cell.remove_prefix(1);
    return std::string{cell};
}

/// Invisible: soft hyphen, zero-width space, joiners and marks of direction, U+FEFF.
bool is_invisible(std::uint32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// The code point at `at` of well-formed UTF-8; moves `at` behind it.
std::uint32_t take_code_point(std::string_view text, std::size_t& at) {
    auto const first = static_cast<unsigned char>(text[at++]);
    if (first < 0x80) return first;
    std::size_t const more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    std::uint32_t value = first & (0x3Fu >> more);
    for (std::size_t i = 0; i < more && at < text.size(); ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
    return value;
}

/// a + U+0308, as a Macintosh writes ä; false if the last letter takes no umlaut.
bool add_umlaut(std::string& text) {
    static constexpr std::string_view plain = "aouAOU";
    static constexpr std::array<std::uint32_t, 6> with_umlaut = {0xE4, 0xF6, 0xFC, 0xC4, 0xD6, 0xDC};
    std::size_t const letter = text.empty() ? std::string_view::npos : plain.find(text.back());
    if (letter == std::string_view::npos) return false;
    text.pop_back();
    append_utf8(text, with_umlaut[letter]);
    return true;
}

CellText tidy_unusual(std::string_view cell, TextKind kind) {
    CellText result;
    std::string& text = result.text;
    for (std::size_t at = 0; at < cell.size();) {
        std::uint32_t const c = take_code_point(cell, at);
        if (c == '\r' || c == '\n' || c == '\t' || c == 0x0B || c == 0x2028 || c == 0x2029) {
            if (c == '\r' && at < cell.size() && cell[at] == '\n') ++at;
            bool const keep = kind == TextKind::lines && c != '\t';
            if (keep || !text.ends_with(' ')) text += keep ? '\n' : ' ';
        } else if (c == 0xA0 || c == 0x202F) {
            text += ' ';
        } else if (c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0)) {
            append_utf8(text, 0xFFFD);
            result.is_readable = false;
        } else if (kind == TextKind::lines || !is_invisible(c)) {
            bool const joined = c == 0x308 && add_umlaut(text);
            if (!joined) append_utf8(text, c);
        }
    }
    text = std::string{trim(text)};
    return result;
}

} // namespace

CellText tidy_cell(std::string_view cell, TextKind kind) {
    if (is_plain_ascii(cell)) {
        while (!cell.empty() && cell.front() == ' ')
            cell.remove_prefix(1);
        while (!cell.empty() && cell.back() == ' ')
            cell.remove_suffix(1);
        return {.text = unwrap(cell)};
    }
    CellText result = tidy_unusual(cell, kind);
    result.text = unwrap(result.text);
    return result;
}

std::string decode_html_entities(std::string_view text) {
    struct Entity {
        std::string_view name;
        std::uint32_t code_point;
    };
    static constexpr std::array entities{Entity{"amp", '&'},  Entity{"lt", '<'},    Entity{"gt", '>'},
                                         Entity{"quot", '"'}, Entity{"apos", '\''}, Entity{"nbsp", ' '}};
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t const end = text[at] == '&' ? text.substr(at, 12).find(';') : std::string_view::npos;
        std::uint32_t code_point = 0;
        if (end != std::string_view::npos) {
            std::string_view const name = text.substr(at + 1, end - 1);
            for (Entity const& entity : entities)
                if (entity.name == name) code_point = entity.code_point;
            bool const hex = name.starts_with("#x") || name.starts_with("#X");
            if (name.starts_with('#')) {
                for (char const c : name.substr(hex ? 2 : 1)) {
                    std::uint32_t const digit =
                        is_digit(c)                   ? static_cast<std::uint32_t>(c - '0')
                        : hex && c >= 'a' && c <= 'f' ? static_cast<std::uint32_t>(c - 'a' + 10)
                        : hex && c >= 'A' && c <= 'F' ? static_cast<std::uint32_t>(c - 'A' + 10)
                                                      : 99u;
                    code_point = digit == 99 || code_point > 0x10FFFF ? 0x110000
                                                                      : code_point * (hex ? 16 : 10) + digit;
                }
                bool const printable = code_point >= 0x20 && code_point <= 0x10FFFF &&
                                       (code_point < 0x7F || code_point >= 0xA0) &&
                                       (code_point < 0xD800 || code_point > 0xDFFF);
                if (!printable) code_point = 0;
            }
        }
        if (code_point == 0) {
            out += text[at++];
        } else {
            append_utf8(out, code_point);
            at += end + 1;
        }
    }
    return out;
}

bool says_nothing(std::string_view text, TextKind kind) {
    if (text.empty()) return true;
    bool const has_number =
        text.find_first_of("123456789") != std::string_view::npos; // no word for nothing has one
    if (has_number || text.size() > longest_nothing) return false;
    static constexpr std::array anywhere{"ka",   "keineangabe", "keineangaben", "na",
                                         "nv",   "null",        "nil",          "none",
                                         "leer", "entfaellt",   "notavailable"};
    static constexpr std::array in_codes{
        "unbekannt",          "unknown",      "ohne",          "keine",   "keiner",        "nichtbekannt",
        "nichtvorhanden",     "notspecified", "notapplicable", "invalid", "defaultstring", "tobefilledbyoem",
        "systemserialnumber", "serialnumber", "oem",           "noasset", "noassettag",    "noserial",
        "noserialnumber"};
    std::string key;
    bool only_zeros = true;
    bool has_sign = false;
    for (char const c : fold(text)) {
        bool const ascii_sign = c > ' ' && c < 0x7F && !is_digit(c) && !(c >= 'a' && c <= 'z');
        if (is_digit(c) || (c >= 'a' && c <= 'z')) key += c;
        if (c != '0' && c != ' ' && c != '-') only_zeros = false;
        has_sign = has_sign || ascii_sign;
    }
    if (key.empty()) {
        // "-", "–", "—", "?", "./.", "...": signs only; letters of other scripts are a value
        static constexpr std::array<std::string_view, 5> wide_signs{"–", "—", "‒", "―", "…"};
        std::string rest{trim(text)};
        for (std::string_view const sign : wide_signs)
            for (std::size_t at = rest.find(sign); at != std::string::npos; at = rest.find(sign))
                rest.erase(at, sign.size());
        return std::all_of(rest.begin(), rest.end(), [](char c) {
            return std::string_view{"-./?_* "}.find(c) != std::string_view::npos;
        });
    }
    // "NA" and "NV" without a sign between could be somebody's room or model
    bool const short_word = key == "ka" || key == "na" || key == "nv" || key == "nil";
    if ((!short_word || has_sign) && std::find(anywhere.begin(), anywhere.end(), key) != anywhere.end())
        return true;
    if (kind != TextKind::code) return false;
    return only_zeros || std::find(in_codes.begin(), in_codes.end(), key) != in_codes.end();
}

bool is_spreadsheet_damage(std::string_view text) {
    text = trim(text);
    if (text.starts_with('#')) {
        static constexpr std::array<std::string_view, 14> errors{
            "#REF!",   "#BEZUG!", "#VALUE!", "#WERT!", "#NAME?",     "#NUM!",   "#ZAHL!",
            "#DIV/0!", "#NULL!",  "#SPILL!", "#CALC!", "#ÜBERLAUF!", "#FIELD!", "#FELD!"};
        bool const too_narrow = text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos;
        return too_narrow || std::find(errors.begin(), errors.end(), text) != errors.end();
    }
    // one digit, perhaps decimals, E, sign, two or three digits
    std::size_t at = 0;
    if (text.empty() || !is_digit(text[at++])) return false;
    std::size_t decimals = 0;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {
        ++at;
        for (; at < text.size() && is_digit(text[at]); ++at)
            ++decimals;
        if (decimals == 0) return false;
    }
    if (at + 1 >= text.size() || (text[at] != 'E' && text[at] != 'e')) return false;
    char const sign = text[at + 1];
    // "5E-21" could be a type plate's text; with decimals or a plus it is a number
    if (sign != '+' && !(sign == '-' && decimals > 0)) return false;
    std::string_view const exponent = text.substr(at + 2);
    return (exponent.size() == 2 || exponent.size() == 3) &&
           std::all_of(exponent.begin(), exponent.end(), is_digit);
}

std::string_view cut_to_bytes(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

} // namespace schulkit
