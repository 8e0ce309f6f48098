#include "client/tickets/ticket_words.hpp"

#include "embedded/icons.hpp"

namespace schulkit {
namespace {

/// A value of the log in words; one that means nothing today stays as it is.
std::string value_text(ui::Ui const& ui, std::string_view field, std::string const& value) {
    if (value.empty())
        return ui.text(field == name_of(&Ticket::assignee) ? "ticket.nobody" : "ticket.empty_value");
    std::string const key = "ticket." + std::string{field} + '.' + value;
    bool const is_word = field == name_of(&Ticket::status) || field == name_of(&Ticket::channel);
    return is_word && ui.has_text(key) ? ui.text(key) : value;
}

} // namespace

TicketLook look_of(TicketStatus status) {
    switch (status) {
    case TicketStatus::new_:
        return {ui::Tone::warning, embedded::icon_circle_dot};
    case TicketStatus::accepted:
        return {ui::Tone::info, embedded::icon_user_check};
    case TicketStatus::waiting:
        return {ui::Tone::neutral, embedded::icon_circle_pause};
    case TicketStatus::resolved:
        return {ui::Tone::success, embedded::icon_circle_check};
    case TicketStatus::closed:
        return {ui::Tone::success, embedded::icon_archive};
    }
    return {};
}

std::string status_text(ui::Ui const& ui, TicketStatus status) {
    return ui.text("ticket.status." + std::string{word_of(status)});
}

std::string ticket_number(Id<Ticket> id) {
    return '#' + to_text(id);
}

std::string ticket_route(Id<Ticket> id) {
    return "#/tickets/" + to_text(id);
}

std::string room_text(ui::Ui const& ui, std::string_view room) {
    bool const is_number = !room.empty() && room.front() >= '0' && room.front() <= '9';
    return is_number ? ui.text("ticket.room", {{"room", std::string{room}}}) : std::string{room};
}

std::string place_text(ui::Ui const& ui, std::optional<std::string> const& room,
                       std::optional<std::string> const& school_code) {
    std::string place = room ? room_text(ui, *room) : std::string{};
    if (school_code) place += (place.empty() ? "" : " · ") + *school_code;
    return place;
}

std::string progress_text(ui::Ui const& ui, Ticket const& ticket) {
    std::string const day = ui.date(to_berlin(ticket.updated_at).date);
    switch (ticket.status) {
    case TicketStatus::new_:
        return ui.text("report.progress.new");
    case TicketStatus::accepted:
        return ticket.assignee ? ui.text("report.progress.accepted", {{"who", *ticket.assignee}})
                               : ui.text("report.progress.accepted_nobody");
    case TicketStatus::waiting:
        return ui.text("report.progress.waiting", {{"date", day}});
    case TicketStatus::resolved:
        return ui.text("report.progress.resolved", {{"date", day}});
    case TicketStatus::closed:
        return ui.text("report.progress.closed", {{"date", day}});
    }
    return {};
}

std::string report_detail(ui::Ui const& ui, Ticket const& ticket) {
    std::string detail = progress_text(ui, ticket) + " · " + ticket.asset_name;
    if (ticket.room) detail += " · " + room_text(ui, *ticket.room);
    return detail;
}

std::string ticket_label(ui::Ui const& ui, std::string_view field) {
    std::string label;
    for_each_field<Ticket>([&](auto const& f) {
        if (f.name == field && !f.label.empty()) label = ui.text(f.label);
    });
    return label;
}

std::string change_text(ui::Ui const& ui, FieldChange const& change) {
    return ui.text("ticket.change", {{"field", ticket_label(ui, change.field)},
                                     {"before", value_text(ui, change.field, change.before)},
                                     {"after", value_text(ui, change.field, change.after)}});
}

std::string text_for(ui::Ui const& ui, Person const& me, std::string_view key, std::string_view staff_key,
                     ui::TextArgs args) {
    return ui.text(me.role == Role::school_staff ? staff_key : key, args);
}

} // namespace schulkit
