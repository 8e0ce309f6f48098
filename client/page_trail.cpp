#include "client/page_trail.hpp"

#include <algorithm>

namespace schulkit {

PageTrail parse_trail(std::string_view text) {
    PageTrail trail;
    while (!text.empty()) {
        std::size_t const end = text.find('.');
        if (end != 0) trail.cursors.emplace_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return trail;
}

std::string to_text(PageTrail const& trail) {
    std::string text;
    for (std::string const& cursor : trail.cursors) {
        if (!text.empty()) text += '.';
        text += cursor;
    }
    return text;
}

bool is_bad_cursor(Error const& error) {
    return std::any_of(error.fields.begin(), error.fields.end(),
                       [](FieldError const& field) { return field.field == "cursor"; });
}

} // namespace schulkit
