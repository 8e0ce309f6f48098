#pragma once

#include "client/feedback/feedback_form_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_feedback_form(FeedbackFormModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/ausleihen/{id}/rueckmeldung/{jahr}"
std::unique_ptr<Screen> make_feedback_form_screen(ScreenContext const& context);

} // namespace schulkit
