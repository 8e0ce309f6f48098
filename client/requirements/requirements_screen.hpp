#pragma once

#include "client/requirements/requirements_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_requirements(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_requirements_screen(ScreenContext const& context);

} // namespace schulkit
