// The accessibility statement: what everybody reads, and the form by which the county keeps it true.

#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/statement/statement_changes.hpp"
#include "shared/core/format.hpp"

namespace schulkit::plain {
namespace {

using S = AccessibilityStatement;

AccessibilityStatement load_statement(Visit const& visit) {
    return visit.database().read([](Tx& tx) { return get_statement(tx); });
}

std::string label_of(Visit const& visit, std::string_view name) {
    std::string label;
    for_each_field<S>([&](auto const& f) {
        if (f.name == name) label = visit.text(f.label);
    });
    return label;
}

/// What the county has written is German, whatever language the page is in.
Html by_county(Visit const& visit, std::string const& words) {
    auto const language = visit.language() == "de" ? std::nullopt : std::optional{std::string{"de"}};
    return el("span", {{"class", "words"}, {"lang", language}}, words);
}

Html still_missing(Visit const& visit) {
    return el("em", {}, visit.text("statement.missing"));
}

Html or_missing(Visit const& visit, std::optional<std::string> const& words) {
    return words ? by_county(visit, *words) : still_missing(visit);
}

Html section(std::string const& title, Html const& inner) {
    return all(el("h2", {}, title), inner);
}

Html conformity_part(Visit const& visit, S const& statement) {
    std::string const key = "statement.conformity." + std::string{word_of(statement.conformity)} + ".words";
    return section(visit.text("statement.conformity"), el("p", {}, visit.text(key)));
}

Html exceptions_part(Visit const& visit, S const& statement) {
    Html inner;
    auto const part = [&](std::string_view key, Html const& words) {
        inner += el("h3", {}, visit.text(key));
        inner += words;
    };
    if (statement.exceptions) {
        part("statement.exceptions", el("p", {}, by_county(visit, *statement.exceptions)));
    } else if (statement.conformity != Conformity::full) {
        Html list;
        for (char const* key : {"statement.known.spacing", "statement.known.fonts", "statement.known.images",
                                "statement.known.translation"})
            list += el("li", {}, visit.text(key));
        part("statement.exceptions", all(el("p", {}, visit.text("statement.known")), el("ul", {}, list)));
    }
    if (statement.burden) part("statement.burden", el("p", {}, by_county(visit, *statement.burden)));
    if (statement.out_of_scope) part("statement.out_of_scope", el("p", {}, by_county(visit, *statement.out_of_scope)));
    if (inner.empty()) return {};
    inner += el("h3", {}, visit.text("statement.alternative"));
    inner += el("p", {}, visit.text("statement.alternative.words"), " ",
                link(visit, "/basis", visit.text("statement.alternative.link")));
    return section(visit.text("statement.not_accessible"), inner);
}

Html preparation_part(Visit const& visit, S const& statement) {
    auto const day = [&](std::optional<Date> const& date) {
        return date ? Html{date_text(visit.strings(), *date)} : still_missing(visit);
    };
    Html facts = fact(visit.text("statement.prepared_on"), day(statement.prepared_on));
    facts += fact(visit.text("statement.method"),
                  visit.text("statement.method." + std::string{word_of(statement.method)}));
    if (statement.method_details)
        facts += fact(visit.text("statement.method_details"), by_county(visit, *statement.method_details));
    if (statement.reviewed_on) facts += fact(visit.text("statement.reviewed_on"), day(statement.reviewed_on));
    return section(visit.text("statement.preparation"), el("dl", {{"class", "facts card"}}, facts));
}

Html contact_part(Visit const& visit, S const& statement) {
    Html facts = fact(visit.text("statement.contact_name"), or_missing(visit, statement.contact_name));
    bool const unreachable = !statement.contact_email && !statement.contact_phone;
    if (statement.contact_email)
        facts += fact(visit.text("statement.contact_email"),
                      el("a", {{"href", "mailto:" + *statement.contact_email}}, *statement.contact_email));
    if (statement.contact_phone) facts += fact(visit.text("statement.contact_phone"), *statement.contact_phone);
    if (unreachable) facts += fact(visit.text("statement.contact_email"), still_missing(visit));
    if (statement.contact_address)
        facts += fact(visit.text("statement.contact_address"), by_county(visit, *statement.contact_address));
    return section(visit.text("statement.contact"), all(el("p", {}, visit.text("statement.contact.words")),
                                                        el("dl", {{"class", "facts card"}}, facts)));
}

Html enforcement_part(Visit const& visit, S const& statement) {
    Html facts = fact(visit.text("statement.enforcement_name"), or_missing(visit, statement.enforcement_name));
    if (statement.enforcement_address)
        facts += fact(visit.text("statement.enforcement_address"), by_county(visit, *statement.enforcement_address));
    if (statement.enforcement_link)
        facts += fact(visit.text("statement.enforcement_link"),
                      el("a", {{"href", *statement.enforcement_link}, {"rel", "noreferrer"}}, *statement.enforcement_link));
    if (!statement.enforcement_address && !statement.enforcement_link)
        facts += fact(visit.text("statement.enforcement_link"), still_missing(visit));
    return section(visit.text("statement.enforcement"), all(el("p", {}, visit.text("statement.enforcement.words")),
                                                            el("dl", {{"class", "facts card"}}, facts)));
}

/// For whoever can mend it.
Html editors_part(Visit const& visit, S const& statement) {
    if (!visit.may(Action::edit_statement)) return {};
    Html more;
    auto const missing = missing_in(statement);
    if (!missing.empty()) {
        Html list;
        for (std::string_view const name : missing)
            list += el("li", {},
                       link(visit, "/barrierefreiheit/bearbeiten#" + std::string{name}, label_of(visit, name)));
        more = notice(Notice::warning, visit.text("statement.incomplete"),
                      all(el("p", {}, visit.text("statement.incomplete_hint")), el("ul", {}, list)));
    }
    return all(more, el("p", {}, button_link(visit, "/barrierefreiheit/bearbeiten", visit.text("statement.edit"))));
}

FieldLook look_of_field(Visit const& visit, std::string_view name) {
    FieldLook look{.name = name, .label = label_of(visit, name), .marked = false};
    for_each_field<S>([&](auto const& f) {
        if (f.name != name) return;
        look.max_length = f.rules.max_length == 0 ? default_max_length : f.rules.max_length;
        if (f.rules.multiline) look.rows = f.rules.max_length > 1000 ? 6 : 3;
    });
    std::string const hint = "statement." + std::string{name} + ".hint";
    if (visit.strings().has(hint)) look.hint = visit.text(hint);
    if (name == "prepared_on" || name == "reviewed_on") look.type = "date";
    if (name == "contact_email") look.type = "email";
    if (name == "contact_phone") look.type = "tel";
    if (name == "enforcement_link") look.type = "url";
    return look;
}

std::vector<FieldLook> all_looks(Visit const& visit) {
    std::vector<FieldLook> looks;
    for_each_field<S>([&](auto const& f) {
        if (!f.rules.read_only) looks.push_back(look_of_field(visit, f.name));
    });
    return looks;
}

Html statement_field(Visit const& visit, FormState const& state, std::string_view name) {
    FieldLook const look = look_of_field(visit, name);
    bool is_multiline = false;
    for_each_field<S>([&](auto const& f) { is_multiline = is_multiline || (f.name == name && f.rules.multiline); });
    return is_multiline ? text_area(visit, state, look) : text_field(visit, state, look);
}

template <NamedEnum E> Html statement_choice(Visit const& visit, FormState const& state, std::string_view name) {
    std::vector<Choice> choices;
    for (auto const& [value, word] : EnumWords<E>::values)
        choices.push_back({std::string{word}, visit.text("statement." + std::string{name} + '.' + std::string{word})});
    return radio_field(visit, state, look_of_field(visit, name), choices);
}

FormState state_of_statement(S const& statement) {
    FormState state{.values = {{"version", to_text(statement.version)}}};
    for_each_field<S>([&](auto const& f) {
        if (!f.rules.read_only) state.values.emplace_back(f.name, to_text(statement.*f.member));
    });
    return state;
}

HttpResponse statement_form(Visit const& visit, FormState const& state, int status) {
    std::string const title = visit.text("statement.edit");
    auto const part = [&](std::string_view key, std::initializer_list<std::string_view> names) {
        Html inner;
        for (std::string_view const name : names) inner += statement_field(visit, state, name);
        return card(visit.text(key), inner);
    };
    Html fields = all(form_key(visit), hidden_field("version", state.value("version")));
    fields += card(visit.text("statement.conformity"),
                   all(statement_field(visit, state, "body"), statement_choice<Conformity>(visit, state, "conformity")));
    fields += part("statement.not_accessible", {"exceptions", "burden", "out_of_scope"});
    fields += card(visit.text("statement.preparation"),
                   all(statement_field(visit, state, "prepared_on"),
                       statement_choice<AssessmentMethod>(visit, state, "method"),
                       statement_field(visit, state, "method_details"), statement_field(visit, state, "reviewed_on")));
    fields += part("statement.contact", {"contact_name", "contact_email", "contact_phone", "contact_address"});
    fields += part("statement.enforcement", {"enforcement_name", "enforcement_address", "enforcement_link"});
    fields += el("div", {{"class", "actions"}}, submit(visit.text("device_form.save")),
                 button_link(visit, "/barrierefreiheit", visit.text("action.cancel")));
    Html own = error_summary(visit, state, visit.text("device_form.not_saved"), all_looks(visit));
    own += back_link(visit, "/barrierefreiheit", visit.text("statement.title"));
    own += all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("statement.edit_lead")));
    own += el("form", {{"method", "post"}, {"action", visit.path("/barrierefreiheit/bearbeiten")}}, fields);
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .status = status,
                 .language_at = "/barrierefreiheit/bearbeiten"},
                own);
}

} // namespace

FormKind const& statement_form_kind() {
    static FormKind const kind = [] {
        // four texts of 8,000 characters, each of them up to twelve bytes on the wire
        FormKind made{.pattern = "/barrierefreiheit/bearbeiten", .fields = {{"version"}}, .max_bytes = 512u << 10};
        for_each_field<S>([&](auto const& f) {
            using V = std::remove_cvref_t<decltype(S{}.*f.member)>;
            if (!f.rules.read_only) made.fields.push_back({f.name, NamedEnum<V> ? std::string_view{} : f.label});
        });
        return made;
    }();
    return kind;
}

Result<HttpResponse> statement_page(Visit& visit) {
    S const statement = load_statement(visit);
    std::string const title = visit.text("statement.title");
    Html own;
    if (visit.parameter("gespeichert") == "1")
        own += notice(Notice::success, visit.text("statement.saved"), {}, Focus::comes);
    own += el("h1", {}, title);
    own += editors_part(visit, statement);
    own += el("p", {}, statement.body ? by_county(visit, *statement.body) : el("em", {}, visit.text("statement.body.missing")),
              " ", visit.text("statement.intro"));
    own += el("p", {}, visit.text("statement.scope"));
    own += conformity_part(visit, statement);
    own += exceptions_part(visit, statement);
    own += preparation_part(visit, statement);
    own += contact_part(visit, statement);
    own += enforcement_part(visit, statement);
    return page(visit, {.title = title}, own);
}

Result<HttpResponse> statement_form_page(Visit& visit) {
    return statement_form(visit, state_of_statement(load_statement(visit)), 200);
}

Result<HttpResponse> take_statement(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::edit_statement));
    // what the form leaves out stays as it is stored
    S statement = load_statement(visit);
    FormState const stored = state_of_statement(statement);
    std::int64_t version = 0;
    FieldErrors errors = read_form(form, statement);
    if (!from_text(form.get("version"), version)) return fail(ErrorKind::invalid, "invalid");
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY(edit_statement(tx, statement, version));
                                            return std::string{"/barrierefreiheit?gespeichert=1"};
                                        });
    if (next) return go_on_at(visit.path(*next));
    FormState state = state_of(visit, form, next.error());
    state.values.insert(state.values.end(), stored.values.begin(), stored.values.end());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("statement.saved_already");
    if (next.error().code == "stale") state.trouble = visit.text("statement.stale");
    if (next.error().kind == ErrorKind::invalid) return statement_form(visit, state, 422);
    if (next.error().kind == ErrorKind::conflict) {
        // what others have written is shown nowhere here: saving again is a decision
        for (auto& [name, value] : state.values)
            if (name == "version") value = to_text(load_statement(visit).version);
        return statement_form(visit, state, 409);
    }
    return fail(next.error());
}

} // namespace schulkit::plain
