#include "server/assets/asset_search_store.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

#include <set>

using namespace schulkit;
using namespace schulkit::test;

namespace {

std::vector<std::string> tags_of(Reply const& reply) {
    std::vector<std::string> tags;
    for (Json const& item : reply.body["items"]) tags.push_back(item["tag"].get<std::string>());
    return tags;
}

std::vector<std::string> found(County const& county, std::string const& words, std::string const& more = {}) {
    return tags_of(county.get("coordinator", "/api/assets?q=" + percent_encode(words) + more));
}

using Tags = std::vector<std::string>;

} // namespace

TEST_CASE("devices are found by parts of their words, tag, serial number and room", "[assets][search]") {
    County county;
    county.add_asset({{"tag", "BEA0204"}, {"name", "Beamer EB-992F"}, {"manufacturer", "Epson"}, {"serial", "X5TL9"},
                      {"school_code", "GYM-03"}, {"room", "204"}});
    county.add_asset({{"tag", "TUR0001"}, {"name", "Türöffner Größe L"}, {"school_code", "GYM-03"}, {"room", "Aula"}});

    CHECK(found(county, "beamer") == Tags{"BEA0204"});
    CHECK(found(county, "EAMER eps") == Tags{"BEA0204"});
    CHECK(found(county, "tueroeffner") == Tags{"TUR0001"});
    CHECK(found(county, "türÖ GROSS") == Tags{});
    CHECK(found(county, "türÖ GROESSE") == Tags{"TUR0001"});
    CHECK(found(county, "5tl9") == Tags{"BEA0204"});
    CHECK(found(county, "0204") == Tags{"BEA0204"});
    CHECK(found(county, "beamer türöffner") == Tags{});
}

TEST_CASE("one and two characters find beginnings of words", "[assets][search]") {
    County county;
    county.add_asset({{"tag", "BEA1"}, {"name", "Beamer EB-9"}, {"room", "12"}});
    county.add_asset({{"tag", "PC2"}, {"name", "Rechner"}, {"room", "3"}});
    CHECK(found(county, "be") == Tags{"BEA1"});
    CHECK(found(county, "9") == Tags{"BEA1"});
    CHECK(found(county, "r") == Tags{"PC2"});
    CHECK(found(county, "ea") == Tags{});
    CHECK(found(county, "12") == Tags{"BEA1"});
    CHECK(found(county, "be rec") == Tags{});
    CHECK(found(county, "r pc2") == Tags{"PC2"});
}

TEST_CASE("signs that a search language would know are only signs", "[assets][search]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "Kabel \"HDMI\" 100% (neu)*"}});
    CHECK(found(county, "\"hdmi\"") == Tags{"A1"});
    CHECK(found(county, "100%") == Tags{"A1"});
    CHECK(found(county, "(neu)*") == Tags{"A1"});
    CHECK(found(county, "abc\" or \"neu") == Tags{});
    CHECK(found(county, "*") == Tags{});
    CHECK(found(county, "NOT") == Tags{});
    CHECK(found(county, "   ").size() == 1);
}

TEST_CASE("of very many words the first count, each once", "[assets][search]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "Beamer"}});
    Access const access{.person = county.person("coordinator"), .role = schulkit::Role::coordinator, .scope = Scope::county};
    auto const hits = [&](std::string words) {
        AssetQuery const query{.q = std::move(words)};
        return county.database().read([&](Tx& tx) { return list_assets(tx, access, query); })->items.size();
    };
    std::string many;
    for (int i = 0; i < 2000; ++i) many += "beamer be ";
    CHECK(hits(many) == 1);
    CHECK(hits(many + "drucker") == 0);
    std::string sixteen;
    for (char c = 'a'; c < 'a' + 16; ++c) sixteen += std::string{c} + "12 ";
    county.add_asset({{"tag", "A2"}, {"name", sixteen}});
    CHECK(hits(sixteen + "drucker") == 1);
    CHECK(hits("drucker " + sixteen) == 0);
    // no call of the API comes here with it, yet it must not break the index
    CHECK(hits(std::string{"bea\0mer", 7}) == 1);
    CHECK(hits(std::string{"\0\1", 2}) == 0);
}

TEST_CASE("a changed device is found by its new words and no more by the old ones", "[assets][search]") {
    County county;
    std::int64_t const id = county.add_asset({{"tag", "A1"}, {"name", "Beamer"}});
    county.patch("coordinator", "/api/assets/" + std::to_string(id), {{"name", "Projektor"}, {"tag", "B7"}});
    CHECK(found(county, "beamer") == Tags{});
    CHECK(found(county, "projektor") == Tags{"B7"});
    CHECK(county.get("coordinator", "/api/lookup/A1").status == 404);
    CHECK(county.get("coordinator", "/api/lookup/b7").status == 200);
}

TEST_CASE("pages follow each other without gaps or repeats, in every order", "[assets][search]") {
    County county;
    std::set<std::string> all;
    for (int i = 0; i < 23; ++i) {
        std::string const tag = "T" + std::to_string(100 + i);
        Json asset{{"tag", tag}, {"name", i % 3 == 0 ? "Beamer" : "PC"}};
        if (i % 2 == 0) asset["room"] = std::to_string(i % 5);
        if (i % 4 != 0) asset["school_code"] = i % 4 == 1 ? "GYM-03" : "GYM-04";
        county.add_asset(asset);
        all.insert(tag);
    }
    for (std::string const sort : {"tag", "-tag", "name", "-name", "room", "-room", "school_code", "-school_code",
                                   "category", "status"}) {
        INFO(sort);
        std::set<std::string> seen;
        std::string cursor;
        int pages = 0;
        do {
            Reply const page =
                county.get("coordinator", "/api/assets?limit=5&sort=" + sort + (cursor.empty() ? "" : "&cursor=" + cursor));
            REQUIRE(page.status == 200);
            CHECK(page.number("total") == 23);
            for (std::string const& tag : tags_of(page)) CHECK(seen.insert(tag).second);
            cursor = page.word("next_cursor");
            ++pages;
        } while (!cursor.empty());
        CHECK(seen == all);
        CHECK(pages == 5);
    }
}

TEST_CASE("filters narrow together", "[assets][search]") {
    County county;
    county.add_asset({{"tag", "A1"}, {"name", "Beamer"}, {"category", "Projektor"}, {"school_code", "GYM-03"}, {"room", "1"}});
    county.add_asset({{"tag", "A2"}, {"name", "Beamer"}, {"category", "Projektor"}, {"school_code", "GYM-04"}, {"room", "1"}});
    county.add_asset({{"tag", "A3"}, {"name", "Beamer"}, {"category", "Projektor"}, {"school_code", "GYM-03"}, {"status", "retired"}});
    CHECK(found(county, "beamer", "&school_code=GYM-03") == Tags{"A1", "A3"});
    CHECK(found(county, "", "&category=Projektor&status=retired") == Tags{"A3"});
    CHECK(found(county, "", "&room=R%201&school_code=GYM-04") == Tags{"A2"});
}

TEST_CASE("a bad limit, sort, cursor or status is named", "[assets][search]") {
    County county;
    for (auto const& [query, field] : {std::pair{"limit=0", "limit"}, {"limit=201", "limit"}, {"limit=x", "limit"},
                                       {"sort=colour", "sort"}, {"cursor=%00", "cursor"}, {"cursor=abc", "cursor"},
                                       {"status=broken", "status"}}) {
        INFO(query);
        Reply const refused = county.get("coordinator", std::string{"/api/assets?"} + query);
        CHECK(refused.status == 422);
        CHECK_FALSE(refused.error_on(field).empty());
    }
    county.add_asset({{"tag", "A1"}, {"name", "PC"}});
    county.add_asset({{"tag", "A2"}, {"name", "PC"}});
    std::string const cursor = county.get("coordinator", "/api/assets?limit=1").word("next_cursor");
    REQUIRE_FALSE(cursor.empty());
    CHECK(county.get("coordinator", "/api/assets?limit=1&sort=name&cursor=" + cursor).error_on("cursor") == "bad_cursor");
}

TEST_CASE("a word that very many devices have is counted to a thousand and pages all the same", "[assets][search]") {
    County county;
    auto const filled = county.database().write({}, [](WriteTx& tx) -> Result<Done> {
        for (int i = 0; i < 6000; ++i) {
            std::string const number = std::to_string(10'000 + i);
            TRY(execute(tx, "insert into assets (kind, tag, name, category, status) values"
                            " ('device', ?1, 'Tablet', 'Sonstiges', 'in_use')", "T" + number));
            TRY(execute(tx, "insert into asset_texts (asset_id, text) values (last_insert_rowid(), ?1)",
                        "t" + number + " tablet sonstiges"));
        }
        return Done{};
    });
    REQUIRE(filled);
    for (char const* words : {"tablet", "t", "tab"}) {
        INFO(words);
        Reply const page = county.get("coordinator", std::string{"/api/assets?limit=3&q="} + words);
        CHECK(page.number("total") == 1000);
        CHECK(page.body["total_is_exact"] == false);
        CHECK(tags_of(page) == Tags{"T10000", "T10001", "T10002"});
        Reply const next = county.get("coordinator", std::string{"/api/assets?limit=3&q="} + words +
                                                         "&cursor=" + page.word("next_cursor"));
        CHECK(tags_of(next) == Tags{"T10003", "T10004", "T10005"});
    }
    CHECK(found(county, "t15999") == Tags{"T15999"});
    Reply const all = county.get("coordinator", "/api/assets");
    CHECK(all.number("total") == 6000);
    CHECK(all.body["total_is_exact"] == true);
}
