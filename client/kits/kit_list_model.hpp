#pragma once
// The county's tablet kits: what is asked for stands in the route.

#include "client/api/api.hpp"
#include "client/api/loadable.hpp"
#include "client/choice_history.hpp"
#include "client/debounce.hpp"
#include "client/page_trail.hpp"
#include "client/route.hpp"
#include "shared/kits/kit_api.hpp"

namespace schulkit {

/// "#/koffer?zustand=broken&q=tk00"
struct KitFilters {
    std::string q = {};
    std::optional<KitCondition> condition = std::nullopt;
    std::string sort = "tag";
    PageTrail pages = {};
    bool operator==(KitFilters const&) const = default;
};

KitFilters kit_filters_of(Route const& route);
Route route_of(KitFilters const& filters);
/// The first page of it.
Route first_page_of(KitFilters filters);

struct KitListModel {
    KitFilters filters = {};
    std::string typed = {}; ///< may be ahead of the route for as long as somebody types
    ChoiceHistory choices = {};
    Debounce typing = {};
    Loadable<Page<KitSummary>> kits = {};
    std::int64_t first_shown = 1;
    std::uint64_t asked = 0; ///< number of the last question; older answers come too late
};

void open_kits(KitListModel& model, Api& api, Route const& route);
/// Asks again; what is shown stays until there is an answer.
void load_kits(KitListModel& model, Api& api);

} // namespace schulkit
