#pragma once
// What a county buys: kinds of devices, models and what they cost when.

#include "server/seed/seed_random.hpp"
#include "shared/core/date.hpp"
#include "shared/core/schema.hpp"

namespace schulkit {

enum class DeviceKind {
    pc,
    notebook,
    projector,
    board,
    document_camera,
    printer,
    access_point,
    network_switch,
    server,
    tablet,
    tablet_case
};
inline constexpr std::size_t device_kinds = 11;

struct KindWords {
    std::string_view category = {};
    /// Letters that a scanner with an American layout reads on a German keyboard: neither Y nor Z.
    std::string_view tag_prefix = {};
};
KindWords const& words_of(DeviceKind kind);

struct CatalogueModel {
    DeviceKind kind = DeviceKind::pc;
    std::string_view manufacturer = {};
    std::string_view model = {};
    int first_year = 0; ///< in which it was sold
    int last_year = 0;
    int least_euros = 0;
    int most_euros = 0;
    std::string_view serial_prefix = {};
};

/// Devices that came with one order have these in common.
struct Order {
    CatalogueModel const* model = nullptr;
    std::optional<Date> bought_on = std::nullopt;
    std::optional<Cents> price = std::nullopt;
};

/// The inventory ends with the day before it was taken over into Schulkit.
inline constexpr Date last_order_day = {.year = 2026, .month = 4, .day = 30};

/// A model that was sold in those years, and a working day in them. Some old papers have no date or price.
Order place_order(SeedRandom& random, DeviceKind kind, int first_year = 2017, int last_year = 2026);

} // namespace schulkit
