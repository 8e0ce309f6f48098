#pragma once
// People, their schools and their ways to sign in.

#include "server/db/database.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

std::optional<Person> find_person(Tx& tx, Id<Person> id);
/// Small and capital letters are one.
std::optional<Person> find_person_by_username(Tx& tx, std::string_view username);
/// Absent for the system (0).
std::optional<std::string> find_username(Tx& tx, std::int64_t id);
/// Whether accounts of the demo county exist; their passwords are public.
bool has_demo_accounts(Tx& tx);

enum class Account { real, demo };
/// Errors: 409 "taken" on username, 422 "unknown_school" on school_codes.
Result<Person> create_person(WriteTx& tx, Person person, Account account = Account::real);
/// Ends that person's sessions.
Result<Done> set_password(WriteTx& tx, Id<Person> id, std::string const& password_hash);
/// Of an account that is in use: the log says that it happened.
Result<Done> change_password(WriteTx& tx, Id<Person> id, std::string const& password_hash);

struct PasswordLogin {
    Person person;
    std::string password_hash;
};
std::optional<PasswordLogin> find_password_login(Tx& tx, std::string_view username);

/// Sessions and API tokens are kept as hashes only.
Result<Done> create_session(WriteTx& tx, Id<Person> id, std::string const& token_hash, Instant expires_at);
std::optional<Person> find_session_person(Tx& tx, std::string const& token_hash, Instant now);
Result<Done> delete_session(WriteTx& tx, std::string const& token_hash);
Result<Done> create_api_token(WriteTx& tx, Id<Person> id, std::string const& token_hash);
std::optional<Person> find_token_person(Tx& tx, std::string const& token_hash);

} // namespace schulkit
