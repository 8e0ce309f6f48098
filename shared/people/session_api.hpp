#pragma once
// Signing in, asking who I am, signing out.

#include "shared/core/endpoint.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

struct Credentials {
    std::string username = {};
    std::string password = {};
    bool operator==(Credentials const&) const = default;
};

template <>
struct Schema<Credentials> {
    static constexpr std::string_view name = "credentials";
    static constexpr auto fields = std::tuple{
        field("username", "person.username", &Credentials::username, {.required = true, .max_length = 200}),
        field("password", "person.password", &Credentials::password, {.required = true, .verbatim = true, .max_length = 1000})};
};

struct Session {
    Person user = {};
    bool operator==(Session const&) const = default;
};

template <>
struct Schema<Session> {
    static constexpr std::string_view name = "session";
    static constexpr auto fields = std::tuple{field("user", "", &Session::user)};
};

struct SignIn {
    using Path = None;
    using Query = None;
    using Body = Credentials;
    using Response = Session;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/session";
    static constexpr std::string_view name = "sign_in";
    static constexpr std::string_view summary = "Sign in; sets the session cookie";
};

struct GetSession {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Session;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/session";
    static constexpr std::string_view name = "get_session";
    static constexpr std::string_view summary = "Who is signed in";
};

struct SignOut {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = None;
    static constexpr Method method = Method::remove;
    static constexpr int success = 204;
    static constexpr std::string_view path = "/api/session";
    static constexpr std::string_view name = "sign_out";
    static constexpr std::string_view summary = "Sign out; ends the session";
};

} // namespace schulkit
