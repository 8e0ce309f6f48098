#pragma once

#include "client/screen.hpp"
#include "client/trainings/training_list_model.hpp"

#include <memory>

namespace schulkit {

void draw_trainings(Trainings& trainings, ScreenContext const& context, ui::Ui& ui);

/// "#/fortbildungen"
std::unique_ptr<Screen> make_training_list_screen(ScreenContext const& context);

} // namespace schulkit
