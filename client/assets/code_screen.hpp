#pragma once

#include "client/assets/code_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

/// True when the person wants it tried again.
bool draw_code(CodeModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/g/{TAG}": what a label's address leads to.
std::unique_ptr<Screen> make_code_screen(ScreenContext const& context);

} // namespace schulkit
