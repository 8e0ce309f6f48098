#include "client/area_tabs.hpp"

#include <array>

namespace schulkit {

void draw_kit_tabs(std::string_view current, Person const& me, ui::Ui& ui) {
    struct Tab {
        std::string_view word;
        std::string_view label;
        Action needs;
    };
    static constexpr std::array all = {Tab{"koffer", "kits.title", Action::read_kits},
                                       Tab{"lager", "stock.title", Action::read_stock},
                                       Tab{"koffertypen", "kit_types.title", Action::read_kit_types},
                                       Tab{"schuljahre", "school_years.title", Action::read_school_years}};
    std::vector<ui::TabEntry> tabs;
    for (Tab const& tab : all)
        if (may(me, tab.needs))
            tabs.push_back({.key = std::string{tab.word}, .label = ui.text(tab.label), .route = "#/" + std::string{tab.word}});
    ui.tabs("area", ui.text("kits.area"), tabs, current);
}

} // namespace schulkit
