#pragma once

#include "client/school_ends/school_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_school_list(SchoolListModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_school_list_screen(ScreenContext const& context);

} // namespace schulkit
