#pragma once
// What can be done with the devices that are chosen in the inventory.

#include "client/assets/inventory_screen.hpp"

namespace schulkit {

bool can_change_many(Person const& me);
/// Beside the choice of columns: how many are chosen, what to do with them.
void draw_bulk_tools(InventoryModel& model, ScreenContext const& context, ui::Ui& ui);
/// Progress, then what came of it and the way back.
void draw_bulk_result(InventoryModel& model, ScreenContext const& context, ui::Ui& ui);

} // namespace schulkit
