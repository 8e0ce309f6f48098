#pragma once

#include "client/kits/kit_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_kit(KitModel& model, ScreenContext const& context, ui::Ui& ui);
/// The dialog of one slot.
void draw_slot_dialog(KitModel& model, ScreenContext const& context, ui::Ui& ui);
/// What was counted, against the plan; to be typed by who may fill the kit.
void draw_accessories(KitModel& model, ScreenContext const& context, Kit const& kit, ui::Ui& ui);
/// Entering what comes into the kit or leaves it.
void draw_kit_move(KitModel& model, ScreenContext const& context, Kit const& kit, ui::Ui& ui);
/// In the header: splitting the kit, and putting another one into it.
void draw_regroup_buttons(KitModel& model, ScreenContext const& context, Kit const& kit, ui::Ui& ui);
void draw_regroup_dialogs(KitModel& model, ScreenContext const& context, Kit const& kit, ui::Ui& ui);
/// The log of the kit, newest first.
void draw_kit_history(KitModel& model, ScreenContext const& context, ui::Ui& ui);
/// Why the last change was not made; nothing for none.
void draw_refusal(KitModel const& model, ui::Ui& ui);
std::unique_ptr<Screen> make_kit_screen(ScreenContext const& context);

} // namespace schulkit
