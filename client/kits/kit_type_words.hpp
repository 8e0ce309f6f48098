#pragma once
// How a kit type's plan reads in the chosen language.

#include "client/ui/ui.hpp"
#include "shared/kits/kit_type.hpp"

namespace schulkit {

std::string kit_type_route(Id<KitType> id);

/// "16 × Tablet, 1 × Koffer"
std::string lines_text(ui::Ui const& ui, std::vector<KitTypeSlot> const& slots);
std::string lines_text(ui::Ui const& ui, std::vector<KitTypeAccessory> const& accessories);
/// "Anton, GeoGebra"
std::string lines_text(ui::Ui const& ui, std::vector<KitTypeApp> const& apps);

/// "Plätze 1–16", "Platz 17"
std::string slots_text(ui::Ui const& ui, std::int64_t first, std::int64_t last);
/// "Kategorie Tablet, Modell iPad (A16)"
std::string wanted_text(ui::Ui const& ui, KitTypeSlot const& slot);

/// What is missing of an app, beside it; nothing where nothing is.
void draw_shortfall(ui::Ui& ui, KitType const& type, KitTypeApp const& app, Date const& today);
/// What is missing for the kits that are promised, before it is decided; nothing where nothing is.
void draw_planned_shortfalls(ui::Ui& ui, std::vector<PlannedShortfall> const& shortfalls);
std::int64_t apps_with_shortfall(KitType const& type, Date const& today);

} // namespace schulkit
