#pragma once

#include "client/screen.hpp"
#include "client/tickets/ticket_model.hpp"

#include <memory>

namespace schulkit {

void draw_ticket(TicketModel& model, ScreenContext const& context, ui::Ui& ui);
/// The comments with their form.
void draw_ticket_talk(TicketModel& model, ScreenContext const& context, ui::Ui& ui);
/// Solving, and correcting the device.
void draw_ticket_dialogs(TicketModel& model, ScreenContext const& context, ui::Ui& ui);
/// Why the last step was not done, and what somebody else changed before it.
void draw_work_error(TicketModel const& model, ui::Ui& ui);

/// "#/tickets/{id}": one ticket, for the office and for the school that reported it.
std::unique_ptr<Screen> make_ticket_screen(ScreenContext const& context);

} // namespace schulkit
