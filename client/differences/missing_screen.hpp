#pragma once

#include "client/differences/missing_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_missing(MissingModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_missing_screen(ScreenContext const& context);

} // namespace schulkit
