#pragma once

#include "client/handovers/session_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_session(SessionModel& model, ScreenContext const& context, ui::Ui& ui);
/// Who signs, and what stands in the way.
void draw_finish(SessionModel& model, ScreenContext const& context, HandoverSession const& session, ui::Ui& ui);

/// Reporting what is damaged, and photos of how the kits are.
void draw_findings(SessionModel& model, ScreenContext const& context, HandoverSession const& session, ui::Ui& ui);
void draw_damage_dialog(SessionModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_session_screen(ScreenContext const& context);

} // namespace schulkit
