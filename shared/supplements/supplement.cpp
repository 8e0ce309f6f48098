#include "shared/supplements/supplement_api.hpp"

namespace schulkit {

void check(Delivery const& delivery, FieldErrors& errors) {
    if (delivery.items.empty() && delivery.accessories.empty()) errors.push_back({"items", "required", {}});
    check_accessory_counts(delivery.accessories, errors);
    for (std::size_t i = 0; i < delivery.accessories.size(); ++i)
        if (delivery.accessories[i].quantity == 0)
            errors.push_back({"accessories." + std::to_string(i) + ".quantity", "out_of_range", {}});
}

} // namespace schulkit
