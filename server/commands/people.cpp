#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"
#include "shared/people/session_api.hpp"

#include <iostream>

namespace schulkit {
namespace {

constexpr std::size_t shortest_password = 8;

} // namespace

int add_user(UserOptions const& options) {
    auto const role = enum_of<Role>(options.role);
    if (!role) return complain({.kind = ErrorKind::invalid, .code = "unknown_role", .detail = options.role});
    std::string password;
    std::getline(std::cin, password);
    if (password.ends_with('\r')) password.pop_back();
    if (!is_utf8(password) || count_characters(password) < shortest_password)
        return complain({.kind = ErrorKind::invalid,
                         .code = "password_too_short",
                         .detail = "the first line of standard input must have at least 8 characters"});
    if (FieldErrors const errors = validate(Credentials{options.name, password}); !errors.empty())
        return complain({.kind = ErrorKind::invalid, .code = errors.front().code, .detail = errors.front().field});
    auto database = open_data(options.data, DataFolder::make);
    if (!database) return complain(database.error());
    std::string const hash = hash_password(password);
    auto const added = (*database)->write({}, [&](WriteTx& tx) -> Result<Person> {
        TRY_ASSIGN(Person person, create_person(tx, {.username = options.name, .role = *role,
                                                     .school_codes = options.schools}));
        TRY(set_password(tx, person.id, hash));
        return person;
    });
    if (!added) return complain(added.error());
    std::cout << "added " << added->username << '\n';
    return 0;
}

int add_token(std::string const& data, std::string const& user) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    std::string const token = random_token();
    auto const added = (*database)->write({}, [&](WriteTx& tx) -> Result<Done> {
        auto const person = find_person_by_username(tx, user);
        if (!person) return fail(ErrorKind::not_found, "unknown_person", user);
        return create_api_token(tx, person->id, token_hash(token));
    });
    if (!added) return complain(added.error());
    std::cout << token << '\n';
    return 0;
}

} // namespace schulkit
