#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a kit is promised to one school in a year, and the answer says to which", "[loans]") {
    LoanCounty county;
    Reply const first = county.ask_for(county.kit, LoanCounty::gym_03, {{"school_years", 2}});
    Reply const second = county.ask_for(county.kit, LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    Reply const approved = county.step(first, "approve");
    REQUIRE(approved.status == 200);
    CHECK(approved.word("state") == "approved");
    CHECK(approved.word("decided_by") == "coordinator");
    Reply const refused = county.step(second, "approve");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_already_booked");
    CHECK(refused.body["booking"]["school_code"] == "GYM-03");
    CHECK(refused.body["booking"]["school_year"] == "2027-28");
    CHECK(refused.body["booking"]["loan_id"] == first.number("id"));
    CHECK(county.read(second).word("state") == "requested");
    // the year after is free
    Reply const third = county.ask_for(county.kit, LoanCounty::gym_04, {{"first_school_year", "2028-29"}});
    CHECK(county.step(third, "approve").status == 200);
}

TEST_CASE("a longer loan is promised for all of its years or for none", "[loans]") {
    LoanCounty county;
    Reply const middle = county.ask_for(county.kit, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(middle, "approve"));
    Reply const around = county.ask_for(county.kit, LoanCounty::gym_04, {{"school_years", 3}});
    CHECK(county.step(around, "approve").code() == "kit_already_booked");
    Reply const before = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(county.step(before, "approve").status == 200);
}

TEST_CASE("approvals for a type never exceed its kits, however they are mixed", "[loans]") {
    LoanCounty county;
    auto const approve_any = [&] { return county.step(county.ask(LoanCounty::gym_03), "approve"); };
    CHECK(approve_any().status == 200);
    CHECK(approve_any().status == 200);
    Reply const certain = county.ask_for(county.third, LoanCounty::gym_04);
    CHECK(county.step(certain, "approve").status == 200);
    Reply const refused = approve_any();
    CHECK(refused.status == 409);
    CHECK(refused.code() == "no_kit_left");
    CHECK(refused.body["balance"]["kits"] == 3);
    // every kit is promised, one by its name: no other can be promised by name either
    Reply const other = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(county.step(other, "approve").code() == "no_kit_left");
    // an ordered kit that comes in time makes room, one that comes late does not
    Reply const ordered = county.post("coordinator", "/api/kits",
                                      {{"tag", "TK-04"}, {"name", "Koffer 4"}, {"kit_type_id", county.type.number("id")},
                                       {"delivered_on", "2027-01-01"}});
    REQUIRE(ordered.status == 201);
    CHECK(approve_any().code() == "no_kit_left");
    county.must_be(200, county.patch("coordinator", county.place(ordered), {{"delivered_on", "2026-12-31"}}));
    CHECK(approve_any().status == 200);
    Reply const late = county.patch("coordinator", county.place(ordered), {{"delivered_on", "2027-02-01"}});
    CHECK(late.status == 409);
    CHECK(late.code() == "kit_is_promised");
}

TEST_CASE("the kit of a type's approval is fixed later, in the same place", "[loans]") {
    LoanCounty county;
    Reply const loan = county.ask(LoanCounty::gym_03);
    Reply const approved = county.step(loan, "approve", {{"kit_id", county.second.number("id")}});
    REQUIRE(approved.status == 200);
    CHECK(approved.word("kit_tag") == "TK-02");
    CHECK(county.step(county.ask(LoanCounty::gym_03), "approve", {{"kit_id", 4711}}).error_on("kit_id") == "unknown_kit");
}

TEST_CASE("a loan planned for the end of a year covers the next one, too", "[loans]") {
    LoanCounty county;
    auto const last_year = [&](char const* planned) {
        Reply const loan = county.ask(LoanCounty::gym_03, {{"planned_handover_on", planned}});
        return county.must_be(200, county.step(loan, "approve")).word("last_school_year");
    };
    CHECK(last_year("2026-12-31") == "2026-27");
    CHECK(last_year("2027-01-01") == "2027-28");
    // two years are as good as one and the rest of another
    Reply const two = county.ask(LoanCounty::gym_04, {{"planned_handover_on", "2027-03-01"}, {"school_years", 2}});
    CHECK(county.must_be(200, county.step(two, "approve")).word("last_school_year") == "2027-28");
    // decided at the approval
    Reply const loan = county.ask(LoanCounty::gym_04, {{"first_school_year", "2028-29"}});
    Reply const refused = county.step(loan, "approve", {{"planned_handover_on", "2029-02-01"}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "unknown_school_year");
    CHECK(county.step(loan, "approve", {{"planned_handover_on", "2028-07-31"}}).error_on("planned_handover_on") ==
          "other_school_year");
    CHECK(county.step(loan, "approve").status == 200);
}

TEST_CASE("an approval lists what the school still has to show, each with a day", "[loans]") {
    LoanCounty county;
    Reply const loan = county.ask(LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    Reply const approved = county.must_be(200, county.step(loan, "approve"));
    Json const& open = approved.body["open_requirements"];
    REQUIRE(open.size() == 5);
    CHECK(open[0]["code"] == "wlan");
    CHECK(open[0]["state"] == "open");
    CHECK(open[0]["due_on"] == "2027-08-01");
    county.meet_requirements(LoanCounty::gym_03);
    CHECK(county.read(loan).body["open_requirements"].empty());
}

TEST_CASE("a rejection and a cancellation need a reason and free what was reserved", "[loans]") {
    LoanCounty county;
    Reply const rejected = county.ask(LoanCounty::gym_03);
    CHECK(county.step(rejected, "reject").error_on("reason") == "required");
    CHECK(county.step(rejected, "reject", {{"reason", "  "}}).error_on("reason") == "required");
    CHECK(county.step(rejected, "reject", {{"reason", "Kein WLAN"}}).word("reason") == "Kein WLAN");
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    county.must_be(200, county.step(loan, "approve"));
    Reply const cancelled = county.step(loan, "cancel", {{"reason", "Die Schule hat eigene Geräte"}}, "contact");
    CHECK(cancelled.word("state") == "cancelled");
    Reply const next = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(county.step(next, "approve").status == 200);
    CHECK(county.step(loan, "cancel", {{"reason", "noch einmal"}}).code() == "wrong_state");
}

TEST_CASE("the waiting list has an order", "[loans]") {
    LoanCounty county;
    Reply const first = county.ask(LoanCounty::gym_03);
    Reply const second = county.ask(LoanCounty::gym_04);
    CHECK(county.step(second, "waitlist").number("waiting_place") == 1);
    county.wait_ms(1);
    CHECK(county.step(first, "waitlist").number("waiting_place") == 2);
    Reply const list = county.get("coordinator", "/api/loans?state=waitlisted&sort=waiting");
    CHECK(list.body["items"][0]["id"] == second.number("id"));
    county.must_be(200, county.step(second, "approve"));
    CHECK(county.read(first).number("waiting_place") == 1);
    CHECK(county.read(second).body["waiting_place"].is_null());
}

TEST_CASE("extending reserves further years, or nothing if the kit is taken", "[loans]") {
    LoanCounty county;
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    CHECK(county.step(loan, "extend", {{"school_years", 1}}).code() == "wrong_state");
    county.must_be(200, county.step(loan, "approve"));
    Reply const other = county.ask_for(county.kit, LoanCounty::gym_04, {{"first_school_year", "2028-29"}});
    county.must_be(200, county.step(other, "approve"));
    CHECK(county.step(loan, "extend", {{"school_years", 2}}).code() == "kit_already_booked");
    CHECK(county.read(loan).word("last_school_year") == "2026-27");
    CHECK(county.step(loan, "extend", {{"school_years", 1}}).word("last_school_year") == "2027-28");
    CHECK(county.step(loan, "extend", {{"school_years", 0}}).error_on("school_years") == "out_of_range");
    CHECK(county.step(loan, "extend", {{"school_years", 8}}).error_on("school_years") == "out_of_range");
    CHECK(county.step(other, "extend", {{"school_years", 1}}).code() == "unknown_school_year");
}

TEST_CASE("a school year in use cannot be shortened", "[loans]") {
    LoanCounty county;
    std::string const year = "/api/school-years/2027-28";
    CHECK(county.patch("coordinator", year, {{"ends_on", "2028-07-30"}}).status == 200);
    CHECK(county.patch("coordinator", year, {{"ends_on", "2028-07-31"}}).status == 200);
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(loan, "approve"));
    for (Json const& days : {Json{{"ends_on", "2028-07-30"}}, Json{{"starts_on", "2027-08-02"}, {"earliest_handover_on", "2027-08-02"}}}) {
        Reply const refused = county.patch("coordinator", year, days);
        CHECK(refused.status == 409);
        CHECK(refused.code() == "school_year_in_use");
    }
    CHECK(county.patch("coordinator", year, {{"latest_return_on", "2028-07-01"}}).status == 200);
    CHECK(county.read(loan).word("due_on") == "2028-07-01");
}

TEST_CASE("schools see only their own loans, by whatever call they try", "[loans][access]") {
    LoanCounty county;
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_04);
    county.ask(LoanCounty::gym_03);
    for (char const* who : {"contact", "teacher"}) {
        INFO(who);
        CHECK(county.read(loan, who).status == 404);
        Reply const list = county.get(who, "/api/loans");
        REQUIRE(list.number("total") == 1);
        CHECK(list.body["items"][0]["school_code"] == "GYM-03");
        CHECK(county.get(who, "/api/loans?school_code=GYM-04").number("total") == 0);
        CHECK(county.get(who, "/api/loans?kit_id=" + std::to_string(county.kit.number("id"))).number("total") == 0);
        CHECK(county.get(who, "/api/schools/2/requirements").status == 404);
        CHECK(county.get(who, "/api/schools/2/requirements/wlan").status == 404);
    }
    CHECK(county.post("contact", "/api/loans", county.request(LoanCounty::gym_04)).error_on("school_id") == "unknown_school");
    CHECK(county.step(loan, "cancel", {{"reason", "x"}}, "contact").status == 404);
    CHECK(county.send("contact", "PUT", "/api/schools/2/requirements/wlan", {{"state", "submitted"}, {"evidence", "x"}}).status == 404);
    CHECK(county.read(loan, "other_contact").status == 200);
    // an auditor reads loans and no names
    Reply const masked = county.read(loan, "auditor");
    CHECK(masked.status == 200);
    CHECK(masked.body["requested_by"].is_null());
}
