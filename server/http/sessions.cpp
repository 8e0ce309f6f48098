#include "server/http/sessions.hpp"

#include "server/http/call.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

std::optional<std::string_view> find_bearer_token(HttpRequest const& request) {
    constexpr std::string_view scheme = "Bearer ";
    std::string_view const value = trim(request.header("Authorization"));
    if (value.size() <= scheme.size() || !same_word(value.substr(0, scheme.size()), scheme))
        return std::nullopt;
    return trim(value.substr(scheme.size()));
}

/// "https://host:port" → "host:port".
std::string_view host_of(std::string_view origin) {
    auto const end = origin.find("://");
    return end == origin.npos ? std::string_view{} : origin.substr(end + 3);
}

std::string cookie_value(Deployment const& deployment, std::string_view token,
                         std::chrono::seconds lifetime) {
    std::string cookie{session_cookie_name};
    cookie += '=';
    cookie += token;
    cookie += "; Path=" + deployment.path("/") + "; Max-Age=" + std::to_string(lifetime.count()) +
              "; HttpOnly; SameSite=Lax";
    if (deployment.is_https()) cookie += "; Secure";
    return cookie;
}

} // namespace

Result<std::optional<Person>> find_caller(HttpRequest const& request, Authenticator& authenticator) {
    if (request.has_header("Authorization")) {
        auto const token = find_bearer_token(request);
        auto person = token ? authenticator.find_token_person(*token) : std::nullopt;
        if (!person) return fail(ErrorKind::unauthenticated, "unauthenticated", "bad Authorization header");
        return person;
    }
    std::string_view const token = request.cookie(session_cookie_name);
    if (token.empty()) return std::optional<Person>{};
    return authenticator.find_session_person(token);
}

Result<Done> check_same_site(HttpRequest const& request, Deployment const& deployment) {
    bool const changes = request.method != "GET" && request.method != "HEAD" && request.method != "OPTIONS";
    if (!changes || find_bearer_token(request)) return Done{};

    auto const refuse = [] { return fail(ErrorKind::forbidden, "cross_site"); };
    if (std::string_view const site = request.header("Sec-Fetch-Site"); !site.empty()) {
        if (site == "same-origin" || site == "none") return Done{};
        return refuse();
    }
    if (!request.has_header("Origin")) return Done{};
    std::string_view const origin = request.header("Origin");
    if (!deployment.origin.empty() && same_word(origin, deployment.origin)) return Done{};
    std::string_view const host = request.header("Host");
    if (!host.empty() && same_word(host_of(origin), host)) return Done{};
    return refuse();
}

std::string session_cookie(Deployment const& deployment, std::string_view token,
                           std::chrono::seconds lifetime) {
    return cookie_value(deployment, token, lifetime);
}

std::string ended_session_cookie(Deployment const& deployment) {
    return cookie_value(deployment, "", std::chrono::seconds{0});
}

Result<Person> Call::get_person() const {
    TRY_ASSIGN(auto person, find_person());
    if (!person) return fail(ErrorKind::unauthenticated, "unauthenticated");
    return std::move(*person);
}

} // namespace schulkit
