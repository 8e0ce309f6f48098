#include "client/scan_button.hpp"

#include "embedded/icons.hpp"

namespace schulkit {

void draw_scan_button(Platform& platform, ui::Ui& ui) {
    if (ui.button("scan", ui.text("scan.with_camera"), ui::Button::secondary,
                  {.icon = embedded::icon_camera, .popup = true}))
        platform.open_camera();
}

} // namespace schulkit
