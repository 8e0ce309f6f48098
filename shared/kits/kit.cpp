#include "shared/kits/kit.hpp"

#include "shared/core/text.hpp"

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

} // namespace schulkit
