#include "shared/core/date.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

TEST_CASE("only days that exist are dates", "[core]") {
    CHECK(parse_iso_date("2024-02-29") == Date{2024, 2, 29});
    CHECK_FALSE(parse_iso_date("2023-02-29"));
    CHECK_FALSE(parse_iso_date("2024-13-01"));
    CHECK_FALSE(parse_iso_date("2024-1-1"));
    CHECK_FALSE(parse_iso_date("0000-01-01"));
    CHECK_FALSE(parse_iso_date("2024-01-01T"));
}

TEST_CASE("moments survive the way to text and back", "[core]") {
    for (char const* text : {"2026-11-24T06:05:04Z", "1969-12-31T23:59:59.999Z", "2000-02-29T00:00:00Z"}) {
        auto const moment = parse_rfc3339(text);
        REQUIRE(moment);
        CHECK(to_rfc3339(*moment) == text);
    }
    CHECK(parse_rfc3339("2026-11-24T06:05:04.5Z")->unix_ms % 1000 == 500);
    CHECK_FALSE(parse_rfc3339("2026-11-24T06:05:04+01:00"));
    CHECK_FALSE(parse_rfc3339("2026-11-24 06:05:04Z"));
    CHECK_FALSE(parse_rfc3339("2026-11-24T24:00:00Z"));
}

TEST_CASE("Berlin changes its clocks on the last Sundays of March and October", "[core]") {
    auto const berlin = [](char const* utc) { return to_berlin(*parse_rfc3339(utc)); };
    CHECK(berlin("2026-03-29T00:59:59Z").minutes == 1 * 60 + 59);
    CHECK(berlin("2026-03-29T01:00:00Z").minutes == 3 * 60);
    CHECK(berlin("2026-10-25T00:59:59Z").minutes == 2 * 60 + 59);
    CHECK(berlin("2026-10-25T01:00:00Z").minutes == 2 * 60);
    CHECK(berlin("2025-03-30T01:00:00Z").minutes == 3 * 60);
    CHECK(berlin("2026-12-31T23:30:00Z").date == Date{2027, 1, 1});
}

TEST_CASE("a time of day in Berlin is one moment, also where the clocks change", "[core]") {
    auto const utc = [](Date const& day, int hours, int minutes) { return to_rfc3339(from_berlin({day, hours * 60 + minutes})); };
    CHECK(utc({2027, 7, 5}, 9, 45) == "2027-07-05T07:45:00Z");
    CHECK(utc({2027, 1, 5}, 0, 30) == "2027-01-04T23:30:00Z");
    CHECK(utc({2026, 3, 29}, 3, 0) == "2026-03-29T01:00:00Z");
    CHECK(utc({2026, 3, 29}, 2, 30) == "2026-03-29T00:30:00Z"); // there is none
    CHECK(utc({2026, 10, 25}, 2, 30) == "2026-10-25T01:30:00Z"); // the later of two
    CHECK(utc({2026, 10, 25}, 1, 59) == "2026-10-24T23:59:00Z");
}
