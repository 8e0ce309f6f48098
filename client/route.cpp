#include "client/route.hpp"

#include "shared/core/endpoint.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t const end = text.find(separator);
        if (std::string_view const part = text.substr(0, end); !part.empty()) parts.push_back(part);
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::string> decoded(std::string_view text) {
    std::string out;
    if (!percent_decode(text, out) || !is_utf8(out)) return std::nullopt;
    return out;
}

} // namespace

std::string const& Route::parameter(std::string_view name) const {
    static std::string const none;
    auto const found = query.find(name);
    return found == query.end() ? none : found->second;
}

Route parse_route(std::string_view text) {
    Route route;
    if (text.starts_with('#')) text.remove_prefix(1);
    std::size_t const mark = text.find('?');
    for (std::string_view const part : split(text.substr(0, mark), '/'))
        if (auto segment = decoded(part)) route.path.push_back(std::move(*segment));
    if (mark == std::string_view::npos) return route;
    for (std::string_view const part : split(text.substr(mark + 1), '&')) {
        std::size_t const equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        auto name = decoded(part.substr(0, equals));
        auto value = decoded(part.substr(equals + 1));
        if (name && value && !value->empty()) route.query[std::move(*name)] = std::move(*value);
    }
    return route;
}

std::string to_text(Route const& route) {
    std::string text = "#";
    for (std::string const& segment : route.path) text += '/' + percent_encode(segment);
    if (route.path.empty()) text += '/';
    char separator = '?';
    for (auto const& [name, value] : route.query) {
        if (value.empty()) continue;
        text += separator + percent_encode(name) + '=' + percent_encode(value);
        separator = '&';
    }
    return text;
}

bool fits(std::string_view pattern, Route const& route) {
    std::vector<std::string_view> const parts = split(pattern, '/');
    if (parts.size() != route.path.size()) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!parts[i].starts_with('{') && parts[i] != route.path[i]) return false;
    return true;
}

std::optional<std::int64_t> number_at(Route const& route, std::size_t index) {
    std::int64_t number = 0;
    if (index >= route.path.size() || !from_text(route.path[index], number) || number < 1) return std::nullopt;
    return number;
}

} // namespace schulkit
