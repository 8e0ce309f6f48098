#include "client/tickets/ticket_words.hpp"

#include "embedded/icons.hpp"

namespace schulkit {

TicketLook look_of(TicketStatus status) {
    auto const icon = [status]() -> ui::Icon {
        switch (status) {
        case TicketStatus::new_: return embedded::icon_circle_dot;
        case TicketStatus::accepted: return embedded::icon_user_check;
        case TicketStatus::waiting: return embedded::icon_circle_pause;
        case TicketStatus::resolved: return embedded::icon_circle_check;
        case TicketStatus::closed: return embedded::icon_archive;
        }
        return nullptr;
    };
    return {tone_of(status), icon()};
}

std::string status_text(ui::Ui const& ui, TicketStatus status) {
    return status_text(ui.strings(), status);
}

std::string ticket_route(Id<Ticket> id) {
    return "#/tickets/" + to_text(id);
}

std::string room_text(ui::Ui const& ui, std::string_view room) {
    return room_text(ui.strings(), room);
}

std::string place_text(ui::Ui const& ui, std::optional<std::string> const& room,
                       std::optional<std::string> const& school_code) {
    return place_text(ui.strings(), room, school_code);
}

std::string progress_text(ui::Ui const& ui, Ticket const& ticket) {
    return progress_text(ui.strings(), ticket);
}

std::string report_detail(ui::Ui const& ui, Ticket const& ticket) {
    // The dot stays with the word before it where a line breaks.
    constexpr std::string_view dot = "\u00A0· ";
    std::string detail = progress_text(ui, ticket);
    detail += dot;
    detail += ticket.asset_name;
    if (ticket.room) {
        detail += dot;
        detail += room_text(ui, *ticket.room);
    }
    return detail;
}

std::string ticket_label(ui::Ui const& ui, std::string_view field) {
    return ticket_label(ui.strings(), field);
}

std::string change_text(ui::Ui const& ui, FieldChange const& change) {
    return change_text(ui.strings(), change);
}

std::string text_for(ui::Ui const& ui, Person const& me, std::string_view key, std::string_view staff_key,
                     ui::TextArgs args) {
    return ui.text(me.role == Role::school_staff ? staff_key : key, args);
}

} // namespace schulkit
