#pragma once
// The pages of a list that were passed so far. They stand in the route, so that Back, a reload and a link
// somebody sends lead to the same page.

#include "client/ui/options.hpp"
#include "shared/core/endpoint.hpp"
#include "shared/core/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

struct PageTrail {
    std::vector<std::string> cursors =
        {}; ///< one per page after the first; the last is that of the page shown

    std::optional<std::string> cursor() const {
        return cursors.empty() ? std::nullopt : std::optional{cursors.back()};
    }
    /// 1-based number of the first entry shown.
    std::int64_t first_shown(int page_size) const {
        return static_cast<std::int64_t>(cursors.size()) * page_size + 1;
    }
    bool operator==(PageTrail const&) const = default;
};

/// As in the route; a cursor holds no ".".
PageTrail parse_trail(std::string_view text);
std::string to_text(PageTrail const& trail);

/// What the pager below a list shows; first_shown: 1-based number of the first entry.
template <class T> ui::PagerOptions pager_of(PageTrail const& trail, std::int64_t first_shown, Page<T> const& page) {
    return {.first_shown = first_shown,
            .last_shown = first_shown + static_cast<std::int64_t>(page.items.size()) - 1,
            .total = page.total,
            .total_is_exact = page.total_is_exact,
            .has_previous = !trail.cursors.empty(),
            .has_next = page.next_cursor.has_value()};
}

/// The page of a link from another time, or of one that was cut off: only the first page still makes sense.
bool is_bad_cursor(Error const& error);

} // namespace schulkit
