#pragma once

#include "client/screen.hpp"
#include "client/tours/tour_model.hpp"

#include <memory>

namespace schulkit {

void draw_tour(TourPageModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/sommer/{id}"
std::unique_ptr<Screen> make_tour_screen(ScreenContext const& context);

} // namespace schulkit
