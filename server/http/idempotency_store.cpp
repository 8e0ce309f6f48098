#include "server/http/idempotency_store.hpp"

namespace schulkit {

std::optional<KeptAnswer> find_kept_answer(Tx& tx, WriteScope const& scope) {
    Statement s = tx.prepare("select status, content_type, body, body_hash from idempotency_keys "
                             "where key = ? and person_id = ? and method = ? and path = ?");
    bind_all(s, scope.key, scope.person, scope.method, scope.path);
    if (!s.step()) return std::nullopt;
    KeptAnswer kept;
    read_value(s, 0, kept.answer.status);
    read_value(s, 1, kept.answer.content_type);
    read_value(s, 2, kept.answer.body);
    read_value(s, 3, kept.fingerprint);
    return kept;
}

Result<Done> keep_answer(WriteTx& tx, WriteScope const& scope, KeptAnswer const& kept) {
    TRY(execute(tx,
                "insert into idempotency_keys "
                "(key, person_id, method, path, body_hash, status, content_type, body, created_at) "
                "values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                scope.key, scope.person, scope.method, scope.path, kept.fingerprint, kept.answer.status,
                kept.answer.content_type, kept.answer.body, tx.now()));
    return Done{};
}

Result<Done> forget_old_answers(WriteTx& tx) {
    TRY(execute(tx, "delete from idempotency_keys where created_at < ?", tx.now().unix_ms - kept_for_ms));
    return Done{};
}

} // namespace schulkit
