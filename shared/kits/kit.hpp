#pragma once
// A real case with its real contents.

#include "shared/assets/asset.hpp"
#include "shared/kits/kit_type.hpp"

namespace schulkit {

/// The worst of its parts. broken: a device of it has an open ticket or is in repair.
enum class KitCondition : std::uint8_t { complete, incomplete, broken };

template <>
struct EnumWords<KitCondition> {
    static constexpr std::array values = {std::pair{KitCondition::complete, std::string_view{"complete"}},
                                          std::pair{KitCondition::incomplete, std::string_view{"incomplete"}},
                                          std::pair{KitCondition::broken, std::string_view{"broken"}}};
};

/// A copy of the type's plan, made when the kit was, and the device that fills it.
struct KitSlot {
    std::int64_t slot = 1; ///< numbered from 1
    std::string label = {};
    std::optional<std::string> category = std::nullopt;
    std::optional<std::string> model = std::nullopt;
    std::optional<std::int64_t> asset_id = std::nullopt;
    std::optional<std::string> asset_tag = std::nullopt;
    std::optional<std::string> asset_name = std::nullopt;
    std::optional<AssetStatus> asset_status = std::nullopt;
    std::optional<std::int64_t> open_ticket_id = std::nullopt; ///< the oldest one of the device
    bool operator==(KitSlot const&) const = default;
};

template <>
struct Schema<KitSlot> {
    static constexpr std::string_view name = "kit_slot";
    static constexpr auto fields = std::tuple{
        field("slot", "kit.slot", &KitSlot::slot), field("label", "kit_type.slot_label", &KitSlot::label),
        field("category", "asset.category", &KitSlot::category), field("model", "asset.model", &KitSlot::model),
        field("asset_id", "", &KitSlot::asset_id, {.derived = true}),
        field("asset_tag", "asset.tag", &KitSlot::asset_tag, {.derived = true}),
        field("asset_name", "asset.name", &KitSlot::asset_name, {.derived = true}),
        field("asset_status", "asset.status", &KitSlot::asset_status, {.derived = true}),
        field("open_ticket_id", "", &KitSlot::open_ticket_id, {.derived = true})};
};

struct KitAccessory {
    std::string label = {};
    std::int64_t expected = 0; ///< of the type's plan
    std::int64_t quantity = 0; ///< really there
    bool operator==(KitAccessory const&) const = default;
};

template <>
struct Schema<KitAccessory> {
    static constexpr std::string_view name = "kit_accessory";
    static constexpr auto fields =
        std::tuple{field("label", "kit_type.accessory_label", &KitAccessory::label),
                   field("expected", "kit.expected", &KitAccessory::expected),
                   field("quantity", "kit.quantity", &KitAccessory::quantity)};
};

/// What has to be done with a kit before it may go out again. Wiping has no exception.
enum class KitCheckItem : std::uint8_t { wiped, signed_out, updated, cleaned, charged, complete };

template <>
struct EnumWords<KitCheckItem> {
    static constexpr std::array values = {std::pair{KitCheckItem::wiped, std::string_view{"wiped"}},
                                          std::pair{KitCheckItem::signed_out, std::string_view{"signed_out"}},
                                          std::pair{KitCheckItem::updated, std::string_view{"updated"}},
                                          std::pair{KitCheckItem::cleaned, std::string_view{"cleaned"}},
                                          std::pair{KitCheckItem::charged, std::string_view{"charged"}},
                                          std::pair{KitCheckItem::complete, std::string_view{"complete"}}};
};

/// One item of the checklist that is done.
struct KitCheck {
    KitCheckItem item = KitCheckItem::wiped;
    std::optional<std::string> username = std::nullopt;
    Instant at = {};
    bool operator==(KitCheck const&) const = default;
};

template <>
struct Schema<KitCheck> {
    static constexpr std::string_view name = "kit_check";
    static constexpr auto fields = std::tuple{field("item", "kit.check_item", &KitCheck::item),
                                              field("username", "kit.checked_by", &KitCheck::username, {.erasable = true}),
                                              field("at", "kit.checked_at", &KitCheck::at)};
};

/// What lists and the board know of a kit.
struct KitSummary {
    Id<struct Kit> id = {};
    std::string tag = {};
    std::string name = {};
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::optional<Date> delivered_on = std::nullopt;
    KitCondition condition = KitCondition::incomplete;
    std::int64_t missing = 0; ///< slots without a device or whose device is lost or stolen, and accessories short of the plan
    bool ready = false;
    std::int64_t version = 1;
    bool operator==(KitSummary const&) const = default;
};

template <>
struct Schema<KitSummary> {
    static constexpr std::string_view name = "kit_summary";
    static constexpr auto fields = std::tuple{
        field("id", "", &KitSummary::id), field("tag", "kit.tag", &KitSummary::tag),
        field("name", "kit.name", &KitSummary::name), field("kit_type_id", "kit.kit_type_id", &KitSummary::kit_type_id),
        field("kit_type_name", "kit.kit_type_id", &KitSummary::kit_type_name),
        field("delivered_on", "kit.delivered_on", &KitSummary::delivered_on),
        field("condition", "kit.condition", &KitSummary::condition), field("missing", "kit.missing", &KitSummary::missing),
        field("ready", "kit.ready", &KitSummary::ready), field("version", "", &KitSummary::version)};
};

struct Kit {
    Id<Kit> id = {};
    std::string tag = {};  ///< of its own; no asset has the same
    std::string name = {};
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::optional<Date> delivered_on = std::nullopt; ///< ordered: counts for nothing before that day; absent: it is there
    std::optional<std::string> notes = std::nullopt;
    KitCondition condition = KitCondition::incomplete;
    std::int64_t missing = 0;
    bool ready = false; ///< the whole checklist is done
    std::vector<KitSlot> slots = {};
    std::vector<KitAccessory> accessories = {};
    std::vector<KitCheck> checks = {};
    std::optional<Date> dissolved_on = std::nullopt; ///< it went into another one and is no kit any more
    std::optional<std::int64_t> merged_into_id = std::nullopt;
    std::optional<std::string> merged_into_tag = std::nullopt;
    std::int64_t version = 1;
    bool operator==(Kit const&) const = default;
};

template <>
struct Schema<Kit> {
    static constexpr std::string_view name = "kit";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &Kit::id, {.read_only = true}),
        field("tag", "kit.tag", &Kit::tag, {.required = true, .max_length = 40}),
        field("name", "kit.name", &Kit::name, {.required = true, .max_length = 120}),
        field("kit_type_id", "kit.kit_type_id", &Kit::kit_type_id),
        field("kit_type_name", "kit.kit_type_id", &Kit::kit_type_name, derived),
        field("delivered_on", "kit.delivered_on", &Kit::delivered_on),
        field("notes", "kit.notes", &Kit::notes, {.erasable = true, .multiline = true, .max_length = 4000}),
        field("condition", "kit.condition", &Kit::condition, derived),
        field("missing", "kit.missing", &Kit::missing, derived),
        field("ready", "kit.ready", &Kit::ready, derived),
        field("slots", "kit.slots", &Kit::slots, derived),
        field("accessories", "kit.accessories", &Kit::accessories, derived),
        field("checks", "kit.checks", &Kit::checks, derived),
        field("dissolved_on", "kit.dissolved_on", &Kit::dissolved_on, {.read_only = true}),
        field("merged_into_id", "", &Kit::merged_into_id, {.read_only = true}),
        field("merged_into_tag", "kit.merged_into_tag", &Kit::merged_into_tag, derived),
        field("version", "", &Kit::version, {.read_only = true})};
};

/// Found by validate(): a tag that a label's address could not carry.
void check(Kit const& kit, FieldErrors& errors);

/// What the type's plan makes of a new kit: empty slots and accessories of which nothing is there.
std::vector<KitSlot> slots_of(KitType const& type);
std::vector<KitAccessory> accessories_of(KitType const& type);

/// Whether a device fits into a slot by category and model. Its status is another question.
bool fits(KitSlot const& slot, Asset const& asset);

} // namespace schulkit
