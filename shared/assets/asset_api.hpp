#pragma once

#include "shared/assets/asset.hpp"
#include "shared/core/endpoint.hpp"

namespace schulkit {

/// Filters narrow together. Without `kind` only devices are listed, as they are what is counted.
struct AssetQuery {
    std::optional<std::string> q = std::nullopt;
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "tag"; ///< a field of asset_sorts, "-" before it for descending
    std::optional<std::string> school_code = std::nullopt;
    std::optional<std::string> category = std::nullopt;
    std::optional<AssetStatus> status = std::nullopt;
    std::optional<std::string> room = std::nullopt; ///< in any spelling: "R 204"
    AssetKind kind = AssetKind::device;
    bool operator==(AssetQuery const&) const = default;
};

template <>
struct Schema<AssetQuery> {
    static constexpr std::string_view name = "asset_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &AssetQuery::q), field("limit", "", &AssetQuery::limit),
        field("cursor", "", &AssetQuery::cursor, {.max_length = 2000}), field("sort", "", &AssetQuery::sort),
        field("school_code", "asset.school_code", &AssetQuery::school_code),
        field("category", "asset.category", &AssetQuery::category),
        field("status", "asset.status", &AssetQuery::status), field("room", "asset.room", &AssetQuery::room),
        field("kind", "", &AssetQuery::kind)};
};

inline constexpr std::array<std::string_view, 6> asset_sorts = {"tag",  "name",   "category",
                                                               "room", "status", "school_code"};

struct ListAssets {
    using Path = None;
    using Query = AssetQuery;
    using Body = None;
    using Response = Page<Asset>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/assets";
    static constexpr std::string_view name = "list_assets";
    static constexpr std::string_view summary = "Search and filter the inventory";
};

struct CreateAsset {
    using Path = None;
    using Query = None;
    using Body = Asset;
    using Response = Asset;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/assets";
    static constexpr std::string_view name = "create_asset";
    static constexpr std::string_view summary = "Add an asset";
};

struct GetAsset {
    using Path = IdPath<Asset>;
    using Query = None;
    using Body = None;
    using Response = Asset;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/assets/{id}";
    static constexpr std::string_view name = "get_asset";
    static constexpr std::string_view summary = "One asset";
};

/// The body may carry the `version` that was read; a stale one is refused with 409 and `current`.
struct UpdateAsset {
    using Path = IdPath<Asset>;
    using Query = None;
    using Body = Patch<Asset>;
    using Response = Asset;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/assets/{id}";
    static constexpr std::string_view name = "update_asset";
    static constexpr std::string_view summary = "Change an asset";
};

enum class LookupKind : std::uint8_t { asset, kit };
template <>
struct EnumWords<LookupKind> {
    static constexpr std::array values = {std::pair{LookupKind::asset, std::string_view{"asset"}},
                                          std::pair{LookupKind::kit, std::string_view{"kit"}}};
};

/// What a scan means.
struct Found {
    LookupKind kind = LookupKind::asset;
    std::int64_t id = 0;
    std::string tag = {};
    std::string name = {};
    std::optional<std::string> school_code = std::nullopt;
    std::optional<std::string> room = std::nullopt;
    bool operator==(Found const&) const = default;
};

template <>
struct Schema<Found> {
    static constexpr std::string_view name = "found";
    static constexpr auto fields =
        std::tuple{field("kind", "", &Found::kind),     field("id", "", &Found::id),
                   field("tag", "", &Found::tag),       field("name", "", &Found::name),
                   field("school_code", "", &Found::school_code), field("room", "", &Found::room)};
};

struct CodePath {
    std::string code = {}; ///< a tag, a further code, a serial number, or a label's address of any host
    bool operator==(CodePath const&) const = default;
};

template <>
struct Schema<CodePath> {
    static constexpr std::string_view name = "code_path";
    static constexpr auto fields = std::tuple{field("code", "", &CodePath::code, {.max_length = 2000})};
};

struct Lookup {
    using Path = CodePath;
    using Query = None;
    using Body = None;
    using Response = Found;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/lookup/{code...}";
    static constexpr std::string_view name = "lookup";
    static constexpr std::string_view summary = "What a scanned code means";
};

struct Category {
    std::string name = {};
    std::int64_t assets = 0; ///< devices of that category within the caller's scope
    bool operator==(Category const&) const = default;
};

template <>
struct Schema<Category> {
    static constexpr std::string_view name = "category";
    static constexpr auto fields =
        std::tuple{field("name", "asset.category", &Category::name), field("assets", "", &Category::assets)};
};

struct ListCategories {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = Page<Category>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/categories";
    static constexpr std::string_view name = "list_categories";
    static constexpr std::string_view summary = "Categories that have devices";
};

struct Room {
    std::string school_code = {};
    std::string room = {};
    std::int64_t assets = 0;
    bool operator==(Room const&) const = default;
};

template <>
struct Schema<Room> {
    static constexpr std::string_view name = "room";
    static constexpr auto fields =
        std::tuple{field("school_code", "asset.school_code", &Room::school_code),
                   field("room", "asset.room", &Room::room), field("assets", "", &Room::assets)};
};

struct RoomQuery {
    std::string school_code = {};
    bool operator==(RoomQuery const&) const = default;
};

template <>
struct Schema<RoomQuery> {
    static constexpr std::string_view name = "room_query";
    static constexpr auto fields =
        std::tuple{field("school_code", "asset.school_code", &RoomQuery::school_code, {.required = true})};
};

struct ListRooms {
    using Path = None;
    using Query = RoomQuery;
    using Body = None;
    using Response = Page<Room>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/rooms";
    static constexpr std::string_view name = "list_rooms";
    static constexpr std::string_view summary = "Rooms of a school that have devices, all on one page";
};

} // namespace schulkit
