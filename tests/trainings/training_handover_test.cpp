// What a kit's handover waits for: by trainings and by what the county's list says.

#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// TK-01 is promised to GYM-03 and ready; every requirement is met but the training plan.
struct WaitingCounty : LoanCounty {
    WaitingCounty() {
        meet_requirements(gym_03);
        must_be(200, send("coordinator", "PUT", "/api/schools/1/requirements/training_plan", {{"state", "open"}}));
        prepare(kit, "A");
        loan = ask_for(kit, gym_03);
        must_be(200, step(loan, "approve"));
    }
    Reply hand_over() const {
        return post("technician", at(loan, "hand-over"),
                    {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "Dr. Petra Lindhorst"}, {"function", "Schulleitung"}}}});
    }
    std::int64_t open_on_board() const {
        Reply const board = get("coordinator", "/api/board");
        return board.body["loans"][0]["open_requirements"].get<std::int64_t>();
    }
    Reply loan = {};
};

} // namespace

TEST_CASE("a training opens the way for a handover, on the board and in the database", "[trainings]") {
    WaitingCounty county;
    CHECK(county.hand_over().code() == "requirements_not_met");
    CHECK(county.open_on_board() == 1);
    county.must_be(201, county.post("coordinator", "/api/trainings",
                                    {{"title", "Tablets im Unterricht"},
                                     {"held_on", "2026-09-14"},
                                     {"requirement_code", "training_plan"},
                                     {"schools", Json::array({{{"school_code", "GYM-03"}, {"people", 6}}})}}));
    CHECK(county.open_on_board() == 0);
    CHECK(county.read(county.loan).body["open_requirements"].empty());
    Reply const handed = county.hand_over();
    CHECK(handed.status == 200);
    CHECK(handed.body["override_reason"].is_null());
}

TEST_CASE("a training that was cancelled opens no way", "[trainings]") {
    WaitingCounty county;
    Reply const training = county.must_be(201, county.post("coordinator", "/api/trainings",
                                                           {{"title", "Tablets im Unterricht"},
                                                            {"held_on", "2026-09-14"},
                                                            {"requirement_code", "training_plan"},
                                                            {"schools", Json::array({{{"school_code", "GYM-03"}, {"people", 6}}})}}));
    county.must_be(200, county.patch("coordinator", "/api/trainings/" + std::to_string(training.number("id")), {{"cancelled", true}}));
    CHECK(county.hand_over().code() == "requirements_not_met");
}

TEST_CASE("what need not be met at the handover holds none up, and is still asked", "[requirements]") {
    WaitingCounty county;
    county.must_be(200, county.patch("coordinator", "/api/requirements/training_plan", {{"at_handover", false}}));
    CHECK(county.open_on_board() == 0);
    CHECK(county.get("contact", "/api/schools/1/requirements").number("total") == 5);
    CHECK(county.get("contact", "/api/schools/1/requirements/training_plan").word("state") == "open");
    CHECK(county.hand_over().status == 200);
}

TEST_CASE("a requirement that is asked no more holds no handover up, and what was shown stays stored", "[requirements]") {
    WaitingCounty county;
    county.must_be(200, county.patch("coordinator", "/api/requirements/training_plan", {{"active", false}}));
    CHECK(county.get("contact", "/api/schools/1/requirements").number("total") == 4);
    CHECK(county.get("contact", "/api/schools/1/requirements/training_plan").word("evidence") == "geprüft");
    CHECK(county.hand_over().status == 200);
}
