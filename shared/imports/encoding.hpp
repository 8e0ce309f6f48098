#pragma once
// The bytes of a list → UTF-8. Knows the encodings that offices really send, and refuses what is no text.

#include "shared/core/result.hpp"
#include "shared/core/schema.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace schulkit {

enum class Encoding { utf_8, utf_8_bom, windows_1252, utf_16le, utf_16be };

template <> struct EnumWords<Encoding> {
    static constexpr std::array values{
        std::pair{Encoding::utf_8, std::string_view{"utf-8"}},
        std::pair{Encoding::utf_8_bom, std::string_view{"utf-8-bom"}},
        std::pair{Encoding::windows_1252, std::string_view{"windows-1252"}},
        std::pair{Encoding::utf_16le, std::string_view{"utf-16le"}},
        std::pair{Encoding::utf_16be, std::string_view{"utf-16be"}},
    };
};

/// Text without byte order mark and without U+0000. A byte that means nothing in its encoding has become
/// U+FFFD, so that the row it stands in can be refused instead of the whole list.
struct DecodedText {
    Encoding encoding = Encoding::utf_8;
    bool is_converted = false;
    std::string converted = {};     ///< the text, if it had to be converted
    std::string_view in_place = {}; ///< otherwise: part of the bytes given, which must outlive this
    bool looks_like_old_mac =
        false; ///< read as Windows-1252, but the letters look like those of an old Macintosh

    std::string_view text() const { return is_converted ? std::string_view{converted} : in_place; }
};

/// Errors: not_a_table (nothing in it, NUL bytes, or the signature of another kind of file: zip and xlsx, old
/// xls, PDF, pictures …); too_large (max_import_bytes); bad_encoding for UTF-16 that ends in half a character
/// or has half a surrogate pair (error_in_row).
Result<DecodedText> decode_text(std::string_view bytes);

/// An error of the whole list, with one field "row" whose value is the number of the row where it shows.
tl::unexpected<Error> error_in_row(ErrorKind kind, std::string code, std::size_t row,
                                   std::string detail = {});

/// The number of the row in which `text` ends, as a spreadsheet counts: a line break between quotes ends no
/// row.
std::size_t row_at_end_of(std::string_view text);

} // namespace schulkit
