#pragma once

#include "client/assets/inventory_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_inventory(InventoryModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/geraete": the list of devices with search, filters, order and pages.
std::unique_ptr<Screen> make_inventory_screen(ScreenContext const& context);

} // namespace schulkit
