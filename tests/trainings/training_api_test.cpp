#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* plan_of_1 = "/api/schools/1/requirements/training_plan";
constexpr char const* plan_of_2 = "/api/schools/2/requirements/training_plan";

Json part_of(std::string const& school, int people) { return {{"school_code", school}, {"people", people}}; }

Json training_of(Json schools) {
    return {{"title", "Tablets im Unterricht"}, {"held_on", "2026-09-14"},           {"place", "Medienzentrum"},
            {"schools", std::move(schools)},    {"requirement_code", "training_plan"}};
}

} // namespace

TEST_CASE("a school that took part has confirmed evidence at once, as long as the requirement says", "[trainings]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/requirements/training_plan", {{"valid_months", 12}}).status == 200);
    Reply const made = county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("gym-03", 6)})));
    REQUIRE(made.status == 201);
    CHECK(made.body["schools"][0]["school_code"] == "GYM-03");
    CHECK(made.body["schools"][0]["counts_until"] == "2027-09-14");
    Reply const shown = county.get("contact", plan_of_1);
    CHECK(shown.word("state") == "met");
    CHECK(shown.word("valid_until") == "2027-09-14");
    CHECK(shown.word("training_title") == "Tablets im Unterricht");
    CHECK(county.get("coordinator", plan_of_2).word("state") == "open");
    Reply const log = county.get("admin", "/api/audit?entity=school_requirement&id=1");
    CHECK(log.body["items"][0]["after"]["training_id"] == made.number("id"));
    // another validity in the list changes nothing about what was recorded
    REQUIRE(county.patch("coordinator", "/api/requirements/training_plan", {{"valid_months", 1}}).status == 200);
    CHECK(county.get("contact", plan_of_1).word("valid_until") == "2027-09-14");
}

TEST_CASE("evidence goes with a correction of the training, and what the school had shown itself is there again", "[trainings]") {
    County county;
    REQUIRE(county.send("contact", "PUT", plan_of_1, {{"state", "submitted"}, {"evidence", "Plan der Steuergruppe"}}).status == 200);
    Reply const made =
        county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("GYM-03", 6), part_of("GYM-04", 2)})));
    REQUIRE(made.status == 201);
    std::string const training = "/api/trainings/" + std::to_string(made.number("id"));
    CHECK(county.get("contact", plan_of_1).word("state") == "met");
    CHECK(county.send("coordinator", "PUT", plan_of_1, {{"state", "open"}, {"answer", "nein"}}).code() == "met_by_training");
    Reply const corrected = county.patch("coordinator", training, {{"schools", Json::array({part_of("GYM-04", 3)})}, {"version", 1}});
    REQUIRE(corrected.status == 200);
    CHECK(county.get("contact", plan_of_1).word("state") == "submitted");
    CHECK(county.get("contact", plan_of_1).word("evidence") == "Plan der Steuergruppe");
    CHECK(county.get("other_contact", plan_of_2).word("state") == "met");
    Reply const log = county.get("admin", "/api/audit?entity=school_requirement&id=1");
    CHECK(log.body["items"][0]["before"]["training_id"] == made.number("id"));
    CHECK(log.body["items"][0]["after"].empty());
    CHECK(county.patch("coordinator", training, {{"title", "x"}, {"version", 1}}).code() == "stale");
    REQUIRE(county.patch("coordinator", training, {{"cancelled", true}}).status == 200);
    CHECK(county.get("other_contact", plan_of_2).word("state") == "open");
    CHECK(county.patch("coordinator", training, {{"cancelled", false}}).status == 200);
    CHECK(county.get("other_contact", plan_of_2).word("state") == "met");
    REQUIRE(county.patch("coordinator", training, {{"requirement_code", "wlan"}}).status == 200);
    CHECK(county.get("other_contact", plan_of_2).word("state") == "open");
    CHECK(county.get("other_contact", "/api/schools/2/requirements/wlan").word("state") == "met");
}

TEST_CASE("of own evidence and trainings the one that counts longest is shown", "[trainings]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/requirements/training_plan", {{"valid_months", 12}}).status == 200);
    REQUIRE(county.send("coordinator", "PUT", plan_of_1, {{"state", "met"}, {"evidence", "Plan"}, {"valid_until", "2026-12-31"}}).status == 200);
    REQUIRE(county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("GYM-03", 6)}))).status == 201);
    CHECK(county.get("contact", plan_of_1).word("valid_until") == "2027-09-14");
    REQUIRE(county.send("coordinator", "PUT", plan_of_1, {{"valid_until", "2028-07-31"}}).status == 200);
    Reply const longer = county.get("contact", plan_of_1);
    CHECK(longer.word("valid_until") == "2028-07-31");
    CHECK(longer.body["training_id"].is_null());
}

TEST_CASE("evidence by a training expires like any other", "[trainings]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/requirements/training_plan", {{"valid_months", 1}}).status == 200);
    REQUIRE(county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("GYM-03", 6)}))).status == 201);
    CHECK(county.get("contact", plan_of_1).word("state") == "met");
    county.wait_ms(30LL * 24 * 60 * 60 * 1000);
    CHECK(county.get("contact", plan_of_1).word("state") == "expired");
    CHECK(county.send("contact", "PUT", plan_of_1, {{"state", "submitted"}, {"evidence", "neuer Plan"}}).word("state") == "submitted");
}

TEST_CASE("a school sees the trainings it took part in, and no other school in them", "[trainings]") {
    County county;
    Reply const both =
        county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("GYM-03", 6), part_of("GYM-04", 2)})));
    Reply const other = county.post("coordinator", "/api/trainings", training_of(Json::array({part_of("GYM-04", 9)})));
    REQUIRE(other.status == 201);
    Reply const mine = county.get("teacher", "/api/trainings");
    REQUIRE(mine.number("total") == 1);
    CHECK(mine.body["items"][0]["id"] == both.number("id"));
    CHECK(mine.body["items"][0]["schools"].size() == 1);
    CHECK(county.get("teacher", "/api/trainings?school_code=GYM-04").number("total") == 1); // that both took part in
    CHECK(county.get("teacher", "/api/trainings/" + std::to_string(other.number("id"))).status == 404);
    CHECK(county.get("coordinator", "/api/trainings").number("total") == 2);
    CHECK(county.post("contact", "/api/trainings", training_of(Json::array())).status == 403);
    CHECK(county.patch("technician", "/api/trainings/1", {{"title", "x"}}).status == 403);
}

TEST_CASE("what is wrong with a training is named, and nothing of it is stored", "[trainings]") {
    County county;
    auto const refused = [&](Json changes) {
        Json body = training_of(Json::array({part_of("GYM-03", 6)}));
        body.update(changes);
        return county.post("coordinator", "/api/trainings", body);
    };
    CHECK(refused({{"title", " "}}).error_on("title") == "required");
    CHECK(refused({{"held_on", "2026-10-14"}}).error_on("schools") == "not_held_yet");
    CHECK(refused({{"requirement_code", "garden"}}).error_on("requirement_code") == "unknown_requirement");
    CHECK(refused({{"schools", Json::array({part_of("XYZ", 1)})}}).error_on("schools.0.school_code") == "unknown_school");
    CHECK(refused({{"schools", Json::array({part_of("GYM-03", 0)})}}).error_on("schools.0.people") == "out_of_range");
    CHECK(refused({{"schools", Json::array({part_of("GYM-03", 1), part_of("gym-03", 1)})}}).error_on("schools.1.school_code") ==
          "duplicate");
    Json without_day = training_of(Json::array());
    without_day.erase("held_on");
    CHECK(county.post("coordinator", "/api/trainings", without_day).error_on("held_on") == "required");
    CHECK(county.get("coordinator", "/api/trainings").number("total") == 0);
    CHECK(county.get("contact", plan_of_1).word("state") == "open");
    // one that is to come may be entered without schools
    Json planned = training_of(Json::array());
    planned["held_on"] = "2026-10-14";
    CHECK(county.post("coordinator", "/api/trainings", planned).status == 201);
}
