#pragma once

#include "client/board/board_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_board(BoardModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_board_screen(ScreenContext const& context);

} // namespace schulkit
