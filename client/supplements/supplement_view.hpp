#pragma once
// Fields of the dialogs in which a lent kit changes. Parts of the loan's dialog.

#include "client/forms/refusal_view.hpp"
#include "client/loans/loan_model.hpp"
#include "client/screen.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

void draw_swap_fields(LoanModel& model, ScreenContext const& context, RefusedFields& refused, ui::Ui& ui);
void draw_delivery_fields(LoanModel& model, ScreenContext const& context, RefusedFields& refused, ui::Ui& ui);
/// Which devices of the old kit have come back.
void draw_coming_back(LoanModel& model, ui::Ui& ui);

} // namespace schulkit
