#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* wlan = "/api/schools/1/requirements/wlan";

} // namespace

TEST_CASE("the county's list of requirements can be changed, its codes stay", "[requirements]") {
    County county;
    Reply const list = county.get("teacher", "/api/requirements");
    REQUIRE(list.number("total") == 5);
    CHECK(list.body["items"][0]["code"] == "wlan");
    Reply const added = county.post("coordinator", "/api/requirements",
                                    {{"code", "insurance"}, {"label", "Versicherung"}, {"position", 9}});
    REQUIRE(added.status == 201);
    CHECK(county.post("coordinator", "/api/requirements", {{"code", "insurance"}, {"label", "x"}}).status == 409);
    CHECK(county.post("coordinator", "/api/requirements", {{"code", "Größe"}, {"label", "x"}}).error_on("code") == "bad_character");
    CHECK(county.patch("coordinator", "/api/requirements/insurance", {{"code", "other"}}).error_on("code") == "code_is_fixed");
    Reply const gone = county.patch("coordinator", "/api/requirements/insurance", {{"active", false}, {"version", 1}});
    CHECK(gone.body["active"] == false);
    CHECK(county.patch("coordinator", "/api/requirements/insurance", {{"label", "y"}, {"version", 1}}).code() == "stale");
    CHECK(county.get("coordinator", "/api/schools/1/requirements").number("total") == 5);
    CHECK(county.patch("contact", "/api/requirements/wlan", {{"active", false}}).status == 403);
    CHECK(county.patch("coordinator", "/api/requirements/nothing", {{"active", false}}).status == 404);
}

TEST_CASE("a school submits evidence and the office confirms it", "[requirements]") {
    County county;
    CHECK(county.get("teacher", wlan).word("state") == "open");
    Reply const submitted = county.send("contact", "PUT", wlan, {{"state", "submitted"}, {"evidence", "Messung vom 3. September"}});
    REQUIRE(submitted.status == 200);
    CHECK(submitted.word("state") == "submitted");
    CHECK(submitted.word("submitted_by") == "contact");
    Reply const confirmed = county.send("coordinator", "PUT", wlan, {{"state", "met"}, {"valid_until", "2027-07-31"}});
    REQUIRE(confirmed.status == 200);
    CHECK(confirmed.word("state") == "met");
    CHECK(confirmed.word("evidence") == "Messung vom 3. September");
    CHECK(confirmed.word("submitted_by") == "contact");
    CHECK(confirmed.word("confirmed_by") == "coordinator");
    Reply const opened = county.send("coordinator", "PUT", wlan, {{"state", "open"}});
    CHECK(opened.word("state") == "open");
    CHECK(opened.body["confirmed_at"].is_null());
}

TEST_CASE("a school cannot confirm its own evidence", "[requirements]") {
    County county;
    for (char const* state : {"met", "open"}) {
        Reply const refused = county.send("contact", "PUT", wlan, {{"state", state}, {"evidence", "ja"}});
        CHECK(refused.status == 403);
        CHECK(refused.code() == "only_office_confirms");
    }
    CHECK(county.send("contact", "PUT", wlan, {{"state", "submitted"}, {"evidence", "ja"}, {"due_on", "2030-01-01"}}).status == 403);
    CHECK(county.send("teacher", "PUT", wlan, {{"state", "submitted"}, {"evidence", "ja"}}).status == 403);
    CHECK(county.get("contact", wlan).number("version") == 0);
}

TEST_CASE("what is shown needs evidence, and what is confirmed a day that is to come", "[requirements]") {
    County county;
    CHECK(county.send("contact", "PUT", wlan, {{"state", "submitted"}}).error_on("evidence") == "required");
    CHECK(county.send("coordinator", "PUT", wlan, {{"state", "met"}, {"evidence", " "}}).error_on("evidence") == "required");
    CHECK(county.send("coordinator", "PUT", wlan, {{"state", "met"}, {"evidence", "ja"}, {"valid_until", "2026-09-20"}})
              .error_on("valid_until") == "past_date");
    CHECK(county.send("coordinator", "PUT", wlan, {{"state", "expired"}, {"evidence", "ja"}}).error_on("state") == "cannot_be_set");
    CHECK(county.send("coordinator", "PUT", wlan, {{"state", "fulfilled"}}).status == 422);
    CHECK(county.send("coordinator", "PUT", "/api/schools/1/requirements/nothing", {{"state", "open"}}).status == 404);
    CHECK(county.send("coordinator", "PUT", "/api/schools/77/requirements/wlan", {{"state", "open"}}).status == 404);
}

TEST_CASE("evidence expires by itself the day after it was valid", "[requirements]") {
    County county;
    REQUIRE(county.send("coordinator", "PUT", wlan, {{"state", "met"}, {"evidence", "ja"}, {"valid_until", "2026-09-21"}}).status == 200);
    CHECK(county.get("contact", wlan).word("state") == "met");
    county.wait_ms(24LL * 60 * 60 * 1000);
    CHECK(county.get("contact", wlan).word("state") == "expired");
    Reply const again = county.send("contact", "PUT", wlan, {{"state", "submitted"}, {"evidence", "neu gemessen"}, {"valid_until", nullptr}});
    CHECK(again.word("state") == "submitted");
}

TEST_CASE("how long evidence counts is not the school's to say", "[requirements]") {
    County county;
    char const* const plan = "/api/schools/1/requirements/training_plan";
    Reply const shown =
        county.send("contact", "PUT", plan, {{"state", "submitted"}, {"evidence", "Plan"}, {"valid_until", "2099-12-31"}});
    REQUIRE(shown.status == 200);
    CHECK(shown.body["valid_until"].is_null());
}

TEST_CASE("the day by which something is to be shown follows the next handover", "[requirements]") {
    LoanCounty county;
    char const* const wlan = "/api/schools/1/requirements/wlan";
    auto const promise = [&](char const* day) {
        Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"planned_handover_on", day}, {"first_school_year", "2026-27"}});
        county.must_be(200, county.step(loan, "approve"));
        return loan;
    };
    Reply const late = promise("2026-12-01");
    CHECK(county.get("contact", wlan).word("due_on") == "2026-12-01");
    county.must_be(200, county.step(late, "cancel", {{"reason", "früher"}}));
    promise("2026-10-05");
    CHECK(county.get("contact", wlan).word("due_on") == "2026-10-05");
    county.wait_ms(std::int64_t{100} * 24 * 60 * 60 * 1000);
    Reply const next = county.ask_for(county.second, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    county.must_be(200, county.step(next, "approve"));
    CHECK(county.get("contact", wlan).word("due_on") > "2027-01-01");
}

TEST_CASE("an auditor reads that something was shown and checked, not by whom", "[requirements]") {
    LoanCounty county;
    county.must_be(200, county.send("contact", "PUT", "/api/schools/1/requirements/wlan", {{"state", "submitted"}, {"evidence", "ja"}}));
    CHECK(county.get("coordinator", "/api/schools/1/requirements/wlan").word("submitted_by") == "contact");
    CHECK(county.get("auditor", "/api/schools/1/requirements/wlan").body["submitted_by"].is_null());
    Reply const all = county.get("auditor", "/api/schools/1/requirements");
    for (Json const& each : all.body["items"]) CHECK(each["submitted_by"].is_null());
    county.prepare(county.kit, "A");
    CHECK(county.now(county.kit).body["checks"][0]["username"] == "technician");
    CHECK(county.get("auditor", county.place(county.kit)).body["checks"][0]["username"].is_null());
}
