#pragma once
// What a tablet kit must contain. A type changes without its kits: each of them has its own copy of the slots.

#include "shared/core/json.hpp"

#include <string>
#include <vector>

namespace schulkit {

inline constexpr int max_kit_slots = 200;

/// One line of the plan; stands for `quantity` slots, which are numbered on through all lines from 1.
struct KitTypeSlot {
    std::string label = {};                                  ///< "Tablet"
    std::optional<std::string> category = std::nullopt;      ///< what fits: devices of this category
    std::optional<std::string> model = std::nullopt;         ///< and of this model, where one is named
    std::int64_t quantity = 1;
    bool operator==(KitTypeSlot const&) const = default;
};

template <>
struct Schema<KitTypeSlot> {
    static constexpr std::string_view name = "kit_type_slot";
    static constexpr auto fields = std::tuple{
        field("label", "kit_type.slot_label", &KitTypeSlot::label, {.required = true, .max_length = 60}),
        field("category", "asset.category", &KitTypeSlot::category, {.max_length = 80}),
        field("model", "asset.model", &KitTypeSlot::model, {.max_length = 120}),
        field("quantity", "kit_type.quantity", &KitTypeSlot::quantity, {.min = 1, .max = max_kit_slots})};
};

/// Of one accessory in one kit.
inline constexpr std::int64_t max_accessory_count = 1000;

/// Counted, without a tag of its own: pencils, headphones.
struct KitTypeAccessory {
    std::string label = {};
    std::int64_t quantity = 1;
    bool operator==(KitTypeAccessory const&) const = default;
};

template <>
struct Schema<KitTypeAccessory> {
    static constexpr std::string_view name = "kit_type_accessory";
    static constexpr auto fields = std::tuple{
        field("label", "kit_type.accessory_label", &KitTypeAccessory::label, {.required = true, .max_length = 60}),
        field("quantity", "kit_type.quantity", &KitTypeAccessory::quantity, {.min = 1, .max = max_accessory_count})};
};

/// An app that each tablet of the kit must carry.
struct KitTypeApp {
    std::string name = {};
    std::optional<std::int64_t> licences = std::nullopt;          ///< the county has so many; absent: needs none
    std::optional<Date> privacy_released_on = std::nullopt;       ///< by the data protection officer; absent: not yet
    std::optional<Date> privacy_released_until = std::nullopt;    ///< the last day; absent: without end
    bool operator==(KitTypeApp const&) const = default;
};

template <>
struct Schema<KitTypeApp> {
    static constexpr std::string_view name = "kit_type_app";
    static constexpr auto fields = std::tuple{
        field("name", "kit_type.app_name", &KitTypeApp::name, {.required = true, .max_length = 80}),
        field("licences", "kit_type.licences", &KitTypeApp::licences, {.min = 0, .max = 1'000'000}),
        field("privacy_released_on", "kit_type.privacy_released_on", &KitTypeApp::privacy_released_on),
        field("privacy_released_until", "kit_type.privacy_released_until", &KitTypeApp::privacy_released_until)};
};

struct KitType {
    Id<KitType> id = {};
    std::string name = {};
    std::optional<std::string> description = std::nullopt; ///< for schools: what it is good for
    bool offered = true;                                   ///< schools can ask for it
    std::vector<KitTypeSlot> slots = {};
    std::vector<KitTypeAccessory> accessories = {};
    std::vector<KitTypeApp> apps = {};
    std::int64_t kits = 0; ///< of this type, those that are ordered too
    std::int64_t version = 1;
    bool operator==(KitType const&) const = default;
};

template <>
struct Schema<KitType> {
    static constexpr std::string_view name = "kit_type";
    static constexpr auto fields = std::tuple{
        field("id", "", &KitType::id, {.read_only = true}),
        field("name", "kit_type.name", &KitType::name, {.required = true, .max_length = 80}),
        field("description", "kit_type.description", &KitType::description, {.multiline = true, .max_length = 1000}),
        field("offered", "kit_type.offered", &KitType::offered),
        field("slots", "kit_type.slots", &KitType::slots, {.derived = true}),
        field("accessories", "kit_type.accessories", &KitType::accessories, {.derived = true}),
        field("apps", "kit_type.apps", &KitType::apps, {.derived = true}),
        field("kits", "kit_type.kits", &KitType::kits, {.read_only = true, .derived = true}),
        field("version", "", &KitType::version, {.read_only = true})};
};

/// Found by validate(): "required" on slots without a line, on a slot that names neither category nor model;
/// "too_many" above max_kit_slots; "duplicate" on a label that stands twice; "wrong_day_order" on the end of a release
/// that would lie before its beginning or has none.
void check(KitType const& type, FieldErrors& errors);

/// Of all lines.
std::int64_t slot_count(KitType const& type);
/// Slots of one kit that take a tablet, by their category; of a line without one by what it is called.
std::int64_t tablet_count(KitType const& type);

/// What keeps an app from all tablets of all kits of a type.
struct AppShortfall {
    std::int64_t licences_needed = 0; ///< one for each tablet of each kit; 0: the app needs none
    std::int64_t licences_missing = 0;
    bool not_released = false; ///< not yet on that day, or no more
    explicit operator bool() const { return licences_missing > 0 || not_released; }
    bool operator==(AppShortfall const&) const = default;
};
AppShortfall shortfall_of(KitType const& type, KitTypeApp const& app, Date const& today);

/// What keeps an app from the tablets of all kits that are promised in a school year, or from a loan until its end.
struct PlannedShortfall {
    std::string app = {};
    std::string school_year = {};
    std::int64_t kits = 0;
    std::int64_t tablets = 0;
    std::optional<std::int64_t> licences = std::nullopt;
    std::int64_t licences_missing = 0;
    std::optional<Date> privacy_released_until = std::nullopt;
    bool not_released = false;   ///< at the beginning
    bool ends_too_early = false; ///< released then, but not until the end
    bool operator==(PlannedShortfall const&) const = default;
};

template <>
struct Schema<PlannedShortfall> {
    static constexpr std::string_view name = "planned_shortfall";
    static constexpr auto fields = std::tuple{
        field("app", "kit_type.app_name", &PlannedShortfall::app),
        field("school_year", "loan.school_year", &PlannedShortfall::school_year),
        field("kits", "kit_type.kits", &PlannedShortfall::kits), field("tablets", "kit_type.tablets", &PlannedShortfall::tablets),
        field("licences", "kit_type.licences", &PlannedShortfall::licences),
        field("licences_missing", "kit_type.licences_missing", &PlannedShortfall::licences_missing),
        field("privacy_released_until", "kit_type.privacy_released_until", &PlannedShortfall::privacy_released_until),
        field("not_released", "kit_type.not_released", &PlannedShortfall::not_released),
        field("ends_too_early", "kit_type.ends_too_early", &PlannedShortfall::ends_too_early)};
};

/// Kits of one type that carry its apps in a school year, and from when until when.
struct PlannedKits {
    std::string school_year = {};
    std::int64_t kits = 0;
    Date from = {};
    Date until = {};
};
/// In the order of years and apps; only what lacks something.
std::vector<PlannedShortfall> planned_shortfalls(KitType const& type, std::vector<PlannedKits> const& years);
/// Of each app the worst year only.
std::vector<PlannedShortfall> worst_of_each_app(std::vector<PlannedShortfall> const& shortfalls);

} // namespace schulkit
