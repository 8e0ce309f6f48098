#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

std::int64_t found_by_code(County const& county, std::string const& code) {
    return county.get("coordinator", "/api/lookup/" + percent_encode(code)).number("id");
}

} // namespace

TEST_CASE("a scan finds a device by tag, serial number and label", "[assets][lookup]") {
    County county;
    std::int64_t const id =
        county.add_asset({{"tag", "BEA0204"}, {"name", "Beamer"}, {"serial", "DMPX7Q1AB2"}, {"school_code", "GYM-03"}});
    for (char const* code : {"BEA0204", "bea0204", " BEA 0204 ", "DMPX7Q1AB2", "dmpx7q1ab2", "SDMPX7Q1AB2",
                             "https://schulkit.example/g/BEA0204", "http://alt.example:8080/sub/g/bea0204/?x=1#y"}) {
        INFO(code);
        CHECK(found_by_code(county, code) == id);
    }
    Reply const answer = county.get("teacher", "/api/lookup/BEA0204");
    CHECK(answer.word("kind") == "asset");
    CHECK(answer.word("tag") == "BEA0204");
    for (char const* code : {"BEA020", "X", "S", "https://", "https://x/", "%"}) {
        INFO(code);
        CHECK(county.get("coordinator", "/api/lookup/" + percent_encode(code)).status == 404);
    }
}

TEST_CASE("an exact tag wins over a serial number", "[assets][lookup]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"serial", "4711"}});
    std::int64_t const tagged = county.add_asset({{"tag", "4711"}, {"name", "PC"}});
    CHECK(found_by_code(county, "4711") == tagged);
}

TEST_CASE("a code with a slash in it is one code", "[assets][lookup]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "PC/12"}, {"name", "PC"}});
    CHECK(found_by_code(county, "PC/12") == id);
    CHECK(county.get("coordinator", "/api/lookup/PC/12").number("id") == id);
}

TEST_CASE("the label's address leads into the application and tells nothing", "[assets][lookup]") {
    County county;
    county.add_asset({{"tag", "BEA0204"}, {"name", "Beamer"}});
    for (char const* tag : {"BEA0204", "NEVERSEEN"}) {
        Reply const answer = county.get("", std::string{"/g/"} + tag);
        CHECK(answer.status == 302);
        CHECK(answer.raw.header("Location") == std::string{"/#/g/"} + tag);
    }
}
