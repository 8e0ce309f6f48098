#pragma once
// "#/darstellung": colours, contrast, size of text, motion, language.

#include "client/appearance/appearance_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_appearance(AppearanceModel& model, ScreenContext const& context, ui::Ui& ui);
std::unique_ptr<Screen> make_appearance_screen(ScreenContext const& context);

} // namespace schulkit
