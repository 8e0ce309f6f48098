#pragma once
// A cell → the text that is stored: tidied, and known to be a value.

#include <cstddef>
#include <string>
#include <string_view>

namespace schulkit {

enum class TextKind {
    line,  ///< names, rooms, categories: line breaks become blanks
    code,  ///< tags, serial numbers, models: like line
    lines, ///< notes: line breaks stay, as LF
};

struct CellText {
    std::string text = {};
    bool is_readable = true; ///< false: a byte without meaning (U+FFFD) or a control character is in it
};

/// Trims; takes the sheet's wrapping off (="00123" and '=…), drops invisible marks (not in notes), writes a
/// letter with a separate umlaut as one letter, as other systems do.
CellText tidy_cell(std::string_view cell, TextKind kind);

/// Decodes &amp; &lt; &gt; &quot; &apos; &nbsp; and numeric entities (Jamf School writes names so).
std::string decode_html_entities(std::string_view text);

/// "-", "k. A.", "n/a", #NV …: the cell says nothing. A code may also be "unbekannt", all zeros, or what
/// firmware puts where no serial number was set ("To be filled by O.E.M.").
bool says_nothing(std::string_view text, TextKind kind);

/// True for what a spreadsheet makes of a long number (6.37702E+15, 1,23E+11) or of a formula (#REF!, #WERT!,
/// ####).
bool is_spreadsheet_damage(std::string_view text);

/// Of a value that an error shows.
inline constexpr std::size_t max_shown_bytes = 200;

/// At most `bytes` bytes of well-formed UTF-8, ending with a whole character.
std::string_view cut_to_bytes(std::string_view text, std::size_t bytes);

} // namespace schulkit
