#include "server/people/sign_in.hpp"

#include "server/db/database.hpp"
#include "server/people/passwords.hpp"
#include "server/people/people_store.hpp"
#include "server/people/sign_in_throttle.hpp"
#include "shared/core/text.hpp"

namespace schulkit {
namespace {

// a working day; whoever forgets to sign out of a school's PC is signed out over night
constexpr std::chrono::hours session_lifetime{12};

} // namespace

Result<Person> sign_in(Call& call, Credentials const& given, SignInThrottle& throttle) {
    Database& database = call.database();
    std::string const name = fold(given.username);
    auto const attempt = throttle.begin(call.address(), name, database.now());
    if (!attempt) return fail(ErrorKind::too_many, "too_many_attempts");
    auto const login = database.read([&](Tx& tx) { return find_password_login(tx, trim(given.username)); });
    auto const matches = password_matches(given.password, login ? login->password_hash : std::string{});
    if (!matches) {
        throttle.take_back(*attempt);
        return fail(matches.error());
    }
    if (!*matches) return fail(ErrorKind::unauthenticated, "wrong_credentials");
    throttle.succeeded(*attempt);

    std::string const token = random_token();
    std::string const former{call.http().cookie(session_cookie_name)};
    auto const begun = database.write(login->person.id, [&](WriteTx& tx) -> Result<Done> {
        // its cookie is replaced: nobody could end it any more
        if (!former.empty()) TRY(delete_session(tx, token_hash(former)));
        std::int64_t const lifetime_ms = std::chrono::milliseconds{session_lifetime}.count();
        return create_session(tx, login->person.id, token_hash(token), {tx.now().unix_ms + lifetime_ms});
    });
    if (!begun) return fail(begun.error());
    call.set_cookie(session_cookie(call.deployment(), token, session_lifetime));
    return login->person;
}

Result<Done> sign_out(Call& call) {
    std::string const token{call.http().cookie(session_cookie_name)};
    TRY_ASSIGN(auto const person, call.find_person());
    if (person && !token.empty())
        TRY(call.database().write(person->id, [&](WriteTx& tx) { return delete_session(tx, token_hash(token)); }));
    call.set_cookie(ended_session_cookie(call.deployment()));
    return Done{};
}

} // namespace schulkit
