#include "server/http/idempotency.hpp"

#include "server/db/database.hpp"
#include "server/http/idempotency_store.hpp"
#include "server/http/problem.hpp"

namespace schulkit {
namespace {

constexpr std::string_view header_name = "Idempotency-Key";
constexpr std::size_t max_key_length = 200;

} // namespace

Result<std::string> find_idempotency_key(HttpRequest const& request) {
    if (!request.has_header(header_name)) return std::string{};
    std::string_view const key = request.header(header_name);
    if (key.empty()) return invalid(std::string{header_name}, "required");
    return checked_idempotency_key(key);
}

Result<std::string> checked_idempotency_key(std::string_view key) {
    if (key.size() > max_key_length) return invalid(std::string{header_name}, "too_long");
    for (char const c : key)
        if (c < 0x21 || c > 0x7E) return invalid(std::string{header_name}, "bad_character");
    return std::string{key};
}

namespace {

WriteScope scope_of_call(Call const& call, Access const& access) {
    return {.key = call.idempotency_key(),
            .person = access.person,
            .method = call.http().method,
            .path = inner_path(call.deployment(), call.http().path)};
}

} // namespace

Result<Answer> write_once(Call const& call, Access const& access, Error const* broken,
                          WriteHandler const& change) {
    if (call.idempotency_key().empty()) {
        if (broken != nullptr) return fail(*broken);
        return call.database().write(access.person, change);
    }
    WriteScope const scope = scope_of_call(call, access);
    return call.database().write(access.person, [&](WriteTx& tx) -> Result<Answer> {
        if (auto kept = find_kept_answer(tx, scope)) {
            if (kept->fingerprint != call.fingerprint())
                return fail(ErrorKind::invalid, "idempotency_key_reused");
            return std::move(kept->answer);
        }
        TRY(forget_old_answers(tx));
        auto result =
            broken != nullptr ? Result<Answer>{fail(*broken)} : tx.attempt([&] { return change(tx); });
        if (!result) {
            if (status_of(result.error().kind) >= 500) return result;
            HttpResponse refusal = problem_of(result.error());
            result = Answer{.status = refusal.status,
                            .content_type = std::move(refusal.content_type),
                            .body = std::move(refusal.body)};
        }
        TRY(keep_answer(tx, scope, {*result, call.fingerprint()}));
        return result;
    });
}

Result<std::string> write_form_once(Call const& call, Access const& access, FormChange const& change) {
    if (call.idempotency_key().empty()) return call.database().write(access.person, change);
    WriteScope const scope = scope_of_call(call, access);
    return call.database().write(access.person, [&](WriteTx& tx) -> Result<std::string> {
        if (auto kept = find_kept_answer(tx, scope)) {
            if (kept->fingerprint != call.fingerprint())
                return fail(ErrorKind::invalid, "idempotency_key_reused");
            return std::move(kept->answer.body);
        }
        TRY(forget_old_answers(tx));
        TRY_ASSIGN(std::string next, change(tx));
        TRY(keep_answer(tx, scope,
                        {{.status = 303, .content_type = {}, .body = next}, call.fingerprint()}));
        return next;
    });
}

} // namespace schulkit
