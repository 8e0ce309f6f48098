#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("the board has every kit, who has it in which year, and who waits", "[board]") {
    LoanCounty county;
    Reply const certain = county.ask_for(county.kit, LoanCounty::gym_03, {{"school_years", 2}});
    county.must_be(200, county.step(certain, "approve"));
    Reply const any = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(any, "approve"));
    Reply const waits = county.ask(LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(waits, "waitlist"));
    Reply const rejected = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(rejected, "reject", {{"reason", "so"}}));

    Reply const board = county.get("coordinator", "/api/board");
    REQUIRE(board.status == 200);
    REQUIRE(board.body["school_years"].size() == 3); // 2025-26 is over
    CHECK(board.body["school_years"][0]["id"] == "2026-27");
    REQUIRE(board.body["kits"].size() == 3);
    CHECK(board.body["kits"][0]["tag"] == "TK-01");
    REQUIRE(board.body["loans"].size() == 3);
    Json const& held = board.body["loans"][0];
    CHECK(held["kit_id"] == county.kit.number("id"));
    CHECK(held["last_school_year"] == "2027-28");
    CHECK(held["open_requirements"] == 5);
    CHECK(board.body["loans"][1]["kit_id"].is_null());
    CHECK(board.body["loans"][2]["waiting_place"] == 1);
    CHECK(board.body["balances"][0]["kits"] == 3);
    CHECK(board.body["balances"][0]["booked"] == 2);
    CHECK(county.get("teacher", "/api/board").status == 403);
    CHECK(county.get("auditor", "/api/board").status == 200);
}

TEST_CASE("what is released stands no longer on the board", "[board]") {
    LoanCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.kit, "A");
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"school_years", 2}});
    county.must_be(200, county.step(loan, "approve"));
    Json const all = {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}};
    county.must_be(200, county.step(loan, "hand-over", all));
    county.must_be(200, county.step(loan, "take-back", {{"scanned", {"A1", "A2", "A3", "AK"}}}));
    CHECK(county.get("coordinator", "/api/board").body["loans"].size() == 1);
    county.must_be(200, county.step(loan, "release", {{"reason", "früher zurück"}}));
    CHECK(county.get("coordinator", "/api/board").body["loans"].empty());
}
