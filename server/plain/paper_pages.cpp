// A paper of a loan as a page, for screen readers and phones; and the form by which the county keeps its letterhead.

#include "server/http/idempotency.hpp"
#include "server/loans/loan_store.hpp"
#include "server/papers/agreement_template.hpp"
#include "server/papers/loan_paper_store.hpp"
#include "server/papers/paper_settings_changes.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "shared/loans/loan_words.hpp"
#include "shared/papers/loan_paper_words.hpp"

namespace schulkit::plain {
namespace {

std::string paper_settings_label(Visit const& visit, std::string_view name) {
    std::string label;
    for_each_field<PaperSettings>([&](auto const& f) {
        if (f.name == name) label = visit.text(f.label);
    });
    return label;
}

FieldLook paper_settings_look(Visit const& visit, std::string_view name) {
    FieldLook look{.name = name, .label = paper_settings_label(visit, name), .marked = false};
    for_each_field<PaperSettings>([&](auto const& f) {
        if (f.name != name) return;
        look.max_length = f.rules.max_length == 0 ? default_max_length : f.rules.max_length;
        if (f.rules.multiline) look.rows = f.rules.max_length > 1000 ? 24 : 4;
    });
    std::string const hint = "paper_settings." + std::string{name} + ".hint";
    if (visit.strings().has(hint)) look.hint = visit.text(hint);
    if (name == "agreement_text") {
        std::string words;
        for (std::string_view const placeholder : papers::agreement_placeholders()) {
            if (!words.empty()) words += ' ';
            words += placeholder;
        }
        look.hint += ' ' + words;
        look.required = true;
    }
    return look;
}

std::vector<FieldLook> paper_settings_looks(Visit const& visit) {
    std::vector<FieldLook> looks;
    for_each_field<PaperSettings>([&](auto const& f) {
        if (!f.rules.read_only) looks.push_back(paper_settings_look(visit, f.name));
    });
    return looks;
}

FormState state_of_paper_settings(PaperSettings const& settings) {
    FormState state{.values = {{"version", to_text(settings.version)}}};
    for_each_field<PaperSettings>([&](auto const& f) {
        if (!f.rules.read_only) state.values.emplace_back(f.name, to_text(settings.*f.member));
    });
    return state;
}

PaperSettings load_paper_settings(Visit const& visit) {
    return visit.database().read([](Tx& tx) { return get_paper_settings(tx); });
}

HttpResponse paper_settings_form(Visit const& visit, FormState const& state, int status) {
    std::string const title = visit.text("papers.settings");
    PaperSettings const stored = load_paper_settings(visit);
    auto const text = [&](std::string_view name) { return text_field(visit, state, paper_settings_look(visit, name)); };
    auto const area = [&](std::string_view name) { return text_area(visit, state, paper_settings_look(visit, name)); };
    Html fields = all(form_key(visit), hidden_field("version", state.value("version")));
    fields += card(visit.text("papers.letterhead"), all(text("county"), text("department"), area("address"), area("contact")));
    fields += card(visit.text("papers.rules"), text("place"));
    fields += card(visit.text("papers.agreement_version", {{"version", std::to_string(stored.agreement_version)}}),
                   area("agreement_text"));
    fields += el("div", {{"class", "actions"}}, submit(visit.text("device_form.save")));
    Html own;
    if (visit.parameter("gespeichert") == "1" && state.is_good())
        own += notice(Notice::success, visit.text("papers.settings_saved"), {}, Focus::comes);
    own += error_summary(visit, state, visit.text("device_form.not_saved"), paper_settings_looks(visit));
    own += all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("papers.settings_lead")));
    own += el("form", {{"method", "post"}, {"action", visit.path("/basis/briefkopf")}}, fields);
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::kits,
                 .status = status,
                 .counterpart = "/ausleihen",
                 .language_at = "/basis/briefkopf"},
                own);
}

} // namespace

FormKind const& paper_settings_form_kind() {
    static FormKind const kind = [] {
        // the agreement: 60,000 characters, each of them up to twelve bytes on the wire
        FormKind made{.pattern = "/basis/briefkopf", .fields = {{"version"}}, .max_bytes = 768u << 10};
        for_each_field<PaperSettings>([&](auto const& f) {
            if (!f.rules.read_only) made.fields.push_back({f.name, f.label});
        });
        return made;
    }();
    return kind;
}

Result<HttpResponse> paper_settings_page(Visit& visit) {
    return paper_settings_form(visit, state_of_paper_settings(load_paper_settings(visit)), 200);
}

Result<HttpResponse> take_paper_settings(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::edit_papers));
    // what the form leaves out stays as it is stored
    PaperSettings settings = load_paper_settings(visit);
    FormState const stored = state_of_paper_settings(settings);
    std::int64_t version = 0;
    FieldErrors errors = read_form(form, settings);
    if (!from_text(form.get("version"), version)) return fail(ErrorKind::invalid, "invalid");
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY(edit_paper_settings(tx, settings, version));
                                            return std::string{"/basis/briefkopf?gespeichert=1"};
                                        });
    if (next) return go_on_at(visit.path(*next));
    FormState state = state_of(visit, form, next.error());
    state.values.insert(state.values.end(), stored.values.begin(), stored.values.end());
    for (FieldError const& error : state.errors)
        if (error.field == "agreement_text" && !error.value.empty())
            state.trouble = visit.text("papers.in_line", {{"line", error.value}, {"what", visit.error(error.code)}});
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("statement.saved_already");
    if (next.error().code == "stale") state.trouble = visit.text("papers.settings_stale");
    if (next.error().kind == ErrorKind::invalid) return paper_settings_form(visit, state, 422);
    if (next.error().kind == ErrorKind::conflict) {
        // what others have written is shown nowhere here: saving again is a decision
        for (auto& [name, value] : state.values)
            if (name == "version") value = to_text(load_paper_settings(visit).version);
        return paper_settings_form(visit, state, 409);
    }
    return fail(next.error());
}

Html paper_list(Visit const& visit, std::vector<LoanPaper> const& papers) {
    Html list;
    for (LoanPaper const& paper : papers) {
        std::string const title = paper_title(visit.strings(), paper);
        std::string const file = "/api/loans/" + to_text(paper.loan_id) + "/papers/" + to_text(paper.id);
        Html entry = el("p", {}, link(visit, "/basis/papiere/" + to_text(paper.id), title));
        if (paper.signature_pending)
            entry = el("p", {}, link(visit, "/basis/papiere/" + to_text(paper.id), title), " ",
                       badge(visit.text("handover.signature_pending"), "warning"));
        Html files = el("span", {}, paper_date(visit.strings(), paper), ", ",
                        link(visit, file, visit.text("papers.pdf_of", {{"paper", paper.number}})));
        for (AttachedFile const& scan : paper.scans)
            files += all(", ", link(visit, file + "/scans/" + std::to_string(scan.position), visit.text("papers.signed_copy", {{"name", scan.name}})));
        list += el("li", {}, entry, el("p", {{"class", "muted"}}, files));
    }
    return el("ul", {{"class", "talk"}}, list);
}

Result<HttpResponse> paper_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_papers));
    TRY_ASSIGN(std::int64_t const id, visit.id());
    std::string markup;
    auto const found = visit.database().read([&](Tx& tx) -> Result<LoanPaper> {
        auto paper = find_loan_paper(tx, Id<LoanPaper>{id});
        if (!paper) return fail(ErrorKind::not_found, "not_found");
        TRY(get_loan(tx, access, paper->loan_id)); // another school's is not there
        markup = get_paper_markup(tx, paper->id);
        return std::move(*paper);
    });
    if (!found) return fail(found.error());
    LoanPaper const& paper = *found;
    std::string const title = paper_title(visit.strings(), paper);
    Html own = back_link(visit, "/basis/koffer/" + to_text(paper.loan_id),
                         visit.text("handover.to_loan", {{"number", loan_number(paper.loan_id)}}));
    Html state = paper.signature_pending ? all(badge(visit.text("handover.signature_pending"), "warning"), " ") : Html{};
    own += el("p", {}, state,
              link(visit, "/api/loans/" + to_text(paper.loan_id) + "/papers/" + to_text(paper.id),
                   visit.text("papers.pdf_of", {{"paper", paper.number}})));
    own += kept_markup(std::move(markup));
    return page(visit,
                {.title = title,
                 .section = Section::kits,
                 .counterpart = "/ausleihen/" + to_text(paper.loan_id),
                 .language_at = "/basis/papiere/" + to_text(paper.id)},
                own);
}

} // namespace schulkit::plain
