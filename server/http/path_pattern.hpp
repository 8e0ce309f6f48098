#pragma once
// "/api/assets/{id}" and "/api/lookup/{code...}" against raw paths.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schulkit {

/// Names and decoded values, in the order of the path.
using PathValues = std::vector<std::pair<std::string_view, std::string>>;

class PathPattern {
public:
    /// `pattern` outlives this. {name} takes one segment that is not empty, {name...} all that follows,
    /// slashes too.
    explicit PathPattern(std::string_view pattern = "/");

    /// False also for a broken escape. `path` is percent-encoded.
    bool matches(std::string_view path, PathValues& values) const;
    bool is_literal() const { return m_literal; }
    std::string_view text() const { return m_pattern; }

private:
    std::string_view m_pattern;
    bool m_literal;
};

} // namespace schulkit
