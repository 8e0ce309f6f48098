#include "server/board/board_routes.hpp"

#include "server/board/board_store.hpp"
#include "server/http/router.hpp"

namespace schulkit {

void mount_board(Router& router) {
    router.read<GetBoard>(Action::read_board, [](Tx& tx, Access const&, auto const&) { return Result<Board>{read_board(tx)}; });
}

} // namespace schulkit
