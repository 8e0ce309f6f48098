#include "client/error_text.hpp"
#include "client/tickets/ticket_screen.hpp"
#include "client/tickets/ticket_words.hpp"
#include "client/ui/form.hpp"
#include "embedded/icons.hpp"

namespace schulkit {
namespace {

using ui::Ui;

void draw_comments(TicketModel& model, ScreenContext const& context, Ui& ui) {
    Page<TicketComment> const* comments = model.comments.value();
    if (Error const* error = model.comments.error(); error != nullptr) {
        if (ui.error_state("failed", ui.text("ticket.comments_failed"), error_text(ui, error->code)))
            load_ticket(model, context.api, context.me);
        if (comments == nullptr) return;
    }
    if (comments == nullptr) {
        ui.loading("loading", ui.text("ticket.comments_loading"));
        return;
    }
    if (comments->items.empty()) {
        ui.muted("none", ui.text("ticket.no_comments"));
        return;
    }
    ui.timeline("entries", ui.text("ticket.comments"), [&] {
        for (TicketComment const& comment : comments->items)
            ui.timeline_entry("comment." + to_text(comment.id),
                              {.title = ui.text("ticket.comment"),
                               .author = comment.author ? *comment.author : ui.text("ticket.unknown_person"),
                               .time = ui.date_time(comment.created_at),
                               .body = comment.text,
                               .icon = embedded::icon_message_square,
                               .last = &comment == &comments->items.back()});
    });
}

void draw_form(TicketModel& model, ScreenContext const& context, Ui& ui) {
    bool send = false;
    bool const entered = ui.form("comment", ui.text("ticket.add_comment"), [&] {
        FieldErrors const errors = model.comment_error ? model.comment_error->fields : FieldErrors{};
        bool const changed = ui.text_area("text", ui.text("ticket.new_comment"), model.comment,
                                          {.error = ui::error_for(ui, errors, name_of(&TicketComment::text)),
                                           .hint = ui.text("ticket.comment.hint"),
                                           .max_length = 4000,
                                           .rows = 3});
        if (changed) {
            if (!errors.empty()) model.comment_error.reset();
            keep_comment(model, context.api);
        }
        if (model.comment_error && errors.empty())
            ui.alert("not_sent", ui::Tone::danger, ui.text("ticket.comment_not_sent"),
                     error_text(ui, model.comment_error->code));
        bool const works = may(context.me, Action::work_ticket); // then a step is the main action
        ui.actions("actions", [&] {
            send = ui.button("send", ui.text("ticket.add_comment"),
                              works ? ui::Button::secondary : ui::Button::primary,
                              {.icon = embedded::icon_send, .busy = model.commenting});
        });
    });
    if (send || entered) send_comment(model, context.api);
}

} // namespace

void draw_ticket_talk(TicketModel& model, ScreenContext const& context, Ui& ui) {
    ui.card("comments", {.title = ui.text("ticket.comments"), .icon = embedded::icon_message_square}, [&] {
        draw_comments(model, context, ui);
        if (may(context.me, Action::comment_ticket)) draw_form(model, context, ui);
    });
}

} // namespace schulkit
