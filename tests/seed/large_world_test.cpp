#include "server/db/check_store.hpp"
#include "server/people/people_store.hpp"
#include "server/seed/seed.hpp"
#include "tests/seed/table_dump.hpp"
#include "tests/support/temp_database.hpp"

#include <catch_amalgamated.hpp>

namespace schulkit {
namespace {

std::int64_t count(Database& database, std::string_view sql) {
    return database.read([&](Tx& tx) { return *find_row<std::int64_t>(tx, sql); });
}

} // namespace

TEST_CASE("a large world has as many devices as asked for, in all schools", "[seed]") {
    test::TempDatabase const database{seed_clock()};
    REQUIRE(seed_large(*database, 1'500));
    CHECK(count(*database, "select count(*) from assets where kind = 'device'") == 1'500);
    CHECK(count(*database, "select count(distinct school_code) from assets where kind = 'device'") == 22);
    CHECK(count(*database, "select count(distinct category) from assets where kind = 'device'") == 11);
    CHECK(count(*database, "select count(*) from people where is_demo = 1") == 5);
    CHECK(database->read([](Tx& tx) { return find_broken_rules(tx); }).empty());
}

TEST_CASE("a large world is the same each time, whatever the clock says", "[seed]") {
    test::TempDatabase const one{seed_clock()};
    test::TempDatabase const other{[] { return Instant{5}; }};
    REQUIRE(seed_large(*one, 700));
    REQUIRE(seed_large(*other, 700));
    auto const expected = one->read([](Tx& tx) { return test::dump_tables(tx); });
    CHECK(other->read([](Tx& tx) { return test::dump_tables(tx); }) == expected);
}

TEST_CASE("a world larger than the demo county fills the same rooms, but room 204 has its one projector",
          "[seed]") {
    test::TempDatabase const database{seed_clock()};
    std::vector<std::int64_t> steps;
    REQUIRE(seed_large(*database, 6'500, [&](std::int64_t stored) { steps.push_back(stored); }));
    CHECK(steps == std::vector<std::int64_t>{5'000, 6'500});
    CHECK(count(*database, "select count(*) from assets where kind = 'device'") == 6'500);
    CHECK(count(*database, "select count(*) from assets where school_code = 'GYM-03' and room = '204'"
                           " and category in ('Beamer', 'Interaktive Tafel')") == 1);
    CHECK(count(*database, "select count(*) from assets where tag = 'BEA0204' and room = '204'"
                           " and school_code = 'GYM-03'") == 1);
    CHECK(count(*database, "select count(*) from assets where kind = 'device' and tag glob '*[YZ-]*'") == 0);
    CHECK(count(*database, "select count(*) from assets where kind = 'service'") < 1'300);
}

TEST_CASE("a world of one device is the demo projector, and a world of none is refused", "[seed]") {
    test::TempDatabase const database{seed_clock()};
    auto const none = seed_large(*database, 0);
    REQUIRE_FALSE(none);
    CHECK(none.error().fields == std::vector<FieldError>{{"assets", "out_of_range"}});
    REQUIRE(seed_large(*database, 1));
    CHECK(count(*database, "select count(*) from assets where tag = 'BEA0204'") == 1);
    CHECK(count(*database, "select count(*) from assets where kind = 'device'") == 1);
}

} // namespace schulkit
