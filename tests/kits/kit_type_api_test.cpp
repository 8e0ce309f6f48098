#include "tests/kits/kit_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a kit type says what belongs into its kits", "[kits]") {
    KitCounty county;
    REQUIRE(county.type.status == 201);
    Reply const read = county.get("teacher", "/api/kit-types/" + std::to_string(county.type.number("id")));
    CHECK(read.body["apps"] == county.type.body["apps"]);
    CHECK(read.word("name") == "iPad-Koffer");
    CHECK(read.body["slots"][0]["quantity"] == 3);
    CHECK(read.body["accessories"][0]["label"] == "Stift");
    CHECK(county.get("coordinator", "/api/kit-types?q=IPAD").number("total") == 1);
    CHECK(county.get("coordinator", "/api/kit-types?q=laptop").number("total") == 0);
}

TEST_CASE("a kit type that makes no sense is refused with the reason", "[kits]") {
    KitCounty county;
    std::int64_t const before = county.database().last_change();
    auto const post = [&](Json const& body) { return county.post("coordinator", "/api/kit-types", body); };
    Json const slot = {{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 16}};
    CHECK(post({{"name", "Leer"}}).error_on("slots") == "required");
    CHECK(post({{"name", "Leer"}, {"slots", Json::array()}}).error_on("slots") == "required");
    CHECK(post({{"slots", Json::array({slot})}}).error_on("name") == "required");
    CHECK(post({{"name", "Neu"}, {"slots", Json::array({{{"label", "Tablet"}, {"quantity", 1}}})}})
              .error_on("slots.0.category") == "required");
    CHECK(post({{"name", "Neu"}, {"slots", Json::array({{{"label", "X"}, {"category", "Gibt es nicht"}}})}})
              .error_on("slots.0.category") == "unknown_category");
    CHECK(post({{"name", "Neu"}, {"slots", Json::array({{{"label", "T"}, {"category", "Tablet"}, {"quantity", 0}}})}})
              .error_on("slots.0.quantity") == "out_of_range");
    CHECK(post({{"name", "Neu"},
                {"slots", Json::array({{{"label", "A"}, {"category", "Tablet"}, {"quantity", 150}},
                                       {{"label", "B"}, {"category", "Tablet"}, {"quantity", 51}}})}})
              .error_on("slots") == "too_many");
    CHECK(post({{"name", "Neu"}, {"slots", Json::array({slot, slot})}}).error_on("slots.1.label") == "duplicate");
    Reply const taken = post({{"name", "IPAD-koffer"}, {"slots", Json::array({slot})}});
    CHECK(taken.status == 409);
    CHECK(taken.error_on("name") == "taken");
    CHECK(county.database().last_change() == before);
}

TEST_CASE("a type changes without the kits that exist", "[kits]") {
    KitCounty county;
    Reply const changed =
        county.patch("coordinator", "/api/kit-types/" + std::to_string(county.type.number("id")),
                     {{"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 20}}})},
                      {"accessories", Json::array()}});
    REQUIRE(changed.status == 200);
    CHECK(changed.number("version") == 2);
    CHECK(county.now(county.kit).body["slots"].size() == 4);
    CHECK(county.now(county.kit).body["accessories"].size() == 1);
    CHECK(county.now(county.add_kit("TK-02")).body["slots"].size() == 20);
}

TEST_CASE("a kit type says how many kits are of it", "[kits]") {
    KitCounty county;
    std::string const type = "/api/kit-types/" + std::to_string(county.type.number("id"));
    CHECK(county.type.number("kits") == 0);
    CHECK(county.get("coordinator", type).number("kits") == 1);
    county.add_kit("TK-02");
    CHECK(county.get("coordinator", "/api/kit-types").body["items"][0]["kits"] == 2);
    Reply const changed = county.patch("coordinator", type, {{"offered", false}, {"kits", 77}}); // counted, not told
    CHECK(changed.number("kits") == 2);
}

TEST_CASE("only the office decides what belongs into kits", "[kits][access]") {
    KitCounty county;
    for (char const* who : {"technician", "teacher", "auditor"}) {
        CHECK(county.post(who, "/api/kit-types", Json::object()).status == 403);
        CHECK(county.post(who, "/api/kits", Json::object()).status == 403);
    }
    CHECK(county.get("teacher", "/api/kits").status == 403);
    CHECK(county.get("teacher", KitCounty::place(county.kit)).status == 403);
    CHECK(county.post("teacher", KitCounty::place(county.kit) + "/add", {{"code", "TAB0001"}}).status == 403);
    CHECK(county.get("auditor", "/api/kits").number("total") == 1);
}
