#pragma once
// Whether a database is sound: SQLite's own checks, and what must hold beyond its constraints.

#include "server/db/database.hpp"

namespace schulkit {

/// One sentence for each thing that is broken; empty: sound.
std::vector<std::string> find_broken_rules(Tx& tx);

} // namespace schulkit
