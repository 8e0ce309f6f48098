#pragma once

#include "client/school_years/school_year_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_school_years(SchoolYearListModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/schuljahre": the county's calendar.
std::unique_ptr<Screen> make_school_year_list_screen(ScreenContext const& context);

} // namespace schulkit
