#include "tests/stock/stock_samples.hpp"

#include <catch_amalgamated.hpp>

#include <atomic>
#include <thread>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("what is bought lies in the store, goes into a kit and comes back", "[stock]") {
    StockCounty county;
    Reply const bought = county.move("bought", 20, {{"store_id", county.store}, {"note", "Rechnung 4711"}});
    REQUIRE(bought.status == 201);
    CHECK(bought.number("stock_change") == 20);
    CHECK(bought.word("store_name") == "Zentrallager");
    CHECK(bought.word("moved_by") == "technician");
    CHECK(county.in_stock() == 20);

    REQUIRE(county.move("into_kit", 3, county.of_both(county.kit)).status == 201);
    CHECK(county.in_stock() == 17);
    CHECK(county.in_kit(county.kit) == 3);
    CHECK(county.now(county.kit).number("missing") == 4); // the devices
    REQUIRE(county.move("out_of_kit", 1, county.of_both(county.kit)).status == 201);
    CHECK(county.in_stock() == 18);
    CHECK(county.in_kit(county.kit) == 2);
    REQUIRE(county.move("discarded", 1, county.of_kit(county.kit)).status == 201);
    CHECK(county.in_kit(county.kit) == 1);
    CHECK(county.in_stock() == 18);
    REQUIRE(county.move("lost", 2, county.of_store()).status == 201);
    CHECK(county.in_stock() == 16);
    REQUIRE(county.move("counted", 15, county.of_store()).number("stock_change") == -1);
    CHECK(county.in_stock() == 15);

    Reply const moves = county.get("auditor", "/api/stock-moves");
    CHECK(moves.number("total") == 6);
    CHECK(moves.body["items"][0]["kind"] == "counted");
    CHECK(moves.body["items"][0]["moved_by"].is_null()); // an auditor reads no names
    Reply const page = county.get("coordinator", "/api/stock-moves?limit=4");
    REQUIRE(page.body["items"].size() == 4);
    Reply const rest = county.get("coordinator", "/api/stock-moves?limit=4&cursor=" + page.word("next_cursor"));
    CHECK(rest.body["items"].size() == 2);
    CHECK(rest.body["items"][1]["note"] == "Rechnung 4711");
    CHECK(county.get("coordinator", "/api/stock-moves?kit_id=" + std::to_string(county.kit.number("id"))).number("total") == 3);
}

TEST_CASE("each movement is in the log with its note, and in the kit's history", "[stock]") {
    StockCounty county;
    county.buy(5);
    REQUIRE(county.move("into_kit", 2, {{"store_id", county.store}, {"kit_id", county.kit.number("id")}, {"note", "ergänzt"}}).status == 201);
    Json const moved = county.get("coordinator", "/api/audit?entity=stock_move").body["items"][0];
    CHECK(moved["after"]["kind"] == "into_kit");
    CHECK(moved["after"]["kit_change"] == 2);
    CHECK(moved["after"]["note"] == "ergänzt");
    CHECK(moved["actor"] == "technician");
    Json const told = county.get("coordinator", "/api/audit?entity=kit&id=" + std::to_string(county.kit.number("id"))).body["items"][0];
    CHECK(told["before"] == Json{{"accessories", {{"Stift", 0}}}});
    CHECK(told["after"] == Json{{"accessories", {{"Stift", 2}}}, {"reason", "ergänzt"}});
}

TEST_CASE("nothing goes out of a store or a kit that is not there", "[stock]") {
    StockCounty county;
    county.buy(2);
    std::int64_t const before = county.database().last_change();
    Reply const refused = county.move("into_kit", 3, county.of_both(county.kit));
    CHECK(refused.status == 409);
    CHECK(refused.code() == "stock_too_low");
    CHECK(refused.number("quantity") == 2);
    CHECK(county.move("lost", 3, county.of_store()).code() == "stock_too_low");
    Reply const fewer = county.move("out_of_kit", 1, county.of_both(county.kit));
    CHECK(fewer.code() == "kit_has_fewer");
    CHECK(fewer.number("quantity") == 0);
    CHECK(county.database().last_change() == before);
    CHECK(county.in_stock() == 2);
    CHECK(county.in_kit(county.kit) == 0);
}

TEST_CASE("what is no movement is refused field by field", "[stock]") {
    StockCounty county;
    county.buy(2);
    std::int64_t const before = county.database().last_change();
    CHECK(county.move("bought", 1).error_on("store_id") == "required");
    CHECK(county.move("into_kit", 1, county.of_store()).error_on("kit_id") == "required");
    CHECK(county.move("lost", 1, county.of_both(county.kit)).error_on("kit_id") == "not_both");
    CHECK(county.move("bought", 0, county.of_store()).error_on("quantity") == "out_of_range");
    CHECK(county.move("bought", -4, county.of_store()).error_on("quantity") == "out_of_range");
    CHECK(county.move("regrouped", 1, county.of_kit(county.kit)).error_on("kind") == "not_allowed");
    CHECK(county.move("bought", 1, {{"store_id", 99}}).error_on("store_id") == "unknown_store");
    CHECK(county.move("lost", 1, {{"kit_id", 99}}).error_on("kit_id") == "unknown_kit");
    CHECK(county.move("lost", 1, {{"kit_id", county.kit.number("id")}, {"label", "Maus"}}).error_on("label") == "unknown_accessory");
    CHECK(county.move("lost", 1, {{"store_id", county.store}, {"label", "Maus"}}).error_on("label") == "unknown_accessory");
    CHECK(county.move("bought", 1, {{"store_id", county.store}, {"label", " "}}).error_on("label") == "required");
    CHECK(county.database().last_change() == before);
}

TEST_CASE("below the minimum an accessory is on the order list", "[stock]") {
    StockCounty county;
    Reply const line = county.post("coordinator", "/api/stock", {{"store_id", county.store}, {"label", "=Stift \"A\""}, {"minimum", 10}});
    REQUIRE(line.status == 201);
    CHECK(line.number("to_order") == 10);
    CHECK(county.post("coordinator", "/api/stock", {{"store_id", county.store}, {"label", "=STIFT \"a\""}}).error_on("label") == "taken");
    CHECK(county.post("technician", "/api/stock", {{"store_id", county.store}, {"label", "Hub"}}).status == 403);
    county.buy(5);
    Json orders = county.get("technician", "/api/stock?below_minimum=true").body;
    CHECK(orders["total"] == 1);
    CHECK(orders["items"][0]["to_order"] == 10);
    std::string const place = "/api/stock/" + std::to_string(line.number("id"));
    Reply const changed = county.patch("coordinator", place, {{"minimum", 2}, {"version", line.number("version")}});
    REQUIRE(changed.status == 200);
    CHECK(county.patch("coordinator", place, {{"minimum", 3}, {"version", line.number("version")}}).code() == "stale");
    CHECK(county.patch("coordinator", place, {{"minimum", -1}}).error_on("minimum") == "out_of_range");
    CHECK(county.patch("coordinator", place, {{"label", "Hub"}}).error_on("label") == "is_fixed");
    CHECK(county.patch("coordinator", place, {{"quantity", 500}}).status != 500);

    Reply const csv = county.get("technician", "/api/order-list.csv");
    REQUIRE(csv.status == 200);
    CHECK(csv.raw.content_type == "text/csv; charset=utf-8");
    CHECK(csv.text == "\xEF\xBB\xBF\"Lager\";\"Zubehör\";\"Bestand\";\"Mindestbestand\";\"Zu bestellen\"\r\n"
                      "\"Zentrallager\";\"'=Stift \"\"A\"\"\";0;2;2\r\n");
    CHECK(county.get("coordinator", "/api/order-list.csv?language=en").text.find("To order") != std::string::npos);
    CHECK(county.get("teacher", "/api/order-list.csv").status == 403);
}

TEST_CASE("stores have names of their own", "[stock]") {
    StockCounty county;
    Reply const store = county.post("coordinator", "/api/stores", {{"name", "Lager Nord"}});
    REQUIRE(store.status == 201);
    CHECK(county.post("coordinator", "/api/stores", {{"name", "LAGER nord"}}).error_on("name") == "taken");
    CHECK(county.post("technician", "/api/stores", {{"name", "Keller"}}).status == 403);
    std::string const place = "/api/stores/" + std::to_string(store.number("id"));
    CHECK(county.patch("coordinator", place, {{"name", "Lager Süd"}}).word("name") == "Lager Süd");
    CHECK(county.patch("coordinator", "/api/stores/99", {{"name", "x"}}).status == 404);
    // each has its own line
    REQUIRE(county.move("bought", 4, {{"store_id", store.number("id")}}).status == 201);
    CHECK(county.in_stock() == -1);
    CHECK(county.get("coordinator", "/api/stock?store_id=" + std::to_string(store.number("id"))).number("total") == 1);
}

TEST_CASE("of forty who take the last ten at one moment ten succeed", "[stock]") {
    StockCounty county;
    county.buy(10);
    std::atomic<int> moved{0}, refused{0}, other{0};
    std::atomic<bool> go{false};
    std::vector<std::thread> hands;
    for (int i = 0; i < 40; ++i)
        hands.emplace_back([&, i] {
            while (!go) std::this_thread::yield();
            Reply const answer = county.move("into_kit", 1, county.of_both(i % 2 == 0 ? county.kit : county.second));
            if (answer.status == 201)
                ++moved;
            else if (answer.code() == "stock_too_low")
                ++refused;
            else
                ++other;
        });
    go = true;
    for (std::thread& hand : hands) hand.join();
    CHECK(moved == 10);
    CHECK(refused == 30);
    CHECK(other == 0);
    CHECK(county.in_stock() == 0);
    CHECK(county.in_kit(county.kit) + county.in_kit(county.second) == 10);
}

TEST_CASE("no statement changes a number past its movements", "[stock]") {
    StockCounty county;
    county.buy(4);
    REQUIRE(county.move("into_kit", 2, county.of_both(county.kit)).status == 201);
    auto const refused_as = [&](std::string const& sql) {
        auto const done = county.database().write(county.person("admin"), [&](WriteTx& tx) { return execute(tx, sql); });
        return done ? std::string{"done"} : done.error().code;
    };
    CHECK(refused_as("update stock_lines set quantity = 400") == "only_by_movement");
    CHECK(refused_as("update kit_accessories set quantity = 3 where quantity = 2") == "only_by_movement");
    CHECK(refused_as("insert into stock_lines (store_id, label, label_key, quantity) values (1, 'x', 'x', 7)") == "only_by_movement");
    CHECK(refused_as("update stock_moves set stock_change = 9") == "moves_do_not_change");
    CHECK(refused_as("delete from stock_moves") == "never_deleted");
    CHECK(refused_as("delete from stock_lines") == "never_deleted");
    CHECK(refused_as("delete from stores") == "never_deleted");
    CHECK(refused_as("insert into stock_moves (kind, stock_line_id, label, stock_change, moved_at) values ('lost', 1, 'Stift', -3, 1)") ==
          "stock_too_low");
    // what kinds there are holds, too
    CHECK(refused_as("insert into stock_moves (kind, stock_line_id, label, stock_change, moved_at) values ('lost', 1, 'Stift', 3, 1)") !=
          "done");
    CHECK(refused_as("update stock_moves set note = null") == "done"); // a note can be erased
    CHECK(county.in_stock() == 2);
    CHECK(county.in_kit(county.kit) == 2);
}

TEST_CASE("a count at the kit is a movement, and what is missing at the check was lost in the loan", "[stock]") {
    StockCounty county;
    county.prepare(county.kit, "P");
    CHECK(county.in_kit(county.kit) == 3);
    Json moves = county.get("coordinator", "/api/stock-moves").body["items"];
    REQUIRE(moves.size() == 1);
    CHECK(moves[0]["kind"] == "counted");
    CHECK(moves[0]["kit_change"] == 3);

    county.meet_requirements(LoanCounty::gym_03);
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    REQUIRE(county.step(loan, "approve").status == 200);
    Json const all = Json::array({"P1", "P2", "P3", "PK"});
    REQUIRE(county.step(loan, "hand-over", {{"scanned", all}}).status == 200);
    REQUIRE(county.step(loan, "take-back").status == 200);
    REQUIRE(county.step(loan, "check-in",
                        {{"scanned", all}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})}})
                .status == 200);
    CHECK(county.in_kit(county.kit) == 1);
    moves = county.get("coordinator", "/api/stock-moves").body["items"];
    REQUIRE(moves.size() == 2);
    CHECK(moves[0]["kind"] == "lost");
    CHECK(moves[0]["kit_change"] == -2);
    CHECK(moves[0]["loan_id"] == loan.number("id"));
}

TEST_CASE("an open session keeps accessories in the kit", "[stock]") {
    StockCounty county;
    county.prepare(county.kit, "P");
    county.buy(5);
    county.meet_requirements(LoanCounty::gym_03);
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    REQUIRE(county.step(loan, "approve").status == 200);
    Reply const session = county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", {loan.number("id")}}});
    REQUIRE(session.status == 201);
    CHECK(county.move("out_of_kit", 1, county.of_both(county.kit)).code() == "in_open_session");
    CHECK(county.move("into_kit", 1, county.of_both(county.kit)).code() == "in_open_session");
    CHECK(county.in_stock() == 5);
    CHECK(county.in_kit(county.kit) == 3);
}

TEST_CASE("schools see nothing of the stock", "[stock]") {
    StockCounty county;
    for (char const* who : {"teacher", "contact"})
        for (char const* what : {"/api/stock", "/api/stores", "/api/stock-moves", "/api/order-list.csv"})
            CHECK(county.get(who, what).status == 403);
    CHECK(county.move("bought", 1, county.of_store(), "contact").status == 403);
    CHECK(county.move("bought", 1, county.of_store(), "auditor").status == 403);
}

TEST_CASE("accessories of a lent kit change with its loan, not by the store", "[stock]") {
    StockCounty county;
    county.buy(20);
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.kit, "A");
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    county.must_be(200, county.step(loan, "approve"));
    county.must_be(200, county.step(loan, "hand-over",
                                    {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "L"}, {"function", "SL"}}}}, "technician"));
    CHECK(county.move("into_kit", 4, county.of_both(county.kit)).code() == "kit_is_out");
    CHECK(county.move("lost", 1, StockCounty::of_kit(county.kit)).code() == "kit_is_out");
    CHECK(county.in_stock() == 20);
    CHECK(county.in_kit(county.kit) == 3);
}
