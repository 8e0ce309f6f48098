#include "client/loans/loan_request_model.hpp"

namespace schulkit {
namespace {

struct RequestDraft {
    LoanRequest request = {};
    std::string school_code = {};
};

} // namespace

template <> struct Schema<RequestDraft> {
    static constexpr auto fields = std::tuple{field("request", "", &RequestDraft::request),
                                              field("school_code", "", &RequestDraft::school_code)};
};

namespace {

/// Choices that stand fast as soon as there is only one.
void settle(LoanRequestModel& model, Person const& me) {
    auto const schools = schools_for(model.schools, me, Action::ask_for_loan);
    if (schools.size() == 1) choose_request_school(model, schools.front().code);
    // a draft may have come back before the schools were there
    if (!model.school_code.empty()) choose_request_school(model, model.school_code);
    if (Page<KitType> const* const types = model.types.value(); types != nullptr && !model.draft.kit_type_id)
        if (types->items.size() == 1) model.draft.kit_type_id = types->items.front().id;
}

void load_choices_of_request(LoanRequestModel& model, Api& api, Person const& me) {
    if (model.schools.value() == nullptr) {
        model.schools.start();
        api.read<ListSchools>({}, {.limit = max_page_size}, [&model, &me](Result<Page<School>> found) {
            model.schools.take(std::move(found));
            settle(model, me);
        });
    }
    if (model.years.value() == nullptr) {
        model.years.start();
        api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
    }
    if (model.types.value() == nullptr) {
        model.types.start();
        api.read<ListKitTypes>({}, {.limit = max_page_size}, [&model, &me](Result<Page<KitType>> types) {
            if (types) std::erase_if(types->items, [](KitType const& type) { return !type.offered; });
            model.types.take(std::move(types));
            settle(model, me);
        });
    }
}

void show_request_errors(LoanRequestModel& model, Api& api, FieldErrors errors) {
    model.errors = std::move(errors);
    if (!model.errors.empty()) api.platform().move_focus(FocusTarget::first_field_with_error);
}

} // namespace

void open_loan_request(LoanRequestModel& model, Api& api, Person const& me, Id<Kit> kit) {
    model.draft_key = "draft.loan_request." + to_text(me.id);
    if (auto kept = decode<RequestDraft>(api.platform().stored(model.draft_key))) {
        model.draft = std::move(kept->request);
        model.school_code = std::move(kept->school_code);
    }
    model.draft.kit_id = kit ? std::optional{kit} : std::nullopt;
    if (kit) {
        model.kit.start();
        api.read<GetKit>({kit}, {}, [&model](Result<Kit> found) {
            if (found) model.draft.kit_type_id = found->kit_type_id;
            model.kit.take(std::move(found));
        });
    }
    load_choices_of_request(model, api, me);
}

void retry_loan_request(LoanRequestModel& model, Api& api, Person const& me) { load_choices_of_request(model, api, me); }

void keep_loan_request(LoanRequestModel& model, Api& api) {
    api.platform().store(model.draft_key,
                         has_request(model) ? encode(RequestDraft{model.draft, model.school_code}) : std::string{});
}

void choose_request_school(LoanRequestModel& model, std::string const& code) {
    model.school_code = code;
    School const* const school = find_school(model.schools, code);
    model.draft.school_id = school != nullptr ? school->id : Id<School>{};
}

std::vector<SchoolYear> years_to_ask_for(LoanRequestModel const& model, Date const& today) {
    std::vector<SchoolYear> years;
    if (model.years.value() == nullptr) return years;
    for (SchoolYear const& year : model.years.value()->items)
        if (!(year.ends_on < today)) years.push_back(year);
    return years;
}

bool has_request(LoanRequestModel const& model) {
    return model.unreadable || model.draft.purpose || model.draft.class_levels || model.draft.pupils;
}

void send_loan_request(LoanRequestModel& model, Api& api, std::function<void(Loan const&)> sent) {
    if (model.sending) return;
    LoanRequest request = model.draft;
    clean(request);
    show_request_errors(model, api, validate(request));
    if (!model.errors.empty()) return;
    model.sending = true;
    model.send_error.reset();
    api.write<AskForLoan>(model.key.for_body(api, encode(request)), {.body = request},
                          [&model, &api, sent = std::move(sent)](Result<Loan> loan) {
                              model.sending = false;
                              if (!loan) {
                                  model.key.failed(loan.error());
                                  show_request_errors(model, api, loan.error().fields);
                                  if (model.errors.empty()) model.send_error = loan.error();
                                  return;
                              }
                              model.key.succeeded();
                              api.platform().store(model.draft_key, "");
                              sent(*loan); // the last thing: the screen may end with it
                          });
}

} // namespace schulkit
