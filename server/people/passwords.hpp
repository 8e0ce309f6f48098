#pragma once
// Passwords as Argon2id, tokens as hashes. The only place that knows how secrets are kept.

#include "shared/core/result.hpp"

#include <string>
#include <string_view>

namespace schulkit {

/// Argon2id, 64 MiB and two passes (libsodium's "interactive"); about 50 ms.
std::string hash_password(std::string_view password);
/// Takes as long for a hash that is empty (nobody of that name) as for a real one. At most two are computed at once, so
/// that a flood of sign-ins does not eat the memory. Error: too_many while too many wait.
Result<bool> password_matches(std::string_view password, std::string const& hash);

/// 256 random bits as text that fits a cookie or a header.
std::string random_token();
/// How a token is stored: whoever reads the database cannot sign in with it.
std::string token_hash(std::string_view token);

} // namespace schulkit
