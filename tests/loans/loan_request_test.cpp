#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a school contact asks for a kit of a type", "[loans]") {
    LoanCounty county;
    Reply const loan = county.post("contact", "/api/loans",
                                   county.request(LoanCounty::gym_03, {{"class_levels", "7, 8"}, {"pupils", 28}}));
    REQUIRE(loan.status == 201);
    CHECK(loan.word("state") == "requested");
    CHECK(loan.word("school_code") == "GYM-03");
    CHECK(loan.word("kit_type_name") == "iPad-Koffer");
    CHECK(loan.body["kit_id"].is_null());
    CHECK(loan.word("last_school_year") == "2026-27");
    CHECK(loan.word("due_on") == "2027-07-15");
    CHECK(loan.word("requested_by") == "contact");
    CHECK(loan.number("pupils") == 28);
    CHECK(county.post("teacher", "/api/loans", county.request(LoanCounty::gym_03)).status == 403);
    CHECK(county.post("technician", "/api/loans", county.request(LoanCounty::gym_03)).status == 403);
}

TEST_CASE("several kits are asked for at once, each becomes a loan of its own", "[loans]") {
    LoanCounty county;
    Reply const first = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 2}});
    std::string const together = "/api/loans?request_id=" + std::to_string(first.number("request_id"));
    Reply const all = county.get("coordinator", together);
    CHECK(all.number("total") == 3);
    CHECK(all.body["items"][2]["least_quantity"] == 2);
}

TEST_CASE("asking reserves nothing, also a taken kit can be asked for", "[loans]") {
    LoanCounty county;
    Reply const taken = county.ask_for(county.kit, LoanCounty::gym_03);
    REQUIRE(county.step(taken, "approve").status == 200);
    Reply const also = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(also.word("state") == "requested");
    CHECK(also.word("kit_tag") == "TK-01");
}

TEST_CASE("a request that makes no sense is refused, with each field named", "[loans]") {
    LoanCounty county;
    auto const refused = [&](Json const& more) { return county.post("coordinator", "/api/loans", county.request(1, more)); };
    std::int64_t const before = county.database().last_change();
    CHECK(refused({{"school_years", 0}}).error_on("school_years") == "out_of_range");
    CHECK(refused({{"school_years", 40}}).error_on("school_years") == "out_of_range");
    CHECK(refused({{"school_years", 4}}).error_on("school_years") == "unknown_school_year");
    CHECK(refused({{"first_school_year", "2025-26"}}).error_on("first_school_year") == "past_school_year");
    CHECK(refused({{"first_school_year", "2044-45"}}).error_on("first_school_year") == "unknown_school_year");
    CHECK(refused({{"first_school_year", "next year"}}).error_on("first_school_year") == "unknown_school_year");
    CHECK(refused({{"first_school_year", ""}}).error_on("first_school_year") == "required");
    CHECK(refused({{"school_id", 4711}}).error_on("school_id") == "unknown_school");
    CHECK(refused({{"kit_id", 4711}}).error_on("kit_id") == "unknown_kit");
    CHECK(refused({{"kit_type_id", 4711}}).error_on("kit_type_id") == "unknown_kit_type");
    CHECK(refused({{"kit_type_id", nullptr}}).error_on("kit_type_id") == "required");
    CHECK(refused({{"quantity", 0}}).error_on("quantity") == "out_of_range");
    CHECK(refused({{"quantity", 2}, {"least_quantity", 3}}).error_on("least_quantity") == "out_of_range");
    CHECK(refused({{"kit_id", county.kit.number("id")}, {"quantity", 2}}).error_on("quantity") == "out_of_range");
    CHECK(refused({{"pupils", -1}}).error_on("pupils") == "out_of_range");
    CHECK(refused({{"planned_handover_on", "2028-02-01"}}).error_on("planned_handover_on") == "other_school_year");
    CHECK(refused({{"purpose", std::string(2001, 'x')}}).error_on("purpose") == "too_long");
    CHECK(county.database().last_change() == before);
    CHECK(county.get("coordinator", "/api/loans").number("total") == 0);
}

TEST_CASE("a kit type that is no longer offered cannot be asked for", "[loans]") {
    LoanCounty county;
    county.must_be(200, county.patch("coordinator", "/api/kit-types/" + std::to_string(county.type.number("id")),
                                     {{"offered", false}}));
    CHECK(county.post("coordinator", "/api/loans", county.request(1)).error_on("kit_type_id") == "not_offered");
}

TEST_CASE("loans are found by state, school, year, kit and words, page by page", "[loans]") {
    LoanCounty county;
    county.ask(LoanCounty::gym_03, {{"quantity", 3}});
    Reply const other = county.ask_for(county.second, LoanCounty::gym_04, {{"first_school_year", "2027-28"}, {"school_years", 2}});
    auto const total = [&](std::string const& query) { return county.get("coordinator", "/api/loans?" + query).number("total"); };
    CHECK(total("") == 4);
    CHECK(total("school_code=GYM-04") == 1);
    CHECK(total("school_year=2028-29") == 1);
    CHECK(total("school_year=2026-27") == 3);
    CHECK(total("kit_id=" + std::to_string(county.second.number("id"))) == 1);
    CHECK(total("q=birkenallee") == 1);
    CHECK(total("q=tk-02") == 1);
    CHECK(total("q=ipad") == 4);
    CHECK(total("q=a-" + std::to_string(other.number("id"))) == 1);
    CHECK(total("q=%25") == 0);
    county.must_be(200, county.step(other, "waitlist"));
    CHECK(total("state=waitlisted") == 1);
    CHECK(total("return_due=true") == 0);
    for (char const* sort : {"requested_at", "-requested_at", "school_code", "-school_code", "waiting"}) {
        std::vector<std::int64_t> seen;
        std::string cursor;
        do {
            Reply const page = county.get("coordinator", std::string{"/api/loans?limit=1&sort="} + sort + cursor);
            REQUIRE(page.status == 200);
            for (Json const& loan : page.body["items"]) seen.push_back(loan["id"].get<std::int64_t>());
            cursor = page.body["next_cursor"].is_null() ? "" : "&cursor=" + page.word("next_cursor");
        } while (!cursor.empty());
        INFO(sort);
        CHECK(std::set<std::int64_t>(seen.begin(), seen.end()).size() == 4);
        CHECK(seen.size() == 4);
    }
    CHECK(county.get("coordinator", "/api/loans?sort=price").error_on("sort") == "unknown_value");
    CHECK(county.get("coordinator", "/api/loans?state=lent").status == 422);
}
