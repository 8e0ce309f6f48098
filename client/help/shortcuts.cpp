#include "client/help/shortcuts.hpp"

#include "client/ui/ui.hpp"

#include <array>
#include <string>

namespace schulkit {

void draw_shortcuts(bool& open, ui::Ui& ui) {
    static constexpr std::array<char const*, 8> keys = {"search", "overview", "tab",    "enter",
                                                        "arrows", "pages",    "escape", "browser"};
    ui.dialog("shortcuts", ui.text("shortcuts.title"), open, {.width = 560}, [&] {
        ui.definitions("keys", ui.text("shortcuts.title"), [&] {
            for (char const* key : keys) {
                std::string const text = std::string{"shortcuts."} + key;
                ui.definition(key, ui.text(text + ".keys"), ui.text(text));
            }
        });
    });
}

} // namespace schulkit
