#pragma once
// Where a list goes on: the sort value and the number of its last row, so that rows that come or go
// meanwhile neither repeat nor skip others. Opaque to the caller.

#include "shared/core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace schulkit {

/// "name" or "-name", checked against what a list can be sorted by.
struct Sort {
    std::string_view field;
    bool descending = false;
};

struct Cursor {
    std::string value = {};
    std::int64_t id = 0;
};

/// Error: 422 on `sort`. `allowed` outlives the result.
template <class Names> Result<Sort> parse_sort(std::string_view text, Names const& allowed) {
    bool const descending = text.starts_with('-');
    std::string_view const wanted = descending ? text.substr(1) : text;
    for (std::string_view const name : allowed)
        if (name == wanted) return Sort{name, descending};
    return invalid("sort", "unknown_value");
}

/// Error: 422 on `limit`.
Result<Done> check_limit(int limit);

std::string encode_cursor(std::string_view sort, Cursor const& cursor);
/// Nothing for no text. Error: 422 on `cursor`, also when it belongs to another sort.
Result<std::optional<Cursor>> decode_cursor(std::optional<std::string> const& text, std::string_view sort);

} // namespace schulkit
