#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct AppCounty : LoanCounty {
    void carry(Json const& apps) const {
        must_be(200, patch("coordinator", "/api/kit-types/" + std::to_string(type.number("id")), {{"apps", apps}}));
    }
    Json of_type() const {
        return must_be(200, get("coordinator", "/api/kit-types/" + std::to_string(type.number("id")) + "/shortfalls")).body["items"];
    }
    Json of_loan(Reply const& loan, std::string const& who = "coordinator") const { return read(loan, who).body["app_shortfalls"]; }
};

Json app(char const* name, Json const& licences, Json const& from, Json const& until = nullptr) {
    return {{"name", name}, {"licences", licences}, {"privacy_released_on", from}, {"privacy_released_until", until}};
}

} // namespace

TEST_CASE("too few licences for the kits promised in a year show before the next approval", "[kits][loans]") {
    AppCounty county; // three tablets in each kit
    county.carry(Json::array({app("Book Creator", 4, "2026-01-01"), app("Anton", nullptr, "2026-01-01")}));
    Reply const first = county.ask(LoanCounty::gym_03);
    CHECK(county.of_loan(first).empty());
    REQUIRE(county.step(first, "approve").status == 200);
    CHECK(county.of_type().empty());
    Reply const second = county.ask(LoanCounty::gym_04, {{"school_years", 2}});
    Json const found = county.of_loan(second);
    REQUIRE(found.size() == 1);
    CHECK(found[0]["app"] == "Book Creator");
    CHECK(found[0]["school_year"] == "2026-27"); // the next year it would be alone
    CHECK(found[0]["kits"] == 2);
    CHECK(found[0]["tablets"] == 6);
    CHECK(found[0]["licences_missing"] == 2);
    REQUIRE(county.read(second, "other_contact").status == 200);
    CHECK(county.of_loan(second, "other_contact").is_array()); // licences are the county's affair
    CHECK(county.of_loan(second, "other_contact").empty());
    // it is shown and forbids nothing
    REQUIRE(county.step(second, "approve").status == 200);
    Json const planned = county.of_type();
    REQUIRE(planned.size() == 1);
    CHECK(planned[0]["school_year"] == "2026-27");
    CHECK(planned[0]["licences_missing"] == 2);
    CHECK(county.get("teacher", "/api/kit-types/" + std::to_string(county.type.number("id")) + "/shortfalls").status == 403);
    REQUIRE(county.step(first, "cancel", {{"reason", "x"}}).status == 200);
    CHECK(county.of_type().empty());
    CHECK(county.of_loan(first).empty());
}

TEST_CASE("a release that is missing or ends before the loan does shows, and the last day counts", "[kits][loans]") {
    AppCounty county;
    Reply const loan = county.ask(LoanCounty::gym_03);
    std::string const due = loan.word("due_on");
    county.carry(Json::array({app("Bleibt", nullptr, "2026-01-01", due), app("Endet", nullptr, "2026-01-01", "2027-03-31"),
                              app("Fehlt", nullptr, nullptr), app("Kommt", nullptr, "2027-01-01")}));
    Json const found = county.of_loan(loan);
    REQUIRE(found.size() == 3);
    CHECK(found[0]["app"] == "Endet");
    CHECK(found[0]["ends_too_early"] == true);
    CHECK(found[0]["privacy_released_until"] == "2027-03-31");
    CHECK(found[1]["app"] == "Fehlt");
    CHECK(found[1]["not_released"] == true);
    CHECK(found[2]["app"] == "Kommt");
}

TEST_CASE("a release ends after it has begun", "[kits]") {
    AppCounty county;
    std::string const place = "/api/kit-types/" + std::to_string(county.type.number("id"));
    CHECK(county.patch("coordinator", place, {{"apps", Json::array({app("A", nullptr, "2026-02-01", "2026-01-31")})}})
              .error_on("apps.0.privacy_released_until") == "wrong_day_order");
    CHECK(county.patch("coordinator", place, {{"apps", Json::array({app("A", nullptr, nullptr, "2026-01-31")})}})
              .error_on("apps.0.privacy_released_until") == "wrong_day_order");
}
