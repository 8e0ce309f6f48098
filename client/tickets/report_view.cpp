#include "client/attachments/attachment_view.hpp"
#include "client/error_text.hpp"
#include "client/tickets/report_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"

#include <algorithm>

namespace schulkit {
namespace {

using ui::Ui;

std::string route_of_choice(ReportPlace place) {
    place.code.clear();
    return to_text(route_of(place));
}

void draw_device(ReportModel const& model, Found const& device, Ui& ui) {
    ui.card("device", {.title = ui.text("report.device"), .icon = embedded::icon_monitor}, [&] {
        ui.paragraph("name", device.name, ui::TextKind::strong);
        std::string where = place_text(ui, device.room, device.school_code);
        ui.muted("tag", where.empty() ? device.tag : device.tag + " · " + where);
        ui.link_button("change", ui.text("report.change_device"), route_of_choice(model.place),
                       ui::Button::secondary, {.icon = embedded::icon_arrow_left});
    });
}

/// Somebody was faster: perhaps nothing needs to be reported.
void draw_open_tickets(ReportModel const& model, Ui& ui) {
    Page<Ticket> const* tickets = model.open_tickets.value();
    if (tickets == nullptr || tickets->items.empty()) return;
    std::string const title = ui.count_text("report.already", tickets->total);
    ui.alert("already", ui::Tone::warning, title, ui.text("report.already_hint"));
    ui.list("open_tickets", title, [&] {
        for (Ticket const& ticket : tickets->items)
            ui.list_link("ticket." + to_text(ticket.id),
                         {.title = ticket_number(ticket.id) + ' ' + ticket.title,
                          .detail = ui.text("ticket.reported_on",
                                            {{"date", ui.date(to_berlin(ticket.created_at).date)}}),
                          .route = ticket_route(ticket.id),
                          .icon = embedded::icon_ticket,
                          .badge = status_text(ui, ticket.status),
                          .badge_tone = look_of(ticket.status).tone,
                          .badge_icon = look_of(ticket.status).icon});
    });
}

void suggest_title_once(ReportModel& model, Found const& device, Ui const& ui) {
    if (!model.title_due) return;
    std::string title;
    if (!model.place.room.empty() && needs_room_in_title(device.tag))
        title = ui.text("report.in_room", {{"what", device.name}, {"room", room_text(ui, model.place.room)}});
    suggest_title(model, std::move(title));
}

void edited(ReportModel& model, ScreenContext const& context, std::string_view field) {
    model.errors.erase(std::remove_if(model.errors.begin(), model.errors.end(),
                                      [&](FieldError const& error) { return error.field == field; }),
                       model.errors.end());
    keep_report(model, context.api, context.me);
}

void draw_channel(ReportModel& model, ScreenContext const& context, Ui& ui) {
    std::vector<ui::Option> options;
    for (auto const& [channel, word] : EnumWords<TicketChannel>::values)
        options.push_back({std::string{word}, ui.text("ticket.channel." + std::string{word})});
    std::string chosen{word_of(model.draft.channel)};
    if (ui.choice("channel", ui.text("ticket.channel"), chosen, options, {.enabled = !model.sending})) {
        model.draft.channel = enum_of<TicketChannel>(chosen).value_or(TicketChannel::browser);
        keep_report(model, context.api, context.me);
    }
}

void draw_photos(ReportModel& model, ScreenContext const& context, Ui& ui) {
    auto const keep = [&model, &context] { keep_report(model, context.api, context.me); };
    bool const removed = draw_attachment_field(model.photos, context, ui.text("ticket.photos"),
                                               {.most = max_ticket_attachments, .enabled = !model.sending}, ui, keep);
    if (!removed) return;
    std::erase_if(model.errors, [](FieldError const& error) { // what was wrong with one is gone with it
        return error.field.starts_with(name_of(&TicketReport::attachments));
    });
    keep();
}

void draw_send_errors(ReportModel const& model, Ui& ui) {
    std::vector<std::string> errors;
    if (std::string const text = ui::error_for(ui, model.errors, name_of(&TicketReport::asset_code));
        !text.empty())
        errors.push_back(text);
    for (FieldError const& error : model.errors)
        if (error.field.starts_with(name_of(&TicketReport::attachments))) errors.push_back(error_text(ui, error.code));
    if (model.send_error) errors.push_back(error_text(ui, model.send_error->code));
    ui.form_errors("errors", ui.text("report.not_sent"), errors);
}

void draw_form(ReportModel& model, ScreenContext const& context, Ui& ui) {
    bool send = false;
    ui.heading("what", 2, ui.text("report.what"));
    bool const entered = ui.form("report", ui.text("report.what"), [&] {
        bool const title_changed =
            ui.text_field("title", ui.text("ticket.title"), model.draft.title,
                          {.required = true,
                           .error = ui::error_for(ui, model.errors, name_of(&TicketReport::title)),
                           .hint = ui.text("ticket.title.hint"),
                           .placeholder = ui.text("report.title_example"),
                           .max_length = static_cast<int>(ticket_title_rules.max_length),
                           .enabled = !model.sending});
        if (title_changed) edited(model, context, name_of(&TicketReport::title));
        bool const description_changed =
            ui.text_area("description", ui.text("ticket.description"), model.draft.description,
                         {.error = ui::error_for(ui, model.errors, name_of(&TicketReport::description)),
                          .hint = ui.text("ticket.description.hint"),
                          .placeholder = ui.text("report.description_example"),
                          .max_length = static_cast<int>(ticket_description_rules.max_length),
                          .enabled = !model.sending});
        if (description_changed) edited(model, context, name_of(&TicketReport::description));
        if (chooses_channel(context.me)) draw_channel(model, context, ui);
        draw_photos(model, context, ui);
        draw_send_errors(model, ui);
        ui.actions("actions", [&] {
            bool const has_draft = model.restored && model.unsaved();
            if (has_draft && ui.button("discard", ui.text("report.discard"), ui::Button::quiet))
                discard_report(model, context.api, context.me);
            send = ui.button("send", ui.text("report.send"), ui::Button::primary,
                             {.icon = embedded::icon_send, .enabled = !is_sending(model.photos), .busy = model.sending, .wide = ui.is_phone()});
        });
    });
    if (send || entered)
        send_report(model, context.api, context.me, [&context](std::int64_t number) {
            context.go(to_text(route_of(ReportPlace{.sent = number})), HistoryMode::replace);
        });
}

void draw_unknown_device(ReportModel const& model, ScreenContext const& context, Ui& ui) {
    bool const kit = model.device.error()->code == "kit_not_reportable";
    std::string const unknown =
        kit ? ui.text("report.kit") : ui.text("report.unknown", {{"code", model.place.code}});
    ui.announce(unknown);
    bool const again =
        ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                   .title = unknown,
                                   .hint = ui.text(kit ? "report.kit_hint" : "report.unknown_hint"),
                                   .action = ui.text("report.choose_other")});
    if (again) context.go(route_of_choice(model.place), HistoryMode::push);
}

void draw_description(ReportModel& model, ScreenContext const& context, Ui& ui) {
    Found const* device = model.device.value();
    if (device == nullptr && model.device.error() == nullptr) {
        ui.loading("device_loading", ui.text("report.device_loading"));
        return;
    }
    if (device == nullptr) {
        ErrorKind const kind = model.device.error()->kind;
        if (kind == ErrorKind::not_found || kind == ErrorKind::invalid)
            draw_unknown_device(model, context, ui);
        else if (ui.error_state("device_failed", ui.text("report.device_failed"),
                                error_text(ui, model.device.error()->code)))
            load_device(model, context.api);
        return;
    }
    ui.announce(device->name);
    suggest_title_once(model, *device, ui);
    draw_device(model, *device, ui);
    draw_open_tickets(model, ui);
    if (model.restored && model.unsaved()) ui.alert("restored", ui::Tone::info, ui.text("report.restored"));
    draw_form(model, context, ui);
}

std::string thanks_of(ReportModel const& model, ScreenContext const& context, Ui const& ui) {
    std::string const number = ticket_number(Id<Ticket>{model.place.sent});
    return text_for(ui, context.me, "report.thanks", "report.thanks_staff", {{"number", number}});
}

void draw_sent(ReportModel& model, ScreenContext const& context, Ui& ui) {
    std::string const number = ticket_number(Id<Ticket>{model.place.sent});
    Ticket const* ticket = model.sent.value();
    if (ticket == nullptr && model.sent.error() == nullptr) {
        ui.loading("sent_loading", ui.text("report.sent_loading"));
        return;
    }
    if (ticket == nullptr) {
        if (ui.error_state("sent_failed", ui.text("report.sent_failed"),
                           error_text(ui, model.sent.error()->code)))
            refresh_report(model, context.api, context.me);
        return;
    }
    ui.alert("thanks", ui::Tone::success, text_for(ui, context.me, "report.thanks_hint", "report.thanks_hint_staff"));
    ui.card("sent", {.title = number + ' ' + ticket->title, .icon = embedded::icon_ticket}, [&] {
        ui.definitions("facts", ui.text("report.sent_facts"), [&] {
            ui.definition("device", ui.text("ticket.device"), ticket->asset_name + " · " + ticket->asset_tag);
            std::string const place = place_text(ui, ticket->room, ticket->school_code);
            if (!place.empty()) ui.definition("place", ui.text("ticket.place"), place);
            ui.definition("status", ui.text("ticket.status"), status_text(ui, ticket->status));
        });
    });
    ui.row("next", [&] {
        ui.link_button("open", text_for(ui, context.me, "report.open_ticket", "report.open_ticket_staff"),
                       ticket_route(ticket->id), ui::Button::primary, {.icon = embedded::icon_ticket});
        ui.link_button("again", ui.text("report.again"), "#/melden", ui::Button::secondary,
                       {.icon = embedded::icon_plus});
    });
}

/// Each step has a title of its own: it is what a screen reader says after the step before.
std::string title_of(ReportModel const& model, ScreenContext const& context, Ui const& ui) {
    switch (step_of(model.place)) {
    case ReportStep::choose: break;
    case ReportStep::describe:
        if (Found const* const device = model.device.value())
            return ui.text("report.title_of", {{"device", device->name}});
        break;
    case ReportStep::sent: return thanks_of(model, context, ui);
    }
    return ui.text("nav.report");
}

} // namespace

void draw_report(ReportModel& model, ScreenContext const& context, Ui& ui) {
    ReportStep const step = step_of(model.place);
    std::string const title = title_of(model, context, ui);
    ui.page("report", title, ui::reading_width, [&] {
        std::string const subtitle = step == ReportStep::choose ? ui.text("report.choose") : std::string{};
        ui.page_header("header", title, {.subtitle = subtitle});
        switch (step) {
        case ReportStep::choose:
            draw_report_choice(model, context, ui);
            break;
        case ReportStep::describe:
            draw_description(model, context, ui);
            break;
        case ReportStep::sent:
            draw_sent(model, context, ui);
            break;
        }
    });
}

} // namespace schulkit
