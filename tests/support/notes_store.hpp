#pragma once

#include "server/db/database.hpp"

namespace schulkit::test {

/// Error: conflict "taken" on "text".
Result<std::int64_t> insert_note(WriteTx& tx, std::string const& text);
std::optional<std::string> find_note(Tx& tx, std::int64_t id);
std::vector<std::string> note_texts(Tx& tx);
std::int64_t count_kept_answers(Tx& tx);

} // namespace schulkit::test
