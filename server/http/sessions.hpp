#pragma once
// Who is calling: the session cookie or a bearer token, and the defence against calls that other sites
// make in the name of a signed-in person. Sessions themselves are kept in server/people.

#include "server/http/deployment.hpp"
#include "server/http/message.hpp"
#include "shared/people/person.hpp"

#include <chrono>

namespace schulkit {

inline constexpr std::string_view session_cookie_name = "schulkit_session";

/// Knows the tokens that are valid now. Called by many threads at once.
class Authenticator {
public:
    virtual ~Authenticator() = default;
    virtual std::optional<Person> find_session_person(std::string_view token) = 0;
    virtual std::optional<Person> find_token_person(std::string_view token) = 0;
};

/// Nothing without a valid cookie. Error: unauthenticated "unauthenticated" for a bad Authorization header,
/// which never falls back to the cookie.
Result<std::optional<Person>> find_caller(HttpRequest const& request, Authenticator& authenticator);

/// Error: forbidden "cross_site" for a state-changing call that a browser says another site has made. Calls
/// with a bearer token are exempt (no browser adds one by itself), calls without Origin and Sec-Fetch-Site
/// allowed.
Result<Done> check_same_site(HttpRequest const& request, Deployment const& deployment);

/// Values of Set-Cookie: HttpOnly, SameSite=Lax (a link in a mail opens signed in), Secure where the address
/// is https.
std::string session_cookie(Deployment const& deployment, std::string_view token,
                           std::chrono::seconds lifetime);
std::string ended_session_cookie(Deployment const& deployment);

} // namespace schulkit
