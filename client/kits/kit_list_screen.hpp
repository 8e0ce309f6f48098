#pragma once

#include "client/kits/kit_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_kits(KitListModel& model, ScreenContext const& context, ui::Ui& ui);
std::unique_ptr<Screen> make_kit_list_screen(ScreenContext const& context);

} // namespace schulkit
