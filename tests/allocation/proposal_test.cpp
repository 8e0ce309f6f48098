// What the proposal of a school year is made of.

#include "tests/allocation/proposal_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("a proposal gives kits to those who ask, says why, and is the same until something changes", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03, {{"quantity", 2}});
    Reply const second = county.ask(LoanCounty::gym_04, {{"quantity", 2}, {"least_quantity", 2}});
    Reply const proposal = county.proposal();
    CHECK(proposal.text == county.proposal().text);
    CHECK(proposal.number("asked") == 4);
    CHECK(proposal.number("given") == 3);
    CHECK(county.tags_for(proposal, first) == Json::array({"TK-01"}));
    CHECK(county.tags_for(proposal, second) == Json::array({"TK-02", "TK-03"}));
    CHECK(county.of(proposal, first)["decision"]["rival_name"] == county.of(proposal, second)["decision"]["school_name"]);
    CHECK(county.reason_for(proposal, second) == "ranks_higher");
    CHECK(county.of(proposal, second)["decision"]["rule"] == "needed_kits");
    CHECK(county.of(proposal, first)["loan_ids"].size() == 2);
    CHECK(proposal.body["rules"]["version"] == 0);
    CHECK(proposal.body["rules_from"].is_null());
    // one more school has shown all: other points, another proposal
    county.meet_requirements(LoanCounty::gym_03);
    Reply const after = county.proposal();
    CHECK(after.word("fingerprint") != proposal.word("fingerprint"));
    CHECK(county.of(after, first)["open_requirements"] == 0);
    CHECK(county.of(after, second)["open_requirements"] == 5);
}

TEST_CASE("only what begins in the year and is undecided is proposed", "[allocation]") {
    ProposalCounty county;
    Reply const open = county.ask(LoanCounty::gym_03);
    Reply const waiting = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(waiting, "waitlist"));
    Reply const later = county.ask(LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    Reply const approved = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(approved, "approve"));
    Reply const rejected = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(rejected, "reject", {{"reason", "Kein WLAN"}}));
    Reply const proposal = county.proposal();
    CHECK(proposal.body["requests"].size() == 2);
    CHECK_FALSE(county.of(proposal, open)["waitlisted"].get<bool>());
    CHECK(county.of(proposal, waiting)["waitlisted"].get<bool>());
    CHECK(county.proposal("2027-28").body["requests"].size() == 1);
    CHECK_FALSE(county.of(county.proposal("2027-28"), later).is_null());
}

TEST_CASE("what is decided of a request is not asked for again", "[allocation]") {
    ProposalCounty county;
    Reply const three = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 2}, {"pupils", 90}});
    county.must_be(200, county.step(three, "approve"));
    Json const request = county.of(county.proposal(), three);
    CHECK(request["decision"]["quantity"] == 2);
    CHECK(request["decision"]["needed"] == 1);
    CHECK(request["pupils"] == 60);
}

TEST_CASE("a kit counts only if it is free for as long as somebody asks for its type", "[allocation]") {
    ProposalCounty county;
    Reply const taken = county.ask_for(county.kit, LoanCounty::gym_04);
    county.must_be(200, county.step(taken, "approve"));
    Reply const next_year = county.ask_for(county.second, LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(next_year, "approve"));
    Reply const one_year = county.ask(LoanCounty::gym_03);
    Reply const before = county.proposal();
    CHECK(county.availability(before, "TK-01") == "booked");
    CHECK(county.availability(before, "TK-02") == "free");
    CHECK(county.tags_for(before, one_year) == Json::array({"TK-02"}));
    Reply const two_years = county.ask(LoanCounty::gym_04, {{"school_years", 2}});
    Reply const proposal = county.proposal();
    CHECK(county.availability(proposal, "TK-02") == "booked_later");
    CHECK(county.of(proposal, two_years)["last_school_year"] == "2027-28");
    CHECK(proposal.number("given") == 1);
    // so it can be carried out as a whole
    CHECK(county.accept(proposal).status == 200);
}

TEST_CASE("a kit that comes too late, or that is kept for a promise without one, is not given", "[allocation]") {
    ProposalCounty county;
    county.must_be(200, county.patch("coordinator", LoanCounty::place(county.kit), {{"delivered_on", "2027-03-01"}}));
    Reply const promised = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.step(promised, "approve"));
    Reply const asks = county.ask(LoanCounty::gym_03, {{"quantity", 3}});
    Reply const proposal = county.proposal();
    CHECK(county.availability(proposal, "TK-01") == "undelivered");
    CHECK(county.availability(proposal, "TK-02") == "free");
    CHECK(county.availability(proposal, "TK-03") == "kept_back");
    CHECK(county.tags_for(proposal, asks) == Json::array({"TK-02"}));
    // whoever wants just the last one gets it: another is kept back
    Reply const wants = county.ask_for(county.third, LoanCounty::gym_03);
    CHECK(county.availability(county.proposal(), "TK-03") == "free");
    CHECK(county.availability(county.proposal(), "TK-02") == "kept_back");
    CHECK(county.accept(county.proposal()).number("approved") == 1);
    CHECK_FALSE(county.read(wants).body.is_null());
}

TEST_CASE("late in the year the next one belongs to what is promised", "[allocation]") {
    ProposalCounty county;
    Reply const late = county.ask(LoanCounty::gym_03, {{"planned_handover_on", "2027-02-01"}});
    CHECK(county.of(county.proposal(), late)["last_school_year"] == "2027-28");
    Reply const done = county.must_be(200, county.accept(county.proposal()));
    CHECK(county.read(late).word("last_school_year") == "2027-28");
    CHECK(done.number("approved") == 1);
}

TEST_CASE("a running loan may stay, and who had a kit last year comes after who had none", "[allocation]") {
    ProposalCounty county;
    county.meet_requirements(LoanCounty::gym_03);
    county.prepare(county.third, "A");
    Reply const running = county.ask_for(county.third, LoanCounty::gym_03);
    county.must_be(200, county.step(running, "approve"));
    Json const scanned = Json::array({"A1", "A2", "A3", "AK"});
    county.must_be(200, county.post("technician", LoanCounty::at(running, "hand-over"),
                                    {{"scanned", scanned},
                                     {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 3}}})},
                                     {"signed_by", {{"name", "Dr. Petra Lindhorst"}, {"function", "Schulleitung"}}}}));
    Reply const again = county.ask(LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    Reply const other = county.ask(LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    Reply const proposal = county.proposal("2027-28");
    CHECK(county.of(proposal, again)["decision"]["kept_tag"] == "TK-03");
    CHECK(county.tags_for(proposal, again) == Json::array({"TK-03"}));
    CHECK(county.of(proposal, again)["had_kit_last_year"].get<bool>());
    CHECK_FALSE(county.of(proposal, other)["had_kit_last_year"].get<bool>());
}

TEST_CASE("a school that ends is left out and named, and the others get their kits", "[allocation]") {
    ProposalCounty county;
    Reply const ends = county.ask(LoanCounty::gym_03);
    Reply const goes_on = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.patch("coordinator", "/api/schools/1", {{"ends_on", "2027-01-31"}}));
    Reply const proposal = county.proposal();
    REQUIRE(proposal.body["left_out"].size() == 1);
    CHECK(proposal.body["left_out"][0]["code"] == "school_ended");
    CHECK(proposal.body["left_out"][0]["school_code"] == "GYM-03");
    CHECK(county.of(proposal, ends).is_null());
    CHECK(county.tags_for(proposal, goes_on) == Json::array({"TK-01"}));
    CHECK(county.pin(ends.number("request_id"), Json::array()).status == 404);
    CHECK(county.accept(proposal).number("approved") == 1);
    CHECK(county.states_of(ends) == "requested ");
}

TEST_CASE("the distance of a school is set by the office and counts", "[allocation]") {
    ProposalCounty county;
    Reply const far = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 3}});
    Reply const near = county.ask(LoanCounty::gym_04, {{"quantity", 3}, {"least_quantity", 3}});
    CHECK(county.tags_for(county.proposal(), far).size() == 3); // asked earlier
    auto const set = [&](char const* who, char const* school, Json const& km) {
        return county.send(who, "PUT", std::string{"/api/schools/"} + school + "/distance", {{"distance_km", km}});
    };
    CHECK(set("coordinator", "1", 60).status == 200);
    CHECK(set("coordinator", "2", 5).body["distance_km"] == 5);
    CHECK(set("coordinator", "2", -1).error_on("distance_km") == "out_of_range");
    CHECK(set("coordinator", "99", 5).status == 404);
    CHECK(set("contact", "1", 5).status == 403);
    Reply const proposal = county.proposal();
    CHECK(county.tags_for(proposal, near).size() == 3);
    CHECK(county.reason_for(proposal, far) == "ranks_lower");
    CHECK(county.of(proposal, far)["decision"]["rule"] == "distance");
    CHECK(county.of(proposal, far)["distance_km"] == 60);
    county.must_be(200, set("coordinator", "2", nullptr));
    CHECK(county.of(county.proposal(), near)["distance_km"].is_null());
}
