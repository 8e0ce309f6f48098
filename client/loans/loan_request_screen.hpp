#pragma once

#include "client/loans/loan_request_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_loan_request(LoanRequestModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_loan_request_screen(ScreenContext const& context);

} // namespace schulkit
