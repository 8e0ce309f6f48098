#include "tests/kits/kit_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

std::string tag_in(Reply const& kit, std::size_t slot) {
    Json const& tag = kit.body["slots"][slot - 1]["asset_tag"];
    return tag.is_null() ? "" : tag.get<std::string>();
}

} // namespace

TEST_CASE("a new kit has its type's numbered slots, all empty", "[kits]") {
    KitCounty county;
    REQUIRE(county.kit.status == 201);
    REQUIRE(county.kit.body["slots"].size() == 4);
    CHECK(county.kit.body["slots"][2]["slot"] == 3);
    CHECK(county.kit.body["slots"][2]["label"] == "Tablet");
    CHECK(county.kit.body["slots"][3]["label"] == "Koffer");
    CHECK(county.kit.word("condition") == "incomplete");
    CHECK(county.kit.number("missing") == 7); // four devices, three pencils
    CHECK(county.kit.body["ready"] == false);
}

TEST_CASE("a kit is built by scanning its devices one after the other", "[kits]") {
    KitCounty county;
    Reply kit = county.put_in(county.kit, "tab0002");
    REQUIRE(kit.status == 200);
    CHECK(tag_in(kit, 1) == "TAB0002");
    kit = county.put_in(county.kit, "KOF0001");
    CHECK(tag_in(kit, 4) == "KOF0001");
    Reply const again = county.put_in(county.kit, "TAB0002");
    CHECK(again.status == 200);
    CHECK(again.body == kit.body);
    county.put_in(county.kit, "TAB0001");
    kit = county.put_in(county.kit, "TAB0003");
    CHECK(tag_in(kit, 3) == "TAB0003");
    Reply const full = county.put_in(county.kit, "TAB0004");
    CHECK(full.status == 409);
    CHECK(full.code() == "no_slot_free");
    CHECK(county.put_in(county.kit, "NOTHING").error_on("code") == "unknown_asset");
    county.add_asset({{"tag", "BEA1"}, {"name", "Beamer"}, {"category", "Beamer"}});
    CHECK(county.put_in(county.kit, "BEA1").error_on("code") == "does_not_fit");
    CHECK(county.now(county.kit).number("missing") == 3);
}

TEST_CASE("a device that sits in another kit stays there, and the answer says in which", "[kits]") {
    KitCounty county;
    Reply const other = county.add_kit("TK-02");
    REQUIRE(county.put_in(other, "TAB0001").status == 200);
    Reply const refused = county.put_in(county.kit, "TAB0001");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "in_other_kit");
    CHECK(refused.body["kit"]["tag"] == "TK-02");
    CHECK(refused.body["slot"] == 1);
    CHECK(refused.word("asset_tag") == "TAB0001");
    CHECK(tag_in(county.now(other), 1) == "TAB0001");
    CHECK(county.now(county.kit).number("missing") == 7);
}

TEST_CASE("a retired device goes into no kit, and a device in a kit is not retired", "[kits]") {
    KitCounty county;
    std::int64_t const old = county.tablet("ALT0001");
    REQUIRE(county.patch("coordinator", "/api/assets/" + std::to_string(old), {{"status", "retired"}}).status == 200);
    CHECK(county.put_in(county.kit, "ALT0001").error_on("code") == "retired");
    std::int64_t const inside = county.tablet("TAB0009");
    REQUIRE(county.put_in(county.kit, "TAB0009").status == 200);
    Reply const refused = county.patch("coordinator", "/api/assets/" + std::to_string(inside), {{"status", "retired"}});
    CHECK(refused.status == 422);
    CHECK(refused.error_on("status") == "in_kit");
    CHECK(county.get("coordinator", "/api/assets/" + std::to_string(inside)).word("status") == "in_stock");
}

TEST_CASE("contents are put as a whole", "[kits]") {
    KitCounty county;
    std::string const contents = KitCounty::place(county.kit) + "/contents";
    auto const put = [&](Json const& body) { return county.send("technician", "PUT", contents, body); };
    auto const item = [](int slot, char const* tag) { return Json{{"slot", slot}, {"asset_tag", tag}}; };
    Reply kit = put({{"items", Json::array({item(1, "TAB0001"), item(2, "TAB0002"), item(4, "KOF0001")})},
                     {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}});
    REQUIRE(kit.status == 200);
    CHECK(kit.number("missing") == 2);
    // two change places, one goes
    kit = put({{"items", Json::array({item(2, "TAB0001"), item(1, "TAB0002")})}});
    REQUIRE(kit.status == 200);
    CHECK(tag_in(kit, 1) == "TAB0002");
    CHECK(tag_in(kit, 2) == "TAB0001");
    CHECK(tag_in(kit, 4).empty());
    CHECK(kit.body["accessories"][0]["quantity"] == 2);

    std::int64_t const before = county.database().last_change();
    Reply const wrong = put({{"items", Json::array({item(9, "TAB0003"), item(1, "NOTHING"), item(2, "KOF0001"), item(3, "TAB0003"),
                                                    item(3, "TAB0003")})}});
    CHECK(wrong.status == 422);
    CHECK(wrong.error_on("items.0.slot") == "unknown_slot");
    CHECK(wrong.error_on("items.1.asset_tag") == "unknown_asset");
    CHECK(wrong.error_on("items.2.asset_tag") == "does_not_fit");
    CHECK(wrong.error_on("items.4.asset_tag") == "duplicate");
    CHECK(put({{"items", Json::array()}, {"accessories", Json::array({{{"label", "Maus"}, {"quantity", 1}}})}})
              .error_on("accessories.0.label") == "unknown_accessory");
    CHECK(put({{"items", Json::array()}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", -1}}})}})
              .error_on("accessories.0.quantity") == "out_of_range");
    CHECK(county.database().last_change() == before);
    CHECK(tag_in(county.now(county.kit), 1) == "TAB0002");
}

TEST_CASE("accessories are counted without a look at the slots", "[kits]") {
    KitCounty county;
    std::string const counts = KitCounty::place(county.kit) + "/accessories";
    auto const count = [&](Json const& quantity, char const* label = "Stift", char const* who = "technician") {
        return county.send(who, "PUT", counts, {{"accessories", Json::array({{{"label", label}, {"quantity", quantity}}})}});
    };
    county.put_in(county.kit, "TAB0001");
    Reply const kit = count(2);
    REQUIRE(kit.status == 200);
    CHECK(kit.body["accessories"][0]["quantity"] == 2);
    CHECK(tag_in(kit, 1) == "TAB0001");
    Json const told = county.get("coordinator", "/api/audit?entity=kit").body["items"][0];
    CHECK(told["before"] == Json{{"accessories", {{"Stift", 0}}}});
    CHECK(told["after"] == Json{{"accessories", {{"Stift", 2}}}});

    std::int64_t const before = county.database().last_change();
    CHECK(count(2).body == kit.body); // the same again changes nothing
    CHECK(count(1, "Maus").error_on("accessories.0.label") == "unknown_accessory");
    CHECK(count(-1).error_on("accessories.0.quantity") == "out_of_range");
    CHECK(count(1, "Stift", "teacher").status == 403);
    CHECK(county.send("technician", "PUT", "/api/kits/999/accessories", {{"accessories", Json::array()}}).status == 404);
    CHECK(county.database().last_change() == before);
}

TEST_CASE("a spare is swapped in by one step, which both devices' histories tell", "[kits]") {
    KitCounty county;
    county.put_in(county.kit, "TAB0001");
    Reply const kit = county.post("technician", KitCounty::place(county.kit) + "/slots/1/change",
                                  {{"asset_code", "TAB0005"}, {"reason", "Displaybruch"}});
    REQUIRE(kit.status == 200);
    CHECK(tag_in(kit, 1) == "TAB0005");
    auto const last_of = [&](char const* tag) {
        std::int64_t const id = county.get("coordinator", std::string{"/api/lookup/"} + tag).number("id");
        return county.get("coordinator", "/api/audit?entity=asset&id=" + std::to_string(id)).body["items"][0];
    };
    CHECK(last_of("TAB0001")["action"] == "take_out_of_kit");
    CHECK(last_of("TAB0001")["before"] == Json{{"kit", "TK-01 · Koffer TK-01"}, {"slot", 1}});
    CHECK(last_of("TAB0005")["action"] == "put_into_kit");
    CHECK(last_of("TAB0005")["after"] == Json{{"kit", "TK-01 · Koffer TK-01"}, {"slot", 1}, {"reason", "Displaybruch"}});
    std::string const log = "/api/audit?entity=kit&id=" + std::to_string(county.kit.number("id"));
    Json const swapped = county.get("technician", log).body["items"][0];
    CHECK(swapped["action"] == "contents");
    CHECK(swapped["before"] == Json{{"slots", {{"1", "TAB0001"}}}});
    CHECK(swapped["after"] == Json{{"slots", {{"1", "TAB0005"}}}, {"reason", "Displaybruch"}});
    CHECK(county.post("technician", KitCounty::place(county.kit) + "/slots/77/change", {{"asset_code", "TAB0004"}})
              .error_on("slot") == "unknown_slot");
    CHECK(county.post("technician", KitCounty::place(county.kit) + "/slots/1/change", {{"asset_code", "KOF0001"}})
              .error_on("asset_code") == "does_not_fit");
    Reply const emptied = county.post("technician", KitCounty::place(county.kit) + "/slots/1/change", Json::object());
    CHECK(tag_in(emptied, 1).empty());
}

TEST_CASE("a kit is complete, incomplete or broken at a glance", "[kits]") {
    KitCounty county;
    for (char const* tag : {"TAB0001", "TAB0002", "TAB0003", "KOF0001"}) county.put_in(county.kit, tag);
    Reply kit = county.send("technician", "PUT", KitCounty::place(county.kit) + "/contents",
                            {{"items", Json::array({{{"slot", 1}, {"asset_tag", "TAB0001"}},
                                                    {{"slot", 2}, {"asset_tag", "TAB0002"}},
                                                    {{"slot", 3}, {"asset_tag", "TAB0003"}},
                                                    {{"slot", 4}, {"asset_tag", "KOF0001"}}})},
                             {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 3}}})}});
    CHECK(kit.word("condition") == "complete");
    CHECK(kit.number("missing") == 0);
    Reply const ticket = county.post("technician", "/api/tickets",
                                     {{"asset_code", "TAB0002"}, {"title", "Display"}, {"description", "Riss"}});
    REQUIRE(ticket.status == 201);
    kit = county.now(county.kit);
    CHECK(kit.word("condition") == "broken");
    CHECK(kit.body["slots"][1]["open_ticket_id"] == ticket.number("id"));
    CHECK(county.get("coordinator", "/api/kits?condition=broken").number("total") == 1);
    CHECK(county.get("coordinator", "/api/kits?condition=complete").number("total") == 0);
    std::int64_t const gone = county.get("coordinator", "/api/lookup/TAB0003").number("id");
    REQUIRE(county.patch("coordinator", "/api/assets/" + std::to_string(gone), {{"status", "stolen"}}).status == 200);
    CHECK(county.now(county.kit).number("missing") == 1);
}

TEST_CASE("a kit is ready when its whole checklist is done", "[kits]") {
    KitCounty county;
    std::string const ready = KitCounty::place(county.kit) + "/ready";
    Json all = {{"wiped", true},   {"signed_out", true}, {"updated", true},
                {"cleaned", true}, {"charged", true},    {"complete", true}};
    Json but_one = all;
    but_one["wiped"] = false;
    Reply kit = county.post("technician", ready, but_one);
    CHECK(kit.body["ready"] == false);
    CHECK(kit.body["checks"].size() == 5);
    CHECK(kit.body["checks"][0]["username"] == "technician");
    kit = county.post("coordinator", ready, all);
    CHECK(kit.body["ready"] == true);
    CHECK(county.get("coordinator", "/api/kits").body["items"][0]["ready"] == true);
    CHECK(county.post("teacher", ready, all).status == 403);
}

TEST_CASE("a kit's tag is found by a scan and is nobody else's", "[kits]") {
    KitCounty county;
    Reply const found = county.get("technician", "/api/lookup/tk-01");
    REQUIRE(found.status == 200);
    CHECK(found.word("kind") == "kit");
    CHECK(found.number("id") == county.kit.number("id"));
    CHECK(county.get("technician", "/api/lookup/https%3A%2F%2Fschulkit.example%2Fg%2FTK-01").word("kind") == "kit");
    CHECK(county.get("teacher", "/api/lookup/TK-01").status == 404);
    CHECK(county.add_kit("tk-01").error_on("tag") == "taken");
    CHECK(county.add_kit("TAB0001").error_on("tag") == "taken");
    Reply const asset = county.post("coordinator", "/api/assets", {{"tag", "TK-01"}, {"name", "Tablet"}});
    CHECK(asset.status == 409);
    CHECK(asset.error_on("tag") == "taken");
}
