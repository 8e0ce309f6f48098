#include "server/people/authenticator.hpp"

#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"

namespace schulkit {

std::optional<Person> StoredAuthenticator::find_session_person(std::string_view token) {
    return m_database.read(
        [&](Tx& tx) { return schulkit::find_session_person(tx, token_hash(token), m_database.now()); });
}

std::optional<Person> StoredAuthenticator::find_token_person(std::string_view token) {
    return m_database.read([&](Tx& tx) { return schulkit::find_token_person(tx, token_hash(token)); });
}

} // namespace schulkit
