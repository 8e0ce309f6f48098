#pragma once
// Numbered SQL files (server/migrations/NNNN_name.sql), embedded in the binary, each run once in a
// transaction of its own. A file that has been released is never changed again.

#include "server/db/connection.hpp"

namespace schulkit {

/// Brings the file to the newest migration. Error: invalid "database_newer".
Result<Done> migrate(Connection& connection);

} // namespace schulkit
