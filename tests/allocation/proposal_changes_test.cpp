// Rules, pins and accepting: what coordinators do with a proposal.

#include "tests/allocation/proposal_samples.hpp"

#include <catch_amalgamated.hpp>

#include <atomic>
#include <thread>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* rules_path = "/api/school-years/2026-27/allocation-rules";

std::int64_t request_of(Reply const& loan) { return loan.number("request_id"); }

std::string last_actions(ProposalCounty const& county, std::string const& entity) {
    Reply const log = county.get("coordinator", "/api/audit?entity=" + entity);
    std::string words;
    for (Json const& row : log.body["items"]) words += row["action"].get<std::string>() + ' ';
    return words;
}

} // namespace

TEST_CASE("the rules are set for a school year and the ones after it, and the log tells it", "[allocation]") {
    ProposalCounty county;
    county.ask(LoanCounty::gym_03);
    Reply const set = county.must_be(200, county.patch("coordinator", rules_path, {{"last_year", false}, {"version", 0}}));
    CHECK(set.number("version") == 1);
    CHECK_FALSE(county.proposal().body["rules"]["last_year"].get<bool>());
    CHECK(county.proposal().body["rules_from"] == "2026-27");
    Reply const next = county.proposal("2027-28");
    CHECK_FALSE(next.body["rules"]["last_year"].get<bool>());
    CHECK(next.body["rules"]["version"] == 0);
    CHECK(next.body["rules_from"] == "2026-27");
    Reply const stale = county.patch("coordinator", rules_path, {{"pupils", true}, {"version", 0}});
    CHECK(stale.code() == "stale");
    CHECK(stale.body["current"]["version"] == 1);
    CHECK(county.patch("coordinator", rules_path, {{"pupils_points", 10'001}}).error_on("pupils_points") == "out_of_range");
    CHECK(county.patch("coordinator", rules_path, {{"needed_kit_points", 0}}).error_on("needed_kit_points") == "out_of_range");
    county.must_be(200, county.patch("coordinator", rules_path, {{"pupils", true}, {"version", 1}}));
    county.must_be(200, county.patch("coordinator", rules_path, {{"pupils", true}})); // nothing changes
    county.must_be(200, county.patch("coordinator", "/api/school-years/2027-28/allocation-rules", {{"running", false}}));
    CHECK(county.proposal().body["rules"]["running"].get<bool>());
    CHECK(last_actions(county, "allocation_rules") == "create update create ");
}

TEST_CASE("a rule that is changed changes what is proposed", "[allocation]") {
    ProposalCounty county;
    Reply const early = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 3}});
    Reply const ready = county.ask(LoanCounty::gym_04, {{"quantity", 3}, {"least_quantity", 3}});
    county.meet_requirements(LoanCounty::gym_04);
    CHECK(county.tags_for(county.proposal(), ready).size() == 3);
    CHECK(county.of(county.proposal(), early)["decision"]["rule"] == "requirements");
    county.must_be(200, county.patch("coordinator", rules_path, {{"requirements", false}}));
    CHECK(county.tags_for(county.proposal(), early).size() == 3);
    CHECK(county.reason_for(county.proposal(), ready) == "asked_later");
}

TEST_CASE("a pin holds for everybody, against the rules, until it is taken out", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 1}});
    Reply const second = county.ask(LoanCounty::gym_04);
    std::int64_t const kit = county.third.number("id");
    county.must_be(200, county.pin(request_of(second), Json::array({kit})));
    Reply const pinned = county.must_be(200, county.get("admin", "/api/school-years/2026-27/proposal"));
    CHECK(county.tags_for(pinned, second) == Json::array({"TK-03"}));
    CHECK(county.reason_for(pinned, second) == "pinned");
    CHECK(county.of(pinned, second)["pinned_kit_ids"] == Json::array({kit}));
    county.must_be(200, county.pin(request_of(first), Json::array()));
    CHECK(county.reason_for(county.proposal(), first) == "pinned_to_none");
    CHECK(county.proposal().number("given") == 1);
    county.must_be(200, county.unpin(request_of(first)));
    county.must_be(200, county.unpin(request_of(first))); // nothing to do
    CHECK(county.tags_for(county.proposal(), first).size() == 2);
    CHECK_FALSE(county.of(county.proposal(), first)["pinned"].get<bool>());
    CHECK(last_actions(county, "allocation_pins") == "unpin pin pin ");
}

TEST_CASE("what cannot be pinned is refused by name, and what was pinned stays", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03);
    Reply const second = county.ask(LoanCounty::gym_04);
    std::int64_t const kit = county.kit.number("id");
    std::int64_t const other = county.second.number("id");
    county.must_be(200, county.pin(request_of(first), Json::array({kit})));
    CHECK(county.pin(request_of(first), Json::array({999})).error_on("kit_ids.0") == "unknown_kit");
    CHECK(county.pin(request_of(first), Json::array({other, kit})).error_on("kit_ids") == "too_many_pins");
    CHECK(county.pin(request_of(second), Json::array({kit})).error_on("kit_ids.0") == "pinned_twice");
    Reply const type = county.must_be(201, county.post("coordinator", "/api/kit-types",
                                                       {{"name", "Laptop-Koffer"},
                                                        {"slots", Json::array({{{"label", "Tablet"}, {"category", "Tablet"}, {"quantity", 1}}})},
                                                        {"accessories", Json::array()}}));
    Reply const laptops = county.must_be(201, county.post("coordinator", "/api/kits", {{"tag", "LK-01"}, {"name", "Laptops"}, {"kit_type_id", type.number("id")}}));
    CHECK(county.pin(request_of(second), Json::array({laptops.number("id")})).error_on("kit_ids.0") == "other_kit_type");
    Reply const taken = county.ask_for(county.third, LoanCounty::gym_04);
    county.must_be(200, county.step(taken, "approve"));
    CHECK(county.pin(request_of(second), Json::array({county.third.number("id")})).error_on("kit_ids.0") == "kit_not_free");
    CHECK(county.pin(request_of(taken), Json::array()).status == 404); // decided
    CHECK(county.pin(999, Json::array()).status == 404);
    std::string const next_year = "/api/school-years/2027-28/pins/" + std::to_string(request_of(second));
    CHECK(county.send("coordinator", "PUT", next_year, {{"kit_ids", Json::array()}}).status == 404);
    CHECK(county.of(county.proposal(), first)["pinned_kit_ids"] == Json::array({kit}));
    CHECK_FALSE(county.of(county.proposal(), second)["pinned"].get<bool>());
}

TEST_CASE("a pin whose kit is taken meanwhile is told and does not count", "[allocation]") {
    ProposalCounty county;
    Reply const asks = county.ask(LoanCounty::gym_03);
    county.must_be(200, county.pin(request_of(asks), Json::array({county.kit.number("id")})));
    Reply const faster = county.ask_for(county.kit, LoanCounty::gym_04);
    county.must_be(200, county.step(faster, "approve"));
    Reply const proposal = county.proposal();
    REQUIRE(proposal.body["lost_pins"].size() == 1);
    CHECK(proposal.body["lost_pins"][0]["kit_tag"] == "TK-01");
    CHECK(proposal.body["lost_pins"][0]["code"] == "kit_not_free");
    CHECK(county.tags_for(proposal, asks) == Json::array({"TK-02"}));
    // promises without a kit need the rest: no pin can stand against them
    county.must_be(200, county.pin(request_of(asks), Json::array({county.second.number("id")})));
    for (int i = 0; i < 2; ++i) county.must_be(200, county.step(county.ask(LoanCounty::gym_04), "approve"));
    Reply const full = county.proposal();
    CHECK(full.body["lost_pins"].size() == 1);
    CHECK(full.number("given") == 0);
    CHECK(county.reason_for(full, asks) == "none_free");
}

TEST_CASE("accepting approves and waitlists all at once, with the kits that were proposed", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03, {{"quantity", 3}, {"least_quantity", 1}});
    Reply const second = county.ask(LoanCounty::gym_04, {{"quantity", 2}, {"least_quantity", 2}});
    county.must_be(200, county.pin(request_of(first), Json::array({county.third.number("id")})));
    Reply const proposal = county.proposal();
    Reply const done = county.must_be(200, county.accept(proposal));
    CHECK(done.number("approved") == 3);
    CHECK(done.number("waiting") == 2);
    CHECK(county.states_of(first) == "approved waitlisted waitlisted ");
    CHECK(county.states_of(second) == "approved approved ");
    CHECK(county.loans_of(first)[0]["kit_tag"] == "TK-03");
    REQUIRE(done.body["requests"].size() == 2);
    CHECK(done.body["requests"][0]["approved"] == Json::array({first.number("id")}));
    CHECK(done.body["requests"][0]["kit_ids"] == Json::array({county.third.number("id")}));
    CHECK(done.body["requests"][0]["waiting"].size() == 2);
    // the waiting rest is what remains to be decided, and its pin is gone
    Reply const rest = county.proposal();
    REQUIRE(rest.body["requests"].size() == 1);
    CHECK(rest.body["requests"][0]["decision"]["quantity"] == 2);
    CHECK(rest.body["lost_pins"].empty());
    CHECK(county.reason_for(rest, first) == "none_free");
}

TEST_CASE("accepting some decisions carries out just these", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03);
    Reply const second = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.pin(request_of(second), Json::array()));
    Reply const proposal = county.proposal();
    Json const only_second{{"request_ids", Json::array({request_of(second)})}};
    Reply const done = county.must_be(200, county.accept(proposal, only_second));
    CHECK(done.number("approved") == 0);
    CHECK(done.number("waiting") == 1);
    CHECK(county.states_of(first) == "requested ");
    CHECK(county.states_of(second) == "waitlisted ");
    // pinned to none it stays while it waits
    CHECK(county.reason_for(county.proposal(), second) == "pinned_to_none");
    CHECK(county.accept(county.proposal(), {{"request_ids", Json::array()}}).error_on("request_ids") == "required");
    CHECK(county.accept(county.proposal(), {{"request_ids", Json::array({request_of(first), 999})}}).error_on("request_ids.1") ==
          "unknown_request");
    CHECK(county.accept(county.proposal(), {{"request_ids", Json::array({request_of(first), request_of(first)})}})
              .error_on("request_ids.1") == "duplicate");
    CHECK(county.states_of(first) == "requested ");
}

TEST_CASE("a proposal that is no longer the one that was seen is not accepted, and nothing is done", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03);
    Reply const seen = county.proposal();
    auto const refused = [&] {
        Reply const answer = county.accept(seen);
        CHECK(answer.status == 409);
        CHECK(answer.code() == "proposal_changed");
        CHECK(county.states_of(first) == "requested ");
    };
    SECTION("somebody has asked") { county.ask(LoanCounty::gym_04); refused(); }
    SECTION("a kit is promised on the board") {
        county.must_be(200, county.step(county.ask_for(county.third, LoanCounty::gym_04), "approve"));
        refused();
    }
    SECTION("a rule is changed") { county.must_be(200, county.patch("admin", rules_path, {{"distance", false}})); refused(); }
    SECTION("another coordinator pins") { county.must_be(200, county.pin(request_of(first), Json::array(), "admin")); refused(); }
    SECTION("the school has shown a requirement") { county.meet_requirements(LoanCounty::gym_03); refused(); }
    SECTION("it is accepted twice") {
        county.must_be(200, county.accept(seen));
        CHECK(county.accept(seen).code() == "proposal_changed");
        CHECK(county.get("coordinator", "/api/loans?state=approved").number("total") == 1);
    }
}

TEST_CASE("of many who accept the same proposal at one moment one succeeds", "[allocation]") {
    ProposalCounty county;
    county.ask(LoanCounty::gym_03, {{"quantity", 2}});
    county.ask(LoanCounty::gym_04, {{"quantity", 2}});
    Reply const seen = county.proposal();
    std::atomic<int> done{0}, refused{0};
    std::vector<std::thread> people;
    for (int i = 0; i < 20; ++i)
        people.emplace_back([&] {
            Reply const answer = county.accept(seen);
            if (answer.status == 200) ++done;
            if (answer.status == 409 && answer.code() == "proposal_changed") ++refused;
        });
    for (std::thread& person : people) person.join();
    CHECK(done == 1);
    CHECK(refused == 19);
    CHECK(county.get("coordinator", "/api/loans?state=approved").number("total") == 3);
    CHECK(county.get("coordinator", "/api/loans?state=waitlisted").number("total") == 1);
}

TEST_CASE("a proposal is for those who decide, and for years that can be planned", "[allocation][access]") {
    ProposalCounty county;
    Reply const loan = county.ask(LoanCounty::gym_03);
    Reply const seen = county.proposal();
    for (char const* who : {"contact", "teacher", "technician", "auditor", "other_contact"}) {
        INFO(who);
        CHECK(county.get(who, "/api/school-years/2026-27/proposal").status == 403);
        CHECK(county.post(who, "/api/school-years/2026-27/proposal/accept", {{"fingerprint", seen.word("fingerprint")}}).status == 403);
        CHECK(county.patch(who, rules_path, {{"pupils", true}}).status == 403);
        CHECK(county.pin(request_of(loan), Json::array(), who).status == 403);
    }
    // what a school reads of changes and its log names no pin
    county.must_be(200, county.pin(request_of(loan), Json::array()));
    Reply const changes = county.must_be(200, county.get("contact", "/api/changes?since=0"));
    for (Json const& change : changes.body["items"]) CHECK(change["entity"] != "allocation_pins");
    for (auto const& [year, status] : {std::pair{"2025-26", 409}, std::pair{"2040-41", 404}, std::pair{"nonsense", 404}}) {
        INFO(year);
        std::string const base = std::string{"/api/school-years/"} + year;
        CHECK(county.get("coordinator", base + "/proposal").status == status);
        CHECK(county.patch("coordinator", base + "/allocation-rules", {{"pupils", true}}).status == status);
        CHECK(county.send("coordinator", "PUT", base + "/pins/1", {{"kit_ids", Json::array()}}).status == status);
        CHECK(county.post("coordinator", base + "/proposal/accept", {{"fingerprint", "x"}}).status == status);
    }
    CHECK(county.get("coordinator", "/api/school-years/2025-26/proposal").code() == "past_school_year");
    CHECK(county.post("coordinator", "/api/school-years/2026-27/proposal/accept", Json::object()).error_on("fingerprint") == "required");
    CHECK(county.proposal("2028-29").body["requests"].empty());
}

TEST_CASE("the database holds pins to their request, also against the program", "[allocation]") {
    ProposalCounty county;
    Reply const loan = county.ask(LoanCounty::gym_03, {{"quantity", 2}});
    Reply const other = county.ask(LoanCounty::gym_04);
    auto const insert_pin = [&](std::int64_t request, char const* year, std::optional<std::int64_t> kit) -> std::string {
        auto const stored = county.database().write(county.person("coordinator"), [&](WriteTx& tx) {
            return execute(tx, "insert into allocation_pins (request_id, school_year, kit_id) values (?1, ?2, ?3)", request, year, kit);
        });
        return stored ? "" : stored.error().code;
    };
    std::int64_t const kit = county.kit.number("id");
    CHECK(insert_pin(request_of(loan), "2027-28", kit) == "pin_does_not_fit");
    CHECK(insert_pin(request_of(loan), "2026-27", kit).empty());
    CHECK(insert_pin(request_of(loan), "2026-27", std::nullopt) == "pin_contradicts");
    CHECK(insert_pin(request_of(loan), "2026-27", county.second.number("id")).empty());
    CHECK(insert_pin(request_of(loan), "2026-27", county.third.number("id")) == "too_many_pins");
    CHECK(insert_pin(request_of(other), "2026-27", kit) == "taken");
}

TEST_CASE("a pin that has lost its place is in nobody's way", "[allocation]") {
    ProposalCounty county;
    Reply const first = county.ask(LoanCounty::gym_03);
    Reply const other = county.ask(LoanCounty::gym_04);
    county.must_be(200, county.pin(request_of(first), Json::array({county.kit.number("id")})));
    // nothing can be promised to a school that closes
    county.must_be(200, county.patch("coordinator", "/api/schools/1", {{"ends_on", "2026-12-31"}}));
    Reply const pinned = county.pin(request_of(other), Json::array({county.kit.number("id")}));
    INFO(pinned.text);
    CHECK(pinned.status == 200);
    CHECK(ProposalCounty::tags_for(county.proposal(), other) == Json::array({"TK-01"}));
}
