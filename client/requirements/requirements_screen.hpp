#pragma once

#include "client/requirements/requirements_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_requirements(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);
/// Evidence of the requirement whose dialog is open.
void draw_requirement_dialog(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);
/// The school's IT standards and trainings, below its requirements.
void draw_standards(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);
void draw_standard_dialog(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);
void draw_school_trainings(RequirementsModel& model, ScreenContext const& context, ui::Ui& ui);

// --- how its values read in the list of somebody else's changes ---
std::string lines_text(ui::Ui const& ui, std::vector<AttachmentLink> const& files);

std::unique_ptr<Screen> make_requirements_screen(ScreenContext const& context);

} // namespace schulkit
