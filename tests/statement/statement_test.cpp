#include "server/statement/statement_changes.hpp"
#include "shared/core/validate.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct WithStatement : County {
    Reply save(std::string const& body, std::string const& who = "admin") const {
        return send_bytes(who, "POST", "/barrierefreiheit/bearbeiten", body,
                          {{"Content-Type", "application/x-www-form-urlencoded"}});
    }
    AccessibilityStatement stored() const {
        return database().read([](Tx& tx) { return get_statement(tx); });
    }
};

std::string code_on(FieldErrors const& errors, std::string_view field) {
    for (FieldError const& error : errors)
        if (error.field == field) return error.code;
    return {};
}

} // namespace

TEST_CASE("before anybody has edited it, the statement is honest about what is missing", "[statement]") {
    WithStatement const county;
    Reply const page = county.get("", "/barrierefreiheit");
    CHECK(page.status == 200);
    CHECK(page.text.find("teilweise vereinbar") != std::string::npos);
    CHECK(page.text.find("WCAG 1.4.12") != std::string::npos);
    CHECK(page.text.find("Selbstbewertung") != std::string::npos);
    CHECK(page.text.find("Diese Angabe fehlt noch.") != std::string::npos);
    CHECK(page.text.find("/barrierefreiheit/bearbeiten") == std::string::npos); // only for whoever may
    CHECK(missing_in(county.stored()).size() == 6);
    Reply const admins = county.get("admin", "/barrierefreiheit");
    CHECK(admins.text.find("Die Erklärung ist noch nicht vollständig") != std::string::npos);
    CHECK(admins.text.find("/barrierefreiheit/bearbeiten#enforcement_name") != std::string::npos);
}

TEST_CASE("an edit is stored with its row in the log, and everybody reads it", "[statement]") {
    WithStatement const county;
    Reply const saved = county.save(
        "version=1&body=Landkreis+Ahorn&conformity=partial&exceptions=Nur+%3Ceins%3E&prepared_on=2026-11-24"
        "&method=external&contact_name=Schul-IT&contact_email=schul-it%40ahorn.example&enforcement_name=Schlichtungsstelle"
        "&enforcement_link=https%3A%2F%2Fschlichtung.example%2F");
    CHECK(saved.status == 303);
    CHECK(saved.raw.header("Location") == "/barrierefreiheit?gespeichert=1");
    AccessibilityStatement const now = county.stored();
    CHECK(now.body == "Landkreis Ahorn");
    CHECK(now.prepared_on == Date{2026, 11, 24});
    CHECK(now.method == AssessmentMethod::external);
    CHECK(now.version == 2);
    CHECK(missing_in(now).empty());

    Reply const page = county.get("", "/barrierefreiheit");
    for (char const* words : {"Landkreis Ahorn", "Nur &lt;eins&gt;", "24.11.2026", "Bewertung durch Dritte",
                              "mailto:schul-it@ahorn.example", "href=\"https://schlichtung.example/\""}) {
        INFO(words);
        CHECK(page.text.find(words) != std::string::npos);
    }
    CHECK(page.text.find("fehlt noch") == std::string::npos);
    CHECK(page.text.find("WCAG 1.4.12") == std::string::npos); // the county's own words stand instead

    Json const log = county.get("admin", "/api/audit?entity=accessibility_statement&id=1").body;
    REQUIRE(log["items"].size() == 1);
    CHECK(log["items"][0]["actor"] == "admin");
    CHECK(log["items"][0]["after"]["body"] == "Landkreis Ahorn");
    CHECK(log["items"][0]["after"]["contact_name"] == "Schul-IT");
}

TEST_CASE("a link that a browser must not follow is refused, with the words still there", "[statement]") {
    WithStatement const county;
    Reply const refused = county.save("version=1&enforcement_link=javascript%3Aalert(1)&contact_email=wer&body=Landkreis"
                                      "&prepared_on=2026-11-24&reviewed_on=2026-11-23");
    CHECK(refused.status == 422);
    CHECK(refused.text.find("href=\"#enforcement_link\"") != std::string::npos);
    CHECK(refused.text.find("href=\"#contact_email\"") != std::string::npos);
    CHECK(refused.text.find("href=\"#reviewed_on\"") != std::string::npos);
    CHECK(refused.text.find("value=\"Landkreis\"") != std::string::npos);
    CHECK(refused.text.find("href=\"javascript") == std::string::npos);
    CHECK(county.stored().version == 1);
    CHECK(county.save("version=1&prepared_on=morgen").status == 422);
    CHECK(county.save("version=1&conformity=prima").status == 422);
    CHECK(county.save("body=ohne").status == 422);
    CHECK(county.stored().version == 1);
}

TEST_CASE("whoever was slower is told, and overwrites only on purpose", "[statement]") {
    WithStatement const county;
    CHECK(county.save("version=1&body=Erste").status == 303);
    Reply const late = county.save("version=1&body=Zweite");
    CHECK(late.status == 409);
    CHECK(late.text.find("value=\"Zweite\"") != std::string::npos);
    CHECK(late.text.find("name=\"version\" value=\"2\"") != std::string::npos);
    CHECK(county.stored().body == "Erste");
    CHECK(county.save("version=2&body=Zweite").status == 303);
    CHECK(county.stored().body == "Zweite");
}

TEST_CASE("saving what is there changes and logs nothing", "[statement]") {
    WithStatement const county;
    std::int64_t const before = county.database().last_change();
    CHECK(county.save("version=1&conformity=partial&method=self_assessment").status == 303);
    CHECK(county.stored().version == 1);
    CHECK(county.database().last_change() == before);
}

TEST_CASE("what a form leaves out stays as it is stored", "[statement]") {
    WithStatement const county;
    REQUIRE(county.save("version=1&body=Landkreis+Ahorn&burden=Alte+Karten&conformity=none&reviewed_on=").status == 303);
    REQUIRE(county.save("version=2&exceptions=Neu").status == 303);
    CHECK(county.stored().body == "Landkreis Ahorn");
    CHECK(county.stored().burden == "Alte Karten");
    CHECK(county.stored().exceptions == "Neu");
    CHECK(county.stored().conformity == Conformity::none);
    // also on the page that tells what is wrong
    Reply const refused = county.save("version=3&contact_email=falsch&burden=");
    CHECK(refused.status == 422);
    CHECK(refused.text.find("Landkreis Ahorn") != std::string::npos);
    CHECK(refused.text.find("value=\"falsch\"") != std::string::npos);
    CHECK(refused.text.find("Alte Karten") == std::string::npos);
    REQUIRE(county.save("version=3&burden=").status == 303);
    CHECK_FALSE(county.stored().burden);
}

TEST_CASE("the rules of the statement", "[statement]") {
    AccessibilityStatement statement;
    CHECK(validate(statement).empty());
    for (std::string const bad : {"ftp://x", "https://", "//x", "data:text/html,x", "https://a b", "https://a\"b"}) {
        INFO(bad);
        statement.enforcement_link = bad;
        CHECK(code_on(validate(statement), "enforcement_link") == "bad_link");
    }
    statement.enforcement_link = "https://schlichtung.example/a?b=c";
    for (std::string const bad : {"x", "@x", "x@", "a@b@c", "a b@c", "a@b?bcc=d", "a%0Abcc=x@b"}) {
        INFO(bad);
        statement.contact_email = bad;
        CHECK(code_on(validate(statement), "contact_email") == "bad_mail");
    }
    statement.contact_email = "schul-it@ahorn.example";
    CHECK(validate(statement).empty());
}
