#pragma once
// "Fehlbestand": what schools still have to bring back, the oldest first. What is asked for stands in the route.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/debounce.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "shared/differences/difference_api.hpp"

namespace schulkit {

/// "#/fehlbestand?q=ahorn"
struct MissingFilters {
    std::string q = {};
    PageTrail pages = {};
    bool operator==(MissingFilters const&) const = default;
};
MissingFilters missing_filters_of(Route const& route);
Route route_of(MissingFilters const& filters);

struct MissingModel {
    MissingFilters filters = {};
    std::string typed = {}; ///< may be ahead of the route for as long as somebody types
    Debounce typing = {};
    Loadable<Page<LoanDifference>> missing = {};
    std::int64_t first_shown = 1;
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late

    Loadable<LoanSettings> settings = {};
    std::string objection_days = {};
    bool saving = false;
    ChangeKey key = {};
    FieldErrors errors = {};
    std::optional<Error> refused = std::nullopt;
    bool saved = false; ///< to be told once
};

void open_missing(MissingModel& model, Api& api, Route const& route);
/// Asks again; what is shown stays until there is an answer.
void load_missing(MissingModel& model, Api& api);
void save_settings(MissingModel& model, Api& api);

} // namespace schulkit
