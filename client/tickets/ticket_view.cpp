#include "client/attachments/attachment_view.hpp"
#include "client/error_text.hpp"
#include "client/tickets/ticket_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "embedded/icons.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit {
namespace {

using ui::Ui;

ui::Icon icon_of(TicketStep step) {
    switch (step) {
    case TicketStep::take:
        return embedded::icon_user_check;
    case TicketStep::resume:
        return embedded::icon_wrench;
    case TicketStep::wait:
        return embedded::icon_circle_pause;
    case TicketStep::resolve:
        return embedded::icon_circle_check;
    case TicketStep::close:
        return embedded::icon_archive;
    case TicketStep::reopen:
        return embedded::icon_rotate_ccw;
    case TicketStep::give_back:
        return embedded::icon_user;
    }
    return nullptr;
}

/// What is most likely wanted comes first and stands out.
void draw_steps(TicketModel& model, ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    bool primary = true;
    for (TicketStep const step : steps_of(ticket, context.me)) {
        std::string const word{word_of(step)};
        bool const chosen = ui.button("step." + word, ui.text("ticket.step." + word),
                                      primary ? ui::Button::primary : ui::Button::secondary,
                                      {.icon = icon_of(step),
                                       .enabled = !model.busy(),
                                       .busy = model.running == step,
                                       .wide = primary && ui.is_phone()});
        primary = false;
        if (!chosen) continue;
        if (step == TicketStep::resolve)
            model.resolve_open = true;
        else
            do_step(model, context.api, step, context.me);
    }
}

/// The kit and the loan that it was in when it broke.
void draw_origin(ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    if (ticket.kit_tag)
        ui.definition("kit", ui.text("ticket.kit"), [&] {
            if (ticket.kit_id && may(context.me, Action::read_kits))
                ui.link("kit", *ticket.kit_tag, "#/koffer/" + to_text(*ticket.kit_id));
            else
                ui.paragraph("kit", *ticket.kit_tag);
        });
    if (ticket.loan_id)
        ui.definition("loan", ui.text("ticket.loan"), [&] {
            ui.link("loan", loan_number({*ticket.loan_id}), "#/ausleihen/" + to_text(*ticket.loan_id));
        });
}

void draw_device(TicketModel& model, ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    ui.card("device", {.title = ui.text("ticket.device"), .icon = embedded::icon_monitor}, [&] {
        ui.link("open", ticket.asset_name, "#/geraete/" + to_text(ticket.asset_id));
        ui.definitions("facts", ui.text("ticket.device"), [&] {
            ui.definition("tag", ui.text("asset.tag"), ticket.asset_tag);
            if (ticket.room) ui.definition("room", ui.text("asset.room"), *ticket.room);
            if (ticket.school_code)
                ui.definition("school", ui.text("asset.school_code"), *ticket.school_code);
            draw_origin(context, ticket, ui);
        });
        bool const correct = may(context.me, Action::work_ticket) &&
                             ui.button("correct", ui.text("ticket.correct_device"), ui::Button::secondary,
                                       {.icon = embedded::icon_arrow_left_right, .enabled = !model.busy(), .popup = true});
        if (correct) begin_device(model);
    });
}

void draw_facts(Ticket const& ticket, Ui& ui) {
    std::string const title = ui.text("ticket.facts");
    ui.card("facts", {.title = title, .icon = embedded::icon_info}, [&] {
        ui.definitions("facts", title, [&] {
            ui.definition("assignee", ui.text("ticket.assignee"),
                          ticket.assignee ? *ticket.assignee : ui.text("ticket.nobody"));
            ui.definition("reporter", ui.text("ticket.reporter"),
                          ticket.reporter ? *ticket.reporter : ui.text("ticket.unknown_person"));
            ui.definition("created_at", ui.text("ticket.created_at"), ui.date_time(ticket.created_at));
            ui.definition("updated_at", ui.text("ticket.updated_at"), ui.date_time(ticket.updated_at));
            ui.definition("channel", ui.text("ticket.channel"),
                          ui.text("ticket.channel." + std::string{word_of(ticket.channel)}));
        });
    });
}

void draw_description(Ticket const& ticket, Ui& ui) {
    ui.card("description", {.title = ui.text("ticket.description"), .icon = embedded::icon_message_square}, [&] {
        if (ticket.description.empty())
            ui.muted("none", ui.text("ticket.no_description"));
        else
            ui.paragraph("words", ticket.description);
    });
}

/// Most tickets have none: then nothing is said of them.
void draw_photos_of(TicketModel& model, ScreenContext const& context, Ui& ui) {
    Page<AttachedFile> const* photos = model.photos.value();
    Error const* error = photos == nullptr ? model.photos.error() : nullptr;
    if (error == nullptr && (photos == nullptr || photos->items.empty())) return;
    std::string const title = ui.text("ticket.photos");
    ui.card("photos", {.title = title, .icon = embedded::icon_camera}, [&] {
        if (error != nullptr) {
            if (ui.error_state("failed", ui.text("ticket.photos_failed"), error_text(ui, error->code)))
                load_ticket(model, context.api, context.me);
            return;
        }
        draw_attached_files(photos->items, title, url_of<ListTicketAttachments>({.id = model.id}, {}), ui);
    });
}

void draw_history(TicketModel& model, ScreenContext const& context, Ui& ui) {
    if (!may(context.me, Action::read_audit)) return;
    std::string const title = ui.text("ticket.history");
    ui.card("history", {.title = title, .icon = embedded::icon_history}, [&] {
        if (Error const* error = model.history.error()) {
            if (ui.error_state("failed", ui.text("ticket.history_failed"), error_text(ui, error->code)))
                load_ticket(model, context.api, context.me);
            return;
        }
        auto const* history = model.history.value();
        if (history == nullptr) {
            ui.loading("loading", ui.text("ticket.history_loading"));
            return;
        }
        if (history->empty()) ui.muted("none", ui.text("ticket.history_empty"));
        ui.timeline("entries", title, [&] {
            for (HistoryEntry const& entry : *history) {
                ui::TimelineEntry line{
                    .author = entry.actor ? *entry.actor : ui.text("ticket.unknown_person"),
                    .time = ui.date_time(entry.at),
                    .icon = entry.action == "create" ? embedded::icon_plus : embedded::icon_pencil,
                    .last = &entry == &history->back()};
                line.title =
                    ui.text(entry.action == "create" ? "ticket.history_created" : "ticket.history_changed");
                for (FieldChange const& change : entry.changes)
                    line.changes.push_back(change_text(ui, change));
                ui.timeline_entry("entry." + std::to_string(entry.id), line);
            }
        });
    });
}

void draw_known(TicketModel& model, ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    ui.row("state", [&] {
        TicketLook const look = look_of(ticket.status);
        ui.badge("status", status_text(ui, ticket.status), look.tone, look.icon);
        ui.muted("progress", progress_text(ui, ticket));
    });
    if (!model.resolve_open && !model.device_open) draw_work_error(model, ui);
    auto const words = [&] {
        draw_description(ticket, ui);
        draw_photos_of(model, context, ui);
        draw_ticket_talk(model, context, ui);
    };
    auto const about = [&] {
        draw_facts(ticket, ui);
        draw_history(model, context, ui);
    };
    if (ui.is_phone()) { // on site the device comes first
        draw_device(model, context, ticket, ui);
        words();
        about();
    } else {
        ui.split("parts", {}, words, [&] {
            draw_device(model, context, ticket, ui);
            about();
        });
    }
    draw_ticket_dialogs(model, context, ui);
}

void tell_news(TicketModel& model, ScreenContext const& context, Ui& ui) {
    if (model.news == TicketNews::none) return;
    std::string const key = "ticket.news." + std::string{word_of(model.news)};
    bool const comment = model.news == TicketNews::commented;
    context.toast(comment ? ui.text(key) : ui.text(key, {{"number", ticket_number(model.id)}}));
    model.news = TicketNews::none;
}

} // namespace

void draw_work_error(TicketModel const& model, Ui& ui) {
    if (!model.work_error) return;
    if (model.work_error->code != "stale") {
        if (model.work_error->fields.empty())
            ui.alert("work_error", ui::Tone::danger, ui.text("ticket.not_changed"),
                     error_text(ui, model.work_error->code));
        for (FieldError const& error : model.work_error->fields)
            if (error.field != name_of(&TicketWork::asset_code)) // stands beside its field
                ui.alert("work_error." + error.field, ui::Tone::danger, ui.text("ticket.not_changed"),
                         error_text(ui, error.code));
        return;
    }
    std::string changes;
    for (FieldChange const& change : model.changed_meanwhile)
        changes += change_text(ui, change) + '\n';
    ui.alert("stale", ui::Tone::danger, ui.text("ticket.stale"), changes + ui.text("ticket.stale_hint"));
}

void draw_ticket(TicketModel& model, ScreenContext const& context, Ui& ui) {
    tell_news(model, context, ui);
    bool const staff = context.me.role == Role::school_staff;
    Ticket const* ticket = model.ticket.value();
    Error const* error = model.ticket.error();
    std::string const number = ticket_number(model.id);
    std::string const title = ticket != nullptr ? ticket->title
                                                : text_for(ui, context.me, "ticket.title_of",
                                                           "ticket.title_of_staff", {{"number", number}});
    ui.page("ticket", number + ' ' + title, ui::page_width, [&] {
        ui.page_header("header", title,
                       {.subtitle = ticket == nullptr
                                        ? std::string{}
                                        : text_for(ui, context.me, "ticket.title_of", "ticket.title_of_staff",
                                                   {{"number", number}}),
                        .back_label = ui.text(staff ? "nav.my_tickets" : "nav.tickets"),
                        .back_route = staff ? "#/meldungen" : "#/tickets"},
                       [&] {
                           if (ticket != nullptr) draw_steps(model, context, *ticket, ui);
                       });
        if (ticket == nullptr && error == nullptr) {
            ui.loading("loading", ui.text("ticket.loading"));
        } else if (ticket == nullptr && error->kind == ErrorKind::not_found) {
            std::string const unknown = ui.text("ticket.unknown", {{"number", number}});
            ui.announce(unknown);
            bool const back =
                ui.empty_state("unknown", {.icon = embedded::icon_circle_help,
                                           .title = unknown,
                                           .hint = ui.text("ticket.unknown_hint"),
                                           .action = ui.text("app.to_start")});
            if (back) context.go("#/", HistoryMode::push);
        } else if (ticket == nullptr) {
            if (ui.error_state("failed", ui.text("ticket.failed"), error_text(ui, error->code)))
                load_ticket(model, context.api, context.me);
        } else {
            if (error != nullptr)
                ui.alert("old", ui::Tone::warning, ui.text("ticket.old"), error_text(ui, error->code));
            ui.announce(ticket->title); // the heading that has the focus said less before
            draw_known(model, context, *ticket, ui);
        }
    });
}

} // namespace schulkit
