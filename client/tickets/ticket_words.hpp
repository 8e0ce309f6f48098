#pragma once
// How tickets read in the chosen language. Schools read "Meldung", the office "Ticket".

#include "shared/tickets/ticket_history.hpp"
#include "client/ui/ui.hpp"
#include "shared/people/person.hpp"
#include "shared/tickets/ticket_words.hpp"

#include <string>
#include <string_view>

namespace schulkit {

struct TicketLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};
TicketLook look_of(TicketStatus status);
std::string status_text(ui::Ui const& ui, TicketStatus status);

std::string ticket_route(Id<Ticket> id);
/// "Raum 204", or the name of the place: "Aula".
std::string room_text(ui::Ui const& ui, std::string_view room);
/// "Raum 204 · GYM-03"; empty where nothing is known.
std::string place_text(ui::Ui const& ui, std::optional<std::string> const& room,
                       std::optional<std::string> const& school_code);
/// What a school's staff want to know: "Wird bearbeitet von technik1".
std::string progress_text(ui::Ui const& ui, Ticket const& ticket);
/// The second line of a report in its reporter's list: the device, its place, the progress.
std::string report_detail(ui::Ui const& ui, Ticket const& ticket);

std::string ticket_label(ui::Ui const& ui, std::string_view field);
/// "Status: neu → angenommen"
std::string change_text(ui::Ui const& ui, FieldChange const& change);

/// `staff_key` for a school's own staff, else `key`.
std::string text_for(ui::Ui const& ui, Person const& me, std::string_view key, std::string_view staff_key,
                     ui::TextArgs args = {});

} // namespace schulkit
