// What somebody with bad intent, or a script gone wrong, tries on lending.

#include "tests/loans/lent_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a list that no hand would make is refused before anything is done", "[loans]") {
    LoanCounty county;
    Json const ids(std::vector<std::int64_t>(501, 1));
    Reply const start = county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", ids}});
    CHECK(start.error_on("loan_ids") == "too_many");
    Json const codes(std::vector<std::string>(501, "A1"));
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    CHECK(county.step(loan, "hand-over", {{"scanned", codes}}, "technician").error_on("scanned") == "too_many");
    Json accessories = Json::array();
    for (int i = 0; i < 501; ++i) accessories.push_back({{"label", "Zubehör " + std::to_string(i)}, {"quantity", 1}});
    Json const type = {{"name", "Riesig"}, {"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 1}}})},
                       {"accessories", accessories}};
    CHECK(county.post("coordinator", "/api/kit-types", type).error_on("accessories") == "too_many");
}

TEST_CASE("an accessory is counted once in a list, and never beyond what can be counted again", "[loans]") {
    LentCounty county;
    Json const twice = Json::array({{{"label", "Stift"}, {"quantity", 9}}, {{"label", "Stift"}, {"quantity", 9}}});
    CHECK(county.send("technician", "PUT", county.place(county.kit) + "/accessories", {{"accessories", twice}})
              .error_on("accessories.1.label") == "duplicate");
    CHECK(county.step(county.loan, "deliver", {{"accessories", twice}}).error_on("accessories.1.label") == "duplicate");
    Reply const contents = county.send("technician", "PUT", county.place(county.second) + "/contents",
                                       {{"items", Json::array()}, {"accessories", twice}});
    CHECK(contents.error_on("accessories.1.label") == "duplicate");
    Json const many = {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1000}}})}};
    CHECK(county.step(county.loan, "deliver", many).error_on("accessories.0.quantity") == "out_of_range");
    CHECK(county.now(county.kit).body["accessories"][0]["quantity"] == 3);
}

TEST_CASE("a kit is not ready any more once another device is in it: that has not been wiped for it", "[loans]") {
    LoanCounty county;
    county.prepare(county.kit, "A");
    REQUIRE(county.now(county.kit).body["ready"] == true);
    county.tablet("NEU");
    Reply const changed = county.post("technician", county.place(county.kit) + "/slots/1/change", {{"asset_code", "NEU"}});
    INFO(changed.text);
    REQUIRE(changed.status == 200);
    CHECK(changed.body["ready"] == false);
    Reply const log = county.get("coordinator", "/api/audit?entity=kit&id=" + std::to_string(county.kit.number("id")));
    CHECK(log.text.find("\"wiped\"") != std::string::npos); // it says what was undone
}

TEST_CASE("the checklist of a kit is not worked through while a school has it", "[loans]") {
    LentCounty county;
    Reply const refused = county.post("technician", county.place(county.kit) + "/ready", {{"wiped", true}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_is_out");
}

TEST_CASE("a planned day that has passed does not make a late handover an early one", "[loans]") {
    LoanCounty county;
    county.must_be(200, county.patch("coordinator", "/api/school-years/2026-27", {{"late_handover_from", "2026-09-10"}}));
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    Reply const approved = county.step(loan, "approve", {{"planned_handover_on", "2026-08-15"}});
    REQUIRE(approved.status == 200);
    CHECK(approved.word("last_school_year") == "2027-28"); // rule 3
}

TEST_CASE("a reason that nobody can see is none", "[loans]") {
    LoanCounty county;
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    for (char const* unseen : {"\u202e", "\u2060", "\u3164", "\u00ad \u200b", "\u200d", "\U000E0020"}) {
        INFO(unseen);
        CHECK(county.step(loan, "reject", {{"reason", unseen}}).error_on("reason") == "required");
    }
    CHECK(county.step(loan, "reject", {{"reason", "a\u0085b"}}).error_on("reason") == "bad_character");
    CHECK(county.step(loan, "reject", {{"reason", "kein\u202e WLAN \u2060"}}).word("reason") == "kein WLAN");
}

TEST_CASE("a school does not ask without end", "[loans]") {
    LoanCounty county;
    for (int i = 0; i < 5; ++i) county.ask(LoanCounty::gym_03, {{"quantity", 40}});
    Json const more = county.request(LoanCounty::gym_03);
    CHECK(county.post("contact", "/api/loans", more).error_on("quantity") == "too_many_asked");
    CHECK(county.post("contact", "/api/loans", county.request(LoanCounty::gym_03, {{"first_school_year", "2027-28"}})).status == 201);
    CHECK(county.post("other_contact", "/api/loans", county.request(LoanCounty::gym_04)).status == 201);
}

TEST_CASE("which kit was promised only who decides changes, also at the handover", "[loans]") {
    LoanCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.second, "B");
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    county.must_be(200, county.step(loan, "approve"));
    Json const other = {{"kit_id", county.second.number("id")}, {"scanned", {"B1", "B2", "B3", "BK"}},
                        {"signed_by", {{"name", "L"}, {"function", "SL"}}}};
    CHECK(county.step(loan, "hand-over", other, "technician").status == 403);
    CHECK(county.step(loan, "hand-over", other, "coordinator").status == 200);
}

TEST_CASE("a lent device stays at the school that has it, and one in use elsewhere is no spare", "[loans]") {
    LentCounty county;
    std::string const a1 = "/api/assets/" + std::to_string(county.asset("A1")["id"].get<std::int64_t>());
    CHECK(county.patch("technician", a1, {{"school_code", "GYM-04"}}).error_on("school_code") == "device_is_lent");
    CHECK(county.patch("technician", a1, {{"room", "204"}}).status == 200);
    county.add_asset({{"tag", "FREMD"}, {"name", "Tablet"}, {"category", "Tablet"}, {"school_code", "GYM-04"}, {"status", "in_use"}});
    Reply const swap = county.step(county.loan, "swap", {{"slot", 1}, {"asset_code", "FREMD"}, {"old_device", "repair"}}, "technician");
    CHECK(swap.error_on("asset_code") == "not_at_hand");
}

TEST_CASE("schools do not go on for each other in a circle", "[loans]") {
    LoanCounty county;
    county.must_be(200, county.patch("coordinator", "/api/schools/1", {{"ends_on", "2030-07-31"}, {"successor_code", "GYM-04"}}));
    CHECK(county.patch("coordinator", "/api/schools/2", {{"ends_on", "2031-07-31"}, {"successor_code", "GYM-03"}})
              .error_on("successor_code") == "circle");
}

TEST_CASE("the log tells an auditor what was done, and names nobody", "[loans]") {
    LentCounty county;
    for (char const* entity : {"loan", "handover_session"}) {
        Reply const log = county.get("auditor", std::string{"/api/audit?entity="} + entity);
        INFO(log.text);
        REQUIRE(log.number("total") > 0);
        for (char const* name : {"Lindhorst", "\"coordinator\"", "_by\""}) CHECK(log.text.find(name) == std::string::npos);
    }
    CHECK(county.get("admin", "/api/audit?entity=handover_session").text.find("Lindhorst") != std::string::npos);
}
