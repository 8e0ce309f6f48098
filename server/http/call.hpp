#pragma once
// One call on its way through the router, as endpoints without a guard and raw pages see it.

#include "server/http/message.hpp"
#include "server/http/path_pattern.hpp"
#include "server/http/sessions.hpp"

namespace schulkit {

class Database;

class Call {
public:
    Call(HttpRequest const& http, Deployment const& deployment, Database& database,
         Authenticator& authenticator)
        : m_http{http}, m_deployment{deployment}, m_database{database}, m_authenticator{authenticator} {}

    HttpRequest const& http() const { return m_http; }
    Deployment const& deployment() const { return m_deployment; }
    Database& database() const { return m_database; }
    std::string address() const { return client_address(m_deployment, m_http); }

    /// Decoded values of the path's parameters.
    PathValues const& path_values() const { return m_path_values; }
    /// The body as sent, where the endpoint takes one; taken once.
    std::string take_body() { return std::move(m_body); }
    /// Of a write that has one; empty elsewhere.
    std::string const& idempotency_key() const { return m_idempotency_key; }
    /// With an Idempotency-Key: tells whether body and query are those of the first call.
    std::string const& fingerprint() const { return m_fingerprint; }

    /// Error: unauthenticated for a bad token; nothing where there is no valid cookie.
    Result<std::optional<Person>> find_person() const { return find_caller(m_http, m_authenticator); }
    /// Error: unauthenticated.
    Result<Person> get_person() const;
    /// Joins the answer, whatever it will be.
    void set_cookie(std::string value) { m_cookies.push_back(std::move(value)); }

private:
    friend class Router;

    HttpRequest const& m_http;
    Deployment const& m_deployment;
    Database& m_database;
    Authenticator& m_authenticator;
    PathValues m_path_values = {};
    std::string m_body = {};
    std::string m_idempotency_key = {};
    std::string m_fingerprint = {};
    std::vector<std::string> m_cookies = {};
};

} // namespace schulkit
