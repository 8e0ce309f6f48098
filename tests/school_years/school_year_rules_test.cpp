#include "shared/core/validate.hpp"
#include "shared/school_years/school_year.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

namespace {

std::string first_error(SchoolYear const& year) {
    FieldErrors const errors = validate(year);
    return errors.empty() ? "" : errors.front().field + ": " + errors.front().code;
}

} // namespace

TEST_CASE("a school year is called by the two years it lies in", "[school_years]") {
    CHECK(school_year_id(2026) == "2026-27");
    CHECK(school_year_id(2099) == "2099-00");
    CHECK(school_year_id(2008) == "2008-09");
    CHECK(first_year_of("2026-27") == 2026);
    CHECK(first_year_of("2099-00") == 2099);
    for (char const* wrong : {"", "2026", "2026-28", "2026-2027", "26-27", "2026/27", "abcd-ef"}) CHECK_FALSE(first_year_of(wrong));
    CHECK(school_year_after("2026-27") == "2027-28");
    CHECK(school_year_after("2026-27", 3) == "2029-30");
}

TEST_CASE("August begins the next school year", "[school_years]") {
    CHECK(school_year_of({.year = 2027, .month = 7, .day = 31}) == "2026-27");
    CHECK(school_year_of({.year = 2027, .month = 8, .day = 1}) == "2027-28");
    CHECK(school_year_of({.year = 2027, .month = 1, .day = 1}) == "2026-27");
}

TEST_CASE("kits come back five school days before the holidays", "[school_years]") {
    CHECK(to_iso(latest_return_before({.year = 2027, .month = 7, .day = 22})) == "2027-07-15"); // a Thursday
    CHECK(to_iso(latest_return_before({.year = 2027, .month = 7, .day = 26})) == "2027-07-19"); // a Monday
    SchoolYear const year = usual_school_year(2026, Date{2027, 7, 22}, Date{2027, 9, 3});
    CHECK(to_iso(year.latest_return_on) == "2027-07-15");
    CHECK(to_iso(year.starts_on) == "2026-08-01");
    CHECK(to_iso(year.ends_on) == "2027-07-31");
}

TEST_CASE("the days of a school year stand in their order", "[school_years]") {
    SchoolYear year = usual_school_year(2026, Date{2027, 7, 22}, Date{2027, 9, 3});
    CHECK(first_error(year).empty());
    SECTION("the handover is not before the beginning") {
        year.earliest_handover_on = {2026, 7, 1};
        CHECK(first_error(year) == "earliest_handover_on: wrong_day_order");
    }
    SECTION("the return is not before the handover") {
        year.latest_return_on = {2026, 7, 31};
        CHECK(first_error(year) == "latest_return_on: wrong_day_order");
    }
    SECTION("nor after the end") {
        year.latest_return_on = {2027, 8, 1};
        CHECK(first_error(year) == "ends_on: wrong_day_order");
    }
    SECTION("holidays have both their days") {
        year.summer_until.reset();
        CHECK(first_error(year) == "summer_until: required");
    }
    SECTION("in their order") {
        year.summer_until = {2027, 7, 1};
        CHECK(first_error(year) == "summer_until: wrong_day_order");
    }
    SECTION("and begin within the year") {
        year.summer_from = {2027, 8, 2};
        CHECK(first_error(year) == "summer_from: wrong_day_order");
    }
    SECTION("another year's days are not this one's") {
        year.starts_on = {2025, 8, 1};
        CHECK(first_error(year) == "starts_on: other_school_year");
    }
}

TEST_CASE("days are counted over months, years and leap days", "[core]") {
    CHECK(to_iso(add_days({2028, 2, 28}, 1)) == "2028-02-29");
    CHECK(to_iso(add_days({2027, 1, 1}, -1)) == "2026-12-31");
    CHECK(weekday_of({2026, 11, 27}) == 5);
    CHECK(weekday_of({2026, 11, 29}) == 7);
}

TEST_CASE("a school year runs from its first day to its last", "[school_years]") {
    SchoolYear const year = usual_school_year(2026);
    CHECK(phase_of(year, {2026, 7, 31}) == SchoolYearPhase::coming);
    CHECK(phase_of(year, {2026, 8, 1}) == SchoolYearPhase::running);
    CHECK(phase_of(year, {2027, 7, 31}) == SchoolYearPhase::running);
    CHECK(phase_of(year, {2027, 8, 1}) == SchoolYearPhase::past);
}
