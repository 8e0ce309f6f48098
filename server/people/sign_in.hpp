#pragma once
// Signing in and out, for whoever asks: the API and the pages.

#include "server/http/call.hpp"
#include "shared/people/session_api.hpp"

namespace schulkit {

class SignInThrottle;

/// Sets the session's cookie. Errors: unauthenticated "wrong_credentials", too_many "too_many_attempts".
Result<Person> sign_in(Call& call, Credentials const& given, SignInThrottle& throttle);
/// Ends the session, if there is one, and takes the cookie back.
Result<Done> sign_out(Call& call);

} // namespace schulkit
