#pragma once

#include "client/differences/difference_model.hpp"
#include "client/screen.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

/// A card with each difference of a loan, what is said about it and what can be done. Nothing for none.
void draw_differences(DifferencesModel& model, ScreenContext const& context, std::vector<LoanDifference> const& differences, ui::Ui& ui);
/// The dialog of a step, while it is open; `changed` is called between pictures.
void draw_difference_dialog(DifferencesModel& model, ScreenContext const& context, ui::Ui& ui, std::function<void()> changed);

ui::Icon icon_of(DifferenceState state);

} // namespace schulkit
