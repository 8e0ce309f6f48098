// The pages as they come out of the router: who gets which, and what they say.

#include "tests/support/plain_pages.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("nobody sees a page of theirs without signing in, and comes back to it", "[plain]") {
    WithPages const county;
    for (std::string const path : {"/basis", "/basis/geraete?q=Beamer", "/basis/geraete/1", "/basis/melden?geraet=BEA0204",
                                   "/basis/meldungen", "/basis/meldungen/1", "/basis/g/BEA0204", "/barrierefreiheit/bearbeiten"}) {
        INFO(path);
        Reply const sent = county.get("", path);
        CHECK(sent.status == 302);
        std::string const where{sent.raw.header("Location")};
        CHECK(where == "/basis/anmelden" + (path == "/basis" ? "" : "?next=" + percent_encode(path)));
        Reply const sign_in = county.get("", where);
        CHECK(sign_in.status == 200);
        CHECK(says(sign_in, "name=\"next\" value=\"" + path + "\""));
    }
}

TEST_CASE("every page is whole: language, title, one main heading, landmarks, nothing of others", "[plain]") {
    WithPages const county;
    for (std::string const language : {"de", "en"})
        for (std::string const path : {"/basis", "/basis/geraete", "/basis/geraete/1", "/basis/melden", "/basis/melden?raum=204",
                                       "/basis/melden?geraet=BEA0204", "/basis/meldungen", "/basis/nichts", "/barrierefreiheit"}) {
            INFO(language << ' ' << path);
            Reply const page = county.send_bytes("teacher", "GET", path, {}, {{"Accept-Language", language}});
            CHECK(page.raw.content_type == "text/html; charset=utf-8");
            CHECK(page.text.starts_with("<!doctype html>\n<html lang=\"" + language + "\">"));
            CHECK(count_of(page.text, "<title>[^<]+</title>") == 1);
            CHECK(count_of(page.text, "<h1[ >]") == 1);
            CHECK(count_of(page.text, "<main ") == 1);
            CHECK(count_of(page.text, "<nav class=\"menu\"") == 1);
            CHECK(count_of(page.text, "<script") == 0);
            CHECK(count_of(page.text, " style=") == 0);
            CHECK(count_of(page.text, "(plain|statement|report|error)\\.[a-z_]+") == 0); // a key without its text
            CHECK(page.raw.header("Content-Security-Policy").find("default-src 'none'") == 0);
            CHECK(page.raw.header("Cache-Control") == "no-store");
            CHECK(page.raw.header("Content-Language") == language);
        }
}

TEST_CASE("the main heading comes first, whatever else the page has to say", "[plain]") {
    WithPages const county;
    std::vector<Reply> pages{county.get("", "/basis/anmelden?next=%2Fbasis%3Fgrund%3Dwebgl"), county.get("teacher", "/basis?grund=webgl"),
                             county.get("admin", "/barrierefreiheit?gespeichert=1"), county.get("teacher", "/basis/melden?q=nichts"),
                             county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=")};
    for (Reply const& page : pages) {
        INFO(page.text);
        REQUIRE(says(page, "<h1"));
        CHECK(says(page, "<p class=\"notice-title\"><strong>"));
        CHECK(count_of(page.text.substr(0, page.text.find("<h1")), "<h[2-6]") == 0);
    }
}

TEST_CASE("what belongs to another school is not there", "[plain]") {
    WithPages const county;
    CHECK(county.get("teacher", "/basis/geraete/" + std::to_string(county.foreign)).status == 404);
    CHECK(county.get("teacher", "/basis/g/BEA9").status == 404);
    CHECK(county.get("teacher", "/basis/melden?geraet=BEA9").status == 404);
    CHECK_FALSE(says(county.get("teacher", "/basis/geraete?q=Beamer"), "Fremder"));
    CHECK_FALSE(says(county.get("teacher", "/basis/melden?q=Beamer"), "Fremder"));
    CHECK_FALSE(says(county.get("teacher", "/basis/melden?schule=GYM-04&raum=1"), "Fremder"));
    Reply const refused = county.send_form("teacher", "/basis/melden", "geraet=BEA9&title=x");
    CHECK(refused.status == 404);
    CHECK(county.tickets() == 0);
    Reply const theirs = county.post("other_teacher", "/api/tickets", {{"asset_code", "BEA9"}, {"title", "Geheim"}});
    std::string const ticket = "/basis/meldungen/" + std::to_string(theirs.number("id"));
    CHECK(county.get("other_teacher", ticket).status == 200);
    CHECK(county.get("teacher", ticket).status == 404);
    CHECK(county.send_form("teacher", ticket, "text=x").status == 404);
    CHECK(county.get("teacher", "/basis/melden?gemeldet=" + std::to_string(theirs.number("id"))).status == 404);
}

TEST_CASE("a role that may not is told so on a page", "[plain]") {
    WithPages const county;
    CHECK(county.get("auditor", "/basis").status == 200);
    CHECK(county.get("auditor", "/basis/geraete").status == 200);
    for (std::string const path : {"/basis/melden", "/basis/meldungen", "/basis/meldungen/1", "/barrierefreiheit/bearbeiten"}) {
        INFO(path);
        Reply const refused = county.get("auditor", path);
        CHECK(refused.status == 403);
        CHECK(says(refused, "<h1>Dafür sind Sie nicht berechtigt</h1>"));
    }
    CHECK(county.send_form("auditor", "/basis/melden", "geraet=BEA0204&title=x").status == 403);
    CHECK_FALSE(says(county.get("auditor", "/basis"), "/basis/melden"));
    for (std::string const who : {"teacher", "technician", "coordinator", "auditor"})
        CHECK(county.send_form(who, "/barrierefreiheit/bearbeiten", "version=1").status == 403);
    CHECK(county.get("admin", "/barrierefreiheit/bearbeiten").status == 200);
}

TEST_CASE("a report is made once, however often its form is sent", "[plain]") {
    WithPages const county;
    std::string const body = "geraet=BEA0204&title=Kein+Bild&description=Zeile+1%0D%0AZeile+2&idempotency_key=k1";
    Reply const first = county.send_form("teacher", "/basis/melden", body);
    REQUIRE(first.status == 303);
    std::string const where{first.raw.header("Location")};
    CHECK(where.starts_with("/basis/melden?gemeldet="));
    CHECK(county.send_form("teacher", "/basis/melden", body).raw.header("Location") == where);
    CHECK(county.tickets() == 1);
    Reply const thanks = county.get("teacher", where);
    CHECK(says(thanks, "Vielen Dank! Ihre Meldung #1 ist eingegangen"));
    Json const ticket = county.get("teacher", "/api/tickets/1").body;
    CHECK(ticket["description"] == "Zeile 1\nZeile 2");
    CHECK(ticket["channel"] == "browser");
    CHECK(ticket["reporter"] == "teacher");
    // back, changed, sent again: nothing is lost, and nothing happens by itself
    Reply const changed = county.send_form(
        "teacher", "/basis/melden", "geraet=BEA0204&title=Noch+etwas&description=&idempotency_key=k1");
    CHECK(changed.status == 422);
    CHECK(says(changed, "value=\"Noch etwas\""));
    CHECK(says(changed, "schon abgesendet"));
    CHECK(county.tickets() == 1);
}

TEST_CASE("a form that is wrong comes back with what was typed and leads to each error", "[plain]") {
    WithPages const county;
    Reply const refused = county.send_form(
        "teacher", "/basis/melden", "geraet=BEA0204&title=&description=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    CHECK(refused.status == 422);
    CHECK(says(refused, "<title>Fehler: "));
    CHECK(says(refused, "role=\"alert\" tabindex=\"-1\" autofocus"));
    CHECK(says(refused, "<a href=\"#title\">Titel: Bitte ausfüllen.</a>"));
    CHECK(says(refused, "aria-invalid=\"true\" aria-describedby=\"title-error title-hint\""));
    CHECK(says(refused, "id=\"title-error\""));
    CHECK(says(refused, "&lt;script&gt;alert(1)&lt;/script&gt;</textarea>"));
    CHECK_FALSE(says(refused, "<script>"));
    CHECK(county.tickets() == 0);
    Reply const too_long =
        county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=" + std::string(121, 'x'));
    CHECK(says(too_long, "Der Text ist zu lang."));
    CHECK(county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=a%00b").status == 422);
    CHECK(county.tickets() == 0);
}

TEST_CASE("the office says how a report came in, a school does not", "[plain]") {
    WithPages const county;
    CHECK_FALSE(says(county.get("teacher", "/basis/melden?geraet=BEA0204"), "name=\"channel\""));
    CHECK(says(county.get("technician", "/basis/melden?geraet=BEA0204"), "name=\"channel\" value=\"on_site\" checked"));
    CHECK(county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=a&channel=phone").status == 303);
    CHECK(county.get("teacher", "/api/tickets/1").word("channel") == "browser");
    CHECK(county.send_form("coordinator", "/basis/melden", "geraet=BEA0204&title=a&channel=phone").status == 303);
    CHECK(county.get("coordinator", "/api/tickets/2").word("channel") == "phone");
}

TEST_CASE("a service of a room is reported with the room in the title", "[plain]") {
    WithPages const county;
    Reply const room = county.get("teacher", "/basis/melden?raum=R+204");
    CHECK(says(room, "Beamer &lt;b&gt;"));
    CHECK(says(room, "WLAN in Raum 204"));
    CHECK(says(county.get("teacher", "/basis/melden?geraet=GYM-03-WLAN&raum=204"), "value=\"WLAN in Raum 204\""));
    CHECK(says(county.get("teacher", "/basis/melden?geraet=GYM-03-INTERNET&raum=204"), "id=\"title\" name=\"title\" value=\"\""));
}

TEST_CASE("a comment is stored once and shown as text", "[plain]") {
    WithPages const county;
    REQUIRE(county.send_form("teacher", "/basis/melden", "geraet=BEA0204&title=a").status == 303);
    std::string const body = "text=%3Ci%3EHallo%3C%2Fi%3E%0D%0Ahier&idempotency_key=k";
    Reply const sent = county.send_form("teacher", "/basis/meldungen/1", body);
    CHECK(sent.status == 303);
    CHECK(county.send_form("teacher", "/basis/meldungen/1", body).status == 303);
    CHECK(county.get("teacher", "/api/tickets/1/comments").number("total") == 1);
    Reply const page = county.get("teacher", std::string{sent.raw.header("Location")});
    CHECK(says(page, "&lt;i&gt;Hallo&lt;/i&gt;\nhier"));
    CHECK(says(page, "Kommentar gespeichert"));
    CHECK(says(county.send_form("teacher", "/basis/meldungen/1", "text=++"), "Bitte ausfüllen."));
    // the office also reads what has been done, a school's staff do not
    CHECK(says(county.get("technician", "/basis/meldungen/1"), "<h2>Verlauf</h2>"));
    CHECK_FALSE(says(county.get("teacher", "/basis/meldungen/1"), "<h2>Verlauf</h2>"));
}

TEST_CASE("a form of another site is refused with a page", "[plain]") {
    WithPages const county;
    // a token is no cookie, so the sender is asked for here as nobody
    Reply const refused = county.send_form("", "/basis/melden", "geraet=BEA0204&title=x", {{"Sec-Fetch-Site", "cross-site"}});
    CHECK(refused.status == 403);
    CHECK(says(refused, "Nicht angenommen"));
    CHECK(county.send_form("", "/basis/anmelden", "username=a&password=b", {{"Origin", "http://evil.example"}}).status == 403);
    CHECK(county.tickets() == 0);
}

TEST_CASE("labels lead to the plain page for whoever uses the plain pages", "[plain]") {
    WithPages const county;
    Reply const usual = county.get("", "/g/BEA0204");
    CHECK(usual.raw.header("Location") == "/#/g/BEA0204");
    Reply const plain = county.send_bytes("", "GET", "/g/BEA%2F0204", {}, {{"Cookie", "schulkit_view=plain"}});
    CHECK(plain.raw.header("Location") == "/basis/g/BEA%2F0204");
    CHECK(county.get("teacher", "/basis").raw.header("Set-Cookie").starts_with("schulkit_view=plain;"));
    CHECK(county.get("teacher", "/basis/g/bea0204").raw.header("Location") ==
          "/basis/geraete/" + std::to_string(county.projector));
    Reply const left = county.get("teacher", "/basis/anwendung?zu=%2Fgeraete%2F1");
    CHECK(left.raw.header("Location") == "/#/geraete/1");
    CHECK(left.raw.header("Set-Cookie").starts_with("schulkit_view=; "));
    CHECK(county.get("teacher", "/basis/anwendung?zu=https%3A%2F%2Fevil.example").raw.header("Location") == "/");
    CHECK(county.get("teacher", "/basis/anwendung?zu=%2F%0D%0AX%3A1").raw.header("Location") == "/");
}

TEST_CASE("a page number that is none begins the list anew", "[plain]") {
    WithPages const county;
    CHECK(county.get("teacher", "/basis/geraete?seite=unsinn&ab=51").status == 200);
    CHECK(county.get("teacher", "/basis/meldungen?seite=unsinn&ab=-3").status == 200);
    CHECK(county.get("teacher", "/basis/geraete?status=unsinn").status == 200);
    CHECK(county.get("teacher", "/basis/geraete?q=%ff").status == 200);
    CHECK(county.get("teacher", "/basis/geraete?q=" + std::string(1500, 'x')).status == 200);
}

TEST_CASE("what the API would not search by is left out, and the page says so", "[plain]") {
    WithPages const county;
    std::string const note = "Ein Teil der Suche ließ sich nicht lesen";
    for (std::string const& bad : {std::string{"q=a%00b"}, std::string{"q=abc%00d"}, "q=" + std::string(300, 'x'), std::string{"raum=1%01"},
                                   std::string{"kategorie=%00"}, std::string{"schule=%07"}})
        for (std::string const path : {"/basis/geraete?", "/basis/melden?"}) {
            INFO(path << bad);
            Reply const page = county.get("teacher", path + bad);
            CHECK(page.status == 200);
            CHECK(says(page, note));
            CHECK(page.text.find('\0') == std::string::npos);
        }
    CHECK(says(county.get("teacher", "/basis/geraete?status=unsinn"), note));
    for (std::string const good : {"/basis/geraete?q=%20Beamer%20&status=in_use", "/basis/geraete?seite=unsinn", "/basis/melden?q=Beamer"})
        CHECK_FALSE(says(county.get("teacher", good), note));
    for (std::string const path : {"/basis/g/a%00b", "/basis/melden?geraet=a%00b", "/basis/geraete?seite=%00", "/basis/meldungen?seite=%00",
                                   "/basis/melden?geraet=BEA0204&raum=%00", "/basis/anwendung?zu=%2F%00"})
        CHECK(county.get("teacher", path).status < 500);
}

TEST_CASE("the way to the application keeps every filter", "[plain]") {
    WithPages const county;
    Reply const page = county.get("coordinator", "/basis/geraete?q=B%C3%A4r&schule=GYM-03&kategorie=PC&raum=2&status=in_use");
    std::smatch found;
    REQUIRE(std::regex_search(page.text, found, std::regex{"href=\"(/basis/anwendung[^\"]*)\""}));
    Reply const left = county.get("coordinator", found[1].str());
    CHECK(left.raw.header("Location") == "/#/geraete?q=B%C3%A4r&schule=GYM-03&kategorie=PC&raum=2&status=in_use");
}

TEST_CASE("only whoever reaches a page of the Basisansicht has chosen it", "[plain]") {
    WithPages const county;
    CHECK(county.get("admin", "/barrierefreiheit/bearbeiten").raw.header("Set-Cookie").empty());
    CHECK(county.get("admin", "/barrierefreiheit").raw.header("Set-Cookie").empty());
    CHECK(county.get("auditor", "/basis/melden").raw.header("Set-Cookie").empty()); // 403
    CHECK(county.get("", "/basis").raw.header("Set-Cookie").empty());
    CHECK(county.get("teacher", "/basis/geraete").raw.header("Set-Cookie").starts_with("schulkit_view=plain;"));
}

TEST_CASE("the chosen language stays", "[plain]") {
    WithPages const county;
    Reply const chosen = county.get("teacher", "/basis/geraete?q=Beamer&lang=en");
    CHECK(chosen.status == 302);
    CHECK(chosen.raw.header("Location") == "/basis/geraete?q=Beamer");
    CHECK(chosen.raw.header("Set-Cookie").starts_with("schulkit_language=en;"));
    Reply const next = county.send_bytes("teacher", "GET", "/basis", {}, {{"Cookie", "schulkit_language=en"}, {"Accept-Language", "de"}});
    CHECK(says(next, "<html lang=\"en\">"));
    CHECK(says(county.send_bytes("teacher", "GET", "/basis", {}, {{"Cookie", "schulkit_language=xx"}}), "<html lang=\"de\">"));
}
