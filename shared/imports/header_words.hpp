#pragma once
// The headers that are understood: German and English ones of lists kept by hand, and those of other
// products: Snipe-IT (sample files and translations of v8.1.4), Jamf School and Jamf Pro, Intune, Shelf,
// leihs, inventorio, GLPI. Keys as header_key() makes them.

#include "shared/imports/columns.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace schulkit {

struct HeaderWord {
    std::string_view key;
    Column column = Column::tag;
    int rank = 0; ///< of several headers for one column, the smaller one is asked first
    std::optional<ListFormat> only = {}; ///< means this in lists of that format only
};

/// Headers that say what they mean. A key stands here once per format.
std::span<HeaderWord const> header_words();

/// Headers that can mean several things: taken, in this order, for the first column that nothing else in the
/// list names. "Typ" is the category where there is none, else the model, else nothing.
std::span<HeaderWord const> vague_header_words();

} // namespace schulkit
