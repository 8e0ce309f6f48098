#pragma once
// Answers to writes, kept under their Idempotency-Key.

#include "server/db/database.hpp"
#include "server/http/mounted.hpp"

namespace schulkit {

/// One call, as far as it can be repeated.
struct WriteScope {
    std::string_view key;
    Id<Person> person = {};
    std::string_view method;
    std::string_view path;
};

struct KeptAnswer {
    Answer answer = {};
    std::string fingerprint = {};
};

inline constexpr std::int64_t kept_for_ms = std::int64_t{30} * 24 * 60 * 60 * 1000;

std::optional<KeptAnswer> find_kept_answer(Tx& tx, WriteScope const& scope);
Result<Done> keep_answer(WriteTx& tx, WriteScope const& scope, KeptAnswer const& kept);
/// What is older than 30 days.
Result<Done> forget_old_answers(WriteTx& tx);

} // namespace schulkit
