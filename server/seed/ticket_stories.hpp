#pragma once
// What the schools of the demo county reported, and what became of it.

#include "shared/assets/asset.hpp"
#include "shared/tickets/ticket.hpp"

#include <vector>

namespace schulkit {

enum class Teller { teacher, coordinator, technician };

/// One step of a ticket's life; those that are set happen together, in this order.
struct TicketStep {
    int days = 0; ///< school days after the report
    Teller who = Teller::technician;
    std::string_view comment = {};
    std::optional<TicketStatus> status =
        std::nullopt; ///< with `accepted` the technician also takes the ticket
    std::optional<AssetStatus> device = std::nullopt;
};

struct TicketStory {
    std::string_view school_code = {};
    /// A category or the beginning of a name: one of the school's devices in use. Or a room or a service of
    /// the school: "Raum 107", "WLAN".
    std::string_view about = {};
    std::string_view title = {};
    std::string_view description = {};
    Teller reporter = Teller::coordinator;
    TicketChannel channel = TicketChannel::phone;
    int days_ago = 0; ///< school days before seed_moment
    int minutes = 0;  ///< since midnight in Berlin
    std::vector<TicketStep> steps = {};
};

/// New, accepted or waiting.
std::vector<TicketStory> open_ticket_stories();
/// Resolved or closed.
std::vector<TicketStory> done_ticket_stories();

} // namespace schulkit
