#include "server/assets/asset_store.hpp"
#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "server/tickets/ticket_changes.hpp"
#include "shared/core/format.hpp"
#include "shared/core/text.hpp"
#include "shared/tickets/ticket_words.hpp"

namespace schulkit::plain {
namespace {

constexpr int open_tickets_shown = 5;

/// How far the report is; from the address, or from the form that was sent.
struct ReportPlace {
    std::string code = {};
    std::string room = {};
    std::string school = {};
};

ReportPlace place_of(Visit const& visit) {
    return {visit.parameter("geraet"), normalize_room(visit.parameter("raum")), visit.parameter("schule")};
}

ReportPlace place_of(Form const& form) {
    return {form.get("geraet"), normalize_room(form.get("raum")), form.get("schule")};
}

std::string choice_address(ReportPlace const& place) {
    return address("/basis/melden", {{"raum", place.room}, {"schule", place.school}});
}

/// Everybody but a school's own staff also says how the report came in.
bool chooses_channel(Visit const& visit) {
    return !visit.is_staff();
}

TicketChannel usual_channel(Role role) {
    return role == Role::technician ? TicketChannel::on_site : TicketChannel::phone;
}

std::vector<FieldLook> report_fields(Visit const& visit) {
    return {{.name = name_of(&TicketReport::title),
             .label = visit.text("ticket.title"),
             .hint = visit.text("ticket.title.hint"),
             .required = true,
             .max_length = ticket_title_rules.max_length,
             .placeholder = visit.text("report.title_example")},
            {.name = name_of(&TicketReport::description),
             .label = visit.text("ticket.description"),
             .hint = visit.text("ticket.description.hint"),
             .max_length = ticket_description_rules.max_length,
             .placeholder = visit.text("report.description_example")},
            {.name = name_of(&TicketReport::channel), .label = visit.text("ticket.channel")}};
}

struct ReportSubject {
    Asset asset = {};
    Page<Ticket> open = {}; ///< what is being worked on already for it
};

Result<std::optional<ReportSubject>> load_subject(Visit const& visit, std::string const& code) {
    TRY_ASSIGN(Access const assets, grant(*visit.person(), Action::read_assets));
    TRY_ASSIGN(Access const tickets, grant(*visit.person(), Action::read_tickets));
    return visit.database().read([&](Tx& tx) -> Result<std::optional<ReportSubject>> {
        auto asset = find_asset_by_code(tx, assets, code);
        if (!asset) return std::optional<ReportSubject>{};
        TRY_ASSIGN(auto open, list_tickets(tx, tickets, {.limit = open_tickets_shown,
                                                        .progress = TicketProgress::open,
                                                        .asset_id = asset->id.value}));
        return std::optional{ReportSubject{std::move(*asset), std::move(open)}};
    });
}

HttpResponse unknown_subject(Visit const& visit, ReportPlace const& place) {
    std::string const title = visit.text("report.unknown", {{"code", place.code}});
    return page(visit, {.title = title, .section = Section::report, .status = 404, .language_at = choice_address(place)},
                all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("report.unknown_hint")),
                    el("p", {{"class", "actions"}},
                       button_link(visit, choice_address(place), visit.text("report.choose_other"), true))));
}

Html subject_card(Visit const& visit, Asset const& asset, ReportPlace const& place) {
    std::string const where = place_text(visit.strings(), asset.room, asset.school_code);
    return card(visit.text("report.device"),
                all(el("p", {}, el("b", {}, asset.name), el("br", {}),
                       el("span", {{"class", "muted"}}, where.empty() ? asset.tag : asset.tag + " · " + where)),
                    el("p", {}, link(visit, choice_address(place), visit.text("report.change_device")))));
}

/// Somebody was faster: perhaps nothing needs to be reported.
Html open_tickets(Visit const& visit, Page<Ticket> const& open) {
    if (open.items.empty()) return {};
    std::string const title = count_text(visit.strings(), "report.already", open.total);
    return all(notice(Notice::warning, title, el("p", {}, visit.text("report.already_hint"))),
               el("div", {{"class", "card"}}, ticket_list(visit, open.items, title)));
}

HttpResponse report_form(Visit const& visit, ReportSubject const& subject, ReportPlace const& place,
                         FormState const& state) {
    std::string const title = visit.text("nav.report");
    auto const looks = report_fields(visit);
    Html own = error_summary(visit, state, visit.text("report.not_sent"), looks);
    own += back_link(visit, choice_address(place), visit.text("report.change_device"));
    own += el("h1", {}, title);
    own += subject_card(visit, subject.asset, place);
    own += open_tickets(visit, subject.open);
    Html fields = all(text_field(visit, state, looks[0]), text_area(visit, state, looks[1]));
    if (chooses_channel(visit)) {
        std::vector<Choice> channels;
        for (auto const& [channel, word] : EnumWords<TicketChannel>::values)
            channels.push_back({std::string{word}, visit.text("ticket.channel." + std::string{word})});
        fields += radio_field(visit, state, looks[2], channels);
    }
    own += card(visit.text("report.what"),
                el("form", {{"method", "post"}, {"action", visit.path("/basis/melden")}}, form_key(visit),
                   hidden_field("geraet", subject.asset.tag), hidden_field("raum", place.room),
                   hidden_field("schule", place.school), fields,
                   el("div", {{"class", "actions"}}, submit(visit.text("report.send")))));
    std::string const here =
        address("/basis/melden", {{"geraet", place.code}, {"raum", place.room}, {"schule", place.school}});
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::report,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = address("/melden", {{"geraet", subject.asset.tag}}),
                 .language_at = here},
                own);
}

Result<HttpResponse> empty_form(Visit const& visit, ReportPlace const& place) {
    TRY_ASSIGN(auto const subject, load_subject(visit, place.code));
    if (!subject) return unknown_subject(visit, place);
    FormState state{.values = {{"channel", std::string{word_of(usual_channel(visit.person()->role))}}}};
    if (!place.room.empty() && needs_room_in_title(subject->asset.tag))
        state.values.emplace_back("title", choice_text(visit.strings(), subject->asset, place.room));
    return report_form(visit, *subject, place, state);
}

Result<HttpResponse> thanks_page(Visit const& visit, Id<Ticket> id) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_tickets));
    TRY_ASSIGN(Ticket const ticket, visit.database().read([&](Tx& tx) { return get_ticket(tx, access, id); }));
    std::string const number = ticket_number(id);
    std::string const title = visit.text_for("report.thanks", "report.thanks_staff", {{"number", number}});
    Html facts = fact(visit.text("ticket.title"), ticket.title);
    facts += fact(visit.text("ticket.device"), ticket.asset_name + " · " + ticket.asset_tag);
    if (std::string const place = place_text(visit.strings(), ticket.room, ticket.school_code); !place.empty())
        facts += fact(visit.text("ticket.place"), place);
    facts += fact(visit.text("ticket.status"), status_badge(visit, ticket.status));
    Html own = all(el("h1", {{"tabindex", "-1"}, flag("autofocus")}, title),
                   el("p", {{"class", "lead"}}, visit.text_for("report.thanks_hint", "report.thanks_hint_staff")),
                   card(visit.text("report.sent_facts"), el("dl", {{"class", "facts"}}, facts)),
                   el("div", {{"class", "actions"}},
                      button_link(visit, ticket_path(id), visit.text_for("report.open_ticket", "report.open_ticket_staff"), true),
                      button_link(visit, "/basis/melden", visit.text("report.again"))));
    return page(visit, {.title = title, .section = Section::report, .counterpart = "/tickets/" + to_text(id)}, own);
}

} // namespace

FormKind const& report_form_kind() {
    static FormKind const kind{.pattern = "/basis/melden",
                               .fields = {{"geraet"},
                                          {"raum"},
                                          {"schule"},
                                          {name_of(&TicketReport::title), "ticket.title"},
                                          {name_of(&TicketReport::description), "ticket.description"},
                                          {name_of(&TicketReport::channel)}}};
    return kind;
}

Result<HttpResponse> report_page(Visit& visit) {
    std::int64_t sent = 0;
    if (from_text(visit.parameter("gemeldet"), sent) && sent > 0) return thanks_page(visit, Id<Ticket>{sent});
    ReportPlace const place = place_of(visit);
    return place.code.empty() ? report_choice_page(visit) : empty_form(visit, place);
}

Result<HttpResponse> take_report(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::report_ticket));
    ReportPlace const place = place_of(form);
    TicketReport report{.asset_code = place.code};
    FieldErrors errors = read_form(form, report);
    if (!chooses_channel(visit)) report.channel = TicketChannel::browser;
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY_ASSIGN(Ticket const ticket, report_ticket(tx, access, report));
                                            return address("/basis/melden", {{"gemeldet", to_text(ticket.id)}});
                                        });
    if (next) return go_on_at(visit.path(*next));
    if (next.error().kind != ErrorKind::invalid) return fail(next.error());

    TRY_ASSIGN(auto const subject, load_subject(visit, place.code));
    if (!subject) return unknown_subject(visit, place);
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    return report_form(visit, *subject, place, state);
}

} // namespace schulkit::plain
