// Damage and photos in a session.

#include "tests/loans/lent_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// The smallest picture: one grey pixel.
std::string pixel() {
    static constexpr unsigned char bytes[] = {
        0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0,
        0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81, 0x77, 0xcd, 0x72,
        0xb6, 0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82};
    return {reinterpret_cast<char const*>(bytes), sizeof bytes};
}

struct CheckSession : LentCounty {
    CheckSession() {
        must_be(200, step(loan, "take-back", {{"scanned", {"A1"}}}));
        Reply const session =
            must_be(201, post("technician", "/api/handover-sessions", {{"kind", "check"}, {"loan_ids", {loan.number("id")}}}));
        where = "/api/handover-sessions/" + std::to_string(session.number("id"));
    }
    std::string where = {};
};

} // namespace

TEST_CASE("a damaged device found in a session gets its ticket on the spot, with kit and loan", "[handovers]") {
    CheckSession county;
    Json const damage = {{"code", "a2"}, {"title", "Display gesprungen"}, {"description", "Unten links"}};
    CHECK(county.post("contact", county.where + "/damage", damage).status == 403);
    CHECK(county.post("technician", county.where + "/damage", {{"code", "A2"}, {"title", " "}}).error_on("title") == "required");
    CHECK(county.post("technician", county.where + "/damage", {{"code", "TAB0005"}, {"title", "x"}}).error_on("code") == "not_in_loan");
    CHECK(county.get("coordinator", "/api/tickets").number("total") == 0);
    Reply const session = county.post("technician", county.where + "/damage", damage);
    REQUIRE(session.status == 200);
    Json const slot = session.body["slots"][1];
    CHECK(slot["asset_tag"] == "A2");
    CHECK(slot["scanned_by"] == "technician"); // it is there
    CHECK(slot["note"] == "Display gesprungen");
    Reply const ticket = county.get("contact", "/api/tickets/" + std::to_string(slot["ticket_id"].get<std::int64_t>()));
    REQUIRE(ticket.status == 200);
    CHECK(ticket.word("channel") == "on_site");
    CHECK(ticket.word("asset_tag") == "A2");
    CHECK(ticket.word("kit_tag") == "TK-01");
    CHECK(ticket.number("loan_id") == county.loan.number("id"));
    county.must_be(200, county.send_bytes("technician", "POST", county.where + "/abandon", {}));
    CHECK(county.post("technician", county.where + "/damage", damage).code() == "session_has_ended");
}

TEST_CASE("a ticket keeps the kit and the loan that its device was in when it broke", "[tickets]") {
    LentCounty county;
    Reply const ticket = county.post("teacher", "/api/tickets", {{"asset_code", "A2"}, {"title", "Geht nicht an"}});
    REQUIRE(ticket.status == 201);
    CHECK(ticket.word("kit_tag") == "TK-01");
    CHECK(ticket.number("loan_id") == county.loan.number("id"));
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"A1", "A2", "A3", "AK"}}}));
    county.must_be(200, county.step(county.loan, "check-in"));
    county.must_be(200, county.post("technician", county.place(county.kit) + "/slots/2/change", Json::object()));
    std::string const at = "/api/tickets/" + std::to_string(ticket.number("id"));
    CHECK(county.get("teacher", at).word("kit_tag") == "TK-01");
    CHECK(county.get("teacher", at).number("loan_id") == county.loan.number("id"));
    // another device was meant, which lay in the depot all along
    county.must_be(200, county.patch("technician", at, {{"asset_code", "TAB0001"}}));
    CHECK(county.get("technician", at).body["kit_tag"].is_null());
    CHECK(county.get("technician", at).body["loan_id"].is_null());
    // and back: its loan was the one of that day
    county.must_be(200, county.patch("technician", at, {{"asset_code", "A3"}}));
    CHECK(county.get("technician", at).number("loan_id") == county.loan.number("id"));
}

TEST_CASE("photos of how a kit is belong to the session", "[handovers]") {
    CheckSession county;
    Reply const sent = county.send_bytes("technician", "POST", "/api/attachments?name=koffer.png", pixel());
    REQUIRE(sent.status == 201);
    Json const link = {{"attachments", Json::array({{{"sha256", sent.word("sha256")}, {"name", "koffer.png"}}})}};
    CHECK(county.post("coordinator", county.where + "/photos", link).error_on("attachments.0.sha256") == "unknown_attachment");
    Reply const added = county.post("technician", county.where + "/photos", link);
    REQUIRE(added.status == 200);
    CHECK(added.body["items"][0]["position"] == 1);
    CHECK(added.body["items"][0]["name"] == "koffer.png");
    CHECK(county.post("technician", county.where + "/photos", link).body["items"].size() == 1); // the same once
    CHECK(county.get("contact", county.where + "/photos/1").status == 200);
    CHECK(county.get("contact", county.where + "/photos/2").status == 404);
    CHECK(county.get("other_contact", county.where + "/photos").status == 404);
    CHECK(county.get("other_contact", county.where + "/photos/1").status == 404);
    county.must_be(200, county.send_bytes("technician", "POST", county.where + "/abandon", {}));
    CHECK(county.post("technician", county.where + "/photos", link).code() == "session_has_ended");
}

TEST_CASE("no kit goes out before the school year's first day for it", "[handovers]") {
    LoanCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.kit, "A");
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(loan, "approve"));
    Json const body = {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}};
    Reply const refused = county.step(loan, "hand-over", body);
    CHECK(refused.status == 409);
    CHECK(refused.code() == "too_early");
    CHECK(refused.word("earliest_handover_on") == "2027-08-01");
    CHECK(county.post("technician", "/api/handover-sessions", {{"kind", "handover"}, {"loan_ids", {loan.number("id")}}}).code() ==
          "too_early");
    auto const forced = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update loans set state = 'handed_over', handed_over_on = '2027-07-31' where id = ?1", loan.number("id"));
    });
    REQUIRE_FALSE(forced);
    CHECK(forced.error().code == "too_early");
    // the year has begun, but its first day for handovers is later
    county.must_be(200, county.patch("coordinator", "/api/school-years/2026-27", {{"earliest_handover_on", "2026-09-28"}}));
    Reply const running = county.ask_for(county.second, LoanCounty::gym_03);
    county.must_be(200, county.step(running, "approve"));
    CHECK(county.step(running, "hand-over", body).word("earliest_handover_on") == "2026-09-28");
}
