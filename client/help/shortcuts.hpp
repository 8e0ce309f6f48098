#pragma once
// The overview of keyboard shortcuts ("?"). The keys themselves: web/keyboard.mjs.

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

void draw_shortcuts(bool& open, ui::Ui& ui);

} // namespace schulkit
