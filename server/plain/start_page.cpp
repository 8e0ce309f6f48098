#include "server/plain/fields.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/tickets/ticket_store.hpp"
#include "shared/core/format.hpp"

namespace schulkit::plain {
namespace {

constexpr int reports_at_start = 5;

Result<Html> open_reports(Visit const& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_tickets));
    TRY_ASSIGN(Page<Ticket> const mine, visit.database().read([&](Tx& tx) {
        return list_tickets(tx, access,
                            {.limit = reports_at_start, .progress = TicketProgress::open, .reported_by_me = true});
    }));
    std::string const title = visit.text("home.my_reports");
    if (mine.items.empty()) return card(title, el("p", {{"class", "muted"}}, visit.text("home.my_reports_none")));
    Html inner = ticket_list(visit, mine.items, title);
    if (mine.total > static_cast<std::int64_t>(mine.items.size()))
        inner += el("p", {},
                    link(visit, "/basis/meldungen",
                         visit.text("home.my_reports_all", {{"count", number_text(visit.strings(), mine.total)}})));
    return card(title, inner);
}

Html find_form(Visit const& visit) {
    return card(visit.text("home.find"),
                el("form", {{"class", "search"}, {"role", "search"}, {"action", visit.path("/basis/geraete")}},
                   el("div", {{"class", "field"}}, el("label", {{"for", "q"}}, visit.text("home.code")),
                      el("p", {{"class", "hint"}, {"id", "q-hint"}}, visit.text("home.code_hint")),
                      el("input", {{"type", "search"},
                                   {"id", "q"},
                                   {"name", "q"},
                                   {"maxlength", "200"},
                                   {"aria-describedby", "q-hint"}})),
                   submit(visit.text("home.open_code"), false)));
}

} // namespace

Result<HttpResponse> start_page(Visit& visit) {
    std::string const title = visit.text("nav.home");
    Html own = el("div", {{"class", "title"}},
                  el("div", {}, el("h1", {}, title),
                     el("p", {{"class", "under"}}, visit.text("home.greeting", {{"name", visit.person()->username}}))));
    if (visit.may(Action::report_ticket)) {
        own += card(visit.text("home.report"),
                    all(el("p", {}, visit.text("home.report_lead")),
                        el("div", {{"class", "actions"}},
                           button_link(visit, "/basis/melden", visit.text("nav.report"), true))));
        TRY_ASSIGN(Html const reports, open_reports(visit));
        own += reports;
    }
    own += find_form(visit);
    own += el("p", {{"class", "muted"}}, visit.text(visit.is_staff() ? "plain.about_staff" : "plain.about"));
    return page(visit, {.title = title, .section = Section::start, .counterpart = "/"}, own);
}

} // namespace schulkit::plain
