#pragma once
// Which tokens are valid now, from the database.

#include "server/db/database.hpp"
#include "server/http/sessions.hpp"

namespace schulkit {

class StoredAuthenticator : public Authenticator {
public:
    explicit StoredAuthenticator(Database& database) : m_database{database} {}
    std::optional<Person> find_session_person(std::string_view token) override;
    std::optional<Person> find_token_person(std::string_view token) override;

private:
    Database& m_database;
};

} // namespace schulkit
