#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("nothing is lent to a school beyond its end", "[loans]") {
    LoanCounty county;
    Reply const before = county.ask(LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    Reply const merged = county.patch("coordinator", "/api/schools/1", {{"ends_on", "2027-07-31"}, {"successor_code", "gym-04"}});
    REQUIRE(merged.status == 200);
    CHECK(merged.word("successor_code") == "GYM-04");
    CHECK(county.post("coordinator", "/api/loans", county.request(1, {{"school_years", 2}})).error_on("school_id") == "school_ended");
    Reply const refused = county.step(before, "approve");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "school_ended");
    Reply const last = county.ask(LoanCounty::gym_03);
    county.must_be(200, county.step(last, "approve"));
    CHECK(county.step(last, "extend", {{"school_years", 1}}).code() == "school_ended");
}

TEST_CASE("a school does not end before its kits are back", "[loans]") {
    LoanCounty county;
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"school_years", 2}});
    county.must_be(200, county.step(loan, "approve"));
    Reply const refused = county.patch("coordinator", "/api/schools/1", {{"ends_on", "2027-07-31"}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "school_has_loans");
    CHECK(county.patch("coordinator", "/api/schools/1", {{"ends_on", "2028-07-31"}}).status == 200);
    CHECK(county.patch("coordinator", "/api/schools/1", {{"successor_code", "GYM-03"}}).error_on("successor_code") == "unknown_school");
    CHECK(county.patch("coordinator", "/api/schools/1", {{"code", "X"}}).error_on("code") == "code_is_fixed");
    CHECK(county.patch("contact", "/api/schools/1", {{"name", "X"}}).status == 403);
}
