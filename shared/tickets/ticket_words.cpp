#include "shared/tickets/ticket_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {
namespace {

/// A value of the log in words; one that means nothing today stays as it is.
std::string value_text(Strings const& strings, std::string_view field, std::string const& value) {
    if (value.empty())
        return strings.get(field == name_of(&Ticket::assignee) ? "ticket.nobody" : "ticket.empty_value");
    std::string const key = "ticket." + std::string{field} + '.' + value;
    bool const is_word = field == name_of(&Ticket::status) || field == name_of(&Ticket::channel);
    return is_word && strings.has(key) ? strings.get(key) : value;
}

} // namespace

std::string ticket_number(Id<Ticket> id) {
    return '#' + to_text(id);
}

StatusTone tone_of(TicketStatus status) {
    switch (status) {
    case TicketStatus::new_: return StatusTone::warning;
    case TicketStatus::accepted: return StatusTone::info;
    case TicketStatus::waiting: return StatusTone::neutral;
    case TicketStatus::resolved:
    case TicketStatus::closed: return StatusTone::success;
    }
    return StatusTone::neutral;
}

std::string status_text(Strings const& strings, TicketStatus status) {
    return strings.get("ticket.status." + std::string{word_of(status)});
}

std::string room_text(Strings const& strings, std::string_view room) {
    bool const is_number = !room.empty() && room.front() >= '0' && room.front() <= '9';
    return is_number ? strings.get("ticket.room", {{"room", std::string{room}}}) : std::string{room};
}

std::string place_text(Strings const& strings, std::optional<std::string> const& room,
                       std::optional<std::string> const& school_code) {
    std::string place = room ? room_text(strings, *room) : std::string{};
    if (school_code) place += (place.empty() ? "" : " · ") + *school_code;
    return place;
}

std::string progress_text(Strings const& strings, Ticket const& ticket) {
    std::string const day = date_text(strings, to_berlin(ticket.updated_at).date);
    switch (ticket.status) {
    case TicketStatus::new_:
        return strings.get("report.progress.new");
    case TicketStatus::accepted:
        return ticket.assignee ? strings.get("report.progress.accepted", {{"who", *ticket.assignee}})
                               : strings.get("report.progress.accepted_nobody");
    case TicketStatus::waiting:
        return strings.get("report.progress.waiting", {{"date", day}});
    case TicketStatus::resolved:
        return strings.get("report.progress.resolved", {{"date", day}});
    case TicketStatus::closed:
        return strings.get("report.progress.closed", {{"date", day}});
    }
    return {};
}

std::string ticket_label(Strings const& strings, std::string_view field) {
    std::string label;
    for_each_field<Ticket>([&](auto const& f) {
        if (f.name == field && !f.label.empty()) label = strings.get(f.label);
    });
    return label;
}

std::string change_text(Strings const& strings, FieldChange const& change) {
    return strings.get("ticket.change", {{"field", ticket_label(strings, change.field)},
                                         {"before", value_text(strings, change.field, change.before)},
                                         {"after", value_text(strings, change.field, change.after)}});
}

bool needs_room_in_title(std::string_view tag) {
    return tag.ends_with("-WLAN") || tag.ends_with("-OHNE");
}

int rank_in_room(Asset const& service) {
    if (service.room) return 1;
    if (!needs_room_in_title(service.tag)) return 3;
    return service.tag.ends_with("-WLAN") ? 0 : 2;
}

std::string choice_text(Strings const& strings, Asset const& asset, std::string_view room) {
    if (asset.kind == AssetKind::device) return asset.name;
    if (asset.room) return strings.get("report.room_other", {{"room", room_text(strings, *asset.room)}});
    if (!room.empty() && needs_room_in_title(asset.tag))
        return strings.get("report.in_room", {{"what", asset.name}, {"room", room_text(strings, room)}});
    return asset.name;
}

} // namespace schulkit
