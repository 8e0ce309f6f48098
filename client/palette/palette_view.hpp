#pragma once

#include "client/palette/palette_model.hpp"
#include "client/ui/options.hpp"

#include <string>
#include <vector>

namespace schulkit::ui {
class Ui;
}

namespace schulkit {

/// A screen or an action that the palette offers; an action without a route comes back by its key.
struct PaletteCommand {
    std::string key = {};
    std::string label = {};
    ui::Icon icon = nullptr;
    std::string route = {};
    std::string lang = {}; ///< as ui::MenuEntry::lang
};

/// Draws the palette while it is open. Returns the key of the action that was chosen, or nothing.
std::string draw_palette(PaletteModel& model, Api& api, Person const& me, std::vector<PaletteCommand> const& commands,
                         ui::Ui& ui);

} // namespace schulkit
