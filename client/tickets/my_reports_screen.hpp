#pragma once

#include "client/screen.hpp"
#include "client/tickets/my_reports_model.hpp"

#include <memory>

namespace schulkit {

void draw_my_reports(MyReportsModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/meldungen": what I have reported.
std::unique_ptr<Screen> make_my_reports_screen(ScreenContext const& context);

} // namespace schulkit
