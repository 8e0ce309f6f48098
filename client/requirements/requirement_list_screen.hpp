#pragma once

#include "client/requirements/requirement_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_listed_requirements(RequirementListModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_requirement_list_screen(ScreenContext const& context);

} // namespace schulkit
