#pragma once

#include "client/school_years/school_year_form_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_school_year_form(SchoolYearFormModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/schuljahre/2026-27"
std::unique_ptr<Screen> make_school_year_form_screen(ScreenContext const& context);

} // namespace schulkit
