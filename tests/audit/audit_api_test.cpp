#include "server/people/people_store.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("each change leaves who, when, what was before and what is now", "[audit]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"notes", "alt"}});
    county.wait_ms(5000);
    county.patch("technician", "/api/assets/" + std::to_string(id), {{"room", "R 7"}, {"notes", "neu"}});
    Reply const log = county.get("coordinator", "/api/audit?entity=asset&id=" + std::to_string(id));
    REQUIRE(log.number("total") == 2);
    Json const& change = log.body["items"][0];
    CHECK(change["actor"] == "technician");
    CHECK(change["action"] == "update");
    CHECK(change["before"] == Json{{"room", nullptr}, {"notes", "alt"}});
    CHECK(change["after"] == Json{{"room", "7"}, {"notes", "neu"}});
    CHECK(log.body["items"][1]["action"] == "create");
    CHECK(log.body["items"][1]["at"] != change["at"]);
}

TEST_CASE("the log itself holds no name and no free text", "[audit]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"notes", "SECRETNOTE"}, {"school_code", "GYM-03"}});
    county.post("teacher", "/api/tickets", {{"asset_code", "A1"}, {"title", "SECRETTITLE"}, {"description", "SECRETTEXT"}});
    auto const words = county.database().read([](Tx& tx) {
        std::string all;
        for (std::string const& row : rows<std::string>(tx, "select before || after from audit_log")) all += row;
        return all;
    });
    for (char const* word : {"SECRET", "teacher"}) // "coordinator" is a role too
        CHECK(words.find(word) == std::string::npos);
    // erasing the words leaves the log whole
    auto const erased =
        county.database().write({}, [](WriteTx& tx) { return execute(tx, "delete from audit_texts"); });
    REQUIRE(erased);
    CHECK(county.get("coordinator", "/api/audit?entity=asset&id=" + std::to_string(id)).number("total") == 1);
}

TEST_CASE("the log is never changed and never shortened", "[audit]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}});
    for (char const* sql : {"update audit_log set actor_id = 0", "delete from audit_log"}) {
        auto const forced = county.database().write({}, [&](WriteTx& tx) { return execute(tx, sql); });
        REQUIRE_FALSE(forced);
        CHECK(forced.error().code.starts_with("never_"));
    }
}

TEST_CASE("the auditor reads the log without people's names", "[audit][access]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-03"}});
    county.post("teacher", "/api/tickets", {{"asset_code", "A1"}, {"title", "x"}});
    Reply const log = county.get("auditor", "/api/audit?limit=200");
    CHECK(log.status == 200);
    CHECK(log.number("total") > 2);
    for (Json const& entry : log.body["items"]) {
        CHECK(entry["actor"].is_null());
        for (char const* side : {"before", "after"})
            for (char const* name : {"username", "reporter", "assignee", "author"}) CHECK_FALSE(entry[side].contains(name));
        if (entry["entity"] == "ticket") CHECK_FALSE(entry["after"].contains("title")); // may name people
    }
}

TEST_CASE("the log of people is for who sees the whole county", "[audit][access]") {
    County county;
    CHECK(county.get("coordinator", "/api/audit?entity=person").number("total") > 0);
    CHECK(county.get("station_technician", "/api/audit?entity=person").number("total") == 0);
}

TEST_CASE("the school that a device leaves is told of it", "[audit]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-03"}});
    std::string const since = "/api/changes?since=" + std::to_string(county.database().last_change());
    CHECK(county.patch("coordinator", "/api/assets/" + std::to_string(id), {{"school_code", "GYM-04"}}).status == 200);
    for (char const* who : {"teacher", "other_teacher"}) {
        Reply const news = county.get(who, since);
        REQUIRE(news.body["items"].size() == 1);
        CHECK(news.body["items"][0]["entity_id"] == id);
    }
}

TEST_CASE("a technician of one school is told nothing of other schools and of people", "[audit][access]") {
    County county;
    std::int64_t const here = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-03"}});
    std::string const since = "/api/changes?since=" + std::to_string(county.database().last_change());
    auto const told = [&](std::string const& who) {
        std::vector<std::string> words;
        Reply const news = county.get(who, since);
        for (Json const& item : news.body["items"])
            words.push_back(item["entity"].get<std::string>() + ' ' + item["action"].get<std::string>() + ' ' +
                            std::to_string(item["entity_id"].get<std::int64_t>()));
        return words;
    };
    std::int64_t const there = county.add_asset({{"tag", "A2"}, {"name", "PC"}, {"school_code", "GYM-04"}});
    Reply const ticket = county.post("other_teacher", "/api/tickets", {{"asset_code", "A2"}, {"title", "x"}});
    std::string const ticket_path = "/api/tickets/" + std::to_string(ticket.number("id"));
    CHECK(county.post("other_teacher", ticket_path + "/comments", {{"text", "y"}}).status == 201);
    CHECK(county.patch("coordinator", "/api/assets/" + std::to_string(there), {{"notes", "z"}}).status == 200);
    auto const added = county.database().write({}, [](WriteTx& tx) {
        return create_person(tx, {.username = "neu", .role = Role::school_staff, .school_codes = {"GYM-03"}});
    });
    REQUIRE(added);
    CHECK(told("coordinator").size() == 5);
    CHECK(told("station_technician").empty());
    CHECK(told("technician").size() == 4); // the whole county, but no people
    CHECK(told("teacher").empty());
    // what belongs to the school, to nobody, or did until now
    std::int64_t const stock = county.add_asset({{"tag", "A3"}, {"name", "PC"}});
    for (std::int64_t const id : {here, stock})
        CHECK(county.patch("coordinator", "/api/assets/" + std::to_string(id), {{"school_code", "GYM-04"}}).status == 200);
    CHECK(told("station_technician") == std::vector<std::string>{"asset create " + std::to_string(stock),
                                                                 "asset update " + std::to_string(here),
                                                                 "asset update " + std::to_string(stock)});
}

TEST_CASE("a failed change leaves no trace in the log", "[audit]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "PC"}});
    std::int64_t const before = county.database().last_change();
    CHECK(county.post("coordinator", "/api/assets", {{"tag", "a1"}, {"name", "PC"}}).status == 409);
    CHECK(county.database().last_change() == before);
    CHECK(county.get("coordinator", "/api/categories").number("total") == 1);
}

TEST_CASE("open screens are told what changed after their last look", "[audit]") {
    County county;
    std::int64_t const start = county.get("coordinator", "/api/changes").number("last");
    Reply const nothing = county.get("coordinator", "/api/changes?since=" + std::to_string(start));
    CHECK(nothing.body["items"].empty());
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "PC"}, {"school_code", "GYM-04"}});
    Reply const news = county.get("coordinator", "/api/changes?since=" + std::to_string(start));
    REQUIRE(news.body["items"].size() == 1);
    CHECK(news.body["items"][0]["entity"] == "asset");
    CHECK(news.body["items"][0]["entity_id"] == id);
    CHECK(news.number("last") == county.database().last_change());
    // another school hears nothing of it
    CHECK(county.get("teacher", "/api/changes?since=" + std::to_string(start)).body["items"].empty());
    std::string const etag{news.raw.header("ETag")};
    REQUIRE_FALSE(etag.empty());
    Reply const again = county.send_bytes("coordinator", "GET", "/api/changes?since=" + std::to_string(start), {},
                                          {{"If-None-Match", etag}});
    CHECK(again.status == 304);
}
