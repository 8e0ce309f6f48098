#include "client/assets/inventory_model.hpp"

#include "shared/core/text.hpp"

#include <algorithm>

namespace schulkit {
namespace {

bool is_sort(std::string_view sort) {
    if (sort.starts_with('-')) sort.remove_prefix(1);
    return std::find(asset_sorts.begin(), asset_sorts.end(), sort) != asset_sorts.end();
}

std::optional<std::string> wanted(std::string const& text) {
    std::string_view const trimmed = trim(text);
    return trimmed.empty() ? std::nullopt : std::optional{std::string{trimmed}};
}

constexpr std::string_view columns_key = "setting.columns.assets";

void load_assets(InventoryModel& model, Api& api) {
    model.assets.start();
    model.asked += 1;
    api.read<ListAssets>(
        {}, query_of(model.search), [&model, &api, mine = model.asked](Result<Page<Asset>> found) {
            if (mine != model.asked) return;
            if (!found && is_bad_cursor(found.error()) && !model.search.pages.cursors.empty()) {
                // a link from another time, or cut off: its first page is what still makes sense
                model.search.pages = {};
                return load_assets(model, api);
            }
            model.assets.take(std::move(found));
        });
}

void load_choices(InventoryModel& model, Api& api) {
    load_schools(model.schools, api);
    model.categories.start();
    api.read<ListCategories>(
        {}, {}, [&model](Result<Page<Category>> found) { model.categories.take(std::move(found)); });
}

} // namespace

InventorySearch search_of(Route const& route) {
    InventorySearch search;
    search.q = route.parameter("q");
    search.school_code = route.parameter("schule");
    search.category = route.parameter("kategorie");
    search.status = enum_of<AssetStatus>(route.parameter("status"));
    search.room = route.parameter("raum");
    if (std::string const& sort = route.parameter("sort"); is_sort(sort)) search.sort = sort;
    search.pages = parse_trail(route.parameter("seite"));
    return search;
}

std::string route_of(InventorySearch const& search) {
    Route route{.path = {"geraete"}};
    route.query["q"] = search.q;
    route.query["schule"] = search.school_code;
    route.query["kategorie"] = search.category;
    route.query["status"] = to_text(search.status);
    route.query["raum"] = search.room;
    if (search.sort != InventorySearch{}.sort) route.query["sort"] = search.sort;
    route.query["seite"] = to_text(search.pages);
    return to_text(route);
}

AssetQuery query_of(InventorySearch const& search) {
    return {.q = wanted(search.q),
            .cursor = search.pages.cursor(),
            .sort = search.sort,
            .school_code = wanted(search.school_code),
            .category = wanted(search.category),
            .status = search.status,
            .room = wanted(search.room)};
}

int count_filters(InventorySearch const& search) {
    return (search.school_code.empty() ? 0 : 1) + (search.category.empty() ? 0 : 1) +
           (search.status ? 1 : 0) + (wanted(search.room) ? 1 : 0);
}

InventorySearch without_filters(InventorySearch const& search) {
    return {.sort = search.sort};
}

void open_inventory(InventoryModel& model, Api& api, InventorySearch search) {
    bool const first = model.asked == 0;
    if (first) model.columns = api.platform().stored(columns_key);
    if (!first && search == model.search) return;
    model.typing.cancel();
    model.search = std::move(search);
    model.chosen.clear(); // what is chosen is what one sees
    model.typed_q = model.search.q;
    model.typed_room = model.search.room;
    load_assets(model, api);
    if (first) load_choices(model, api);
}

void reload_inventory(InventoryModel& model, Api& api) {
    load_assets(model, api);
    load_choices(model, api);
}

InventorySearch typed_search(InventoryModel const& model) {
    InventorySearch search = model.search;
    search.q = model.typed_q;
    search.room = model.typed_room;
    search.pages = {};
    return search;
}

void keep_columns(InventoryModel const& model, Api& api) {
    api.platform().store(columns_key, model.columns);
}

void forget_typed(InventoryModel& model) {
    model.typing.cancel();
    model.typed_q.clear();
    model.typed_room.clear();
}

bool has_one_school(Person const& me) {
    return scope_of(me, Action::read_assets) == Scope::own_schools && me.school_codes.size() <= 1;
}

} // namespace schulkit
