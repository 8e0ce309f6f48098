// A school's contact asks for kits.

#include "server/http/idempotency.hpp"
#include "server/kits/kit_type_store.hpp"
#include "server/loans/loan_changes.hpp"
#include "server/plain/fields.hpp"
#include "server/plain/kept_forms.hpp"
#include "server/plain/pages.hpp"
#include "server/school_years/school_year_store.hpp"
#include "server/schools/school_store.hpp"
#include "shared/loans/loan_words.hpp"

namespace schulkit::plain {
namespace {

constexpr std::string_view request_address = "/basis/koffer-anfragen";

/// What there is to choose from.
struct Offer {
    std::vector<Choice> schools = {};
    std::vector<Choice> types = {};
    std::vector<Choice> years = {};
};

Result<Offer> load_offer(Visit const& visit, Access const& access) {
    return visit.database().read([&](Tx& tx) -> Result<Offer> {
        Offer offer;
        TRY_ASSIGN(Page<School> const schools, list_schools(tx, access, {.limit = max_page_size}));
        for (School const& school : schools.items) offer.schools.push_back({to_text(school.id), school.code + " · " + school.name});
        TRY_ASSIGN(Page<KitType> const types, list_kit_types(tx, {.limit = max_page_size}));
        for (KitType const& type : types.items)
            if (type.offered) offer.types.push_back({to_text(type.id), type.name});
        for (SchoolYear const& year : list_school_years(tx))
            if (!(year.ends_on < tx.today())) offer.years.push_back({year.id, school_year_text(year.id)});
        return offer;
    });
}

std::vector<FieldLook> request_fields(Visit const& visit) {
    auto const look = [&](char const* name, std::string hint) {
        return FieldLook{.name = name, .label = visit.text("loan." + std::string{name}), .hint = std::move(hint)};
    };
    auto const number = [&](char const* name, std::string hint, bool required) {
        FieldLook field = look(name, std::move(hint));
        field.required = required;
        field.max_length = 4;
        return field;
    };
    FieldLook purpose = look("purpose", visit.text("loans.no_pupils"));
    purpose.max_length = 2000;
    purpose.rows = 3;
    FieldLook levels = look("class_levels", visit.text("loans.levels_example"));
    levels.max_length = 80;
    FieldLook wish = look("planned_handover_on", visit.text("loans.wish_hint"));
    wish.type = "date";
    auto const choice = [&](char const* name) {
        FieldLook field = look(name, {});
        field.required = true;
        return field;
    };
    return {choice("school_id"),
            choice("kit_type_id"),
            choice("first_school_year"),
            number("school_years", visit.text("loans.years_hint"), true),
            number("quantity", {}, true),
            number("least_quantity", visit.text("loans.least_hint"), true),
            purpose,
            levels,
            number("pupils", visit.text("loans.pupils_hint"), false),
            wish};
}

HttpResponse request_form(Visit const& visit, Offer const& offer, FormState const& state) {
    std::string const title = visit.text("loans.ask");
    auto const looks = request_fields(visit);
    Html own = error_summary(visit, state, visit.text("loans.not_sent"), looks);
    own += back_link(visit, "/basis/koffer", visit.text_for("nav.loans", "nav.loans_staff"));
    own += all(el("h1", {}, title), el("p", {{"class", "lead"}}, visit.text("loans.ask_hint")));
    bool const one_school = offer.schools.size() == 1;
    Html fields = one_school ? hidden_field("school_id", offer.schools.front().value)
                             : select_field(visit, state, looks[0], offer.schools);
    fields += all(select_field(visit, state, looks[1], offer.types), select_field(visit, state, looks[2], offer.years));
    for (std::size_t i = 3; i < 6; ++i) fields += text_field(visit, state, looks[i]);
    fields += text_area(visit, state, looks[6]);
    for (std::size_t i = 7; i < looks.size(); ++i) fields += text_field(visit, state, looks[i]);
    own += el("form", {{"method", "post"}, {"action", visit.path(request_address)}}, form_key(visit), fields,
              el("div", {{"class", "actions"}}, submit(visit.text("loans.send"))));
    return page(visit,
                {.title = state.is_good() ? title : visit.text("plain.error_in", {{"page", title}}),
                 .section = Section::kits,
                 .status = state.is_good() ? 200 : 422,
                 .counterpart = "/ausleihen/neu",
                 .language_at = std::string{request_address}},
                own);
}

} // namespace

FormKind const& loan_request_form_kind() {
    static FormKind const kind{.pattern = request_address,
                               .fields = {{name_of(&LoanRequest::school_id)},
                                          {name_of(&LoanRequest::kit_type_id)},
                                          {name_of(&LoanRequest::first_school_year), "loan.first_school_year"},
                                          {name_of(&LoanRequest::school_years), "loan.school_years"},
                                          {name_of(&LoanRequest::quantity), "loan.quantity"},
                                          {name_of(&LoanRequest::least_quantity), "loan.least_quantity"},
                                          {name_of(&LoanRequest::purpose), "loan.purpose"},
                                          {name_of(&LoanRequest::class_levels), "loan.class_levels"},
                                          {name_of(&LoanRequest::pupils), "loan.pupils"},
                                          {name_of(&LoanRequest::planned_handover_on), "loan.planned_handover_on"}}};
    return kind;
}

Result<HttpResponse> loan_request_page(Visit& visit) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::ask_for_loan));
    TRY_ASSIGN(Offer const offer, load_offer(visit, access));
    FormState state{.values = {{"school_years", "1"}, {"quantity", "1"}, {"least_quantity", "1"}}};
    if (!offer.years.empty()) state.values.push_back({"first_school_year", offer.years.front().value});
    return request_form(visit, offer, state);
}

Result<HttpResponse> take_loan_request(Visit& visit, Form const& form) {
    TRY_ASSIGN(Access const access, grant(*visit.person(), Action::ask_for_loan));
    LoanRequest request;
    FieldErrors errors = read_form(form, request);
    auto const next = !errors.empty() ? Result<std::string>{invalid(std::move(errors))}
                                      : write_form_once(visit.call(), access, [&](WriteTx& tx) -> Result<std::string> {
                                            TRY_ASSIGN(Loan const first, ask_for_loan(tx, access, request));
                                            return "/basis/koffer/" + to_text(first.id) + "?angefragt=1";
                                        });
    if (next) return go_on_at(visit.path(*next));
    if (next.error().kind != ErrorKind::invalid) return fail(next.error());
    FormState state = state_of(visit, form, next.error());
    if (next.error().code == "idempotency_key_reused") state.trouble = visit.text("plain.sent_already");
    TRY_ASSIGN(Offer const offer, load_offer(visit, access));
    return request_form(visit, offer, state);
}

} // namespace schulkit::plain
