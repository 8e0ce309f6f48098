#pragma once

#include "client/kits/kit_type_form_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_kit_type_form(KitTypeFormModel& model, ScreenContext const& context, ui::Ui& ui);
/// The lines of all three lists; true when something of them was changed.
bool draw_plan(KitTypeFormModel& model, ScreenContext const& context, bool& readable, ui::Ui& ui);
/// For who may only look.
void draw_kit_type(KitType const& type, ScreenContext const& context, ui::Ui& ui);

/// "#/koffertypen/neu" and "#/koffertypen/{id}".
std::unique_ptr<Screen> make_kit_type_form_screen(ScreenContext const& context);

} // namespace schulkit
