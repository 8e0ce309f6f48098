#pragma once

#include "client/kits/kit_type_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_kit_types(KitTypes& types, ScreenContext const& context, ui::Ui& ui);

/// "#/koffertypen"
std::unique_ptr<Screen> make_kit_type_list_screen(ScreenContext const& context);

} // namespace schulkit
