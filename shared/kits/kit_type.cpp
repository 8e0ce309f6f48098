#include "shared/kits/kit_type.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

/// Labels are told apart as a reader does: "Stift" and "stift " are one.
template <class T, class M>
void find_duplicates(std::vector<T> const& lines, M T::*label, std::string_view list, std::string_view field,
                     FieldErrors& errors) {
    for (std::size_t i = 1; i < lines.size(); ++i) {
        bool const twice = std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(i), [&](T const& before) {
            return fold(before.*label) == fold(lines[i].*label);
        });
        if (twice) errors.push_back({std::string{list} + '.' + std::to_string(i) + '.' + std::string{field}, "duplicate", {}});
    }
}

bool is_released(KitTypeApp const& app, Date const& day) {
    return app.privacy_released_on && !(day < *app.privacy_released_on) &&
           (!app.privacy_released_until || !(*app.privacy_released_until < day));
}

} // namespace

void check(KitType const& type, FieldErrors& errors) {
    if (type.slots.empty()) errors.push_back({"slots", "required", {}});
    if (slot_count(type) > max_kit_slots) errors.push_back({"slots", "too_many", {}});
    for (std::size_t i = 0; i < type.slots.size(); ++i)
        if (!type.slots[i].category && !type.slots[i].model)
            errors.push_back({"slots." + std::to_string(i) + ".category", "required", {}});
    find_duplicates(type.slots, &KitTypeSlot::label, "slots", "label", errors);
    find_duplicates(type.accessories, &KitTypeAccessory::label, "accessories", "label", errors);
    find_duplicates(type.apps, &KitTypeApp::name, "apps", "name", errors);
    for (std::size_t i = 0; i < type.apps.size(); ++i) {
        KitTypeApp const& app = type.apps[i];
        if (app.privacy_released_until && (!app.privacy_released_on || *app.privacy_released_until < *app.privacy_released_on))
            errors.push_back({"apps." + std::to_string(i) + ".privacy_released_until", "wrong_day_order", {}});
    }
}

std::int64_t tablet_count(KitType const& type) {
    std::int64_t count = 0;
    for (KitTypeSlot const& slot : type.slots)
        if (fold(slot.category.value_or(slot.label)) == "tablet") count += slot.quantity;
    return count;
}

AppShortfall shortfall_of(KitType const& type, KitTypeApp const& app, Date const& today) {
    AppShortfall shortfall{.not_released = !is_released(app, today)};
    if (!app.licences) return shortfall;
    shortfall.licences_needed = tablet_count(type) * type.kits;
    shortfall.licences_missing = std::max<std::int64_t>(0, shortfall.licences_needed - *app.licences);
    return shortfall;
}

std::vector<PlannedShortfall> planned_shortfalls(KitType const& type, std::vector<PlannedKits> const& years) {
    std::vector<PlannedShortfall> found;
    for (PlannedKits const& year : years)
        for (KitTypeApp const& app : type.apps) {
            PlannedShortfall shortfall{.app = app.name,
                                       .school_year = year.school_year,
                                       .kits = year.kits,
                                       .tablets = tablet_count(type) * year.kits,
                                       .licences = app.licences,
                                       .privacy_released_until = app.privacy_released_until,
                                       .not_released = !is_released(app, year.from)};
            if (app.licences) shortfall.licences_missing = std::max<std::int64_t>(0, shortfall.tablets - *app.licences);
            shortfall.ends_too_early = !shortfall.not_released && !is_released(app, year.until);
            if (shortfall.licences_missing > 0 || shortfall.not_released || shortfall.ends_too_early)
                found.push_back(std::move(shortfall));
        }
    return found;
}

std::vector<PlannedShortfall> worst_of_each_app(std::vector<PlannedShortfall> const& shortfalls) {
    std::vector<PlannedShortfall> worst;
    for (PlannedShortfall const& each : shortfalls) {
        auto const known = std::find_if(worst.begin(), worst.end(),
                                        [&](PlannedShortfall const& other) { return other.app == each.app; });
        if (known == worst.end()) {
            worst.push_back(each);
            continue;
        }
        bool const not_released = known->not_released || each.not_released;
        bool const ends_too_early = known->ends_too_early || each.ends_too_early;
        if (each.licences_missing > known->licences_missing) *known = each;
        known->not_released = not_released;
        known->ends_too_early = ends_too_early && !not_released;
    }
    return worst;
}

std::int64_t slot_count(KitType const& type) {
    std::int64_t count = 0;
    for (KitTypeSlot const& slot : type.slots) count += std::min<std::int64_t>(slot.quantity, max_kit_slots + 1);
    return count;
}

} // namespace schulkit
