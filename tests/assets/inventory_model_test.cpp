#include "client/assets/inventory_model.hpp"
#include "client/platform/headless/headless_platform.hpp"
#include "tests/assets/asset_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a search survives the way through the route", "[assets][inventory]") {
    InventorySearch search;
    search.q = "Bühne & Licht/2";
    search.school_code = "GYM-03";
    search.category = "Beamer";
    search.status = AssetStatus::in_repair;
    search.room = "R 204";
    search.sort = "-name";
    search.pages.cursors = {"abc", "def"};
    CHECK(search_of(parse_route(route_of(search))) == search);
    CHECK(route_of({}) == "#/geraete");
}

TEST_CASE("words of a route that mean nothing count as absent", "[assets][inventory]") {
    InventorySearch const search = search_of(parse_route("#/geraete?status=kaputt&sort=preis"));
    CHECK(search == InventorySearch{});
}

TEST_CASE("the call asks for what the route says", "[assets][inventory]") {
    AssetQuery const query =
        query_of(search_of(parse_route("#/geraete?q=%20beamer%20&schule=GYM-03&status=lost&seite=abc.def")));
    CHECK(query.q == "beamer");
    CHECK(query.school_code == "GYM-03");
    CHECK(query.status == AssetStatus::lost);
    CHECK(query.cursor == "def");
    CHECK(query.limit == 50);
    CHECK_FALSE(query.category);
}

TEST_CASE("an older answer does not replace a newer one", "[assets][inventory]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    InventoryModel model;
    open_inventory(model, api, {.q = "bea"});
    open_inventory(model, api, {.q = "beamer"});
    Page<Asset> const old = page_of<Asset>({numbered_asset(1)});
    Page<Asset> const wanted = page_of<Asset>({projector()});
    REQUIRE(platform.answer("/api/assets", {.status = 200, .body = encode(old)}));
    CHECK(model.assets.value() == nullptr);
    REQUIRE(platform.answer("/api/assets", {.status = 200, .body = encode(wanted)}));
    REQUIRE(model.assets.value() != nullptr);
    CHECK(model.assets.value()->items.front().tag == "BEA0204");
}

TEST_CASE("a page mark from another time leads to the first page", "[assets][inventory]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    InventoryModel model;
    open_inventory(model, api, search_of(parse_route("#/geraete?seite=alt")));
    platform.answer("/api/assets", {.status = 422, .body = problem("invalid", {{"cursor", "bad_cursor"}})});
    REQUIRE(platform.calls().back().path.starts_with("/api/assets"));
    CHECK(parameter_of(platform.calls().back(), "cursor") == "");
    platform.answer("/api/assets", {.status = 200, .body = encode(page_of<Asset>({projector()}))});
    CHECK(model.assets.value() != nullptr);
}

TEST_CASE("what is listed stays while it is loaded again, and when that fails", "[assets][inventory]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    InventoryModel model;
    open_inventory(model, api, {});
    platform.answer("/api/assets", {.status = 200, .body = encode(page_of<Asset>({projector()}))});
    reload_inventory(model, api);
    CHECK(model.assets.is_loading());
    CHECK(model.assets.value() != nullptr);
    platform.answer("/api/assets", {});
    CHECK(model.assets.value() != nullptr);
    REQUIRE(model.assets.error() != nullptr);
    CHECK(model.assets.error()->code == "no_connection");
}

TEST_CASE("people choose between the schools their work reaches", "[assets][inventory][access]") {
    InventoryModel model;
    model.schools.take(two_schools());
    CHECK(schools_for(model.schools, person_with(schulkit::Role::coordinator), Action::read_assets).size() == 2);
    CHECK(schools_for(model.schools, person_with(schulkit::Role::technician), Action::read_assets).size() == 2);
    auto const station =
        schools_for(model.schools, person_with(schulkit::Role::technician, {"BBS-01"}), Action::read_assets);
    REQUIRE(station.size() == 1);
    CHECK(station.front().code == "BBS-01");
    CHECK(has_one_school(person_with(schulkit::Role::school_staff, {"GYM-03"})));
    CHECK_FALSE(has_one_school(person_with(schulkit::Role::school_staff, {"GYM-03", "BBS-01"})));
    CHECK_FALSE(has_one_school(person_with(schulkit::Role::coordinator)));
}
