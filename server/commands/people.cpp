#include "server/commands/commands.hpp"
#include "server/commands/data_folder.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "shared/core/text.hpp"
#include "shared/core/validate.hpp"
#include "shared/people/session_api.hpp"

#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace schulkit {
namespace {

constexpr std::size_t shortest_password = 8;

/// While it lives a terminal does not show what is typed; anything else than a terminal is left alone.
class HiddenInput {
public:
    HiddenInput() : m_is_terminal(tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_is_terminal) return;
        std::cerr << "New password (at least " << shortest_password << " characters): " << std::flush;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~HiddenInput() {
        if (!m_is_terminal) return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::cerr << '\n';
    }
    HiddenInput(HiddenInput const&) = delete;
    HiddenInput& operator=(HiddenInput const&) = delete;

private:
    termios m_before = {};
    bool m_is_terminal = false;
};

/// The first line of standard input, for somebody of that name.
Result<std::string> read_password(std::string const& name) {
    std::string password;
    {
        HiddenInput const hidden;
        std::getline(std::cin, password);
    }
    if (password.ends_with('\r')) password.pop_back();
    if (!is_utf8(password) || count_characters(password) < shortest_password)
        return fail(ErrorKind::invalid, "password_too_short",
                    "the first line of standard input must have at least 8 characters");
    if (FieldErrors const errors = validate(Credentials{name, password}); !errors.empty())
        return fail(ErrorKind::invalid, errors.front().code, errors.front().field);
    return password;
}

} // namespace

int add_user(UserOptions const& options) {
    auto const role = enum_of<Role>(options.role);
    if (!role) return complain({.kind = ErrorKind::invalid, .code = "unknown_role", .detail = options.role});
    auto const password = read_password(options.name);
    if (!password) return complain(password.error());
    auto database = open_data(options.data, DataFolder::make);
    if (!database) return complain(database.error());
    std::string const hash = hash_password(*password);
    auto const added = (*database)->write({}, [&](WriteTx& tx) -> Result<Person> {
        TRY_ASSIGN(Person person, create_person(tx, {.username = options.name, .role = *role,
                                                     .is_contact = options.is_contact,
                                                     .school_codes = options.schools}));
        TRY(set_password(tx, person.id, hash));
        return person;
    });
    if (!added) return complain(added.error());
    std::cout << "added " << added->username << '\n';
    return 0;
}

int change_password(std::string const& data, std::string const& name) {
    auto database = open_data(data, DataFolder::must_exist);
    if (!database) return complain(database.error());
    auto const password = read_password(name);
    if (!password) return complain(password.error());
    std::string const hash = hash_password(*password);
    auto const changed = (*database)->write({}, [&](WriteTx& tx) -> Result<Person> {
        auto person = find_person_by_username(tx, name);
        if (!person) return fail(ErrorKind::not_found, "unknown_person", name);
        TRY(change_password(tx, person->id, hash));
        return std::move(*person);
    });
    if (!changed) return complain(changed.error());
    std::cout << "changed the password of " << changed->username << '\n';
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
