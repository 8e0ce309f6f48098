#pragma once
// Writing once: the answer to a write is kept under its Idempotency-Key, in the transaction of the change, so
// that a repeated call gets the same bytes and changes nothing.

#include "server/http/mounted.hpp"

namespace schulkit {

class Database;
class WriteTx;

/// The key of that request; empty where there is none. Error: invalid, on "Idempotency-Key", unless it is 1
/// to 200 visible ASCII characters.
Result<std::string> find_idempotency_key(HttpRequest const& request);
/// The same for a key that came otherwise; empty stays empty.
Result<std::string> checked_idempotency_key(std::string_view key);

using WriteHandler = std::function<Result<Answer>(WriteTx&)>;

/// Runs `change` in a transaction. With a key: what it answers is stored with it, refusals too (their effects
/// are undone), failures of the server not; a second call with that key waits for the first and gets its
/// answer; with another body or query it is refused: invalid "idempotency_key_reused". `broken`: the request
/// itself is wrong, so there is nothing to run, but the refusal is kept all the same.
Result<Answer> write_once(Call const& call, Access const& access, Error const* broken,
                          WriteHandler const& change);

using FormChange = std::function<Result<std::string>(WriteTx&)>;

/// The same for a page's form: `change` says where the browser goes next, and sent again (a second click, a
/// page loaded again) it leads there once more. A refusal is not kept: it changes nothing, and the form is
/// shown again to be mended. Error besides those of `change`: invalid "idempotency_key_reused".
Result<std::string> write_form_once(Call const& call, Access const& access, FormChange const& change);

} // namespace schulkit
