#include "server/http/path_pattern.hpp"

#include "shared/core/endpoint.hpp"

namespace schulkit {
namespace {

/// Cuts off what stands before the next '/', and that.
std::string_view take_segment(std::string_view& rest) {
    auto const slash = rest.find('/');
    std::string_view const segment = rest.substr(0, slash);
    rest = slash == rest.npos ? std::string_view{} : rest.substr(slash + 1);
    return segment;
}

} // namespace

PathPattern::PathPattern(std::string_view pattern)
    : m_pattern{pattern}, m_literal{pattern.find('{') == pattern.npos} {}

bool PathPattern::matches(std::string_view path, PathValues& values) const {
    values.clear();
    if (m_literal) return path == m_pattern;
    if (!path.starts_with('/')) return false;

    std::string_view wanted = m_pattern.substr(1);
    std::string_view given = path.substr(1);
    // A trailing slash is one more, empty segment; take_segment() alone would not see it.
    auto const segments = [](std::string_view text) {
        std::size_t count = 1;
        for (char const c : text)
            count += c == '/' ? 1 : 0;
        return count;
    };
    std::size_t left_wanted = segments(wanted);
    std::size_t left_given = segments(given);
    while (left_wanted > 0) {
        if (left_given == 0) return false;
        std::string_view const all_given = given;
        std::string_view const part = take_segment(wanted);
        std::string_view const segment = take_segment(given);
        --left_wanted;
        --left_given;
        if (!part.starts_with('{')) {
            if (part != segment) return false;
            continue;
        }
        bool const takes_rest = part.ends_with("...}");
        std::string_view const name = part.substr(1, part.size() - (takes_rest ? 5 : 2));
        std::string_view const encoded = takes_rest ? all_given : segment;
        std::string value;
        if (encoded.empty() || !percent_decode(encoded, value)) return false;
        values.emplace_back(name, std::move(value));
        if (takes_rest) return true;
    }
    return left_given == 0;
}

} // namespace schulkit
