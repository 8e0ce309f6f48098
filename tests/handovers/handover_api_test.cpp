#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

Json const signer = {{"name", "Dr. Petra Lindhorst"}, {"function", "Schulleitung"}};

/// gym_03 has been promised TK-01, which holds A1, A2, A3 and AK and is ready; its requirements are met.
struct HandoverCounty : LoanCounty {
    HandoverCounty() {
        meet_requirements(gym_03);
        prepare(kit, "A");
        loan = ask_for(kit, gym_03);
        must_be(200, step(loan, "approve"));
    }
    Reply hand_over(Json body) const {
        if (!body.contains("scanned")) body["scanned"] = {"A1", "A2", "A3", "AK"};
        if (!body.contains("signed_by")) body["signed_by"] = signer;
        return post("technician", at(loan, "hand-over"), body);
    }
    Json asset(char const* tag) const { return get("coordinator", std::string{"/api/assets?q="} + tag).body["items"][0]; }
    Json items() const { return get("coordinator", at(loan, "items")).body["items"]; }

    Reply loan = {};
};

} // namespace

TEST_CASE("a complete and ready kit goes to a school that meets the requirements", "[handovers]") {
    HandoverCounty county;
    Reply const loan = county.hand_over(Json::object());
    REQUIRE(loan.status == 200);
    CHECK(loan.word("state") == "handed_over");
    CHECK(loan.word("handed_over_on") == "2026-09-21");
    CHECK(loan.body["override_reason"].is_null());
    CHECK(county.items().size() == 4);
    CHECK(county.asset("A1")["status"] == "on_loan");
    CHECK(county.asset("A1")["school_code"] == "GYM-03");
    CHECK(county.get("teacher", "/api/assets?q=A1").number("total") == 1); // whose staff can report it now
    CHECK(county.get("coordinator", "/api/assets?status=on_loan").number("total") == 4);
    CHECK(county.get("coordinator", "/api/handover-sessions?state=completed").number("total") == 1);
}

TEST_CASE("a handover without all requirements needs a reason, which stays visible", "[handovers]") {
    HandoverCounty county;
    county.must_be(200, county.send("coordinator", "PUT", "/api/schools/1/requirements/wlan", {{"state", "open"}}));
    Reply const refused = county.hand_over(Json::object());
    CHECK(refused.status == 409);
    CHECK(refused.code() == "requirements_not_met");
    CHECK(refused.body["requirements"][0]["code"] == "wlan");
    CHECK(refused.body["requirements"][0]["state"] == "open");
    CHECK(county.hand_over({{"override_reason", " "}}).code() == "requirements_not_met");
    CHECK(county.asset("A1")["status"] == "in_stock");
    CHECK(county.get("coordinator", "/api/handover-sessions").number("total") == 0);
    Reply const loan = county.hand_over({{"override_reason", "WLAN kommt in den Herbstferien"}});
    REQUIRE(loan.status == 200);
    CHECK(loan.word("override_reason") == "WLAN kommt in den Herbstferien");
    auto const erased = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update loans set override_reason = null where id = ?1", county.loan.number("id"));
    });
    REQUIRE_FALSE(erased);
    CHECK(erased.error().code == "override_is_kept");
}

TEST_CASE("a kit that is not ready is not handed over, with no exception", "[handovers]") {
    HandoverCounty county;
    county.must_be(200, county.post("technician", county.place(county.kit) + "/ready",
                                    {{"wiped", false}, {"signed_out", true}, {"updated", true}, {"cleaned", true}, {"charged", true},
                                     {"complete", true}}));
    Reply const refused = county.hand_over({{"override_reason", "eilt"}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_not_ready");
    auto const forced = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update loans set state = 'handed_over', handed_over_on = '2026-09-21' where id = ?1",
                       county.loan.number("id"));
    });
    REQUIRE_FALSE(forced);
    CHECK(forced.error().code == "kit_not_ready");
}

TEST_CASE("an incomplete kit goes out only with what is missing accepted", "[handovers]") {
    HandoverCounty county;
    Json const gaps = {{"scanned", {"A1", "A2", "AK"}}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}};
    Reply const refused = county.hand_over(gaps);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_incomplete");
    REQUIRE(refused.body["missing"].size() == 2);
    CHECK(refused.body["missing"][0]["asset_tag"] == "A3");
    CHECK(refused.body["missing"][1]["label"] == "Stift");
    Json accepted = gaps;
    accepted["missing_accepted"] = true;
    REQUIRE(county.hand_over(accepted).status == 200);
    CHECK(county.items().size() == 3);
    CHECK(county.asset("A3")["status"] == "in_stock");
}

TEST_CASE("a kit that has fewer accessories than its plan is incomplete, also where nobody counts", "[handovers]") {
    HandoverCounty county;
    county.must_be(200, county.send("technician", "PUT", county.place(county.kit) + "/accessories",
                                    {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}}));
    Reply const session = county.post("technician", "/api/handover-sessions",
                                      {{"kind", "handover"}, {"loan_ids", {county.loan.number("id")}}});
    CHECK(session.body["accessories"][0]["expected"] == 3);
    CHECK(session.body["accessories"][0]["quantity"] == 2); // so the screen can say what is missing
    Reply const refused = county.hand_over(Json::object());
    CHECK(refused.code() == "kit_incomplete");
    CHECK(refused.body["missing"][0]["label"] == "Stift");
    CHECK(county.hand_over({{"missing_accepted", true}}).status == 200);
}

TEST_CASE("whatever is wrong in a handover is named, and nothing is half done", "[handovers]") {
    HandoverCounty county;
    county.put_in(county.second, "TAB0001");
    std::int64_t const before = county.database().last_change();
    CHECK(county.hand_over({{"scanned", {"A1", "NOTHING"}}}).error_on("scanned.1") == "unknown_asset");
    CHECK(county.hand_over({{"scanned", {"A1", "TAB0005"}}}).error_on("scanned.1") == "not_in_loan");
    Reply const other = county.hand_over({{"scanned", {"TAB0001"}}});
    CHECK(other.code() == "in_other_kit");
    CHECK(other.body["kit"]["tag"] == "TK-02");
    CHECK(county.hand_over({{"signed_by", {{"name", " "}, {"function", "Schulleitung"}}}}).error_on("signed_by.name") == "required");
    Json empty = signer;
    empty["signature"] = "[[[0.1,0.2]]]";
    CHECK(county.hand_over({{"signed_by", empty}}).error_on("signed_by.signature") == "empty_signature");
    empty["signature"] = "[[[7,0.2],[1,1]]]";
    CHECK(county.hand_over({{"signed_by", empty}}).error_on("signed_by.signature") == "bad_signature");
    CHECK(county.hand_over({{"accessories", Json::array({{{"label", "Maus"}, {"quantity", 1}}})}}).error_on("accessories.0.label") ==
          "unknown_accessory");
    CHECK(county.database().last_change() == before);
    CHECK(county.read(county.loan).word("state") == "approved");
    CHECK(county.get("coordinator", "/api/handover-sessions").number("total") == 0);
}

TEST_CASE("a kit without a certain one is fixed at the handover", "[handovers]") {
    LoanCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.second, "B");
    Reply const loan = county.ask(LoanCounty::gym_03);
    county.must_be(200, county.step(loan, "approve"));
    Json body = {{"scanned", {"B1", "B2", "B3", "BK"}}, {"signed_by", signer}};
    CHECK(county.step(loan, "hand-over", body).code() == "kit_needed");
    body["kit_id"] = county.second.number("id");
    Reply const out = county.step(loan, "hand-over", body);
    REQUIRE(out.status == 200);
    CHECK(out.word("kit_tag") == "TK-02");
}

TEST_CASE("a kit is at one school at a time", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    Reply const next = county.ask_for(county.kit, LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(next, "approve"));
    county.meet_requirements(LoanCounty::gym_04);
    county.wait_ms(std::int64_t{320} * 24 * 60 * 60 * 1000); // August 2027: the next school year has begun
    Reply const refused = county.step(next, "hand-over", {{"scanned", {"A1"}}, {"missing_accepted", true}, {"signed_by", signer}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_is_out");
    CHECK(refused.body["booking"]["school_code"] == "GYM-03"); // who has it
}

TEST_CASE("a kit is collected and checked; what is missing stays on the loan", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    Reply const back = county.step(county.loan, "take-back", {{"scanned", {"A1"}}, {"seal_number", "P-4711"}}, "technician");
    REQUIRE(back.status == 200);
    CHECK(back.word("state") == "returned");
    CHECK(back.word("returned_on") == "2026-09-21");
    CHECK(county.asset("A1")["status"] == "in_stock");
    CHECK(county.asset("A1")["school_code"].is_null());
    CHECK(county.asset("A2")["status"] == "on_loan");
    CHECK(county.now(county.kit).body["ready"] == false); // to be wiped and cleaned again
    Reply const closed = county.step(county.loan, "check-in",
                                     {{"scanned", {"A2", "AK"}}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}});
    REQUIRE(closed.status == 200);
    CHECK(closed.word("state") == "returned"); // until what is missing is settled
    CHECK(closed.word("checked_on") == "2026-09-21");
    CHECK(closed.number("open_differences") == 2);
    Json const items = county.items();
    CHECK(items[0]["came_back_on"] == "2026-09-21");
    CHECK(items[2]["asset_tag"] == "A3");
    CHECK(items[2]["came_back_on"].is_null());
    CHECK(county.asset("A3")["status"] == "on_loan");
    CHECK(county.asset("A3")["school_code"] == "GYM-03");
    Reply const kit = county.now(county.kit);
    CHECK(kit.body["slots"][2]["asset_id"].is_null());
    CHECK(kit.body["accessories"][0]["quantity"] == 2);
    CHECK(kit.word("condition") == "incomplete");
}

TEST_CASE("a device of another kit of the same school is accepted, and told where it belongs", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    county.prepare(county.second, "B");
    Reply const other = county.ask_for(county.second, LoanCounty::gym_03);
    county.must_be(200, county.step(other, "approve"));
    county.must_be(200, county.step(other, "hand-over", {{"scanned", {"B1", "B2", "B3", "BK"}}, {"signed_by", signer}}));
    county.must_be(200, county.step(county.loan, "take-back"));
    Reply const session = county.post("technician", "/api/handover-sessions",
                                      {{"kind", "check"}, {"loan_ids", {county.loan.number("id")}}});
    REQUIRE(session.status == 201);
    std::string const at = "/api/handover-sessions/" + std::to_string(session.number("id"));
    for (char const* tag : {"A1", "A2", "AK", "B2"}) county.must_be(200, county.post("technician", at + "/scan", {{"code", tag}}));
    Reply const now = county.get("technician", at);
    REQUIRE(now.body["foreign"].size() == 1);
    CHECK(now.body["foreign"][0]["asset_tag"] == "B2");
    CHECK(now.body["foreign"][0]["kit_tag"] == "TK-02");
    CHECK(now.body["foreign"][0]["slot"] == 2);
    county.must_be(200, county.post("technician", at + "/complete", Json::object()));
    CHECK(county.asset("B2")["status"] == "in_stock"); // it is at the depot
    CHECK(county.asset("B1")["status"] == "on_loan");
    Json const others = county.get("coordinator", LoanCounty::at(other, "items")).body["items"];
    CHECK(others[1]["came_back_on"] == "2026-09-21");
    CHECK(others[0]["came_back_on"].is_null());
}

TEST_CASE("a session is there on any device, and everybody sees all ticks", "[handovers]") {
    HandoverCounty county;
    Json const start = {{"kind", "handover"}, {"loan_ids", {county.loan.number("id")}}};
    Reply const session = county.post("technician", "/api/handover-sessions", start);
    REQUIRE(session.status == 201);
    std::string const at = "/api/handover-sessions/" + std::to_string(session.number("id"));
    county.must_be(200, county.post("technician", at + "/scan", {{"code", "A1"}}));
    // the telephone was lost, the coordinator goes on: it is the same session
    Reply const again = county.post("coordinator", "/api/handover-sessions", start);
    CHECK(again.number("id") == session.number("id"));
    CHECK(again.body["slots"][0]["scanned_by"] == "technician");
    Reply const both = county.post("coordinator", at + "/scan", {{"code", "a2"}});
    CHECK(both.body["slots"][1]["scanned_by"] == "coordinator");
    CHECK(both.body["slots"][0]["scanned_by"] == "technician");
    // an unknown code in the middle of it: the session goes on
    CHECK(county.post("technician", at + "/scan", {{"code", "???"}}).error_on("code") == "unknown_asset");
    CHECK(county.post("technician", at + "/scan", {{"code", "A3"}}).status == 200);
    // a tick by mistake
    Reply const undone = county.post("technician", at + "/scan", {{"code", "A3"}, {"taken_back", true}});
    CHECK(undone.body["slots"][2]["scanned_at"].is_null());
    // meanwhile nobody takes the kit apart
    Reply const apart = county.post("technician", county.place(county.kit) + "/slots/1/change", Json::object());
    CHECK(apart.status == 409);
    CHECK(apart.code() == "in_open_session");
    CHECK(county.get("contact", at).status == 200);
    CHECK(county.get("other_contact", at).status == 404);
    CHECK(county.post("contact", at + "/scan", {{"code", "A3"}}).status == 403);
    county.must_be(200, county.send_bytes("technician", "POST", at + "/abandon", {}));
    CHECK(county.post("technician", at + "/scan", {{"code", "A3"}}).code() == "session_has_ended");
    CHECK(county.post("technician", county.place(county.kit) + "/slots/1/change", Json::object()).status == 200);
}

TEST_CASE("several kits of a school are handed over in one session, each as its own loan", "[handovers]") {
    HandoverCounty county;
    county.prepare(county.second, "B");
    Reply const other = county.ask_for(county.second, LoanCounty::gym_03);
    county.must_be(200, county.step(other, "approve"));
    Reply const foreign = county.ask_for(county.third, LoanCounty::gym_04);
    county.must_be(200, county.step(foreign, "approve"));
    auto const start = [&](std::vector<std::int64_t> const& loans) {
        return county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", loans}});
    };
    CHECK(start({}).error_on("loan_ids") == "required");
    CHECK(start({4711}).error_on("loan_ids") == "unknown_loan");
    CHECK(start({county.loan.number("id"), foreign.number("id")}).error_on("loan_ids") == "other_school");
    Reply const session = start({county.loan.number("id"), other.number("id")});
    REQUIRE(session.status == 201);
    CHECK(start({other.number("id")}).code() == "in_open_session");
    std::string const at = "/api/handover-sessions/" + std::to_string(session.number("id"));
    for (char const* tag : {"A1", "B1", "A2", "B2", "A3", "B3", "AK", "BK"})
        county.must_be(200, county.post("technician", at + "/scan", {{"code", tag}}));
    Reply const done = county.post("technician", at + "/complete", {{"signed_by", signer}});
    REQUIRE(done.status == 200);
    CHECK(done.word("state") == "completed");
    CHECK(done.body["signature_pending"] == true);
    CHECK(county.read(county.loan).word("state") == "handed_over");
    CHECK(county.read(other).word("state") == "handed_over");
    CHECK(county.post("technician", at + "/complete", {{"signed_by", signer}}).code() == "session_has_ended");
}

TEST_CASE("a lent device that breaks is both, and comes back to where it was", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    std::string const at = "/api/assets/" + std::to_string(county.asset("A1")["id"].get<std::int64_t>());
    CHECK(county.patch("technician", at, {{"status", "in_use"}}).error_on("status") == "on_loan_follows_from_loan");
    CHECK(county.patch("technician", at, {{"status", "in_repair"}}).word("status") == "in_repair");
    CHECK(county.get("coordinator", "/api/assets?status=on_loan").number("total") == 4);
    CHECK(county.get("coordinator", "/api/assets?status=in_repair").number("total") == 1);
    county.must_be(200, county.patch("technician", at, {{"status", "in_stock"}}));
    CHECK(county.get("coordinator", at).word("status") == "on_loan");
    // nobody else sets or ends it
    std::int64_t const free = county.tablet("FREI1");
    CHECK(county.patch("technician", "/api/assets/" + std::to_string(free), {{"status", "on_loan"}}).error_on("status") ==
          "on_loan_follows_from_loan");
}

TEST_CASE("the rest of the year of a kit that came back early can be released with a reason", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"A1", "A2", "A3", "AK"}}}));
    county.must_be(200, county.step(county.loan, "check-in"));
    Reply const next = county.ask_for(county.kit, LoanCounty::gym_04);
    CHECK(county.step(next, "approve").code() == "kit_already_booked");
    CHECK(county.step(county.loan, "release").error_on("reason") == "required");
    Reply const released = county.step(county.loan, "release", {{"reason", "Die Schule braucht ihn nicht mehr"}});
    CHECK(released.word("released_from") == "2026-27");
    CHECK(county.step(next, "approve").status == 200);
    CHECK(county.step(county.loan, "release", {{"reason", "noch einmal"}}).code() == "nothing_to_release");
}

TEST_CASE("a kit that was collected is handed over again only once it is checked", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    county.must_be(200, county.step(county.loan, "take-back", Json::object(), "technician"));
    county.check_off(county.kit);
    Reply const next = county.ask_for(county.kit, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(next, "approve"));
    county.wait_ms(std::int64_t{330} * 24 * 60 * 60 * 1000);
    Json const all = {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", signer}};
    Reply const refused = county.step(next, "hand-over", all, "technician");
    CHECK(refused.status == 409);
    CHECK(refused.code() == "kit_not_checked");
    CHECK(refused.body["kit_tag"] == "TK-01");
    CHECK(refused.body["loan_id"] == county.loan.number("id"));
    county.must_be(200, county.step(county.loan, "check-in", {{"scanned", {"A1", "A2", "A3", "AK"}}}, "technician"));
    CHECK(county.step(next, "hand-over", all, "technician").status == 200);
}

TEST_CASE("a check expects what was scanned at the collection, too: there it is seen whether it is damaged", "[handovers]") {
    HandoverCounty county;
    REQUIRE(county.hand_over(Json::object()).status == 200);
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"A1"}}}, "technician"));
    Reply const session = county.must_be(
        201, county.post("technician", "/api/handover-sessions", {{"kind", "check"}, {"loan_ids", Json::array({county.loan.number("id")})}}));
    CHECK(session.body["slots"].size() == 4);
    std::string const at = "/api/handover-sessions/" + std::to_string(session.number("id"));
    CHECK(county.post("technician", at + "/scan", {{"code", "A1"}}).status == 200);
    Reply const damaged = county.post("technician", at + "/damage", {{"code", "A1"}, {"title", "Display gesprungen"}});
    INFO(damaged.text);
    CHECK(damaged.status == 200);
    for (char const* tag : {"A2", "A3", "AK"}) CHECK(county.post("technician", at + "/scan", {{"code", tag}}).status == 200);
    CHECK(county.post("technician", at + "/complete", Json::object()).status == 200);
    CHECK(county.read(county.loan).word("state") == "closed");
}

TEST_CASE("while a kit is being handed over its loan is neither cancelled nor given another kit", "[handovers]") {
    HandoverCounty county;
    Reply const session = county.must_be(
        201, county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", Json::array({county.loan.number("id")})}}));
    CHECK(county.step(county.loan, "cancel", {{"reason", "doch nicht"}}).code() == "in_open_session");
    CHECK(county.step(county.loan, "exchange", {{"kit_id", county.second.number("id")}}).code() == "in_open_session");
    county.must_be(200, county.send_bytes("technician", "POST", "/api/handover-sessions/" + std::to_string(session.number("id")) + "/abandon", {}));
    CHECK(county.step(county.loan, "exchange", {{"kit_id", county.second.number("id")}, {"reason", "zu schwer"}}).status == 200);
    CHECK(county.read(county.loan).word("reason") == "zu schwer");
    Reply const log = county.get("coordinator", "/api/audit?entity=loan&id=" + std::to_string(county.loan.number("id")));
    CHECK(log.body["items"][0]["action"] == "exchange");
    CHECK(log.body["items"][0]["after"]["reason"] == "zu schwer");
    CHECK(county.step(county.loan, "exchange", {{"kit_id", county.second.number("id")}}).error_on("kit_id") == "kit_of_loan");
    CHECK(county.step(county.loan, "cancel", {{"reason", "doch nicht"}}).status == 200);
}
