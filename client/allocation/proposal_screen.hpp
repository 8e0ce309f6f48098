#pragma once

#include "client/allocation/proposal_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_proposal(ProposalModel& model, ScreenContext const& context, ui::Ui& ui);
/// One decision: why, and what the office sets.
void draw_decision_dialog(ProposalModel& model, ScreenContext const& context, ui::Ui& ui);
/// What accepting would do.
void draw_accept_dialog(ProposalModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_proposal_screen(ScreenContext const& context);

} // namespace schulkit
