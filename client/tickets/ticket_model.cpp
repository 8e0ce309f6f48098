#include "client/tickets/ticket_model.hpp"

#include <utility>

namespace schulkit {
namespace {

struct StaleTicket {
    Ticket current = {};
};

} // namespace

template <> struct Schema<StaleTicket> {
    static constexpr auto fields = std::tuple{field("current", "", &StaleTicket::current)};
};

namespace {

/// What must not get lost when the page is loaded again; with the key, so that a comment whose answer was lost is not
/// stored twice.
struct CommentDraft {
    std::string text = {};
    std::string key = {};
    std::string key_body = {};
};

} // namespace

template <> struct Schema<CommentDraft> {
    static constexpr auto fields =
        std::tuple{field("text", "", &CommentDraft::text), field("key", "", &CommentDraft::key),
                   field("key_body", "", &CommentDraft::key_body)};
};

namespace {

TicketNews news_of(TicketStep step) {
    switch (step) {
    case TicketStep::take:
        return TicketNews::taken;
    case TicketStep::resume:
        return TicketNews::resumed;
    case TicketStep::wait:
        return TicketNews::waits;
    case TicketStep::resolve:
        return TicketNews::resolved;
    case TicketStep::close:
        return TicketNews::closed;
    case TicketStep::reopen:
        return TicketNews::reopened;
    case TicketStep::give_back:
        return TicketNews::given_back;
    }
    return TicketNews::none;
}

void load_comments(TicketModel& model, Api& api) {
    model.comments.start();
    api.read<ListTicketComments>({.id = model.id}, {}, [&model](Result<Page<TicketComment>> comments) {
        model.comments.take(std::move(comments));
    });
}

void load_photos(TicketModel& model, Api& api) {
    model.photos.start();
    api.read<ListTicketAttachments>({.id = model.id}, {}, [&model](Result<Page<AttachedFile>> photos) {
        model.photos.take(std::move(photos));
    });
}

void load_history(TicketModel& model, Api& api, Person const& me) {
    if (!may(me, Action::read_audit)) return;
    model.history.start();
    AuditQuery const query{
        .entity = std::string{Schema<Ticket>::name}, .id = model.id.value, .limit = max_page_size};
    api.read<ListAudit>({}, query, [&model](Result<Page<AuditEntry>> log) {
        if (log)
            model.history.take(history_of(log->items));
        else
            model.history.take(fail(log.error()));
    });
}

/// True: the error was "stale", and the ticket is now as the server has it.
bool take_stale(TicketModel& model, Error const& error) {
    if (error.code != "stale") return false;
    auto stale = decode<StaleTicket>(error.extra);
    if (!stale || stale->current.id != model.id) return false;
    if (Ticket const* seen = model.ticket.value())
        model.changed_meanwhile = changes_between(*seen, stale->current);
    model.ticket.take(std::move(stale->current));
    return true;
}

void send_work(TicketModel& model, Api& api, TicketWork const& after, std::function<void(bool done)> finish) {
    Ticket const* ticket = model.ticket.value();
    if (ticket == nullptr) return;
    Patch<TicketWork> patch = patch_between(work_of(*ticket), after);
    patch.members["version"] = ticket->version;
    model.work_error.reset();
    model.changed_meanwhile.clear();
    std::string const key = model.work_key.for_body(api, encode(patch));
    api.write<WorkTicket>(key, {.path = {model.id}, .body = std::move(patch)},
                          [&model, finish = std::move(finish)](Result<Ticket> changed) {
                              model.running.reset();
                              model.saving_device = false;
                              if (changed) {
                                  model.work_key.succeeded();
                                  model.ticket.take(std::move(changed));
                                  return finish(true);
                              }
                              model.work_key.failed(changed.error());
                              take_stale(model, changed.error());
                              model.work_error = std::move(changed).error();
                              finish(false);
                          });
}

/// A comment of its own, whatever is half written in the form for comments. It belongs to the step that is done already:
/// if it fails, it waits in that form.
void send_closing_comment(TicketModel& model, Api& api) {
    TicketComment comment{.text = std::exchange(model.closing_comment, {})};
    clean(comment);
    if (comment.text.empty()) return;
    std::string const text = comment.text;
    std::string const key = model.closing_key.for_body(api, text);
    api.write<CommentTicket>(key, {.path = {model.id}, .body = std::move(comment)},
                             [&model, &api, text](Result<TicketComment> stored) {
                                 if (stored) {
                                     model.closing_key.succeeded();
                                     if (model.news == TicketNews::none) model.news = TicketNews::commented;
                                     return load_comments(model, api);
                                 }
                                 if (model.comment.empty()) model.comment_key = model.closing_key;
                                 model.comment_key.failed(stored.error());
                                 model.closing_key = {};
                                 model.comment += (model.comment.empty() ? "" : "\n\n") + text;
                                 model.comment_error = std::move(stored).error();
                                 keep_comment(model, api);
                             });
}

} // namespace

std::vector<TicketStep> steps_of(Ticket const& ticket, Person const& me) {
    using enum TicketStep;
    if (!may(me, Action::work_ticket)) return {};
    bool const mine = ticket.assignee == me.username;
    std::vector<TicketStep> steps;
    switch (ticket.status) {
    case TicketStatus::new_:
        steps = {take, wait, resolve, close};
        break;
    case TicketStatus::accepted:
        if (mine)
            steps = {resolve, wait, close};
        else
            steps = {take, resolve, wait, close};
        break;
    case TicketStatus::waiting:
        if (mine || !ticket.assignee)
            steps = {resume, resolve, close};
        else
            steps = {resume, take, resolve, close};
        break;
    case TicketStatus::resolved:
        return {close, reopen};
    case TicketStatus::closed:
        return {reopen};
    }
    if (ticket.assignee) steps.push_back(give_back);
    return steps;
}

TicketWork after_step(Ticket const& ticket, TicketStep step, Person const& me) {
    TicketWork work = work_of(ticket);
    switch (step) {
    case TicketStep::take:
        work.status = TicketStatus::accepted;
        work.assignee = me.username;
        break;
    case TicketStep::resume:
    case TicketStep::reopen:
        work.status = TicketStatus::accepted;
        if (!work.assignee) work.assignee = me.username;
        break;
    case TicketStep::wait:
        work.status = TicketStatus::waiting;
        break;
    case TicketStep::resolve:
        work.status = TicketStatus::resolved;
        break;
    case TicketStep::close:
        work.status = TicketStatus::closed;
        break;
    case TicketStep::give_back:
        work.assignee.reset();
        if (work.status == TicketStatus::accepted) work.status = TicketStatus::new_;
        break;
    }
    return work;
}

void open_ticket(TicketModel& model, Api& api, Id<Ticket> id, Person const& me) {
    model.id = id;
    model.draft_key = "draft.comment." + to_text(id) + '.' + to_text(me.id);
    if (auto draft = decode<CommentDraft>(api.platform().stored(model.draft_key))) {
        model.comment = std::move(draft->text);
        model.comment_key = {.key = std::move(draft->key), .body = std::move(draft->key_body)};
    }
    load_ticket(model, api, me);
}

void load_ticket(TicketModel& model, Api& api, Person const& me) {
    model.ticket.start();
    api.read<GetTicket>({.id = model.id}, {}, [&model](Result<Ticket> ticket) {
        // an answer that was overtaken by my own change
        if (ticket && model.ticket.value() && ticket->version < model.ticket.value()->version)
            ticket = *model.ticket.value();
        model.ticket.take(std::move(ticket));
    });
    load_comments(model, api);
    load_photos(model, api);
    load_history(model, api, me);
}

void keep_comment(TicketModel& model, Api& api) {
    std::string const draft =
        model.comment.empty()
            ? std::string{}
            : encode(CommentDraft{model.comment, model.comment_key.key, model.comment_key.body});
    api.platform().store(model.draft_key, draft);
}

void send_comment(TicketModel& model, Api& api) {
    if (model.commenting) return;
    TicketComment comment{.text = model.comment};
    clean(comment);
    if (auto errors = validate(comment); !errors.empty()) {
        model.comment_error = invalid(std::move(errors)).value();
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    model.commenting = true;
    model.comment_error.reset();
    std::string const sent = model.comment;
    std::string const key = model.comment_key.for_body(api, comment.text);
    keep_comment(model, api);
    api.write<CommentTicket>(key, {.path = {model.id}, .body = std::move(comment)},
                             [&model, &api, sent](Result<TicketComment> stored) {
                                 model.commenting = false;
                                 if (!stored) {
                                     model.comment_key.failed(stored.error());
                                     model.comment_error = std::move(stored).error();
                                     keep_comment(model, api);
                                     return;
                                 }
                                 model.comment_key.succeeded();
                                 // what was typed while it was on its way stays
                                 if (model.comment.starts_with(sent)) model.comment.erase(0, sent.size());
                                 keep_comment(model, api);
                                 if (model.news == TicketNews::none) model.news = TicketNews::commented;
                                 load_comments(model, api);
                             });
}

void do_step(TicketModel& model, Api& api, TicketStep step, Person const& me) {
    if (model.busy() || model.ticket.value() == nullptr) return;
    model.running = step;
    TicketWork const after = after_step(*model.ticket.value(), step, me);
    send_work(model, api, after, [&model, &api, &me, step](bool done) {
        if (!done) return;
        model.news = news_of(step);
        if (step == TicketStep::resolve) {
            model.resolve_open = false;
            send_closing_comment(model, api);
        }
        load_history(model, api, me);
    });
}

void begin_device(TicketModel& model) {
    model.device_open = true;
    model.device_code.clear();
    model.new_device.clear();
    model.work_error.reset();
}

void type_device(TicketModel& model, Api& api) {
    model.new_device.clear();
    model.work_error.reset();
    ++model.device_asked;
    model.typing_device.after(api.platform(), typing_pause_ms,
                              [&model, &api] { look_up_device(model, api); });
}

void look_up_device(TicketModel& model, Api& api) {
    model.typing_device.cancel();
    std::string const code{trim(model.device_code)};
    if (code.empty()) return;
    model.new_device.start();
    std::uint64_t const question = ++model.device_asked;
    api.read<Lookup>({.code = code}, {}, [&model, question](Result<Found> found) {
        if (question == model.device_asked) model.new_device.take(std::move(found));
    });
}

void save_device(TicketModel& model, Api& api, Person const& me) {
    if (model.busy() || model.ticket.value() == nullptr) return;
    std::string code{trim(model.device_code)};
    if (code.empty()) {
        model.work_error = invalid(std::string{name_of(&TicketWork::asset_code)}, "required").value();
        api.platform().move_focus(FocusTarget::first_field_with_error);
        return;
    }
    if (Found const* found = model.new_device.value()) code = found->tag;
    TicketWork after = work_of(*model.ticket.value());
    after.asset_code = std::move(code);
    model.saving_device = true;
    send_work(model, api, after, [&model, &api, &me](bool done) {
        if (!done) return;
        model.device_open = false;
        model.news = TicketNews::device_corrected;
        load_history(model, api, me);
    });
}

} // namespace schulkit
