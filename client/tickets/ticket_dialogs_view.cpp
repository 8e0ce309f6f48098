#include "client/error_text.hpp"
#include "client/tickets/ticket_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_resolve(TicketModel& model, ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    ui.paragraph("lead", ui.text("ticket.resolve_lead"));
    ui.text_area("closing_comment", ui.text("ticket.closing_comment"), model.closing_comment,
                 {.hint = ui.text("ticket.comment.hint"), .max_length = 4000});
    draw_work_error(model, ui);
    ui.actions("actions", [&] {
        if (ui.button("cancel", ui.text("action.cancel"))) model.resolve_open = false;
        // somebody else may have closed it meanwhile
        bool const possible = may_follow(ticket.status, TicketStatus::resolved);
        if (ui.button("resolve", ui.text("ticket.resolve_now"), ui::Button::primary,
                      {.icon = embedded::icon_circle_check, .enabled = possible, .busy = model.busy()}))
            do_step(model, context.api, TicketStep::resolve, context.me);
    });
}

std::string device_text(Ui const& ui, std::string const& tag, std::string const& name,
                        std::optional<std::string> const& room, std::optional<std::string> const& school) {
    std::string const place = place_text(ui, room, school);
    return name + " · " + tag + (place.empty() ? "" : " · " + place);
}

void draw_new_device(TicketModel const& model, Ui& ui) {
    if (model.new_device.is_loading() || model.typing_device.waiting()) {
        ui.muted("looking", ui.text("ticket.device_looking"));
    } else if (Found const* found = model.new_device.value()) {
        ui.definitions("new", ui.text("ticket.device_new"), [&] {
            ui.definition("device", ui.text("ticket.device_new"),
                          device_text(ui, found->tag, found->name, found->room, found->school_code));
        });
    }
}

std::string code_error(TicketModel const& model, Ui const& ui) {
    if (model.work_error)
        if (std::string text = ui::error_for(ui, model.work_error->fields, name_of(&TicketWork::asset_code));
            !text.empty())
            return text;
    if (Error const* error = model.new_device.error())
        return ui.text(error->kind == ErrorKind::not_found ? "error.unknown_asset" : "error.no_connection");
    return {};
}

void draw_other_device(TicketModel& model, ScreenContext const& context, Ticket const& ticket, Ui& ui) {
    ui.paragraph("lead", ui.text("ticket.device_lead"));
    ui.definitions("old", ui.text("ticket.device_old"), [&] {
        ui.definition("device", ui.text("ticket.device_old"),
                      device_text(ui, ticket.asset_tag, ticket.asset_name, ticket.room, ticket.school_code));
    });
    bool const changed = ui.text_field("code", ui.text("ticket.device_code"), model.device_code,
                                       {.required = true,
                                        .error = code_error(model, ui),
                                        .hint = ui.text("ticket.device_code.hint"),
                                        .max_length = 200});
    bool const entered = ui.submitted();
    if (changed) type_device(model, context.api);
    if (entered) look_up_device(model, context.api);
    draw_new_device(model, ui);
    draw_work_error(model, ui);
    ui.actions("actions", [&] {
        if (ui.button("cancel", ui.text("action.cancel"))) model.device_open = false;
        if (ui.button("save", ui.text("ticket.device_save"), ui::Button::primary,
                      {.icon = embedded::icon_check, .busy = model.busy()}))
            save_device(model, context.api, context.me);
    });
}

} // namespace

void draw_ticket_dialogs(TicketModel& model, ScreenContext const& context, Ui& ui) {
    Ticket const* ticket = model.ticket.value();
    if (ticket == nullptr) return;
    ui.dialog("resolve_dialog", ui.text("ticket.resolve_title", {{"number", ticket_number(model.id)}}),
              model.resolve_open, {.description = ui.text("ticket.resolve_lead")}, [&] { draw_resolve(model, context, *ticket, ui); });
    ui.dialog("device_dialog", ui.text("ticket.correct_device"), model.device_open,
              {.description = ui.text("ticket.device_lead")}, [&] { draw_other_device(model, context, *ticket, ui); });
}

} // namespace schulkit
