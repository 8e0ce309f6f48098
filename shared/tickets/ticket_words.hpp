#pragma once
// How tickets read in a language: the words that the application and the plain pages share.

#include "shared/core/status_tone.hpp"
#include "shared/core/strings.hpp"
#include "shared/tickets/ticket_history.hpp"

namespace schulkit {

/// "#123"
std::string ticket_number(Id<Ticket> id);
StatusTone tone_of(TicketStatus status);
std::string status_text(Strings const& strings, TicketStatus status);
/// "Raum 204", or the name of the place: "Aula".
std::string room_text(Strings const& strings, std::string_view room);
/// "Raum 204 · GYM-03"; empty where nothing is known.
std::string place_text(Strings const& strings, std::optional<std::string> const& room,
                       std::optional<std::string> const& school_code);
/// What a school's staff want to know: "Wird bearbeitet von technik1".
std::string progress_text(Strings const& strings, Ticket const& ticket);

std::string ticket_label(Strings const& strings, std::string_view field);
/// "Status: neu → angenommen"
std::string change_text(Strings const& strings, FieldChange const& change);

/// WLAN, or a device without label: in a room, the title says where. `tag` is as server/assets names the
/// services of a school.
bool needs_room_in_title(std::string_view tag);
/// The room's own things first: WLAN, anything else, a device without label; then what the school has.
int rank_in_room(Asset const& service);
/// "WLAN in Raum 204", "Raum 204 (Sonstiges)", "Beamer".
std::string choice_text(Strings const& strings, Asset const& asset, std::string_view room);

} // namespace schulkit
