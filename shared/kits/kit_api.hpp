#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/kits/kit.hpp"

namespace schulkit {

// --- kit types ------------------------------------------------------------------------------------------
struct KitTypeQuery {
    std::optional<std::string> q = std::nullopt; ///< part of the name
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "name";
    bool operator==(KitTypeQuery const&) const = default;
};

template <>
struct Schema<KitTypeQuery> {
    static constexpr std::string_view name = "kit_type_query";
    static constexpr auto fields =
        std::tuple{field("q", "", &KitTypeQuery::q), field("limit", "", &KitTypeQuery::limit),
                   field("cursor", "", &KitTypeQuery::cursor, {.max_length = 2000}),
                   field("sort", "", &KitTypeQuery::sort)};
};

struct ListKitTypes {
    using Path = None;
    using Query = KitTypeQuery;
    using Body = None;
    using Response = Page<KitType>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/kit-types";
    static constexpr std::string_view name = "list_kit_types";
    static constexpr std::string_view summary = "What kinds of kits there are, and what belongs in them";
};

struct CreateKitType {
    using Path = None;
    using Query = None;
    using Body = KitType;
    using Response = KitType;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/kit-types";
    static constexpr std::string_view name = "create_kit_type";
    static constexpr std::string_view summary = "Add a kit type";
};

struct GetKitType {
    using Path = IdPath<KitType>;
    using Query = None;
    using Body = None;
    using Response = KitType;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/kit-types/{id}";
    static constexpr std::string_view name = "get_kit_type";
    static constexpr std::string_view summary = "One kit type";
};

/// The kits that exist keep their slots. A stale `version` is refused with 409 and `current`.
struct UpdateKitType {
    using Path = IdPath<KitType>;
    using Query = None;
    using Body = Patch<KitType>;
    using Response = KitType;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/kit-types/{id}";
    static constexpr std::string_view name = "update_kit_type";
    static constexpr std::string_view summary = "Change a kit type for kits to come";
};

/// What keeps its apps from the tablets that are promised, year by year.
struct ListPlannedShortfalls {
    using Path = IdPath<KitType>;
    using Query = None;
    using Body = None;
    using Response = Page<PlannedShortfall>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/kit-types/{id}/shortfalls";
    static constexpr std::string_view name = "list_planned_shortfalls";
    static constexpr std::string_view summary = "Apps that lack licences or their release for the kits promised in a school year";
};

// --- kits -----------------------------------------------------------------------------------------------
struct KitQuery {
    std::optional<std::string> q = std::nullopt; ///< part of tag or name
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "tag"; ///< of kit_sorts, "-" before it for descending
    std::optional<Id<KitType>> kit_type_id = std::nullopt;
    std::optional<KitCondition> condition = std::nullopt;
    bool dissolved = false; ///< only those that went into another one; else only those that are kits
    bool operator==(KitQuery const&) const = default;
};

template <>
struct Schema<KitQuery> {
    static constexpr std::string_view name = "kit_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &KitQuery::q), field("limit", "", &KitQuery::limit),
        field("cursor", "", &KitQuery::cursor, {.max_length = 2000}), field("sort", "", &KitQuery::sort),
        field("kit_type_id", "kit.kit_type_id", &KitQuery::kit_type_id),
        field("condition", "kit.condition", &KitQuery::condition),
        field("dissolved", "kit.dissolved_on", &KitQuery::dissolved)};
};

inline constexpr std::array<std::string_view, 2> kit_sorts = {"tag", "name"};

struct ListKits {
    using Path = None;
    using Query = KitQuery;
    using Body = None;
    using Response = Page<KitSummary>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/kits";
    static constexpr std::string_view name = "list_kits";
    static constexpr std::string_view summary = "Kits with their condition; their contents are in get_kit";
};

/// Of the type's slots as they are now, all empty.
struct CreateKit {
    using Path = None;
    using Query = None;
    using Body = Kit;
    using Response = Kit;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/kits";
    static constexpr std::string_view name = "create_kit";
    static constexpr std::string_view summary = "Add a kit, still without contents";
};

struct GetKit {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = None;
    using Response = Kit;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/kits/{id}";
    static constexpr std::string_view name = "get_kit";
    static constexpr std::string_view summary = "One kit with its contents";
};

/// Tag, name, notes and day of delivery. Its type stays: the slots are of that type.
struct UpdateKit {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = Patch<Kit>;
    using Response = Kit;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/kits/{id}";
    static constexpr std::string_view name = "update_kit";
    static constexpr std::string_view summary = "Change what a kit is called";
};

struct SlotContent {
    std::int64_t slot = 0;
    std::string asset_tag = {}; ///< any code that a scan finds
    bool operator==(SlotContent const&) const = default;
};

template <>
struct Schema<SlotContent> {
    static constexpr std::string_view name = "slot_content";
    static constexpr auto fields =
        std::tuple{field("slot", "kit.slot", &SlotContent::slot, {.min = 1, .max = max_kit_slots}),
                   field("asset_tag", "asset.tag", &SlotContent::asset_tag, {.required = true})};
};

struct AccessoryCount {
    std::string label = {};
    std::int64_t quantity = 0;
    bool operator==(AccessoryCount const&) const = default;
};

template <>
struct Schema<AccessoryCount> {
    static constexpr std::string_view name = "accessory_count";
    static constexpr auto fields =
        std::tuple{field("label", "kit_type.accessory_label", &AccessoryCount::label, {.required = true, .max_length = 60}),
                   field("quantity", "kit.quantity", &AccessoryCount::quantity, {.min = 0, .max = max_accessory_count})};
};

/// Each once: "duplicate" on the label of the second, "accessories.3.label".
void check_accessory_counts(std::vector<AccessoryCount> const& counts, FieldErrors& errors);

/// All of it: a slot that is not named becomes empty, an accessory that is not named keeps its number.
struct KitContents {
    std::vector<SlotContent> items = {};
    std::vector<AccessoryCount> accessories = {};
    bool operator==(KitContents const&) const = default;
};

template <>
struct Schema<KitContents> {
    static constexpr std::string_view name = "kit_contents";
    static constexpr auto fields = std::tuple{field("items", "kit.slots", &KitContents::items),
                                              field("accessories", "kit.accessories", &KitContents::accessories)};
};

/// Found by validate(): those of check_accessory_counts().
void check(KitContents const& contents, FieldErrors& errors);

struct KitName {
    Id<Kit> id = {};
    std::string tag = {};
    std::string name = {};
    bool operator==(KitName const&) const = default;
};

template <>
struct Schema<KitName> {
    static constexpr std::string_view name = "kit_name";
    static constexpr auto fields = std::tuple{field("id", "", &KitName::id), field("tag", "kit.tag", &KitName::tag),
                                              field("name", "kit.name", &KitName::name)};
};

/// What the problem document of "in_other_kit" says more.
struct InOtherKit {
    std::string asset_tag = {};
    KitName kit = {};
    std::int64_t slot = 0;
    bool operator==(InOtherKit const&) const = default;
};

template <>
struct Schema<InOtherKit> {
    static constexpr std::string_view name = "in_other_kit";
    static constexpr auto fields =
        std::tuple{field("asset_tag", "asset.tag", &InOtherKit::asset_tag), field("kit", "", &InOtherKit::kit),
                   field("slot", "kit.slot", &InOtherKit::slot)};
};

/// Errors: 409 "in_other_kit" with the members of InOtherKit; 422 by item: "unknown_slot", "unknown_asset", "does_not_fit",
/// "retired", "duplicate"; "unknown_accessory".
struct PutKitContents {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = KitContents;
    using Response = Kit;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/kits/{id}/contents";
    static constexpr std::string_view name = "put_kit_contents";
    static constexpr std::string_view summary = "Say what is in a kit";
};

/// What was counted; an accessory that is not named keeps its number.
struct AccessoryCounts {
    std::vector<AccessoryCount> accessories = {};
    bool operator==(AccessoryCounts const&) const = default;
};

template <>
struct Schema<AccessoryCounts> {
    static constexpr std::string_view name = "accessory_counts";
    static constexpr auto fields = std::tuple{field("accessories", "kit.accessories", &AccessoryCounts::accessories)};
};

/// Found by validate(): those of check_accessory_counts().
void check(AccessoryCounts const& counts, FieldErrors& errors);

/// The slots stay as they are: who counts knows nothing of a device that is put in meanwhile. Errors: 422 by accessory
/// ("unknown_accessory", "out_of_range").
struct CountKitAccessories {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = AccessoryCounts;
    using Response = Kit;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/kits/{id}/accessories";
    static constexpr std::string_view name = "count_kit_accessories";
    static constexpr std::string_view summary = "Say how many accessories are in a kit";
};

struct ScannedCode {
    std::string code = {}; ///< a tag, a further code or a serial number
    bool operator==(ScannedCode const&) const = default;
};

template <>
struct Schema<ScannedCode> {
    static constexpr std::string_view name = "scanned_code";
    static constexpr auto fields = std::tuple{field("code", "", &ScannedCode::code, {.required = true, .max_length = 2000})};
};

/// Into the first empty slot that it fits. A device that is in the kit already changes nothing. Errors: those of
/// put_kit_contents, on `code`; 409 "no_slot_free".
struct AddToKit {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = ScannedCode;
    using Response = Kit;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/kits/{id}/add";
    static constexpr std::string_view name = "add_to_kit";
    static constexpr std::string_view summary = "Put a scanned device into a kit";
};

struct KitSlotPath {
    Id<Kit> id = {};
    std::int64_t slot = 0;
    bool operator==(KitSlotPath const&) const = default;
};

template <>
struct Schema<KitSlotPath> {
    static constexpr std::string_view name = "kit_slot_path";
    static constexpr auto fields = std::tuple{field("id", "", &KitSlotPath::id), field("slot", "", &KitSlotPath::slot)};
};

struct SlotChange {
    std::optional<std::string> asset_code = std::nullopt; ///< the spare; absent: the slot becomes empty
    std::optional<std::string> reason = std::nullopt;
    bool operator==(SlotChange const&) const = default;
};

template <>
struct Schema<SlotChange> {
    static constexpr std::string_view name = "slot_change";
    static constexpr auto fields =
        std::tuple{field("asset_code", "kit.spare", &SlotChange::asset_code),
                   field("reason", "kit.reason", &SlotChange::reason, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Takes the device out of the slot and puts the spare in, in one step that both devices' histories tell. Errors: as
/// put_kit_contents, on `asset_code`; 422 "unknown_slot" on `slot`.
struct ChangeKitSlot {
    using Path = KitSlotPath;
    using Query = None;
    using Body = SlotChange;
    using Response = Kit;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/kits/{id}/slots/{slot}/change";
    static constexpr std::string_view name = "change_kit_slot";
    static constexpr std::string_view summary = "Swap or take out the device of a slot";
};

/// What is done of the checklist; false takes it back.
struct KitReadiness {
    bool wiped = false;
    bool signed_out = false;
    bool updated = false;
    bool cleaned = false;
    bool charged = false;
    bool complete = false; ///< counted against the plan; what is missing is written on the protocol
    bool operator==(KitReadiness const&) const = default;
};

template <>
struct Schema<KitReadiness> {
    static constexpr std::string_view name = "kit_readiness";
    static constexpr auto fields = std::tuple{
        field("wiped", "kit.wiped", &KitReadiness::wiped), field("signed_out", "kit.signed_out", &KitReadiness::signed_out),
        field("updated", "kit.updated", &KitReadiness::updated), field("cleaned", "kit.cleaned", &KitReadiness::cleaned),
        field("charged", "kit.charged", &KitReadiness::charged),
        field("complete", "kit.complete", &KitReadiness::complete)};
};

struct PrepareKit {
    using Path = IdPath<Kit>;
    using Query = None;
    using Body = KitReadiness;
    using Response = Kit;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/kits/{id}/ready";
    static constexpr std::string_view name = "prepare_kit";
    static constexpr std::string_view summary = "Say what of the checklist is done; with all of it the kit is ready";
};

} // namespace schulkit
