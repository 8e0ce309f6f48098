#pragma once

#include "client/ui/ui.hpp"
#include "shared/trainings/training.hpp"

namespace schulkit {

std::string training_route(Id<Training> id);
/// "14.09.2026, Medienzentrum · Fortbildungsplan"
std::string training_text(ui::Ui const& ui, Training const& training);
/// "GYM-03 (2), BBS-01 (1)": those that took part.
std::string lines_text(ui::Ui const& ui, std::vector<TrainingSchool> const& schools);

} // namespace schulkit
