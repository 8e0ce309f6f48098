// Evidence with a day, files and the office's answer; the county's list with what it says of handovers and validity.

#include "tests/attachments/media_samples.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;
using schulkit::samples::pdf_file;

namespace {

constexpr char const* internet = "/api/schools/1/requirements/internet";

std::string sent_file(County const& county, std::string const& who, std::string const& words) {
    Reply const sent = county.send_bytes(who, "POST", "/api/attachments?name=Nachweis.pdf", pdf_file(words));
    REQUIRE(sent.status == 201);
    return sent.word("sha256");
}

Json link(std::string const& sha256, std::string const& name) { return {{"sha256", sha256}, {"name", name}}; }

} // namespace

TEST_CASE("a school submits evidence with a file, and the office reads it", "[requirements]") {
    County county;
    std::string const sha256 = sent_file(county, "contact", "Messung");
    Reply const shown = county.send("contact", "PUT", internet,
                                    {{"state", "submitted"},
                                     {"evidence", "500 Mbit/s"},
                                     {"evidence_on", "2026-09-01"},
                                     {"attachments", Json::array({link(sha256, "Messung September.pdf")})}});
    REQUIRE(shown.status == 200);
    CHECK(shown.word("evidence_on") == "2026-09-01");
    CHECK(shown.body["attachments"] == Json::array({link(sha256, "Messung September.pdf")}));
    Reply const files = county.get("coordinator", std::string{internet} + "/attachments");
    REQUIRE(files.number("total") == 1);
    CHECK(files.body["items"][0]["media_type"] == "application/pdf");
    Reply const file = county.get("coordinator", std::string{internet} + "/attachments/1");
    CHECK(file.status == 200);
    CHECK(file.text == pdf_file("Messung"));
    // nobody else's
    CHECK(county.get("other_contact", std::string{internet} + "/attachments").status == 404);
    CHECK(county.get("other_contact", std::string{internet} + "/attachments/1").status == 404);
    CHECK(county.get("other_teacher", internet).status == 404);
    CHECK(county.get("coordinator", std::string{internet} + "/attachments/2").status == 404);
    CHECK(county.send("other_contact", "PUT", internet, {{"state", "submitted"}, {"evidence", "x"}}).status == 404);
}

TEST_CASE("a file that the school has not sent is no evidence, and nothing is stored", "[requirements]") {
    County county;
    std::string const foreign = sent_file(county, "other_contact", "einer anderen Schule");
    for (std::string const& sha256 : {foreign, std::string(64, '0'), std::string{"abc"}}) {
        Reply const refused = county.send("contact", "PUT", internet,
                                          {{"state", "submitted"},
                                           {"evidence", "500 Mbit/s"},
                                           {"attachments", Json::array({link(sha256, "x.pdf")})}});
        CHECK(refused.error_on("attachments.0.sha256") == "unknown_attachment");
    }
    CHECK(county.get("contact", internet).number("version") == 0);
    CHECK(county.get("contact", std::string{internet} + "/attachments").number("total") == 0);
}

TEST_CASE("files are at most six, each once, and what is taken out stays readable for the office", "[requirements]") {
    County county;
    Json links = Json::array();
    for (int i = 0; i < 7; ++i) links.push_back(link(sent_file(county, "contact", std::to_string(i)), "x.pdf"));
    Json const body{{"state", "submitted"}, {"evidence", "ja"}};
    Json too_many = body;
    too_many["attachments"] = links;
    CHECK(county.send("contact", "PUT", internet, too_many).error_on("attachments") == "too_many");
    Json twice = body;
    twice["attachments"] = Json::array({links[0], links[0]});
    CHECK(county.send("contact", "PUT", internet, twice).error_on("attachments.1.sha256") == "duplicate");
    Json two = body;
    two["attachments"] = Json::array({links[0], links[1]});
    REQUIRE(county.send("contact", "PUT", internet, two).status == 200);
    // the office keeps one of them without having sent it
    REQUIRE(county.send("coordinator", "PUT", internet, {{"state", "met"}, {"attachments", Json::array({links[1]})}}).status == 200);
    Reply const files = county.get("contact", std::string{internet} + "/attachments");
    REQUIRE(files.number("total") == 1);
    CHECK(files.body["items"][0]["position"] == 2);
    CHECK(county.get("coordinator", std::string{internet} + "/attachments/1").status == 200);
    // and back in
    REQUIRE(county.send("contact", "PUT", internet, two).status == 200);
    CHECK(county.get("contact", std::string{internet} + "/attachments").number("total") == 2);
    Reply const log = county.get("admin", "/api/audit?entity=school_requirement&id=1");
    CHECK(log.body["items"][0]["after"]["attachments"].size() == 2);
}

TEST_CASE("evidence is sent back with words, and they go with new evidence", "[requirements]") {
    County county;
    REQUIRE(county.send("contact", "PUT", internet, {{"state", "submitted"}, {"evidence", "läuft"}}).status == 200);
    CHECK(county.send("coordinator", "PUT", internet, {{"state", "open"}}).error_on("answer") == "required");
    Reply const back = county.send("coordinator", "PUT", internet, {{"state", "open"}, {"answer", "Bitte das Datum der Messung nennen."}});
    REQUIRE(back.status == 200);
    CHECK(back.word("state") == "open");
    CHECK(county.get("contact", internet).word("answer") == "Bitte das Datum der Messung nennen.");
    Reply const again = county.send("contact", "PUT", internet,
                                    {{"state", "submitted"}, {"evidence", "läuft"}, {"evidence_on", "2026-09-20"}});
    CHECK(again.word("state") == "submitted");
    CHECK(again.body["answer"].is_null());
    CHECK(county.send("contact", "PUT", internet, {{"state", "submitted"}, {"evidence_on", "2026-09-22"}}).error_on("evidence_on") ==
          "future_date");
}

TEST_CASE("confirmed evidence counts as long as the county's list says, from the day of the evidence", "[requirements]") {
    County county;
    REQUIRE(county.patch("coordinator", "/api/requirements/internet", {{"valid_months", 6}}).status == 200);
    CHECK(county.patch("coordinator", "/api/requirements/internet", {{"valid_months", 0}}).error_on("valid_months") == "out_of_range");
    Json const evidence{{"state", "met"}, {"evidence", "gemessen"}};
    CHECK(county.send("coordinator", "PUT", internet, evidence).word("valid_until") == "2027-03-21");
    Json dated = evidence;
    dated["evidence_on"] = "2026-08-31";
    CHECK(county.send("coordinator", "PUT", "/api/schools/1/requirements/wlan", dated).body["valid_until"].is_null());
    std::string const other = "/api/schools/2/requirements/internet";
    CHECK(county.send("coordinator", "PUT", other, dated).word("valid_until") == "2027-02-28");
    Json old = evidence;
    old["evidence_on"] = "2026-01-01";
    CHECK(county.send("coordinator", "PUT", "/api/schools/3/requirements/internet", old).error_on("valid_until") == "past_date");
    Json own = old;
    own["valid_until"] = nullptr;
    CHECK(county.send("coordinator", "PUT", "/api/schools/3/requirements/internet", own).body["valid_until"].is_null());
}

TEST_CASE("each school's IT standards are the office's to say and the school's to see", "[requirements]") {
    County county;
    std::string const standards = "/api/schools/1/standards";
    Reply const list = county.get("teacher", standards);
    REQUIRE(list.number("total") == 5);
    CHECK(list.body["items"][0]["standard"] == "internet");
    CHECK(list.body["items"][0]["state"] == "unknown");
    Reply const put = county.send("coordinator", "PUT", standards + "/wlan",
                                  {{"state", "partly"}, {"note", "Altbau fehlt"}, {"checked_on", "2026-09-01"}, {"version", 0}});
    REQUIRE(put.status == 200);
    CHECK(put.number("version") == 1);
    CHECK(county.get("teacher", standards).body["items"][1]["note"] == "Altbau fehlt");
    CHECK(county.send("coordinator", "PUT", standards + "/wlan", {{"state", "met"}, {"version", 0}}).code() == "stale");
    CHECK(county.send("coordinator", "PUT", standards + "/wlan", {{"checked_on", "2026-09-22"}}).error_on("checked_on") == "future_date");
    CHECK(county.send("coordinator", "PUT", standards + "/garden", {{"state", "met"}}).status == 404);
    CHECK(county.send("contact", "PUT", standards + "/wlan", {{"state", "met"}}).status == 403);
    CHECK(county.get("other_contact", standards).status == 404);
    CHECK(county.get("admin", "/api/audit?entity=school_standard&id=1").body["items"][0]["after"]["state"] == "partly");
}
