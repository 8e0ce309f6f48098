#pragma once
// The devices in the county's rooms and depot.

#include "server/seed/county.hpp"
#include "server/seed/device_models.hpp"
#include "shared/assets/asset.hpp"

#include <array>

namespace schulkit {

/// What the projector of GYM-03's room 204 is called, the only one in there.
inline constexpr std::string_view demo_projector_tag = "BEA0204";

class CountyDevices {
public:
    CountyDevices();

    std::vector<SchoolPlan> const& county() const { return m_county; }

    /// The first round is the demo county, with the demo projector; each further one puts as many devices
    /// again into the same rooms.
    std::vector<Asset> next_round();

private:
    /// What one school bought of each kind, in a few orders.
    using SchoolOrders = std::array<std::vector<Order>, device_kinds>;
    struct Place {
        std::optional<std::string> school_code = std::nullopt;
        std::optional<std::string> site_code = std::nullopt;
        std::optional<std::string> room = std::nullopt;
    };

    SchoolOrders order_for_school();
    void furnish(SchoolPlan const& plan);
    void furnish_room(RoomPlan const& room, Place const& place, SchoolOrders const& orders);
    void furnish_classroom(Place const& place, SchoolOrders const& orders);
    void furnish_computer_room(RoomPlan const& room, Place const& place);
    void furnish_office(RoomUse use, Place const& place, SchoolOrders const& orders);
    void furnish_server_room(Place const& place, SchoolOrders const& orders);
    void add_presentation(Place const& place, SchoolOrders const& orders);
    void add_kit(Place const& place, AssetStatus status);
    void add_retired(SchoolPlan const& plan);
    void fill_depot();

    Asset& add(DeviceKind kind, Order const& order, std::string name, Place const& place,
               AssetStatus status = AssetStatus::in_use);
    /// Repairs, losses and thefts, as often as they happen.
    void befall(DeviceKind kind, Asset& asset);
    std::string next_tag(DeviceKind kind);
    std::string next_serial(CatalogueModel const& model);

    std::vector<SchoolPlan> m_county;
    SeedRandom m_random;
    std::vector<Asset> m_devices;
    std::array<int, device_kinds> m_tags = {};
    std::uint64_t m_serials = 0;
    int m_kits = 0;
    int m_rounds = 0;
};

} // namespace schulkit
