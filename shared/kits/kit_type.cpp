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
}

std::int64_t tablet_count(KitType const& type) {
    std::int64_t count = 0;
    for (KitTypeSlot const& slot : type.slots)
        if (fold(slot.category.value_or(slot.label)) == "tablet") count += slot.quantity;
    return count;
}

AppShortfall shortfall_of(KitType const& type, KitTypeApp const& app, Date const& today) {
    AppShortfall shortfall{.not_released = !app.privacy_released_on || today < *app.privacy_released_on};
    if (!app.licences) return shortfall;
    shortfall.licences_needed = tablet_count(type) * type.kits;
    shortfall.licences_missing = std::max<std::int64_t>(0, shortfall.licences_needed - *app.licences);
    return shortfall;
}

std::int64_t slot_count(KitType const& type) {
    std::int64_t count = 0;
    for (KitTypeSlot const& slot : type.slots) count += std::min<std::int64_t>(slot.quantity, max_kit_slots + 1);
    return count;
}

} // namespace schulkit
