#include "server/school_years/school_year_changes.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("the coordinator sets the days of a school year", "[school_years]") {
    County county;
    Reply const made = county.patch("coordinator", "/api/school-years/2026-27",
                                    {{"summer_from", "2027-07-22"}, {"summer_until", "2027-09-03"}});
    REQUIRE(made.status == 200);
    CHECK(made.word("starts_on") == "2026-08-01");
    CHECK(made.word("latest_return_on") == "2027-07-15");
    Reply const changed = county.patch("coordinator", "/api/school-years/2026-27",
                                       {{"latest_return_on", "2027-07-09"}, {"version", made.number("version")}});
    REQUIRE(changed.status == 200);
    CHECK(changed.word("latest_return_on") == "2027-07-09");
    CHECK(changed.word("summer_from") == "2027-07-22");
    Reply const listed = county.get("teacher", "/api/school-years");
    REQUIRE(listed.number("total") == 1);
    CHECK(listed.body["items"][0] == changed.body);
    CHECK(county.get("coordinator", "/api/audit?entity=school_year&id=2026").number("total") == 2);
}

TEST_CASE("only who plans them changes school years", "[school_years][access]") {
    County county;
    for (char const* who : {"technician", "teacher", "auditor"})
        CHECK(county.patch(who, "/api/school-years/2026-27", Json::object()).status == 403);
    CHECK(county.get("teacher", "/api/school-years").number("total") == 0);
}

TEST_CASE("a school year that cannot be is refused with the reason, and nothing is stored", "[school_years]") {
    County county;
    std::int64_t const before = county.database().last_change();
    for (char const* id : {"2026", "2026-28", "nothing"})
        CHECK(county.patch("coordinator", std::string{"/api/school-years/"} + id, Json::object()).status == 404);
    CHECK(county.patch("coordinator", "/api/school-years/2026-27", {{"latest_return_on", "2026-07-01"}})
              .error_on("latest_return_on") == "wrong_day_order");
    CHECK(county.patch("coordinator", "/api/school-years/2026-27", {{"ends_on", "2027-02-30"}}).error_on("ends_on") ==
          "bad_date");
    CHECK(county.database().last_change() == before);
}

TEST_CASE("two school years do not overlap", "[school_years]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/school-years/2026-27", Json::object()).status == 200);
    CHECK(county.patch("coordinator", "/api/school-years/2027-28", {{"starts_on", "2027-07-01"}}).error_on("starts_on") ==
          "overlaps");
    CHECK(county.patch("coordinator", "/api/school-years/2027-28", Json::object()).status == 200);
}

TEST_CASE("who changes an older version of a school year is told", "[school_years]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/school-years/2026-27", Json::object()).status == 200);
    REQUIRE(county.patch("coordinator", "/api/school-years/2026-27", {{"latest_return_on", "2027-07-10"}}).status == 200);
    Reply const stale =
        county.patch("admin", "/api/school-years/2026-27", {{"latest_return_on", "2027-07-12"}, {"version", 1}});
    CHECK(stale.status == 409);
    CHECK(stale.code() == "stale");
    CHECK(stale.body["current"]["latest_return_on"] == "2027-07-10");
}

TEST_CASE("the running school year and the next three are made in advance, once", "[school_years]") {
    County county; // its clock stands in September 2026
    REQUIRE(ensure_school_years(county.database()));
    Reply const years = county.get("coordinator", "/api/school-years");
    REQUIRE(years.number("total") == 4);
    CHECK(years.body["items"][0]["id"] == "2026-27");
    CHECK(years.body["items"][3]["id"] == "2029-30");
    std::int64_t const before = county.database().last_change();
    REQUIRE(ensure_school_years(county.database()));
    CHECK(county.database().last_change() == before);
}
