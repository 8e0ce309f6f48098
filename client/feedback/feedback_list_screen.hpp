#pragma once

#include "client/feedback/feedback_list_model.hpp"
#include "client/screen.hpp"

#include <memory>

namespace schulkit {

void draw_feedback_list(FeedbackListModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/rueckmeldungen"
std::unique_ptr<Screen> make_feedback_list_screen(ScreenContext const& context);

} // namespace schulkit
