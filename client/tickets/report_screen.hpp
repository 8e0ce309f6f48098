#pragma once

#include "client/screen.hpp"
#include "client/tickets/report_model.hpp"

#include <memory>

namespace schulkit {

void draw_report(ReportModel& model, ScreenContext const& context, ui::Ui& ui);
/// Its first step: what is broken?
void draw_report_choice(ReportModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/melden": report that something is broken.
std::unique_ptr<Screen> make_report_screen(ScreenContext const& context);

} // namespace schulkit
