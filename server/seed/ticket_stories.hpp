#pragma once
// What the schools of the demo county reported, and what became of it.

#include "shared/assets/asset.hpp"
#include "shared/tickets/ticket.hpp"

#include <vector>

namespace schulkit {

enum class Teller { teacher, coordinator, technician };

/// One step of a ticket's life; those that are set happen together, in this order.
struct StoryStep {
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
    std::vector<StoryStep> steps = {};
};

/// The steps, as both lists tell them.
namespace story {

inline constexpr auto teacher = Teller::teacher;
inline constexpr auto coordinator = Teller::coordinator;
inline constexpr auto technician = Teller::technician;

inline StoryStep say(int days, Teller who, std::string_view text) {
    return {.days = days, .who = who, .comment = text};
}
inline StoryStep take(int days, std::string_view text = {}) {
    return {.days = days, .comment = text, .status = TicketStatus::accepted};
}
inline StoryStep wait(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::waiting};
}
inline StoryStep send_in(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::waiting, .device = AssetStatus::in_repair};
}
inline StoryStep resolve(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved};
}
inline StoryStep bring_back(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved, .device = AssetStatus::in_use};
}
inline StoryStep replace(int days, std::string_view text) {
    return {.days = days, .comment = text, .status = TicketStatus::resolved, .device = AssetStatus::retired};
}
inline StoryStep close(int days) {
    return {.days = days, .who = Teller::coordinator, .status = TicketStatus::closed};
}

} // namespace story

/// New, accepted or waiting.
std::vector<TicketStory> open_ticket_stories();
/// Resolved or closed.
std::vector<TicketStory> done_ticket_stories();

} // namespace schulkit
