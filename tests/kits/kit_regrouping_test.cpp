#include "tests/stock/stock_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct RegroupCounty : StockCounty {
    RegroupCounty() { prepare(kit, "P"); }

    Json wish(std::string const& tag, Json const& more = Json::object()) const {
        Json body = {{"tag", tag}, {"name", "Halber Koffer"}, {"kit_type_id", type.number("id")}, {"slots", {1, 2}}};
        body.update(more);
        return body;
    }
    Reply split(Json const& body, std::string const& who = "coordinator") const { return post(who, place(kit) + "/split", body); }
    Reply merge(Reply const& into, Reply const& other, Json const& more = Json::object()) const {
        Json body = {{"kit_id", other.number("id")}};
        body.update(more);
        return post("coordinator", place(into) + "/merge", body);
    }
    static std::string tag_in(Json const& of, std::size_t slot) {
        Json const& tag = of["slots"][slot - 1]["asset_tag"];
        return tag.is_null() ? "" : tag.get<std::string>();
    }
    Json last_of(std::string const& entity, std::int64_t id) const {
        return get("coordinator", "/api/audit?entity=" + entity + "&id=" + std::to_string(id)).body["items"][0];
    }
    /// How many slots hold any device, and how many different devices they hold.
    std::pair<std::int64_t, std::int64_t> devices() const {
        return database().read([](Tx& tx) {
            return std::pair{*find_row<std::int64_t>(tx, "select count(asset_id) from kit_slots"),
                             *find_row<std::int64_t>(tx, "select count(distinct asset_id) from kit_slots")};
        });
    }
    Reply approved(Reply const& which, Json const& more = Json::object()) const {
        return must_be(200, step(ask_for(which, gym_03, more), "approve"));
    }
};

} // namespace

TEST_CASE("a kit is split: devices and accessories go into a new one, and all of them tell it", "[kits]") {
    RegroupCounty county;
    Reply const done = county.split(county.wish("TK-09", {{"accessories", Json::array({{{"label", "stift"}, {"quantity", 2}}})},
                                                          {"reason", "kleine Lerngruppen"}}));
    REQUIRE(done.status == 201);
    Json const old_kit = done.body["kit"];
    Json const new_kit = done.body["new_kit"];
    CHECK(county.tag_in(old_kit, 1).empty());
    CHECK(county.tag_in(old_kit, 3) == "P3");
    CHECK(county.tag_in(new_kit, 1) == "P1");
    CHECK(county.tag_in(new_kit, 2) == "P2");
    CHECK(old_kit["accessories"][0]["quantity"] == 1);
    CHECK(new_kit["accessories"][0]["quantity"] == 2);
    CHECK(old_kit["missing"] == 4);
    CHECK(old_kit["ready"] == false);
    CHECK(county.devices() == std::pair<std::int64_t, std::int64_t>{4, 4});
    CHECK(county.get("technician", "/api/lookup/TK-09").number("id") == new_kit["id"]);

    Json const split = county.last_of("kit", county.kit.number("id"));
    CHECK(split["action"] == "split");
    CHECK(split["after"]["new_kit"] == "TK-09 · Halber Koffer");
    CHECK(split["after"]["reason"] == "kleine Lerngruppen");
    CHECK(split["before"]["slots"] == Json{{"1", "P1"}, {"2", "P2"}});
    CHECK(split["after"]["accessories"] == Json{{"Stift", 1}});
    CHECK(county.last_of("kit", new_kit["id"].get<std::int64_t>())["action"] == "split_off");
    std::int64_t const device = county.get("coordinator", "/api/lookup/P1").number("id");
    CHECK(county.last_of("asset", device)["after"]["kit"] == "TK-09 · Halber Koffer");
    Json const moves = county.get("coordinator", "/api/stock-moves").body["items"];
    CHECK(moves[0]["kind"] == "regrouped");
    CHECK(moves[0]["kit_change"] == 2);
    CHECK(moves[1]["kit_change"] == -2);
}

TEST_CASE("places can go along, then the rest is complete", "[kits]") {
    RegroupCounty county;
    Reply const done = county.split(county.wish("TK-09", {{"keep_places", false},
                                                          {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}}));
    REQUIRE(done.status == 201);
    Json const old_kit = done.body["kit"];
    REQUIRE(old_kit["slots"].size() == 2);
    CHECK(old_kit["slots"][0]["slot"] == 3); // its number is written on it
    CHECK(old_kit["condition"] == "complete");
    CHECK(old_kit["accessories"][0]["expected"] == 1);
}

TEST_CASE("a split that cannot be done changes nothing", "[kits]") {
    RegroupCounty county;
    std::int64_t const before = county.database().last_change();
    CHECK(county.split(county.wish("TK-09", {{"slots", Json::array()}})).error_on("slots") == "nothing_chosen");
    CHECK(county.split(county.wish("TK-09", {{"slots", {1, 1}}})).error_on("slots") == "duplicate");
    CHECK(county.split(county.wish("TK-09", {{"slots", {1, 77}}})).error_on("slots.1") == "unknown_slot");
    CHECK(county.split(county.wish("TK-02")).error_on("tag") == "taken");
    CHECK(county.split(county.wish("P3")).error_on("tag") == "taken"); // a device has it
    CHECK(county.split(county.wish("TK-09", {{"kit_type_id", 99}})).error_on("kit_type_id") == "unknown_kit_type");
    CHECK(county.split(county.wish("TK-09", {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 4}}})}}))
              .error_on("accessories.0.quantity") == "kit_has_fewer");
    CHECK(county.split(county.wish("TK-09", {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}},
                                                                          {{"label", "Stift"}, {"quantity", 2}}})}}))
              .error_on("accessories.1.quantity") == "kit_has_fewer");
    CHECK(county.split(county.wish("TK-09", {{"accessories", Json::array({{{"label", "Maus"}, {"quantity", 1}}})}}))
              .error_on("accessories.0.label") == "unknown_accessory");
    Reply const boxes = county.post("coordinator", "/api/kit-types",
                                    {{"name", "Nur Koffer"},
                                     {"slots", Json::array({{{"label", "Koffer"}, {"category", "Koffer"}, {"quantity", 1}}})}});
    CHECK(county.split(county.wish("TK-09", {{"kit_type_id", boxes.number("id")}})).error_on("slots.0") == "does_not_fit");
    CHECK(county.split(county.wish("TK-09"), "technician").status == 403);
    CHECK(county.split(county.wish("TK-09"), "contact").status == 403);
    CHECK(county.database().last_change() == before + 1); // the kit type
    CHECK(county.get("technician", "/api/lookup/TK-09").status == 404);
    CHECK(county.tag_in(county.now(county.kit).body, 1) == "P1");
}

TEST_CASE("a kit of a loan or in an open session is neither split nor merged, and the answer says which", "[kits]") {
    RegroupCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    Reply const loan = county.approved(county.kit);
    Reply const session = county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", {loan.number("id")}}});
    Json const wish = county.wish("TK-09", {{"claims", "old_kit"}});
    Reply refused = county.split(wish);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "in_open_session");
    CHECK(refused.number("session_id") == session.number("id"));
    CHECK(county.merge(county.second, county.kit, {{"take_claims", true}}).code() == "in_open_session");
    CHECK(county.merge(county.kit, county.second).code() == "in_open_session");
    REQUIRE(county.send_bytes("technician", "POST", "/api/handover-sessions/" + std::to_string(session.number("id")) + "/abandon", {})
                .status == 200);

    Json const all = Json::array({"P1", "P2", "P3", "PK"});
    REQUIRE(county.step(loan, "hand-over", {{"scanned", all}}).status == 200);
    refused = county.split(wish);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_in_loan");
    CHECK(refused.number("loan_id") == loan.number("id"));
    CHECK(refused.word("school_code") == "GYM-03");
    CHECK(county.merge(county.second, county.kit).code() == "kit_in_loan");
    REQUIRE(county.step(loan, "take-back").status == 200);
    CHECK(county.split(wish).code() == "kit_in_loan"); // it is not checked yet
    REQUIRE(county.step(loan, "check-in", {{"scanned", all}}).status == 200);
    CHECK(county.split(wish).status == 201);
    // past the code: the database says no as well
    auto const dissolved = county.database().write(county.person("admin"), [&](WriteTx& tx) {
        return execute(tx, "update kits set dissolved_on = '2026-09-01' where id = ?1", county.kit.number("id"));
    });
    CHECK_FALSE(dissolved);
}

TEST_CASE("what is promised stays with the kit that somebody names, or the split is refused naming it", "[kits]") {
    RegroupCounty county;
    Reply const loan = county.approved(county.kit, {{"first_school_year", "2027-28"}, {"school_years", 2}});
    Reply const refused = county.split(county.wish("TK-09"));
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_has_claims");
    REQUIRE(refused.body["claims"].size() == 2);
    CHECK(refused.body["claims"][0]["school_year"] == "2027-28");
    CHECK(refused.body["claims"][0]["school_code"] == "GYM-03");
    CHECK(county.get("technician", "/api/lookup/TK-09").status == 404);
    CHECK(county.split(county.wish("TK-09", {{"claims", "nobody"}})).status == 422);

    SECTION("with the old one") {
        REQUIRE(county.split(county.wish("TK-09", {{"claims", "old_kit"}})).status == 201);
        CHECK(county.read(loan).number("kit_id") == county.kit.number("id"));
    }
    SECTION("with the new one") {
        Reply const done = county.split(county.wish("TK-09", {{"claims", "new_kit"}}));
        REQUIRE(done.status == 201);
        CHECK(county.read(loan).word("kit_tag") == "TK-09");
        // the old one is free in that year, the new one is not
        CHECK(county.step(county.ask_for(county.kit, LoanCounty::gym_04, {{"first_school_year", "2027-28"}}), "approve").status == 200);
        Reply const taken = county.step(
            county.ask(LoanCounty::gym_04, {{"kit_id", done.body["new_kit"]["id"]}, {"first_school_year", "2028-29"}}), "approve");
        CHECK(taken.code() == "kit_already_booked");
    }
    SECTION("not with one of another type") {
        Reply const other = county.post("coordinator", "/api/kit-types",
                                        {{"name", "Halber"},
                                         {"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 2}}})}});
        Reply const mixed = county.split(county.wish("TK-09", {{"claims", "new_kit"}, {"kit_type_id", other.number("id")}}));
        CHECK(mixed.status == 422);
        CHECK(mixed.error_on("claims") == "other_type");
        CHECK(county.read(loan).number("kit_id") == county.kit.number("id"));
        CHECK(county.get("technician", "/api/lookup/TK-09").status == 404);
    }
}

TEST_CASE("two kits become one: free places are filled, the rest gets places of its own, nothing is lost", "[kits]") {
    RegroupCounty county;
    county.put_in(county.second, "TAB0001");
    county.put_in(county.second, "KOF0001");
    Reply const merged = county.merge(county.kit, county.second, {{"reason", "Koffer defekt"}});
    REQUIRE(merged.status == 200);
    REQUIRE(merged.body["slots"].size() == 6);
    CHECK(county.tag_in(merged.body, 5) == "TAB0001");
    CHECK(merged.body["slots"][4]["label"] == "Tablet");
    CHECK(county.tag_in(merged.body, 6) == "KOF0001");
    CHECK(county.devices() == std::pair<std::int64_t, std::int64_t>{6, 6});
    Reply const gone = county.now(county.second);
    CHECK(gone.body["dissolved_on"].is_string());
    CHECK(gone.word("merged_into_tag") == "TK-01");
    CHECK(county.get("coordinator", "/api/kits").number("total") == 2);
    CHECK(county.get("coordinator", "/api/kits?dissolved=true").number("total") == 1);
    CHECK(county.get("coordinator", "/api/kit-types").body["items"][0]["kits"] == 2);
    CHECK(county.get("coordinator", "/api/board").body["kits"].size() == 2);
    CHECK(county.get("technician", "/api/lookup/TK-02").number("id") == county.second.number("id")); // its label still says what it was
    CHECK(county.last_of("kit", county.kit.number("id"))["action"] == "merge");
    CHECK(county.last_of("kit", county.second.number("id"))["after"]["into_kit"] == "TK-01 · Koffer TK-01");

    // it is no kit any more
    CHECK(county.put_in(county.second, "TAB0003").code() == "kit_dissolved");
    CHECK(county.merge(county.third, county.second).code() == "kit_dissolved");
    CHECK(county.merge(county.second, county.third).code() == "kit_dissolved");
    CHECK(county.post("coordinator", "/api/loans", county.request(LoanCounty::gym_03, {{"kit_id", county.second.number("id")}}))
              .error_on("kit_id") == "kit_dissolved");
    CHECK(county.merge(county.kit, county.kit).error_on("kit_id") == "same_kit");
    CHECK(county.post("coordinator", KitCounty::place(county.kit) + "/merge", {{"kit_id", 99}}).error_on("kit_id") == "unknown_kit");
}

TEST_CASE("accessories go with their kit, also those that the other one does not know", "[kits]") {
    RegroupCounty county;
    Reply const type = county.post("coordinator", "/api/kit-types",
                                   {{"name", "Mini"},
                                    {"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 1}}})},
                                    {"accessories", Json::array({{{"label", "STIFT"}, {"quantity", 1}}, {{"label", "Hub"}, {"quantity", 2}}})}});
    Reply const mini = county.post("coordinator", "/api/kits", {{"tag", "MINI"}, {"name", "Mini"}, {"kit_type_id", type.number("id")}});
    REQUIRE(county.send("technician", "PUT", KitCounty::place(mini) + "/accessories",
                        {{"accessories", Json::array({{{"label", "STIFT"}, {"quantity", 1}}, {{"label", "Hub"}, {"quantity", 2}}})}})
                .status == 200);
    Reply const merged = county.merge(county.kit, mini);
    REQUIRE(merged.status == 200);
    CHECK(merged.body["accessories"] ==
          Json::array({{{"label", "Stift"}, {"expected", 3}, {"quantity", 4}}, {{"label", "Hub"}, {"expected", 2}, {"quantity", 2}}}));
}

TEST_CASE("a merge takes what is promised along, or is refused naming it", "[kits]") {
    RegroupCounty county;
    Reply const loan = county.approved(county.second, {{"first_school_year", "2027-28"}});
    Reply const refused = county.merge(county.kit, county.second);
    CHECK(refused.code() == "kit_has_claims");
    CHECK(refused.body["claims"][0]["loan_id"] == loan.number("id"));
    SECTION("to a kit that is free then") {
        REQUIRE(county.merge(county.kit, county.second, {{"take_claims", true}}).status == 200);
        CHECK(county.read(loan).number("kit_id") == county.kit.number("id"));
    }
    SECTION("not to one that is promised itself") {
        county.approved(county.kit, {{"first_school_year", "2027-28"}});
        Reply const both = county.merge(county.kit, county.second, {{"take_claims", true}});
        CHECK(both.status == 409);
        CHECK(both.code() == "kit_already_booked");
        CHECK(both.body["booking"]["school_year"] == "2027-28");
        CHECK(county.read(loan).number("kit_id") == county.second.number("id"));
        CHECK(county.now(county.second).body["dissolved_on"].is_null());
    }
}

TEST_CASE("a kit that the approvals of its type need is not merged away", "[kits]") {
    RegroupCounty county;
    for (int i = 0; i < 3; ++i)
        REQUIRE(county.step(county.ask(LoanCounty::gym_03, {{"first_school_year", "2027-28"}}), "approve").status == 200);
    Reply const refused = county.merge(county.kit, county.second);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_is_needed");
    CHECK(refused.body["school_years"] == Json::array({"2027-28"}));
    // past the code: the database says no as well
    auto const dissolved = county.database().write(county.person("admin"), [&](WriteTx& tx) {
        return execute(tx, "update kits set dissolved_on = '2026-09-01' where id = ?1", county.third.number("id"));
    });
    REQUIRE_FALSE(dissolved);
    CHECK(dissolved.error().code == "kit_is_promised");
}
