#pragma once
// One tour, for who drives it.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/tours/tour_api.hpp"

#include <functional>

namespace schulkit {

struct TourPageModel {
    Id<Tour> id = {}; ///< 0: the route names no number
    Loadable<Tour> tour = {};
    bool asks_removal = false;
    bool removing = false;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt;
};

void open_tour(TourPageModel& model, Api& api, Id<Tour> id);
void reload_tour(TourPageModel& model, Api& api);
void take_tour_changes(TourPageModel& model, Api& api, Changes const& changes);
bool is_unknown(TourPageModel const& model);
bool has_begun(Tour const& tour);
void remove_tour(TourPageModel& model, Api& api, std::function<void()> removed);

} // namespace schulkit
