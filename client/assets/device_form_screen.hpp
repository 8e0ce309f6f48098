#pragma once

#include "client/assets/device_form_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_device_form(DeviceFormModel& model, ScreenContext const& context, ui::Ui& ui);
/// What somebody else stored while the form was open, field by field.
void draw_other_changes(DeviceFormModel& model, Api& api, ui::Ui& ui);

/// "#/geraete/neu" and "#/geraete/{id}/bearbeiten".
std::unique_ptr<Screen> make_device_form_screen(ScreenContext const& context);

} // namespace schulkit
