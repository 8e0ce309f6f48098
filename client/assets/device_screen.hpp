#pragma once

#include "client/assets/device_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_device(DeviceModel& model, ScreenContext const& context, ui::Ui& ui);
/// The log of the device, newest first.
void draw_history(DeviceModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/geraete/{id}": one device.
std::unique_ptr<Screen> make_device_screen(ScreenContext const& context);

} // namespace schulkit
