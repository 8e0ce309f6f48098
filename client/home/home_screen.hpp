#pragma once

#include "client/home/home_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_home(HomeModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/": the start page.
std::unique_ptr<Screen> make_home_screen(ScreenContext const& context);

} // namespace schulkit
