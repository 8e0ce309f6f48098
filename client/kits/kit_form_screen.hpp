#pragma once

#include "client/kits/kit_form_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_kit_form(KitFormModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/koffer/neu" and "#/koffer/{id}/bearbeiten".
std::unique_ptr<Screen> make_kit_form_screen(ScreenContext const& context);

} // namespace schulkit
