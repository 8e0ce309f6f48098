#pragma once

#include "client/screen.hpp"
#include "client/tours/summer_model.hpp"

#include <memory>

namespace schulkit {

void draw_summer(SummerModel& model, ScreenContext const& context, ui::Ui& ui);
/// Above the list: what to do with the chosen loans.
void draw_summer_tools(SummerModel& model, ScreenContext const& context, ui::Ui& ui);
/// What became of them.
void draw_extensions(SummerModel& model, ui::Ui& ui);

/// "#/sommer"
std::unique_ptr<Screen> make_summer_screen(ScreenContext const& context);

} // namespace schulkit
