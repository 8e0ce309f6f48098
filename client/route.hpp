#pragma once
// The route is the one truth of what is on the screen: "#/geraete/12?q=beamer".

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

struct Route {
    std::vector<std::string> path = {};                         ///< {"geraete", "12"}, decoded
    std::map<std::string, std::string, std::less<>> query = {}; ///< decoded

    /// Empty where there is none.
    std::string const& parameter(std::string_view name) const;
    bool operator==(Route const&) const = default;
};

/// Takes any text; what cannot be decoded is left out.
Route parse_route(std::string_view text);
std::string to_text(Route const& route);

/// "geraete/{id}" fits {"geraete", "12"}.
bool fits(std::string_view pattern, Route const& route);
/// The number that stands at that place of the path, if one does.
std::optional<std::int64_t> number_at(Route const& route, std::size_t index);

} // namespace schulkit
