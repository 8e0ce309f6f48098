#pragma once

#include "client/allocation/allocation_rules_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_allocation_rules(AllocationRulesModel& model, ScreenContext const& context, ui::Ui& ui);

std::unique_ptr<Screen> make_allocation_rules_screen(ScreenContext const& context);

} // namespace schulkit
