#pragma once
// One thing with a tag: PC, board, projector, tablet, case … or a service that takes tickets like one.

#include "shared/core/json.hpp"

#include <array>
#include <string>

namespace schulkit {

enum class AssetStatus : std::uint8_t { in_stock, in_use, on_loan, in_repair, lost, stolen, retired };

template <>
struct EnumWords<AssetStatus> {
    static constexpr std::array values = {std::pair{AssetStatus::in_stock, std::string_view{"in_stock"}},
                                          std::pair{AssetStatus::in_use, std::string_view{"in_use"}},
                                          std::pair{AssetStatus::on_loan, std::string_view{"on_loan"}},
                                          std::pair{AssetStatus::in_repair, std::string_view{"in_repair"}},
                                          std::pair{AssetStatus::lost, std::string_view{"lost"}},
                                          std::pair{AssetStatus::stolen, std::string_view{"stolen"}},
                                          std::pair{AssetStatus::retired, std::string_view{"retired"}}};
};

/// service: stands for what is no device (Internet, WLAN, a room …). It takes tickets and never counts in
/// stocktake, value, kits or loans.
enum class AssetKind : std::uint8_t { device, service };

template <>
struct EnumWords<AssetKind> {
    static constexpr std::array values = {std::pair{AssetKind::device, std::string_view{"device"}},
                                          std::pair{AssetKind::service, std::string_view{"service"}}};
};

inline constexpr std::string_view default_category = "Sonstiges";

struct Asset {
    Id<Asset> id = {};
    AssetKind kind = AssetKind::device;
    std::string tag = {};
    std::string name = {};
    std::string category = std::string{default_category};
    std::optional<std::string> manufacturer = std::nullopt;
    std::optional<std::string> model = std::nullopt;
    std::optional<std::string> serial = std::nullopt;
    AssetStatus status = AssetStatus::in_stock;
    std::optional<std::string> school_code = std::nullopt;
    std::optional<std::string> site_code = std::nullopt; ///< of that school
    std::optional<std::string> room = std::nullopt;      ///< normalize_room()
    std::optional<Date> purchased_on = std::nullopt;
    std::optional<Cents> price_cents = std::nullopt;
    std::optional<std::string> notes = std::nullopt;
    std::int64_t version = 1; ///< grows by one with each change
    bool operator==(Asset const&) const = default;
};

template <>
struct Schema<Asset> {
    static constexpr std::string_view name = "asset";
    static constexpr auto fields = std::tuple{
        field("id", "", &Asset::id, {.read_only = true}),
        field("kind", "", &Asset::kind, {.read_only = true}),
        field("tag", "asset.tag", &Asset::tag, {.required = true, .searched = true, .max_length = 40}),
        field("name", "asset.name", &Asset::name, {.required = true, .searched = true, .max_length = 200}),
        field("category", "asset.category", &Asset::category, {.searched = true, .max_length = 80}),
        field("manufacturer", "asset.manufacturer", &Asset::manufacturer, {.searched = true, .max_length = 80}),
        field("model", "asset.model", &Asset::model, {.searched = true, .max_length = 120}),
        field("serial", "asset.serial", &Asset::serial, {.searched = true, .max_length = 80}),
        field("status", "asset.status", &Asset::status),
        field("school_code", "asset.school_code", &Asset::school_code, {.max_length = 20}),
        field("site_code", "asset.site_code", &Asset::site_code, {.max_length = 20}),
        field("room", "asset.room", &Asset::room, {.searched = true, .max_length = 60}),
        field("purchased_on", "asset.purchased_on", &Asset::purchased_on),
        field("price_cents", "asset.price_cents", &Asset::price_cents, {.min = 0, .max = 100'000'000'00}),
        field("notes", "asset.notes", &Asset::notes, {.erasable = true, .multiline = true, .max_length = 4000}),
        field("version", "", &Asset::version, {.read_only = true})};
};

/// Rules across fields: a site needs its school; a tag has no line or path marks that a label could not carry.
/// Found by validate().
void check(Asset const& asset, FieldErrors& errors);

/// Trimmed texts, the room's normal form, "Sonstiges" where no category is given.
void normalize(Asset& asset);

/// What the text search looks through, folded.
std::string search_text(Asset const& asset);

} // namespace schulkit
