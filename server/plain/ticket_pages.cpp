#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/tickets/ticket_changes.hpp"
#include "shared/core/format.hpp"
#include "shared/loans/loan_words.hpp"
#include "shared/tickets/ticket_words.hpp"

namespace schulkit::plain {
namespace {

constexpr int history_shown = 100;

std::string reports_address(TicketProgress progress, std::string const& cursor, std::int64_t first) {
    return address("/basis/meldungen", {{"ansicht", progress == TicketProgress::done ? "erledigt" : ""},
                                        {"seite", cursor},
                                        {"ab", cursor.empty() ? "" : to_text(first)}});
}

Html report_tabs(Visit const& visit, TicketProgress progress) {
    Html tabs;
    for (TicketProgress const each : {TicketProgress::open, TicketProgress::done}) {
        std::string const words = visit.text(each == TicketProgress::open ? "my_reports.open" : "my_reports.done");
        tabs += el("li", {},
                   el("a",
                      {{"href", visit.path(reports_address(each, "", 1))},
                       {"aria-current", each == progress ? std::optional{std::string{"page"}} : std::nullopt}},
                      words));
    }
    return el("nav", {{"aria-label", visit.text("my_reports.tabs")}}, el("ul", {{"class", "tabs"}}, tabs));
}

struct KnownTicket {
    Ticket ticket = {};
    std::vector<TicketComment> comments = {};
    std::vector<AttachedFile> files = {};
    std::vector<HistoryEntry> history = {}; ///< for whoever may read the log
    bool reaches_device = false;
};

Result<KnownTicket> load_ticket(Visit const& visit, Id<Ticket> id) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_tickets));
    TRY_ASSIGN(Access const assets, grant(*visit.person(), Action::read_assets));
    return visit.database().read([&](Tx& tx) -> Result<KnownTicket> {
        KnownTicket known;
        TRY_ASSIGN(known.ticket, get_ticket(tx, access, id));
        known.comments = list_ticket_comments(tx, id);
        known.files = list_ticket_attachments(tx, id);
        known.reaches_device = get_asset(tx, assets, known.ticket.asset_id).has_value();
        if (auto const audit = grant(*visit.person(), Action::read_audit)) {
            TRY_ASSIGN(auto log, list_audit(tx, *audit, {.entity = std::string{Schema<Ticket>::name},
                                                         .id = id.value,
                                                         .limit = history_shown}));
            known.history = history_of(log.items);
        }
        return known;
    });
}

Html ticket_facts(Visit const& visit, KnownTicket const& known) {
    Ticket const& ticket = known.ticket;
    std::string const device = ticket.asset_name + " · " + ticket.asset_tag;
    Html facts = fact(visit.text("ticket.device"),
                      known.reaches_device ? link(visit, device_path(ticket.asset_id), device) : Html{device});
    if (std::string const place = place_text(visit.strings(), ticket.room, ticket.school_code); !place.empty())
        facts += fact(visit.text("ticket.place"), place);
    if (ticket.kit_tag) facts += fact(visit.text("ticket.kit"), *ticket.kit_tag);
    if (ticket.loan_id)
        facts += fact(visit.text("ticket.loan"),
                      link(visit, "/basis/koffer/" + to_text(*ticket.loan_id), loan_number({*ticket.loan_id})));
    facts += fact(visit.text("ticket.assignee"), ticket.assignee ? *ticket.assignee : visit.text("ticket.nobody"));
    facts += fact(visit.text("ticket.reporter"),
                  ticket.reporter ? *ticket.reporter : visit.text("ticket.unknown_person"));
    facts += fact(visit.text("ticket.created_at"), date_time_text(visit.strings(), ticket.created_at));
    facts += fact(visit.text("ticket.updated_at"), date_time_text(visit.strings(), ticket.updated_at));
    facts += fact(visit.text("ticket.channel"),
                  visit.text("ticket.channel." + std::string{word_of(ticket.channel)}));
    return card(visit.text("ticket.facts"), el("dl", {{"class", "facts"}}, facts));
}

/// The same address as in the application: who may read the ticket may read its photos.
Html ticket_photos(Visit const& visit, KnownTicket const& known) {
    if (known.files.empty()) return {};
    Html list;
    for (AttachedFile const& file : known.files) {
        std::string const path = url_of<GetTicketAttachment>({.id = known.ticket.id, .position = file.position}, {});
        list += el("li", {}, link(visit, path, file.name), " · " + size_text(visit.strings(), file.size));
    }
    return card(visit.text("ticket.photos"), el("ul", {}, list));
}

Html said_by(Visit const& visit, std::optional<std::string> const& who, Instant at) {
    return el("p", {{"class", "by"}}, el("b", {}, who ? *who : visit.text("ticket.unknown_person")),
              " · " + date_time_text(visit.strings(), at));
}

std::vector<FieldLook> comment_fields(Visit const& visit) {
    return {{.name = name_of(&TicketComment::text),
             .label = visit.text("ticket.new_comment"),
             .hint = visit.text("ticket.comment.hint"),
             .required = true,
             .max_length = 4000,
             .rows = 4}};
}

Html ticket_talk(Visit const& visit, KnownTicket const& known, FormState const& state) {
    Html inner;
    if (known.comments.empty()) {
        inner += el("p", {{"class", "muted"}}, visit.text("ticket.no_comments"));
    } else {
        Html list;
        for (TicketComment const& comment : known.comments)
            list += el("li", {}, said_by(visit, comment.author, comment.created_at),
                       el("p", {{"class", "words"}}, comment.text));
        inner += el("ol", {{"class", "talk"}}, list);
    }
    if (visit.may(Action::comment_ticket))
        inner += el("form", {{"method", "post"}, {"action", visit.path(ticket_path(known.ticket.id))}}, form_key(visit),
                    text_area(visit, state, comment_fields(visit).front()),
                    el("div", {{"class", "actions"}}, submit(visit.text("ticket.add_comment"))));
    return el("section", {{"class", "card"}, {"id", "kommentare"}}, el("h2", {}, visit.text("ticket.comments")), inner);
}

Html ticket_log(Visit const& visit, std::vector<HistoryEntry> const& history) {
    if (history.empty()) return {};
    Html list;
    for (HistoryEntry const& entry : history) {
        Html lines = el("p", {}, visit.text(entry.action == "create" ? "ticket.history_created" : "ticket.history_changed"));
        for (FieldChange const& change : entry.changes)
            lines += el("p", {{"class", "words"}}, change_text(visit.strings(), change));
        list += el("li", {}, said_by(visit, entry.actor, entry.at), lines);
    }
    return card(visit.text("ticket.history"), el("ol", {{"class", "talk"}}, list));
}

HttpResponse known_ticket_page(Visit const& visit, KnownTicket const& known, FormState const& state) {
    Ticket const& ticket = known.ticket;
    std::string const number = ticket_number(ticket.id);
    Html own = error_summary(visit, state, visit.text("ticket.comment_not_sent"), comment_fields(visit));
    if (visit.parameter("neu") == "1")
        own += notice(Notice::success, visit.text("ticket.news.commented"), {}, Focus::comes);
    own += back_link(visit, "/basis/meldungen", visit.text("nav.my_tickets"));
    own += el("div", {{"class", "title"}},
              el("div", {}, el("h1", {}, ticket.title),
                 el("p", {{"class", "under"}},
                    visit.text_for("ticket.title_of", "ticket.title_of_staff", {{"number", number}}))));
    own += el("p", {}, status_badge(visit, ticket.status), " ", progress_text(visit.strings(), ticket));
    own += card(visit.text("ticket.description"),
                ticket.description.empty() ? el("p", {{"class", "muted"}}, visit.text("ticket.no_description"))
                                           : el("p", {{"class", "words"}}, ticket.description));
    own += ticket_photos(visit, known);
    own += ticket_talk(visit, known, state);
    own += ticket_facts(visit, known);
    own += ticket_log(visit, known.history);
    std::string const title = number + ' ' + ticket.title;
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::reports,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = "/tickets/" + to_text(ticket.id),
                 .language_at = ticket_path(ticket.id)},
                own);
}

} // namespace

FormKind const& comment_form_kind() {
    static FormKind const kind{.pattern = "/basis/meldungen/{id}",
                               .fields = {{name_of(&TicketComment::text), "ticket.new_comment"}}};
    return kind;
}

Result<HttpResponse> reports_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_tickets));
    auto const progress = visit.parameter("ansicht") == "erledigt" ? TicketProgress::done : TicketProgress::open;
    TicketQuery query{.progress = progress, .reported_by_me = true};
    if (std::string const& cursor = visit.parameter("seite"); !cursor.empty()) query.cursor = cursor;
    auto mine = visit.database().read([&](Tx& tx) { return list_tickets(tx, access, query); });
    bool const from_start = !mine && query.cursor; // an old or foreign cursor: the list begins anew
    if (from_start) {
        query.cursor.reset();
        mine = visit.database().read([&](Tx& tx) { return list_tickets(tx, access, query); });
    }
    if (!mine) return fail(mine.error());

    std::string const title = visit.text("nav.my_tickets");
    Html own = el("div", {{"class", "title"}}, el("h1", {}, title),
                  button_link(visit, "/basis/melden", visit.text("nav.report"), true));
    own += report_tabs(visit, progress);
    bool const open = progress == TicketProgress::open;
    if (mine->items.empty()) {
        own += card(visit.text(open ? "my_reports.none_open" : "my_reports.none_done"),
                    el("p", {}, visit.text(open ? "my_reports.none_open_hint" : "my_reports.none_done_hint")));
    } else {
        std::string const label = visit.text(open ? "my_reports.open" : "my_reports.done");
        own += card(label, ticket_list(visit, mine->items, label));
    }
    std::int64_t const first = from_start || !query.cursor ? 1 : first_shown(visit);
    auto const shown = static_cast<std::int64_t>(mine->items.size());
    std::string const next = mine->next_cursor.value_or("");
    own += pager(visit, {.first = first,
                         .shown = shown,
                         .total = mine->total,
                         .total_is_exact = mine->total_is_exact,
                         .first_page = reports_address(progress, "", 1),
                         .next_page = next.empty() ? "" : reports_address(progress, next, first + shown)});
    return page(visit, {.title = title, .section = Section::reports, .counterpart = "/meldungen"}, own);
}

Result<HttpResponse> ticket_page(Visit& visit) {
    TRY_ASSIGN(std::int64_t const id, visit.id());
    TRY_ASSIGN(KnownTicket const known, load_ticket(visit, Id<Ticket>{id}));
    return known_ticket_page(visit, known, {});
}

Result<HttpResponse> take_comment(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::comment_ticket));
    TRY_ASSIGN(std::int64_t const number, visit.id());
    Id<Ticket> const id{number};
    TicketComment comment;
    FieldErrors errors = read_form(form, comment);
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY(comment_ticket(tx, access, id, comment));
                                            return ticket_path(id) + "?neu=1";
                                        });
    if (next) return go_on_at(visit.path(*next));
    if (next.error().kind != ErrorKind::invalid) return fail(next.error());

    TRY_ASSIGN(KnownTicket const known, load_ticket(visit, id));
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    return known_ticket_page(visit, known, state);
}

} // namespace schulkit::plain
