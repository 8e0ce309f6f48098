// A school says what it used a kit for, how often, and what hindered.

#include "server/feedback/feedback_changes.hpp"
#include "server/http/idempotency.hpp"
#include "server/loans/loan_store.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "shared/feedback/feedback_words.hpp"
#include "shared/loans/loan_words.hpp"

#include <algorithm>

namespace schulkit::plain {
namespace {

std::string school_year_of_path(Visit const& visit) {
    for (auto const& [name, value] : visit.call().path_values())
        if (name == "jahr") return value;
    return {};
}

std::string feedback_loan_path(Id<Loan> id) { return "/basis/koffer/" + to_text(id); }

std::string feedback_path(Id<Loan> id, std::string const& school_year) {
    return feedback_loan_path(id) + "/rueckmeldung/" + school_year;
}

template <class E> std::vector<Choice> choices_of(Visit const& visit, std::string const& label) {
    std::vector<Choice> choices;
    for (auto const& [value, word] : EnumWords<E>::values) choices.push_back({std::string{word}, visit.text(label + "." + std::string{word})});
    return choices;
}

std::vector<FieldLook> feedback_fields(Visit const& visit) {
    auto const choice = [&](char const* name) {
        return FieldLook{.name = name, .label = visit.text("feedback." + std::string{name}), .required = true};
    };
    auto const words = [&](char const* name) {
        return FieldLook{.name = name,
                         .label = visit.text("feedback." + std::string{name}),
                         .hint = visit.text("feedback." + std::string{name} + ".hint"),
                         .max_length = 1000,
                         .rows = 3};
    };
    FieldLook released = choice("released");
    released.hint = visit.text("feedback.released.hint");
    return {choice("main_use"), choice("frequency"), words("use_words"), choice("hindrance"), words("hindrance_words"), choice("again"), released};
}

Result<Feedback> find_year(Visit const& visit, Access const& access, Id<Loan> id, std::string const& school_year) {
    auto const all = visit.database().read([&](Tx& tx) { return loan_feedback(tx, access, id); });
    if (!all) return fail(all.error());
    for (Feedback const& each : *all)
        if (each.school_year == school_year) return each;
    return fail(ErrorKind::not_found, "not_found");
}

FormState state_of_given(Feedback const& given) {
    return {.values = {{"main_use", to_text(given.main_use)},
                       {"frequency", to_text(given.frequency)},
                       {"use_words", given.use_words.value_or("")},
                       {"hindrance", to_text(given.hindrance)},
                       {"hindrance_words", given.hindrance_words.value_or("")},
                       {"again", to_text(given.again)},
                       {"released", to_text(given.released)}}};
}

HttpResponse feedback_form(Visit const& visit, Feedback const& feedback, FormState const& state) {
    std::string const title = visit.text("feedback.give");
    auto const looks = feedback_fields(visit);
    std::vector<Choice> const yes_or_no{{"true", visit.text("ui.yes")}, {"false", visit.text("ui.no")}};
    Html own = error_summary(visit, state, visit.text("feedback.not_saved"), looks);
    own += back_link(visit, feedback_loan_path(feedback.loan_id), visit.text("loans.loan"));
    own += el("h1", {}, title);
    own += el("p", {{"class", "lead"}},
              visit.text("feedback.of", {{"type", feedback.kit_type_name}, {"year", school_year_text(feedback.school_year)}}));
    Html const fields = all(radio_field(visit, state, looks[0], choices_of<FeedbackUse>(visit, "feedback.main_use")),
                            radio_field(visit, state, looks[1], choices_of<FeedbackFrequency>(visit, "feedback.frequency")),
                            text_area(visit, state, looks[2]),
                            radio_field(visit, state, looks[3], choices_of<FeedbackHindrance>(visit, "feedback.hindrance")),
                            text_area(visit, state, looks[4]), radio_field(visit, state, looks[5], choices_of<FeedbackAgain>(visit, "feedback.again")),
                            radio_field(visit, state, looks[6], yes_or_no));
    std::string const here = feedback_path(feedback.loan_id, feedback.school_year);
    own += el("form", {{"method", "post"}, {"action", visit.path(here)}}, form_key(visit), fields,
              el("div", {{"class", "actions"}}, submit(visit.text("feedback.save"))));
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::kits,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = "/ausleihen/" + to_text(feedback.loan_id) + "/rueckmeldung/" + feedback.school_year,
                 .language_at = here},
                own);
}

} // namespace

FormKind const& feedback_form_kind() {
    static FormKind const kind{.pattern = "/basis/koffer/{id}/rueckmeldung/{jahr}",
                               .fields = {{name_of(&Feedback::main_use)},
                                          {name_of(&Feedback::frequency)},
                                          {name_of(&Feedback::use_words), "feedback.use_words"},
                                          {name_of(&Feedback::hindrance)},
                                          {name_of(&Feedback::hindrance_words), "feedback.hindrance_words"},
                                          {name_of(&Feedback::again)},
                                          {name_of(&Feedback::released)}}};
    return kind;
}

Html feedback_card(Visit const& visit, std::vector<Feedback> const& feedback) {
    if (feedback.empty()) return {};
    Html facts;
    for (Feedback const& each : feedback) {
        Html value = el("p", {{"class", "words"}},
                        each.version == 0 ? visit.text("feedback.not_given") : feedback_text(visit.strings(), each));
        if (visit.may(Action::give_feedback))
            value += el("p", {}, link(visit, feedback_path(each.loan_id, each.school_year),
                                      visit.text(each.version == 0 ? "feedback.give_of" : "feedback.change_of", {{"year", school_year_text(each.school_year)}})));
        facts += fact(school_year_text(each.school_year), value);
    }
    return card(visit.text("feedback.title"), el("dl", {{"class", "facts"}}, facts));
}

Result<HttpResponse> feedback_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::give_feedback));
    TRY_ASSIGN(std::int64_t const id, visit.id());
    TRY_ASSIGN(Feedback const feedback, find_year(visit, access, Id<Loan>{id}, school_year_of_path(visit)));
    return feedback_form(visit, feedback, state_of_given(feedback));
}

Result<HttpResponse> take_feedback(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::give_feedback));
    TRY_ASSIGN(std::int64_t const number, visit.id());
    Id<Loan> const id{number};
    std::string const school_year = school_year_of_path(visit);
    TRY_ASSIGN(Feedback const before, find_year(visit, access, id, school_year));
    Feedback typed = before;
    FieldErrors errors = read_form(form, typed);
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY(give_feedback(tx, access, id, school_year, patch_between(before, typed)));
                                            return feedback_loan_path(id) + "?rueckmeldung=1";
                                        });
    if (next) return go_on_at(visit.path(*next));
    if (next.error().kind != ErrorKind::invalid) return fail(next.error());
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    return feedback_form(visit, before, state);
}

} // namespace schulkit::plain
