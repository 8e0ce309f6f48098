// What stands on the county's papers, edited by a form.

#include "server/papers/paper_settings_store.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct LetterheadCounty : County {
    Reply save(std::string const& body, std::string const& who = "coordinator") const {
        return send_bytes(who, "POST", "/basis/briefkopf", body, {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    PaperSettings stored() const {
        return database().read([](Tx& tx) { return get_paper_settings(tx); });
    }
};

} // namespace

TEST_CASE("a coordinator keeps the letterhead, and the log tells it", "[papers]") {
    LetterheadCounty const county;
    CHECK(county.get("coordinator", "/basis/briefkopf").status == 200);
    Reply const saved = county.save("version=1&county=Landkreis+Ahorn&address=Weg+1%0D%0A00001+Ort&place=Ahornstadt");
    CHECK(saved.status == 303);
    PaperSettings const now = county.stored();
    CHECK(now.county == "Landkreis Ahorn");
    CHECK(now.address == "Weg 1\n00001 Ort");
    CHECK(now.place == "Ahornstadt");
    CHECK(now.agreement_version == 1); // its text was left as it is
    Json const log = county.get("admin", "/api/audit?entity=paper_settings&id=1").body;
    REQUIRE(log["items"].size() == 1);
    CHECK(log["items"][0]["actor"] == "coordinator");
    CHECK(log["items"][0]["after"]["county"] == "Landkreis Ahorn");
    CHECK(log["items"][0]["before"]["county"].is_null());
}

TEST_CASE("nobody but the office edits the letterhead", "[papers]") {
    LetterheadCounty const county;
    for (char const* who : {"technician", "teacher", "contact", "auditor"}) {
        INFO(who);
        CHECK(county.get(who, "/basis/briefkopf").status == 403);
        CHECK(county.save("version=1&county=X", who).status == 403);
    }
    CHECK_FALSE(county.stored().county);
}

TEST_CASE("an agreement that cannot be printed is refused with its line", "[papers]") {
    LetterheadCounty const county;
    Reply const refused = county.save("version=1&agreement_text=%C2%A7+Eins%0A%0A%7Bschulle%7D+bekommt+den+Koffer");
    CHECK(refused.status == 422);
    CHECK(refused.text.find("Zeile 3: Diesen Platzhalter gibt es nicht.") != std::string::npos);
    CHECK(refused.text.find("{schulle}") != std::string::npos); // what was typed is still there
    CHECK(county.save("version=1&agreement_text=").status == 422);
    CHECK(county.stored().version == 1);
    REQUIRE(county.save("version=1&agreement_text=%C2%A7+Eins%0A%0A%7Bschule%7D+bekommt+den+Koffer").status == 303);
    CHECK(county.stored().agreement_version == 2);
    CHECK(county.save("version=1&county=zu+sp%C3%A4t").status == 409);
}
