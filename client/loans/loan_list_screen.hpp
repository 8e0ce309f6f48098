#pragma once

#include "client/loans/loan_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_loans(LoanListModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_loan_list_screen(ScreenContext const& context);

} // namespace schulkit
