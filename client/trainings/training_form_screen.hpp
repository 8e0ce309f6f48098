#pragma once

#include "client/screen.hpp"
#include "client/trainings/training_form_model.hpp"

#include <memory>

namespace schulkit {

void draw_training_form(TrainingFormModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/fortbildungen/neu", "#/fortbildungen/3"
std::unique_ptr<Screen> make_training_form_screen(ScreenContext const& context);

} // namespace schulkit
