#pragma once
// Text as people type it: UTF-8 checks, folding for search, codes and rooms.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

/// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates, up to U+10FFFF).
bool is_utf8(std::string_view bytes);

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Number of code points of well-formed UTF-8.
std::size_t count_characters(std::string_view text);

/// The code point at `at` and how many bytes it has; 0 bytes where they are not well-formed.
struct CodePoint {
    std::uint32_t value = 0;
    std::size_t length = 0;
};
CodePoint code_point_at(std::string_view bytes, std::size_t at);

/// What nobody sees and what changes how the rest reads.
bool is_unseen(std::uint32_t code_point);

/// Without what nobody sees and what changes how the rest reads: directional controls (UAX #9), soft hyphens, fillers, tags.
/// Joiners of emoji and scripts stay, unless there is nothing else. Text that is no UTF-8 comes back as it is.
std::string without_unseen(std::string_view text);

/// Without white space (also U+00A0, U+FEFF) at both ends.
std::string_view trim(std::string_view text);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, std::uint32_t code_point);

/// The form in which texts are compared and searched: small letters, ä→ae ö→oe ü→ue ß→ss, other accents
/// dropped (Latin-1, Latin Extended-A), any run of white space one blank, trimmed.
std::string fold(std::string_view text);

/// The form in which tags and serial numbers are compared: fold() without blanks, in capitals.
std::string code_key(std::string_view code);

/// "R 204", "R. 204", "Raum 204" and "204" are one room: "204". Other names are only trimmed.
std::string normalize_room(std::string_view room);

/// The words of fold(text): runs of letters and digits.
std::vector<std::string> folded_words(std::string_view text);

} // namespace schulkit
