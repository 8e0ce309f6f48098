#pragma once
// How school years read in the chosen language.

#include "client/ui/ui.hpp"
#include "shared/school_years/school_year.hpp"

namespace schulkit {

std::string school_year_route(std::string_view id);

struct PhaseLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};
PhaseLook look_of(SchoolYearPhase phase);
/// "Läuft"
std::string phase_text(ui::Ui const& ui, SchoolYearPhase phase);

/// "08.07.2027 – 18.08.2027"; empty: not known yet.
std::string summer_text(ui::Ui const& ui, SchoolYear const& year);

} // namespace schulkit
