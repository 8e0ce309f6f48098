#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("only tag and name are needed to add a device", "[assets]") {
    County county;
    Reply const made = county.post("coordinator", "/api/assets", {{"tag", "BEA1"}, {"name", "Beamer"}});
    CHECK(made.status == 201);
    CHECK(made.word("category") == "Sonstiges");
    CHECK(made.number("version") == 1);
    Reply const read = county.get("coordinator", "/api/assets/" + std::to_string(made.number("id")));
    CHECK(read.status == 200);
    CHECK(read.body == made.body);
}

TEST_CASE("a device without tag and name is refused, each field named, and nothing is stored", "[assets]") {
    County county;
    Reply const refused = county.post("coordinator", "/api/assets", {{"tag", " "}, {"price_cents", -1}});
    CHECK(refused.status == 422);
    CHECK(refused.error_on("tag") == "required");
    CHECK(refused.error_on("name") == "required");
    CHECK(refused.error_on("price_cents") == "out_of_range");
    CHECK(county.get("coordinator", "/api/assets").number("total") == 0);
}

TEST_CASE("a tag exists once, in whatever capitals", "[assets]") {
    County county;
    county.add_asset({{"tag", "BEA0204"}, {"name", "Beamer"}});
    Reply const second = county.post("coordinator", "/api/assets", {{"tag", "bea 0204"}, {"name", "Beamer"}});
    CHECK(second.status == 409);
    CHECK(second.code() == "taken");
    CHECK(second.error_on("tag") == "taken");
}

TEST_CASE("a serial number belongs to one device", "[assets]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"serial", "SN-1"}});
    std::int64_t const other = county.add_asset({{"tag", "A2"}, {"name", "PC"}});
    Reply const taken = county.patch("coordinator", "/api/assets/" + std::to_string(other), {{"serial", "sn-1"}});
    CHECK(taken.status == 409);
    CHECK(taken.error_on("serial") == "taken");
}

TEST_CASE("an unknown school or site is named", "[assets]") {
    County county;
    Reply const school =
        county.post("coordinator", "/api/assets", {{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-99"}});
    CHECK(school.status == 422);
    CHECK(school.error_on("school_code") == "unknown_school");
    Reply const site = county.post("coordinator", "/api/assets",
                                   {{"tag", "A1"}, {"name", "PC"}, {"school_code", "gym-03"}, {"site_code", "X"}});
    CHECK(site.error_on("site_code") == "unknown_site");
    Reply const homeless = county.post("coordinator", "/api/assets", {{"tag", "A1"}, {"name", "PC"}, {"site_code", "H"}});
    CHECK(homeless.error_on("site_code") == "needs_school");
}

TEST_CASE("nobody sets or ends a loan by changing a device", "[assets]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "Tablet"}});
    Reply const set = county.patch("coordinator", "/api/assets/" + std::to_string(id), {{"status", "on_loan"}});
    CHECK(set.status == 422);
    CHECK(set.error_on("status") == "on_loan_follows_from_loan");
    // and the database itself refuses it
    auto const forced = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update assets set status = 'on_loan' where id = ?1", id);
    });
    REQUIRE_FALSE(forced);
    CHECK(forced.error().code == "on_loan_follows_from_loan");
}

TEST_CASE("an asset is never deleted", "[assets]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}});
    auto const deleted = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "delete from assets where id = ?1", id);
    });
    REQUIRE_FALSE(deleted);
    CHECK(deleted.error().code == "never_deleted");
}

TEST_CASE("the second of two people who change a device sees the first one's change", "[assets]") {
    County county;
    std::string const address = "/api/assets/" + std::to_string(county.add_asset({{"tag", "A1"}, {"name", "PC"}}));
    CHECK(county.patch("coordinator", address, {{"room", "R 12"}, {"version", 1}}).status == 200);
    Reply const stale = county.patch("technician", address, {{"name", "Notebook"}, {"version", 1}});
    CHECK(stale.status == 409);
    CHECK(stale.code() == "stale");
    REQUIRE(stale.body.contains("current"));
    CHECK(stale.body["current"]["room"] == "12");
    CHECK(stale.body["current"]["version"] == 2);
    CHECK(county.get("coordinator", address).word("name") == "PC");
    CHECK(county.patch("technician", address, {{"name", "Notebook"}, {"version", 2}}).status == 200);
}

TEST_CASE("a change that changes nothing leaves no trace", "[assets]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"room", "12"}});
    std::int64_t const before = county.database().last_change();
    Reply const same =
        county.patch("coordinator", "/api/assets/" + std::to_string(id), {{"room", "Raum 12"}, {"name", " PC "}});
    CHECK(same.status == 200);
    CHECK(same.number("version") == 1);
    CHECK(county.database().last_change() == before);
}

TEST_CASE("school staff see the devices of their own school only", "[assets][access]") {
    County county;
    std::int64_t const own = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-03"}});
    std::int64_t const other = county.add_asset({{"tag", "A2"}, {"name", "PC"}, {"school_code", "GYM-04"}});
    std::int64_t const depot = county.add_asset({{"tag", "A3"}, {"name", "PC"}});
    CHECK(county.get("teacher", "/api/assets").number("total") == 1);
    CHECK(county.get("teacher", "/api/assets/" + std::to_string(own)).status == 200);
    for (std::int64_t const id : {other, depot}) {
        CHECK(county.get("teacher", "/api/assets/" + std::to_string(id)).status == 404);
    }
    CHECK(county.get("teacher", "/api/assets?school_code=GYM-04").number("total") == 0);
    CHECK(county.get("teacher", "/api/lookup/A2").status == 404);
    CHECK(county.get("teacher", "/api/rooms?school_code=GYM-04").number("total") == 0);
}

TEST_CASE("a technician of a station sees its schools and the depot, and moves nothing away", "[assets][access]") {
    County county;
    std::int64_t const own = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-03"}});
    std::int64_t const other = county.add_asset({{"tag", "A2"}, {"name", "PC"}, {"school_code", "GYM-04"}});
    county.add_asset({{"tag", "A3"}, {"name", "PC"}});
    CHECK(county.get("station_technician", "/api/assets").number("total") == 2);
    CHECK(county.get("technician", "/api/assets").number("total") == 3);
    CHECK(county.get("station_technician", "/api/assets/" + std::to_string(other)).status == 404);
    Reply const moved = county.patch("station_technician", "/api/assets/" + std::to_string(own),
                                     {{"school_code", "GYM-04"}});
    CHECK(moved.status == 422);
    CHECK(county.get("coordinator", "/api/assets/" + std::to_string(own)).word("school_code") == "GYM-03");
}

TEST_CASE("each school has its services, and each room one; they count as no devices", "[assets]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "Beamer"}, {"school_code", "GYM-03"}, {"room", "R 204"}});
    county.add_asset({{"tag", "A2"}, {"name", "Tafel"}, {"school_code", "GYM-03"}, {"room", "Raum 204"}});
    CHECK(county.get("coordinator", "/api/assets").number("total") == 2);
    Reply const services = county.get("teacher", "/api/assets?kind=service&limit=50");
    CHECK(services.number("total") == 6); // five of the school, one of the room
    Reply const rooms = county.get("teacher", "/api/rooms?school_code=GYM-03");
    REQUIRE(rooms.number("total") == 1);
    CHECK(rooms.body["items"][0]["room"] == "204");
    CHECK(rooms.body["items"][0]["assets"] == 2);
}
