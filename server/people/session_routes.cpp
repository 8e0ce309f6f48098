#include "server/people/session_routes.hpp"

#include "server/http/router.hpp"
#include "server/people/sign_in.hpp"

namespace schulkit {
namespace {

Result<Session> get_session(Call& call, Request<GetSession> const&) {
    TRY_ASSIGN(Person person, call.get_person());
    return Session{std::move(person)};
}

} // namespace

void mount_sessions(Router& router, SignInThrottle& throttle) {
    router.open<SignIn>([&throttle](Call& call, Request<SignIn> const& request) -> Result<Session> {
        TRY_ASSIGN(Person person, sign_in(call, request.body, throttle));
        return Session{std::move(person)};
    });
    router.open<GetSession>(get_session);
    router.open<SignOut>([](Call& call, Request<SignOut> const&) -> Result<None> {
        TRY(sign_out(call));
        return None{};
    });
}

} // namespace schulkit
