#pragma once

#include "client/loans/loan_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_loan(LoanModel& model, ScreenContext const& context, ui::Ui& ui);
/// The dialog of a step, while it is open.
void draw_step_dialog(LoanModel& model, ScreenContext const& context, ui::Ui& ui);
/// Why the last step was not taken, in a sentence that names what stands in the way.
void draw_step_refusal(LoanModel const& model, ui::Ui& ui);

std::unique_ptr<Screen> make_loan_screen(ScreenContext const& context);

} // namespace schulkit
