#include "server/http/view_choice.hpp"
#include "server/people/people_store.hpp"
#include "server/people/sign_in.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "shared/core/text.hpp"

namespace schulkit::plain {
namespace {

std::vector<FieldLook> sign_in_fields(Visit const& visit) {
    return {{.name = "username",
             .label = visit.text("person.username"),
             .required = true,
             .autocomplete = "username"},
            {.name = "password",
             .label = visit.text("plain.password"),
             .required = true,
             .max_length = 1000,
             .type = "password",
             .autocomplete = "current-password"}};
}

Html demo_accounts(Visit const& visit) {
    if (!visit.database().read([](Tx& tx) { return has_demo_accounts(tx); })) return {};
    return card(visit.text("plain.demo"),
                el("p", {}, visit.text("plain.demo_accounts", {{"names", "teacher, technician, coordinator, auditor, admin"},
                                                               {"password", "schulkit-demo"}})));
}

HttpResponse sign_in_form(Visit& visit, FormState const& state, std::string const& next, Html const& kept,
                          std::string const& note, int status) {
    auto const looks = sign_in_fields(visit);
    std::string const title = visit.text("plain.sign_in");
    Html own = error_summary(visit, state, visit.text("plain.not_signed_in"), looks);
    own += el("h1", {}, title);
    own += el("p", {{"class", "lead"}}, visit.text("plain.sign_in_lead"));
    if (!note.empty()) own += notice(Notice::warning, note);
    if (next.find("grund=webgl") != next.npos) own += no_webgl_notice(visit);
    own += el("form", {{"class", "card"}, {"method", "post"}, {"action", visit.path("/basis/anmelden")}},
              hidden_field("next", next), kept, text_field(visit, state, looks[0]), text_field(visit, state, looks[1]),
              el("div", {{"class", "actions"}}, submit(title)));
    own += demo_accounts(visit);
    return page(visit,
                {.title = title,
                 .width = Width::narrow,
                 .status = status,
                 .language_at = address("/basis/anmelden", {{"next", next == "/basis" ? "" : next}})},
                own);
}

} // namespace

HttpResponse sign_in_page(Visit& visit, Form const* kept) {
    std::string const next = safe_next(kept != nullptr ? visit.here() : visit.parameter("next"));
    if (kept == nullptr && visit.person()) return redirect_to(visit.path(next));
    std::string const note = kept != nullptr ? visit.text("plain.session_over") : "";
    return sign_in_form(visit, {}, next, kept != nullptr ? kept_fields(visit, *kept) : Html{}, note, kept != nullptr ? 401 : 200);
}

Result<HttpResponse> take_sign_in(Visit& visit, Form const& form) {
    std::string const next = safe_next(form.get("next"));
    Credentials given;
    FormState state{.values = {{"username", form.get("username")}}, .errors = read_form(form, given)};
    if (state.errors.empty()) {
        auto person = sign_in(visit.call(), given, *visit.setting().throttle);
        if (person) {
            visit.set_person(std::move(*person));
            if (keeps_form_of(form, *visit.person())) return resume_page(visit, form);
            if (keeps_form(form)) return go_on_at(visit.path("/basis")); // another's: it ends here
            return go_on_at(visit.path(next));
        }
        if (person.error().kind == ErrorKind::too_many)
            state.trouble = visit.text("plain.too_many_attempts");
        else if (person.error().kind == ErrorKind::unauthenticated)
            state.trouble = visit.text("plain.wrong_credentials");
        else
            return fail(person.error());
    }
    int const status = !state.errors.empty() ? 422 : state.trouble == visit.text("plain.too_many_attempts") ? 429 : 401;
    return sign_in_form(visit, state, next, kept_fields_again(form), "", status);
}

Result<HttpResponse> take_sign_out(Visit& visit, Form const&) {
    TRY(sign_out(visit.call()));
    return go_on_at(visit.path("/basis/anmelden"));
}

HttpResponse leave_plain_pages(Visit& visit) {
    visit.call().set_cookie(choice_cookie(visit.call().deployment(), view_cookie_name, ""));
    std::string place = visit.parameter("zu");
    // it stands behind the "#", so it leads nowhere else; only our own routes are meant all the same
    bool clean = place.starts_with('/') && place.size() <= 2000;
    for (char const c : place) clean = clean && c > 0x20 && c < 0x7F;
    return redirect_to(visit.path(clean ? "/#" + place : "/"));
}

} // namespace schulkit::plain
