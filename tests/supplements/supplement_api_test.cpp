#include "tests/loans/lent_samples.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

bool tells(std::vector<std::string> const& actions, std::string const& action) {
    return std::find(actions.begin(), actions.end(), action) != actions.end();
}

struct SwapCounty : LentCounty {
    SwapCounty() { tablet("NEU1"); }
    Reply swap(Json const& body, std::string const& who = "technician") const { return step(loan, "swap", body, who); }
    Reply deliver(Json const& body, std::string const& who = "technician") const { return step(loan, "deliver", body, who); }
};

} // namespace

TEST_CASE("a broken device of a lent kit is swapped for a spare, and everything tells it", "[supplements]") {
    SwapCounty county;
    std::int64_t const old = county.asset("A2")["id"].get<std::int64_t>();
    Reply const loan = county.swap({{"slot", 2}, {"asset_code", "neu1"}, {"old_device", "repair"}, {"reason", "Display gesprungen"}});
    REQUIRE(loan.status == 200);
    CHECK(loan.word("state") == "handed_over");
    Json const spare = county.asset("NEU1");
    CHECK(spare["status"] == "on_loan");
    CHECK(spare["school_code"] == "GYM-03");
    CHECK(county.get("teacher", "/api/assets?q=NEU1").number("total") == 1); // whose staff can report it now
    CHECK(county.asset("A2")["status"] == "in_repair");
    CHECK(county.asset("A2")["school_code"].is_null());
    Json const items = county.items();
    REQUIRE(items.size() == 5);
    CHECK(items[1]["asset_tag"] == "A2");
    CHECK(items[1]["came_back_on"] == "2026-09-21");
    CHECK(items[2]["asset_tag"] == "NEU1");
    CHECK(items[2]["slot"] == 2);
    CHECK(items[2]["came_back_on"].is_null());
    CHECK(county.now(county.kit).body["slots"][1]["asset_tag"] == "NEU1");

    Json const supplements = county.supplements();
    REQUIRE(supplements.size() == 1);
    CHECK(supplements[0]["number"] == 1);
    CHECK(supplements[0]["kind"] == "swap");
    CHECK(supplements[0]["made_on"] == "2026-09-21");
    CHECK(supplements[0]["made_by"] == "technician");
    CHECK(supplements[0]["reason"] == "Display gesprungen");
    CHECK(supplements[0]["items"][0]["direction"] == "given");
    CHECK(supplements[0]["items"][0]["asset_tag"] == "NEU1");
    CHECK(supplements[0]["items"][1]["direction"] == "came_back");
    CHECK(supplements[0]["items"][1]["asset_tag"] == "A2");

    CHECK(tells(county.history("asset", old), "swap_out"));
    CHECK(tells(county.history("asset", old), "take_out_of_kit"));
    CHECK(tells(county.history("asset", spare["id"].get<std::int64_t>()), "swap_in"));
    CHECK(tells(county.history("asset", spare["id"].get<std::int64_t>()), "put_into_kit"));
    CHECK(tells(county.history("loan", county.loan.number("id")), "swap"));
    CHECK(tells(county.history("kit", county.kit.number("id")), "contents"));
    CHECK(county.get("contact", LoanCounty::at(county.loan, "supplements")).number("total") == 1);
    CHECK(county.get("other_contact", LoanCounty::at(county.loan, "supplements")).status == 404);
    CHECK(county.get("auditor", LoanCounty::at(county.loan, "supplements")).body["items"][0]["made_by"].is_null());
}

TEST_CASE("the swapped device is not expected back, its spare is", "[supplements]") {
    SwapCounty county;
    county.must_be(200, county.swap({{"slot", 2}, {"asset_code", "NEU1"}}));
    CHECK(county.asset("A2")["status"] == "in_stock");
    county.must_be(200, county.step(county.loan, "take-back"));
    Reply const checked = county.step(county.loan, "check-in", {{"scanned", {"A1", "NEU1", "A3", "AK"}}});
    CHECK(checked.word("state") == "closed");
}

TEST_CASE("a swap that cannot be names why, and nothing is half done", "[supplements]") {
    SwapCounty county;
    county.put_in(county.second, "TAB0001");
    county.add_asset({{"tag", "KAPUTT"}, {"name", "iPad"}, {"category", "Tablet"}, {"status", "in_repair"}});
    county.add_asset({{"tag", "ALT"}, {"name", "iPad"}, {"category", "Tablet"}, {"status", "retired"}});
    std::int64_t const before = county.database().last_change();
    auto const error = [&](Json const& body, char const* field) { return county.swap(body).error_on(field); };
    CHECK(error({{"slot", 2}, {"asset_code", "NICHTS"}}, "asset_code") == "unknown_asset");
    CHECK(error({{"slot", 2}, {"asset_code", "KOF0001"}}, "asset_code") == "does_not_fit");
    CHECK(error({{"slot", 2}, {"asset_code", "KAPUTT"}}, "asset_code") == "not_at_hand");
    CHECK(error({{"slot", 2}, {"asset_code", "A3"}}, "asset_code") == "not_at_hand");
    CHECK(error({{"slot", 2}, {"asset_code", "ALT"}}, "asset_code") == "retired");
    CHECK(error({{"slot", 2}, {"asset_code", " "}}, "asset_code") == "required");
    CHECK(error({{"slot", 77}, {"asset_code", "NEU1"}}, "slot") == "unknown_slot");
    Reply const other = county.swap({{"slot", 2}, {"asset_code", "TAB0001"}});
    CHECK(other.status == 409);
    CHECK(other.code() == "in_other_kit");
    CHECK(other.body["kit"]["tag"] == "TK-02");
    CHECK(county.swap({{"slot", 2}, {"asset_code", "NEU1"}}, "contact").status == 403);
    CHECK(county.swap({{"slot", 2}, {"asset_code", "NEU1"}}, "auditor").status == 403);
    CHECK(county.database().last_change() == before);
    CHECK(county.supplements().empty());

    county.must_be(201, county.post("technician", "/api/handover-sessions",
                                    {{"kind", "collection"}, {"loan_ids", {county.loan.number("id")}}}));
    CHECK(county.swap({{"slot", 2}, {"asset_code", "NEU1"}}).code() == "in_open_session");
}

TEST_CASE("what was missing at the handover comes later", "[supplements]") {
    LoanCounty base;
    base.meet_requirements(LoanCounty::gym_03);
    base.prepare(base.kit, "A");
    base.tablet("NEU1");
    Reply const loan = base.ask_for(base.kit, LoanCounty::gym_03);
    base.must_be(200, base.step(loan, "approve"));
    base.must_be(200, base.step(loan, "hand-over",
                                {{"scanned", {"A1", "A2", "AK"}},
                                 {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})},
                                 {"missing_accepted", true},
                                 {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}}));
    auto const deliver = [&](Json const& body) { return base.step(loan, "deliver", body, "technician"); };
    CHECK(deliver(Json::object()).error_on("items") == "required");
    CHECK(deliver({{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 0}}})}}).error_on("accessories.0.quantity") ==
          "out_of_range");
    CHECK(deliver({{"accessories", Json::array({{{"label", "Maus"}, {"quantity", 1}}})}}).error_on("accessories.0.label") ==
          "unknown_accessory");
    CHECK(deliver({{"items", Json::array({{{"slot", 1}, {"asset_tag", "NEU1"}}})}}).error_on("items.0.slot") == "slot_is_filled");
    base.must_be(200, deliver({{"items", Json::array({{{"slot", 3}, {"asset_tag", "A3"}}})},
                               {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})}}));
    Json const items = base.get("coordinator", LoanCounty::at(loan, "items")).body["items"];
    REQUIRE(items.size() == 4);
    CHECK(items[2]["asset_tag"] == "A3");
    Json const supplements = base.get("coordinator", LoanCounty::at(loan, "supplements")).body["items"];
    REQUIRE(supplements.size() == 1);
    CHECK(supplements[0]["kind"] == "delivery");
    CHECK(supplements[0]["items"][1]["label"] == "Stift");
    CHECK(supplements[0]["items"][1]["quantity"] == 1);
    CHECK(base.now(base.kit).body["accessories"][0]["quantity"] == 3); // it had been said to have them all along
    Json const body = {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})}, {"store_id", 1}};
    CHECK(deliver({{"accessories", body["accessories"]}, {"store_id", 99}}).error_on("store_id") == "unknown_store");
    CHECK(deliver(body).error_on("accessories.0.label") == "unknown_accessory"); // that store keeps none
    // all three pencils are expected back
    base.must_be(200, base.step(loan, "take-back", {{"scanned", {"A1", "A2", "A3", "AK"}}}));
    Reply const checked =
        base.step(loan, "check-in", {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}});
    CHECK(checked.word("state") == "returned");
    CHECK(checked.number("open_differences") == 1);
}

TEST_CASE("a pencil that comes later comes out of its store, and the kit has as many as were counted and came", "[supplements][stock]") {
    LoanCounty base;
    base.meet_requirements(LoanCounty::gym_03);
    base.prepare(base.kit, "A");
    base.must_be(201, base.post("coordinator", "/api/stock-moves",
                                {{"kind", "bought"}, {"store_id", 1}, {"label", "stift"}, {"quantity", 2}}));
    Reply const loan = base.ask_for(base.kit, LoanCounty::gym_03);
    base.must_be(200, base.step(loan, "approve"));
    base.must_be(200, base.step(loan, "hand-over",
                                {{"scanned", {"A1", "A2", "A3", "AK"}},
                                 {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})},
                                 {"missing_accepted", true},
                                 {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}}));
    auto const deliver = [&](int quantity) {
        return base.step(loan, "deliver", {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", quantity}}})}, {"store_id", 1}},
                         "technician");
    };
    Reply const refused = deliver(3);
    CHECK(refused.code() == "stock_too_low");
    CHECK(refused.number("quantity") == 2);
    CHECK(base.now(base.kit).body["accessories"][0]["quantity"] == 3);
    CHECK(base.get("coordinator", LoanCounty::at(loan, "supplements")).body["items"].empty());

    base.must_be(200, deliver(2));
    CHECK(base.now(base.kit).body["accessories"][0]["quantity"] == 3);
    CHECK(base.get("technician", "/api/stock").body["items"][0]["quantity"] == 0);
    Json const moves = base.get("technician", "/api/stock-moves?limit=2").body["items"];
    CHECK(moves[0]["kind"] == "into_kit");
    CHECK(moves[0]["kit_change"] == 2);
    CHECK(moves[0]["loan_id"] == loan.number("id"));
    CHECK(moves[1]["kind"] == "counted");
    CHECK(moves[1]["kit_change"] == -2);
}

TEST_CASE("the slots of a lent kit change only with its loan", "[supplements]") {
    SwapCounty county;
    std::string const slot = county.place(county.kit) + "/slots/1/change";
    Reply const refused = county.post("technician", slot, Json::object());
    CHECK(refused.status == 409);
    CHECK(refused.code() == "device_is_lent");
    Reply const emptied = county.send("technician", "PUT", county.place(county.kit) + "/contents", {{"items", Json::array()}});
    CHECK(emptied.status == 409);
    CHECK(emptied.code() == "device_is_lent");
    // the kit's own page swaps, too: the loan and the school know it
    Reply const swapped = county.post("technician", slot, {{"asset_code", "NEU1"}, {"reason", "Akku"}});
    REQUIRE(swapped.status == 200);
    CHECK(swapped.body["slots"][0]["asset_tag"] == "NEU1");
    CHECK(county.supplements()[0]["reason"] == "Akku");
    CHECK(county.asset("NEU1")["status"] == "on_loan");
    CHECK(county.asset("A1")["status"] == "in_stock");
    // whoever goes past the code is stopped by the database
    auto const forced = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update kit_slots set asset_id = null where kit_id = ?1 and slot = 2", county.kit.number("id"));
    });
    REQUIRE_FALSE(forced);
    CHECK(forced.error().code == "device_is_lent");
}

TEST_CASE("a lent kit is exchanged as a whole for another of its type", "[supplements]") {
    LentCounty county;
    Json body = {{"kit_id", county.second.number("id")}, {"reason", "Koffer nass geworden"}, {"scanned", {"A1", "A2", "AK"}}};
    CHECK(county.step(county.loan, "exchange", body).code() == "kit_not_ready");
    county.prepare(county.second, "B");
    Reply const refused = county.step(county.loan, "exchange", body);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_incomplete");
    CHECK(refused.body["missing"][0]["asset_tag"] == "A3");
    CHECK(county.step(county.loan, "exchange", {{"kit_id", 4711}}).error_on("kit_id") == "unknown_kit");
    Json foreign = body;
    foreign["scanned"] = {"B1"};
    CHECK(county.step(county.loan, "exchange", foreign).error_on("scanned.0") == "not_in_loan");
    CHECK(county.step(county.loan, "exchange", body, "technician").status == 403);

    body["missing_accepted"] = true;
    Reply const loan = county.step(county.loan, "exchange", body);
    REQUIRE(loan.status == 200);
    CHECK(loan.word("state") == "handed_over");
    CHECK(loan.word("kit_tag") == "TK-02");
    CHECK(county.asset("A1")["status"] == "in_stock");
    CHECK(county.asset("A3")["status"] == "on_loan"); // has not come back
    CHECK(county.asset("B3")["status"] == "on_loan");
    CHECK(county.now(county.kit).body["ready"] == false);
    CHECK(county.now(county.kit).body["slots"][2]["asset_id"].is_null());
    Json const differences = county.differences();
    REQUIRE(differences.size() == 1);
    CHECK(differences[0]["asset_tag"] == "A3");
    CHECK(county.supplements()[0]["kind"] == "exchange");
    CHECK(county.supplements()[0]["items"].size() == 10); // four back or missing and pencils, four given and pencils
    // the years are the new kit's now: the old one is free for others
    Reply const next = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(county.step(next, "approve").status == 200);
    Reply const taken = county.step(county.ask_for(county.second, LoanCounty::gym_04), "approve");
    CHECK(taken.code() == "kit_already_booked");
    CHECK(taken.body["booking"]["school_name"] == county.read(county.loan).word("school_name"));

    // what is known to be missing is not found twice
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"B1", "B2", "B3", "BK"}}}));
    Reply const checked = county.step(county.loan, "check-in");
    CHECK(checked.word("state") == "returned");
    CHECK(county.differences().size() == 1);
}

TEST_CASE("a kit that is with a school is no kit to exchange for", "[supplements]") {
    LentCounty county;
    Reply const other = county.lend_second();
    Reply const refused = county.step(county.loan, "exchange", {{"kit_id", county.second.number("id")}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_is_out");
    CHECK(refused.body["booking"]["loan_id"] == other.number("id"));
    CHECK(refused.body["booking"]["school_code"] == "GYM-03");
}
