#include "client/tours/tour_model.hpp"

#include <algorithm>

namespace schulkit {

void open_tour(TourPageModel& model, Api& api, Id<Tour> id) {
    model.id = id;
    if (!id) {
        model.tour.take(fail(ErrorKind::not_found, "not_found"));
        return;
    }
    reload_tour(model, api);
}

void reload_tour(TourPageModel& model, Api& api) {
    if (!model.id) return;
    model.tour.start();
    api.read<GetTour>({model.id}, {}, [&model](Result<Tour> tour) { model.tour.take(std::move(tour)); });
}

void take_tour_changes(TourPageModel& model, Api& api, Changes const& changes) {
    bool const concerned = std::any_of(changes.items.begin(), changes.items.end(), [&](Change const& change) {
        return change.entity == Schema<Loan>::name || (change.entity == Schema<Tour>::name && change.entity_id == model.id.value);
    });
    if ((concerned || changes.more) && !model.removing) reload_tour(model, api);
}

bool is_unknown(TourPageModel const& model) {
    Error const* const error = model.tour.error();
    return error != nullptr && error->kind == ErrorKind::not_found;
}

bool has_begun(Tour const& tour) {
    return std::any_of(tour.stops.begin(), tour.stops.end(), [](TourStop const& stop) {
        return std::any_of(stop.loans.begin(), stop.loans.end(),
                           [](TourLoan const& loan) { return loan.state != LoanState::handed_over; });
    });
}

void remove_tour(TourPageModel& model, Api& api, std::function<void()> removed) {
    if (model.removing) return;
    model.removing = true;
    model.refused.reset();
    api.write<RemoveTour>(model.key.for_body(api, to_text(model.id)), {.path = {model.id}},
                          [&model, removed = std::move(removed)](Result<None> done) {
                              model.removing = false;
                              if (!done) {
                                  model.key.failed(done.error());
                                  model.refused = std::move(done).error();
                                  return;
                              }
                              model.key.succeeded();
                              removed();
                          });
}

} // namespace schulkit
