#pragma once

#include "client/screen.hpp"
#include "client/tours/tour_form_model.hpp"

#include <memory>

namespace schulkit {

void draw_tour_form(TourFormModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/sommer/neu" and "#/sommer/{id}/bearbeiten"
std::unique_ptr<Screen> make_tour_form_screen(ScreenContext const& context);

} // namespace schulkit
