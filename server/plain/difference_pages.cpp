// What the check of a kit has found, and the school's objection to it.

#include "server/differences/difference_changes.hpp"
#include "server/http/idempotency.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/plain/words.hpp"
#include "shared/core/format.hpp"
#include "shared/differences/difference_words.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit::plain {
namespace {

std::string difference_path(Id<LoanDifference> id) { return "/basis/abweichungen/" + to_text(id); }

Html difference_badge(Visit const& visit, LoanDifference const& difference) {
    return badge(state_text(visit.strings(), difference), std::string{word_of(tone_of(difference.state))});
}

/// The server's day, as the store has counted it.
bool may_object(Visit const& visit, LoanDifference const& difference) {
    Date const today = add_days(difference.found_on, static_cast<int>(difference.age_days));
    return visit.may(action_of(DifferenceStep::object)) && !obstacle_to(DifferenceStep::object, difference, today);
}

std::vector<FieldLook> objection_fields(Visit const& visit) {
    return {{.name = name_of(&Objection::objection),
             .label = visit.text("difference.objection"),
             .hint = visit.text("loans.no_pupils"),
             .required = true,
             .max_length = 2000,
             .rows = 5}};
}

Html difference_facts(Visit const& visit, LoanDifference const& difference) {
    Strings const& strings = visit.strings();
    Html facts = fact(visit.text("difference.found_on"), date_text(strings, difference.found_on));
    if (difference.objection) facts += fact(visit.text("difference.objection"), el("span", {{"class", "words"}}, *difference.objection));
    if (difference.answer) facts += fact(visit.text("difference.answer"), el("span", {{"class", "words"}}, *difference.answer));
    for (DifferenceChase const& chase : difference.chases)
        facts += fact(visit.text("difference.chased_on"), date_text(strings, chase.chased_on) + (chase.note ? ", " + *chase.note : ""));
    if (difference.settled_on && difference.settled_as != Settlement::noted)
        facts += fact(visit.text("difference.settled_on"), date_text(strings, *difference.settled_on));
    return el("dl", {{"class", "facts"}}, facts);
}

HttpResponse known_difference_page(Visit const& visit, LoanDifference const& difference, FormState const& state) {
    std::string const title = difference_title(visit.strings(), difference);
    std::string const loan = "/basis/koffer/" + to_text(difference.loan_id);
    Html own = error_summary(visit, state, visit.text("differences.not_objected"), objection_fields(visit));
    if (visit.parameter("neu") == "1") own += notice(Notice::success, visit.text("difference.done.object"), {}, Focus::comes);
    own += back_link(visit, loan, loan_number(difference.loan_id));
    own += el("div", {{"class", "title"}},
              el("div", {}, el("h1", {}, title), el("p", {{"class", "under"}}, visit.text("differences.title"))));
    own += el("p", {}, difference_badge(visit, difference));
    own += card(visit.text("difference.state"), difference_facts(visit, difference));
    if (may_object(visit, difference))
        own += card(visit.text("difference.step.object"),
                    all(el("p", {}, visit.text("differences.object_hint", {{"date", date_text(visit.strings(), difference.object_until)}})),
                        el("form", {{"method", "post"}, {"action", visit.path(difference_path(difference.id))}}, form_key(visit),
                           text_area(visit, state, objection_fields(visit).front()),
                           el("div", {{"class", "actions"}}, submit(visit.text("difference.step.object"))))));
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::kits,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = "/ausleihen/" + to_text(difference.loan_id),
                 .language_at = difference_path(difference.id)},
                own);
}

Result<LoanDifference> load_difference(Visit const& visit, Id<LoanDifference> id) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::read_loans));
    return visit.database().read([&](Tx& tx) { return get_difference(tx, access, id); });
}

} // namespace

FormKind const& objection_form_kind() {
    static FormKind const kind{.pattern = "/basis/abweichungen/{id}",
                               .fields = {{name_of(&Objection::objection), "difference.objection"}}};
    return kind;
}

Html difference_list(Visit const& visit, std::vector<LoanDifference> const& differences) {
    Html list;
    for (LoanDifference const& difference : differences)
        list += el("li", {}, el("p", {}, link(visit, difference_path(difference.id), difference_title(visit.strings(), difference)), " ",
                                difference_badge(visit, difference)));
    return el("ul", {{"class", "talk"}}, list);
}

Result<HttpResponse> difference_page(Visit& visit) {
    TRY_ASSIGN(std::int64_t const id, visit.id());
    TRY_ASSIGN(LoanDifference const difference, load_difference(visit, Id<LoanDifference>{id}));
    return known_difference_page(visit, difference, {});
}

Result<HttpResponse> take_objection(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), action_of(DifferenceStep::object)));
    TRY_ASSIGN(std::int64_t const number, visit.id());
    Id<LoanDifference> const id{number};
    Objection objection;
    FieldErrors errors = read_form(form, objection);
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY(object_to_difference(tx, access, id, objection.objection));
                                            return difference_path(id) + "?neu=1";
                                        });
    if (next) return go_on_at(visit.path(*next));
    bool const is_shown = next.error().kind == ErrorKind::invalid || next.error().kind == ErrorKind::conflict;
    if (!is_shown) return fail(next.error());
    TRY_ASSIGN(LoanDifference const difference, load_difference(visit, id));
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    return known_difference_page(visit, difference, state);
}

} // namespace schulkit::plain
