#include "shared/kits/kit_regrouping.hpp"

#include <set>

namespace schulkit {

void check(KitSplit const& split, FieldErrors& errors) {
    bool takes = !split.slots.empty();
    for (AccessoryCount const& each : split.accessories) takes = takes || each.quantity > 0;
    if (!takes) errors.push_back({"slots", "nothing_chosen", {}});
    std::set<std::int64_t> const different{split.slots.begin(), split.slots.end()};
    if (different.size() < split.slots.size()) errors.push_back({"slots", "duplicate", {}});
}

} // namespace schulkit
