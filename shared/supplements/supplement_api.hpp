#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/stock/stock.hpp"
#include "shared/supplements/supplement.hpp"

namespace schulkit {

/// Where the device goes that leaves its slot.
enum class OldDevice : std::uint8_t { depot, repair };

template <>
struct EnumWords<OldDevice> {
    static constexpr std::array values = {std::pair{OldDevice::depot, std::string_view{"depot"}},
                                          std::pair{OldDevice::repair, std::string_view{"repair"}}};
};

struct DeviceSwap {
    std::int64_t slot = 0;
    std::string asset_code = {}; ///< the spare
    OldDevice old_device = OldDevice::depot;
    std::optional<std::string> reason = std::nullopt;
    bool operator==(DeviceSwap const&) const = default;
};

template <>
struct Schema<DeviceSwap> {
    static constexpr std::string_view name = "device_swap";
    static constexpr auto fields = std::tuple{
        field("slot", "kit.slot", &DeviceSwap::slot, {.min = 1, .max = max_kit_slots}),
        field("asset_code", "kit.spare", &DeviceSwap::asset_code, {.required = true, .max_length = 2000}),
        field("old_device", "supplement.old_device", &DeviceSwap::old_device),
        field("reason", "loan.reason", &DeviceSwap::reason, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// The spare goes to the school, the old device leaves the loan; both devices, the kit and the loan tell it. Errors: 422
/// "unknown_slot", "nothing_in_slot" on slot, "unknown_asset", "retired", "does_not_fit", "not_at_hand" on asset_code; 409
/// "in_other_kit" with the members of InOtherKit, "in_open_session", "wrong_state".
struct SwapLentDevice {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = DeviceSwap;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/swap";
    static constexpr std::string_view name = "swap_lent_device";
    static constexpr std::string_view summary = "Swap a device of a lent kit for a spare";
};

struct Delivery {
    std::vector<SlotContent> items = {};          ///< into empty slots
    std::vector<AccessoryCount> accessories = {}; ///< how many more
    std::optional<Id<Store>> store_id = std::nullopt; ///< that the accessories come from; absent: they were found
    std::optional<std::string> reason = std::nullopt;
    bool operator==(Delivery const&) const = default;
};

template <>
struct Schema<Delivery> {
    static constexpr std::string_view name = "delivery";
    static constexpr auto fields = std::tuple{
        field("items", "kit.slots", &Delivery::items), field("accessories", "kit.accessories", &Delivery::accessories),
        field("store_id", "supplement.store_id", &Delivery::store_id),
        field("reason", "loan.reason", &Delivery::reason, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Found by validate(): nothing is delivered ("required" on items), none of an accessory ("out_of_range").
void check(Delivery const& delivery, FieldErrors& errors);

/// What was missing at the handover comes later. Errors: those of swap_lent_device on items.N, "slot_is_filled" on
/// items.N.slot, "unknown_accessory" on accessories.N.label, also where the store
/// has none of it, "unknown_store" on store_id; 409 "stock_too_low" with `quantity`.
struct DeliverLater {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = Delivery;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/deliver";
    static constexpr std::string_view name = "deliver_later";
    static constexpr std::string_view summary = "Bring a school what was missing in its kit";
};

struct ListSupplements {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Page<LoanSupplement>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/supplements";
    static constexpr std::string_view name = "list_supplements";
    static constexpr std::string_view summary = "What was swapped, delivered or exchanged since the handover, in order";
};

} // namespace schulkit
