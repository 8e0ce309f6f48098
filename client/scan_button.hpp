#pragma once
// The way to the camera, wherever a code can be typed.

#include "client/platform/platform.hpp"
#include "client/ui/ui.hpp"

namespace schulkit {

/// What the camera reads then comes to the screen as a scanner's code does.
void draw_scan_button(Platform& platform, ui::Ui& ui);

} // namespace schulkit
