#pragma once

#include "server/db/database.hpp"
#include "shared/board/board.hpp"

namespace schulkit {

/// From the school year of today on.
Board read_board(Tx& tx);

} // namespace schulkit
