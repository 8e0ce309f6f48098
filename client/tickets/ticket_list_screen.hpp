#pragma once

#include "client/screen.hpp"
#include "client/tickets/ticket_list_model.hpp"

#include <memory>

namespace schulkit {

void draw_ticket_list(TicketListModel& model, ScreenContext const& context, ui::Ui& ui);

/// "#/tickets": the office's list.
std::unique_ptr<Screen> make_ticket_list_screen(ScreenContext const& context);

} // namespace schulkit
