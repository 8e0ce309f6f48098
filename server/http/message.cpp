#include "server/http/message.hpp"

#include "shared/core/text.hpp"

#include <memory>
#include <utility>

namespace schulkit {
namespace {

std::string_view find_header(std::vector<Header> const& headers, std::string_view name) {
    for (Header const& header : headers)
        if (same_word(header.name, name)) return header.value;
    return {};
}

} // namespace

bool same_word(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
    for (std::size_t i = 0; i < a.size(); ++i)
        if (lower(a[i]) != lower(b[i])) return false;
    return true;
}

std::string_view HttpRequest::header(std::string_view name) const {
    return find_header(headers, name);
}

bool HttpRequest::has_header(std::string_view name) const {
    for (Header const& header : headers)
        if (same_word(header.name, name)) return true;
    return false;
}

std::string_view HttpRequest::cookie(std::string_view name) const {
    std::optional<std::string_view> found;
    for (Header const& header : headers) {
        if (!same_word(header.name, "Cookie")) continue;
        std::string_view rest = header.value;
        while (!rest.empty()) {
            auto const end = rest.find(';');
            std::string_view const pair = trim(rest.substr(0, end));
            auto const equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) {
                if (found) return {};
                found = pair.substr(equals + 1);
            }
            if (end == std::string_view::npos) break;
            rest.remove_prefix(end + 1);
        }
    }
    return found.value_or(std::string_view{});
}

HttpRequest make_request(std::string method, std::string const& target, std::vector<Header> headers,
                         std::string body) {
    HttpRequest request;
    request.method = std::move(method);
    auto const mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos) request.query = target.substr(mark + 1);
    request.headers = std::move(headers);
    request.peer_address = "127.0.0.1";
    request.read_body = [body = std::move(body)](std::size_t limit_bytes) -> Result<std::string> {
        if (body.size() > limit_bytes) return fail(ErrorKind::too_large, "too_large");
        return body;
    };
    return request;
}

std::string_view HttpResponse::header(std::string_view name) const {
    return find_header(headers, name);
}

void HttpResponse::set_header(std::string name, std::string value) {
    headers.push_back({std::move(name), std::move(value)});
}

HttpResponse redirect_to(std::string location) {
    HttpResponse response{.status = 302};
    response.set_header("Location", std::move(location));
    response.set_header("Cache-Control", "no-store");
    return response;
}

HttpResponse go_on_at(std::string location) {
    HttpResponse response = redirect_to(std::move(location));
    response.status = 303;
    return response;
}

} // namespace schulkit
