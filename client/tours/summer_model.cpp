#include "client/tours/summer_model.hpp"

#include <algorithm>

namespace schulkit {

SummerFilters summer_filters_of(Route const& route) {
    return {.school_year = route.parameter("jahr"),
            .view = enum_of<SummerView>(route.parameter("zeigen")).value_or(SummerView::all)};
}

Route route_of(SummerFilters const& filters) {
    Route route{.path = {"sommer"}};
    if (!filters.school_year.empty()) route.query["jahr"] = filters.school_year;
    if (filters.view != SummerView::all) route.query["zeigen"] = std::string{word_of(filters.view)};
    return route;
}

void open_summer(SummerModel& model, Api& api, Route const& route) {
    model.filters = summer_filters_of(route);
    std::string const running = school_year_of(to_berlin({api.platform().now_unix_ms()}).date);
    std::string const wanted = model.filters.school_year.empty() ? running : model.filters.school_year;
    if (wanted != model.school_year) {
        model.due.clear();
        model.tours.clear();
        model.chosen.clear();
        model.extensions.clear();
    }
    model.school_year = wanted;
    if (model.years.value() == nullptr && !model.years.is_loading()) {
        model.years.start();
        api.read<ListSchoolYears>({}, {}, [&model](Result<Page<SchoolYear>> years) { model.years.take(std::move(years)); });
    }
    load_summer(model, api);
}

void load_summer(SummerModel& model, Api& api) {
    std::uint64_t const question = ++model.asked;
    SummerQuery const query{.school_year = model.school_year};
    model.due.start();
    model.tours.start();
    api.read<ListDueReturns>({}, query, [&model, question](Result<Page<DueReturn>> due) {
        if (question == model.asked) model.due.take(std::move(due));
    });
    api.read<ListTours>({}, query, [&model, question](Result<Page<Tour>> tours) {
        if (question == model.asked) model.tours.take(std::move(tours));
    });
}

void take_summer_changes(SummerModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [](Change const& change) {
        return change.entity == Schema<Loan>::name || change.entity == Schema<Tour>::name || change.entity == Schema<SchoolYear>::name;
    });
    if ((concerned || changes.more) && !model.sending) load_summer(model, api);
}

bool belongs(DueReturn const& due, SummerView view) {
    bool const is_out = due.state == LoanState::handed_over;
    switch (view) {
    case SummerView::all: return true;
    case SummerView::out: return is_out;
    case SummerView::late: return due.days_late > 0;
    case SummerView::without_tour: return is_out && !due.tour_id;
    case SummerView::back: return !is_out;
    }
    return true;
}

std::int64_t count_of(SummerModel const& model, SummerView view) {
    Page<DueReturn> const* const due = model.due.value();
    if (due == nullptr) return 0;
    return std::count_if(due->items.begin(), due->items.end(), [view](DueReturn const& each) { return belongs(each, view); });
}

std::vector<DueReturn> shown_returns(SummerModel const& model) {
    std::vector<DueReturn> shown;
    if (Page<DueReturn> const* const due = model.due.value())
        for (DueReturn const& each : due->items)
            if (belongs(each, model.filters.view)) shown.push_back(each);
    return shown;
}

std::vector<DueReturn> chosen_returns(SummerModel const& model) {
    std::vector<DueReturn> chosen = shown_returns(model);
    std::erase_if(chosen, [&](DueReturn const& each) {
        return each.state != LoanState::handed_over || model.chosen.count(to_text(each.loan_id)) == 0;
    });
    return chosen;
}

std::string new_tour_route(SummerModel const& model) {
    Route route{.path = {"sommer", "neu"}};
    route.query["jahr"] = model.school_year;
    std::string ids;
    for (DueReturn const& each : chosen_returns(model)) ids.append(ids.empty() ? "" : ",").append(to_text(each.loan_id));
    if (!ids.empty()) route.query["ausleihen"] = ids;
    return to_text(route);
}

void extend_chosen(SummerModel& model, Api& api) {
    if (model.sending) return;
    LoanExtensions body;
    for (DueReturn const& each : chosen_returns(model)) body.loan_ids.push_back(each.loan_id.value);
    model.refused.reset();
    if (!from_text(model.school_years, body.school_years)) {
        model.refused = Error{.kind = ErrorKind::invalid, .code = "invalid", .fields = {{"school_years", "out_of_range", {}}}};
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    }
    if (auto errors = validate(body); !errors.empty()) {
        model.refused = Error{.kind = ErrorKind::invalid, .code = "invalid", .fields = std::move(errors)};
        return api.platform().move_focus(FocusTarget::first_field_with_error);
    }
    model.sending = true;
    api.write<ExtendLoans>(model.key.for_body(api, encode(body)), {.body = body},
                           [&model, &api](Result<Page<LoanExtension>> told) {
                               model.sending = false;
                               if (!told) {
                                   model.key.failed(told.error());
                                   model.refused = std::move(told).error();
                                   return;
                               }
                               model.key.succeeded();
                               model.asking = false;
                               model.extensions = std::move(told->items);
                               // those that could not be extended stay chosen: they wait for a tour
                               for (LoanExtension const& each : model.extensions)
                                   if (!each.code) model.chosen.erase(to_text(each.loan_id));
                               load_summer(model, api);
                           });
}

} // namespace schulkit
