#include "shared/kits/kit_api.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

bool is_wanted(std::optional<std::string> const& wanted, std::optional<std::string> const& given) {
    return !wanted || (given && fold(*wanted) == fold(*given));
}

} // namespace

void check(Kit const& kit, FieldErrors& errors) {
    bool const finds_nothing = !kit.tag.empty() && code_key(kit.tag).empty();
    if (kit.tag == "." || kit.tag == ".." || finds_nothing) errors.push_back({"tag", "bad_character", {}});
}

std::vector<KitSlot> slots_of(KitType const& type) {
    std::vector<KitSlot> slots;
    for (KitTypeSlot const& line : type.slots)
        for (std::int64_t i = 0; i < line.quantity; ++i)
            slots.push_back({.slot = static_cast<std::int64_t>(slots.size()) + 1,
                             .label = line.label,
                             .category = line.category,
                             .model = line.model});
    return slots;
}

std::vector<KitAccessory> accessories_of(KitType const& type) {
    std::vector<KitAccessory> accessories;
    for (KitTypeAccessory const& line : type.accessories)
        accessories.push_back({.label = line.label, .expected = line.quantity, .quantity = 0});
    return accessories;
}

bool fits(KitSlot const& slot, Asset const& asset) {
    return is_wanted(slot.category, asset.category) && is_wanted(slot.model, asset.model);
}

void check_accessory_counts(std::vector<AccessoryCount> const& counts, FieldErrors& errors) {
    for (std::size_t i = 1; i < counts.size(); ++i) {
        bool const twice = std::any_of(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(i),
                                       [&](AccessoryCount const& before) { return before.label == counts[i].label; });
        if (twice) errors.push_back({"accessories." + std::to_string(i) + ".label", "duplicate", counts[i].label});
    }
}

void check(KitContents const& contents, FieldErrors& errors) { check_accessory_counts(contents.accessories, errors); }
void check(AccessoryCounts const& counts, FieldErrors& errors) { check_accessory_counts(counts.accessories, errors); }

} // namespace schulkit
