#pragma once
// Whether a database is sound: SQLite's own checks, and what must hold beyond its constraints.

#include "server/db/database.hpp"

namespace schulkit {

/// One sentence for each thing that is broken; empty: sound.
std::vector<std::string> find_broken_rules(Tx& tx);

/// Whether the file is a whole database of Schulkit. Errors: invalid "not_a_database" (also an empty
/// file), "damaged".
Result<Done> check_backup(std::string const& file);

} // namespace schulkit
