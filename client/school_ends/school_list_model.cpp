#include "client/school_ends/school_list_model.hpp"

#include "client/forms/refusal.hpp"

#include <algorithm>

namespace schulkit {

void load_school_list(SchoolListModel& model, Api& api) {
    load_schools(model.schools, api);
    model.years.start();
    api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> found) { model.years.take(std::move(found)); });
}

void load_loans_of_school(SchoolListModel& model, Api& api) {
    model.loans.start();
    api.read<ListLoans>({}, {.limit = max_page_size, .school_code = model.before.code},
                        [&model, code = model.before.code](Result<Page<Loan>> found) {
                            if (code == model.before.code) model.loans.take(std::move(found));
                        });
}

void open_school_end(SchoolListModel& model, Api& api, School const& school) {
    model.dialog_open = true;
    if (model.saving) return; // the answer is about the school before
    model.before = school;
    model.ends_on = school.ends_on ? to_iso(*school.ends_on) : std::string{};
    model.successor_code = school.successor_code.value_or("");
    model.errors.clear();
    model.refused.reset();
    model.loans.clear();
    load_loans_of_school(model, api);
}

BeyondEnd beyond_end(SchoolListModel const& model) {
    BeyondEnd beyond;
    auto const day = parse_iso_date(model.ends_on);
    if (!day || model.loans.value() == nullptr || model.years.value() == nullptr) return beyond;
    auto const& years = model.years.value()->items;
    for (Loan const& loan : model.loans.value()->items) {
        auto const last = std::find_if(years.begin(), years.end(),
                                       [&](SchoolYear const& year) { return year.id == loan.last_school_year; });
        if (last == years.end() || !(*day < last->ends_on)) continue;
        if (loan.state == LoanState::approved || loan.state == LoanState::handed_over) beyond.promised.push_back(loan);
        if (loan.state == LoanState::requested || loan.state == LoanState::waitlisted) beyond.requested.push_back(loan);
    }
    return beyond;
}

void save_school_end(SchoolListModel& model, Api& api) {
    if (model.saving) return;
    model.errors.clear();
    model.refused.reset();
    auto const day = parse_iso_date(model.ends_on);
    check_date(model.ends_on, "ends_on", model.errors);
    if (model.ends_on.empty() && !model.successor_code.empty()) model.errors = {{"ends_on", "required", {}}};
    if (!model.errors.empty()) return api.platform().move_focus(FocusTarget::first_field_with_error);
    Request<UpdateSchool> request{.path = {.id = model.before.id}};
    set_member(request.body.members, "ends_on", encode_value(day));
    set_member(request.body.members, "successor_code",
               model.successor_code.empty() ? Json(nullptr) : encode_value(model.successor_code));
    model.saving = true;
    api.write<UpdateSchool>(model.key.for_body(api, model.before.code + encode(request.body)), request,
                            [&model, &api](Result<School> stored) {
                                model.saving = false;
                                if (!stored) {
                                    take_refusal(model, stored.error());
                                    // somebody may have promised a kit meanwhile
                                    load_loans_of_school(model, api);
                                    return;
                                }
                                model.key.succeeded();
                                model.dialog_open = false;
                                model.stored = true;
                                load_schools(model.schools, api);
                            });
}

} // namespace schulkit
