#include "client/tours/tour_form_model.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::string tour_draft_key(Id<Tour> id, Person const& me) { return "draft.tour." + to_text(id) + '.' + to_text(me.id); }

bool is_free(TourFormModel const& model, DueReturn const& due) {
    return due.state == LoanState::handed_over && (!due.tour_id || *due.tour_id == model.id);
}

TourStop stop_at(DueReturn const& due) {
    return {.school_id = due.school_id, .school_code = due.school_code, .school_name = due.school_name};
}

TourLoan fetched_loan(DueReturn const& due) {
    return {.loan_id = due.loan_id, .state = due.state, .kit_tag = due.kit_tag, .kit_name = due.kit_name, .returned_on = due.returned_on};
}

TourStop& stop_of_school(Tour& tour, DueReturn const& due) {
    auto const found = std::find_if(tour.stops.begin(), tour.stops.end(),
                                    [&](TourStop const& stop) { return stop.school_id == due.school_id; });
    return found == tour.stops.end() ? tour.stops.emplace_back(stop_at(due)) : *found;
}

/// On the last day for it, or today where that is over.
Date likely_day(TourFormModel const& model, Date const& today) {
    for (SchoolYear const& year : model.years.value()->items)
        if (year.id == model.school_year && today < year.latest_return_on) return year.latest_return_on;
    return today;
}

/// Once all that it is made of has come.
void begin_new_tour(TourFormModel& model, Api& api, Person const& me) {
    if (model.form.is_open || model.due.value() == nullptr || model.years.value() == nullptr) return;
    Tour tour{.school_year = model.school_year, .drives_on = likely_day(model, to_berlin({api.platform().now_unix_ms()}).date)};
    for (DueReturn const& due : model.due.value()->items)
        if (is_free(model, due) && std::find(model.wanted.begin(), model.wanted.end(), due.loan_id) != model.wanted.end())
            stop_of_school(tour, due).loans.push_back(fetched_loan(due));
    std::string const key = tour_draft_key({}, me);
    // what has just been chosen counts more than what was begun some day
    if (!model.wanted.empty()) api.platform().store(key, "");
    open_form(model.form, api, key, Tour{.school_year = model.school_year, .drives_on = tour.drives_on});
    if (!model.wanted.empty()) {
        model.form.draft = std::move(tour);
        keep_draft(model.form, api);
    }
}

void load_due(TourFormModel& model, Api& api, Person const& me) {
    model.due.start();
    api.read<ListDueReturns>({}, {.school_year = model.school_year}, [&model, &api, &me](Result<Page<DueReturn>> due) {
        model.due.take(std::move(due));
        if (model.form.is_new) begin_new_tour(model, api, me);
    });
}

void load_years_of_tour(TourFormModel& model, Api& api, Person const& me) {
    model.years.start();
    api.read<ListSchoolYears>({}, {}, [&model, &api, &me](Result<Page<SchoolYear>> years) {
        model.years.take(std::move(years));
        begin_new_tour(model, api, me);
    });
}

void load_tour(TourFormModel& model, Api& api, Person const& me) {
    model.loaded.start();
    api.read<GetTour>({model.id}, {}, [&model, &api, &me](Result<Tour> tour) {
        if (tour) {
            model.school_year = tour->school_year;
            if (model.form.is_open)
                take_stored(model.form, *tour);
            else
                open_form(model.form, api, tour_draft_key(model.id, me), *tour);
            load_due(model, api, me);
        }
        model.loaded.take(std::move(tour));
    });
}

} // namespace

void open_tour_form(TourFormModel& model, Api& api, Person const& me, Id<Tour> id) {
    model.id = id;
    if (!id) {
        model.loaded.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    load_tour(model, api, me);
}

void open_new_tour_form(TourFormModel& model, Api& api, Person const& me, Route const& route) {
    model.form.is_new = true;
    model.school_year = route.parameter("jahr");
    if (model.school_year.empty()) model.school_year = school_year_of(to_berlin({api.platform().now_unix_ms()}).date);
    std::string_view ids = route.parameter("ausleihen");
    while (!ids.empty()) {
        std::size_t const comma = ids.find(',');
        Id<Loan> id;
        if (from_text(ids.substr(0, comma), id)) model.wanted.push_back(id);
        ids = comma == std::string_view::npos ? std::string_view{} : ids.substr(comma + 1);
    }
    load_years_of_tour(model, api, me);
    load_due(model, api, me);
}

void retry_tour_form(TourFormModel& model, Api& api, Person const& me) {
    if (model.form.is_new && model.years.error() != nullptr) load_years_of_tour(model, api, me);
    if (model.due.error() != nullptr) load_due(model, api, me);
    if (model.id && model.loaded.value() == nullptr) load_tour(model, api, me);
    forget_lost(model.form);
}

void take_tour_form_changes(TourFormModel& model, Api& api, Person const& me, Changes const& changes) {
    bool concerned = changes.more;
    bool loans = changes.more;
    for (Change const& change : changes.items) {
        concerned = concerned || (change.entity == Schema<Tour>::name && change.entity_id == model.id.value);
        loans = loans || change.entity == Schema<Loan>::name || change.entity == Schema<Tour>::name;
    }
    if (model.form.saving.is_loading()) return;
    if (model.id && concerned) return load_tour(model, api, me);
    if (loans && !model.school_year.empty()) load_due(model, api, me);
}

bool is_unknown(TourFormModel const& model) {
    Error const* const error = model.loaded.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

Error const* load_error(TourFormModel const& model) {
    if (model.loaded.error() != nullptr) return model.loaded.error();
    return model.due.error() != nullptr ? model.due.error() : model.years.error();
}

bool fetches(TourStop const& stop, Id<Loan> loan) {
    return std::any_of(stop.loans.begin(), stop.loans.end(), [loan](TourLoan const& each) { return each.loan_id == loan; });
}

std::vector<DueReturn> returns_at(TourFormModel const& model, TourStop const& stop) {
    std::vector<DueReturn> found;
    if (model.due.value() == nullptr) return found;
    for (DueReturn const& due : model.due.value()->items)
        if (due.school_id == stop.school_id && (is_free(model, due) || fetches(stop, due.loan_id))) found.push_back(due);
    return found;
}

void set_fetched(TourStop& stop, Id<Loan> loan, bool fetched) {
    std::erase_if(stop.loans, [loan](TourLoan const& each) { return each.loan_id == loan; });
    if (fetched) stop.loans.push_back({.loan_id = loan});
}

std::vector<DueReturn> schools_to_add(TourFormModel const& model) {
    std::vector<DueReturn> schools;
    if (model.due.value() == nullptr) return schools;
    auto const& stops = model.form.draft.stops;
    for (DueReturn const& due : model.due.value()->items) {
        bool const is_stop = std::any_of(stops.begin(), stops.end(), [&](TourStop const& stop) { return stop.school_id == due.school_id; });
        bool const listed = !schools.empty() && schools.back().school_id == due.school_id;
        if (is_free(model, due) && !is_stop && !listed) schools.push_back(due);
    }
    return schools;
}

void add_stop(TourFormModel& model, Id<School> school) {
    if (model.due.value() == nullptr) return;
    for (DueReturn const& due : model.due.value()->items)
        if (due.school_id == school && is_free(model, due)) stop_of_school(model.form.draft, due).loans.push_back(fetched_loan(due));
    model.stops.fit(model.form.draft.stops.size());
}

void save_tour(TourFormModel& model, Api& api, std::function<void(Tour const&)> saved) {
    RecordForm<Tour>& form = model.form;
    read_times(form.draft);
    auto const tour = begin_saving(form, api);
    if (!tour) return;
    // the server would take a stop without loans for one that fetches all
    FieldErrors empty;
    for (std::size_t i = 0; i < tour->stops.size(); ++i)
        if (tour->stops[i].loans.empty()) empty.push_back({"stops." + std::to_string(i) + ".loans", "stop_without_kits", {}});
    if (!empty.empty()) return show_errors(form, api, std::move(empty));
    send_record<CreateTour, UpdateTour>(form, api, model.id, *tour, std::move(saved));
}

} // namespace schulkit
