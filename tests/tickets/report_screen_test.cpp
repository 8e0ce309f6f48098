#include "client/tickets/report_screen.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

/// The server as a teacher of GYM-03 meets it.
void script_school(HeadlessPlatform& server) {
    server.script("GET", "/api/schools", 200, page_json(schools()));
    server.script(
        "GET", "/api/rooms", 200,
        page_json<schulkit::Room>({{"GYM-03", "105", 12}, {"GYM-03", "204", 1}, {"GYM-03", "Aula", 3}}));
    server.script("GET", "/api/assets", 200, page_json<Asset>({projector()}));
    server.script("GET", "/api/assets?limit=200&sort=category&school_code=GYM-03&kind=service", 200,
                  page_json(school_services()));
    server.script("GET", "/api/assets?limit=200&school_code=GYM-03&room=204&kind=service", 200,
                  page_json<Asset>({service(95, "GYM-03-R-204", "Raum 204", "204")}));
    server.script("GET", "/api/assets?q=Beamer&limit=4&kind=service", 200, page_json<Asset>({}));
    server.script("GET", "/api/lookup/BEA0204", 200, encode(found(projector())));
    server.script("GET", "/api/lookup/GYM-03-WLAN", 200, encode(found(school_services()[3])));
    server.script("GET", "/api/lookup/Beamer", 404, problem("not_found"));
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
    server.script("POST", "/api/tickets", 201, encode(ticket()));
}

TicketReport sent_report(HeadlessPlatform const& server) {
    HttpCall const* call = server.last_call("POST", "/api/tickets");
    REQUIRE(call != nullptr);
    auto const report = decode<TicketReport>(call->body);
    REQUIRE(report.has_value());
    return *report;
}

} // namespace

TEST_CASE("a teacher types the label's number and Enter, says what is wrong, and gets a number",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden"};
    REQUIRE(screen->has("Was ist betroffen?"));

    screen->type("Gerät suchen oder Etikett scannen", "BEA0204");
    screen->submit("Gerät suchen oder Etikett scannen");
    CHECK(screen.route() == "#/melden?geraet=BEA0204");
    REQUIRE(screen->has("Beamer Epson EB-992F"));
    CHECK(screen->has("BEA0204 · Raum 204 · GYM-03"));

    screen->type("Titel", "Kein Bild");
    screen->type("Beschreibung", "Seit heute Morgen dunkel.");
    screen->click(ui::Role::button, "Absenden");
    CHECK(sent_report(server) == TicketReport{.asset_code = "BEA0204",
                                              .title = "Kein Bild",
                                              .description = "Seit heute Morgen dunkel.",
                                              .channel = TicketChannel::browser});
    CHECK(server.last_call("POST", "/api/tickets")->idempotency_key.size() == 32);
    CHECK(screen.route() == "#/melden?gemeldet=123");
    CHECK(screen->has("Vielen Dank! Ihre Meldung #123 ist eingegangen"));
    CHECK(screen->get(ui::Role::link, "Meldung ansehen").href == "#/tickets/123");
    CHECK(screen->has(ui::Role::heading, "Vielen Dank! Ihre Meldung #123 ist eingegangen"));
    CHECK(server.storage.empty());
    require_sound(screen.view());

    screen->click(ui::Role::link, "Weiteren Defekt melden");
    CHECK(screen.route() == "#/melden");
    CHECK(screen->has("Was ist betroffen?"));
}

TEST_CASE("words that are no label's number list what fits, and a hit leads on", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden", phone_size};
    screen->type("Gerät suchen oder Etikett scannen", "Beamer");
    CHECK(screen.route() == "#/melden");
    screen->wait(typing_pause_ms);
    CHECK(screen.route() == "#/melden?q=Beamer");
    REQUIRE(screen->has(ui::Role::link, "Beamer Epson EB-992F"));
    screen->submit("Gerät suchen oder Etikett scannen"); // no code: the hits stay
    REQUIRE(screen->has(ui::Role::link, "Beamer Epson EB-992F"));
    screen->tap(ui::Role::link, "Beamer Epson EB-992F");
    CHECK(screen.route() == "#/melden?geraet=BEA0204");
    CHECK(server.last_call("GET", "/api/lookup/BEA0204") ==
          nullptr); // it was just shown: no further question
    REQUIRE(screen->has(ui::Role::textbox, "Titel"));
    screen.go_back();
    CHECK(screen->field("Gerät suchen oder Etikett scannen").value == "Beamer");
    CHECK(screen->has(ui::Role::link, "Beamer Epson EB-992F"));
}

TEST_CASE("a scan while reporting selects the device", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden"};
    screen.go("#/melden?geraet=BEA0204", HistoryMode::replace); // what App::on_scan does
    screen->settle();
    CHECK(screen->has("Beamer Epson EB-992F"));
    CHECK(screen->has(ui::Role::textbox, "Titel"));
}

TEST_CASE("the room leads to its devices and to what is no device", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden"};
    CHECK(screen->has(ui::Role::link, "Internetanschluss")); // of the school, without a room
    CHECK_FALSE(screen->has(ui::Role::combobox, "Schule"));  // a teacher of one school has no choice
    screen->choose("Raum", "Raum 204");
    CHECK(screen.route() == "#/melden?raum=204");
    CHECK(screen->has(ui::Role::link, "Beamer Epson EB-992F"));
    CHECK(screen->has(ui::Role::link, "Raum 204 (Sonstiges)"));
    CHECK(screen->has(ui::Role::link, "Gerät ohne Etikett in Raum 204"));

    screen->click(ui::Role::link, "WLAN in Raum 204");
    CHECK(screen.route() == "#/melden?geraet=GYM-03-WLAN&raum=204");
    CHECK(screen->field("Titel").value == "WLAN in Raum 204");
    screen->click(ui::Role::link, "Anderes Gerät wählen");
    CHECK(screen.route() == "#/melden?raum=204");
    screen->click(ui::Role::link,
                  "Beamer Epson EB-992F"); // what we suggested does not stay for another device
    CHECK(screen->field("Titel").value.empty());
}

TEST_CASE("a suggested title that was cleared stays cleared, and a typed one is not replaced",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=GYM-03-WLAN&raum=204"};
    REQUIRE(screen->field("Titel").value == "WLAN in Raum 204");
    screen->type("Titel", "");
    CHECK(screen->field("Titel").value.empty());
    screen->type("Titel", "Kein Netz");
    screen.go("#/melden?geraet=BEA0204", HistoryMode::push);
    screen->settle();
    CHECK(screen->field("Titel").value == "Kein Netz");
}

TEST_CASE("the room of a link is shown at once, in any spelling", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?raum=R%20204"};
    CHECK(screen->field("Raum").value == "204");
    CHECK(screen->has(ui::Role::link, "Beamer Epson EB-992F"));
}

TEST_CASE("an open report about the same device is shown before a second one is written",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({ticket()}));
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    CHECK(screen->has("Dazu gibt es schon eine offene Meldung"));
    CHECK(screen->get(ui::Role::link, "#123 Kein Bild").href == "#/tickets/123");
    CHECK(server.last_call("GET", "/api/tickets")->path == "/api/tickets?limit=5&progress=open&asset_id=17");
    require_sound(screen.view());
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
    screen.change("ticket", 123); // it was solved while the form was open
    CHECK_FALSE(screen->has("Dazu gibt es schon eine offene Meldung"));
}

TEST_CASE("a report without a title is not sent, and the field says why", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Beschreibung", "Bleibt dunkel.");
    screen->click(ui::Role::button, "Absenden");
    CHECK(server.last_call("POST", "/api/tickets") == nullptr);
    CHECK(screen->field("Titel").invalid);
    CHECK(screen->field("Titel").focused);
    CHECK(screen->field("Beschreibung").value == "Bleibt dunkel.");
    require_sound(screen.view());
    screen->type("Titel", "Kein Bild");
    CHECK_FALSE(screen->field("Titel").invalid);
}

TEST_CASE("while the server is away a report keeps its words and later its key", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    server.set_away(true);
    screen->click(ui::Role::button, "Absenden");
    std::string const key = server.last_call("POST", "/api/tickets")->idempotency_key;
    CHECK(screen->has_part("Ihre Eingaben bleiben erhalten"));
    CHECK(screen->field("Titel").value == "Kein Bild");
    CHECK(screen.screen().unsaved());
    require_sound(screen.view());

    SECTION("sent again, it is the same report") {
        server.set_away(false);
        screen->click(ui::Role::button, "Absenden");
        CHECK(server.last_call("POST", "/api/tickets")->idempotency_key == key);
        CHECK(screen.route() == "#/melden?gemeldet=123");
        CHECK_FALSE(screen.screen().unsaved());
    }
    SECTION("also after the page was loaded again") {
        server.set_away(false);
        StagedScreen again{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
        CHECK(again->has("Ihr Entwurf ist noch vorhanden"));
        CHECK(again->field("Titel").value == "Kein Bild");
        again->click(ui::Role::button, "Absenden");
        CHECK(server.last_call("POST", "/api/tickets")->idempotency_key == key);
    }
    SECTION("other words are another report") {
        server.set_away(false);
        screen->type("Titel", "Doch nur der Stecker");
        screen->click(ui::Role::button, "Absenden");
        CHECK(server.last_call("POST", "/api/tickets")->idempotency_key != key);
    }
    SECTION("whoever signs in next does not find the draft, and its owner can discard it") {
        server.set_away(false);
        Person colleague = teacher();
        colleague.id = {77};
        StagedScreen other{server, make_report_screen, colleague, "#/melden?geraet=BEA0204"};
        CHECK(other->field("Titel").value.empty());
        StagedScreen again{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
        again->click(ui::Role::button, "Entwurf verwerfen");
        CHECK(again->field("Titel").value.empty());
        CHECK(server.storage.empty());
    }
}

TEST_CASE("what the server refuses stands beside its field, and the words stay", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    server.script("POST", "/api/tickets", 422, problem("invalid", {{"title", "too_long"}}));
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    screen->click(ui::Role::button, "Absenden");
    CHECK(screen->field("Titel").invalid);
    CHECK(screen->field("Titel").value == "Kein Bild");
    std::string const key = server.last_call("POST", "/api/tickets")->idempotency_key;

    server.script("POST", "/api/tickets", 422, problem("invalid", {{"asset_code", "unknown_asset"}}));
    screen->click(ui::Role::button, "Absenden"); // the device was taken away from the school meanwhile
    CHECK(server.last_call("POST", "/api/tickets")->idempotency_key != key);
    CHECK(screen->has("Noch nicht abgesendet"));
    require_sound(screen.view());
}

TEST_CASE("a code that means nothing, and a kit's code, are explained", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    server.script("GET", "/api/lookup/NIX", 404, problem("not_found"));
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=NIX"};
    CHECK(screen->has("Zu „NIX“ ist kein Gerät bekannt"));
    require_sound(screen.view());
    server.script("GET", "/api/lookup/KOFFER-1", 200,
                  encode(Found{.kind = LookupKind::kit, .id = 5, .tag = "KOFFER-1", .name = "Koffer 1"}));
    screen.go("#/melden?geraet=KOFFER-1", HistoryMode::replace);
    screen->settle();
    CHECK(screen->has("Das ist ein Tablet-Koffer"));
    screen->click(ui::Role::button, "Anderes Gerät wählen");
    CHECK(screen.route() == "#/melden");
}

TEST_CASE("the office chooses the school and says how the report came in", "[tickets][screen]") {
    HeadlessPlatform server;
    script_school(server);
    StagedScreen screen{server, make_report_screen, coordinator(), "#/melden"};
    CHECK_FALSE(screen->has(ui::Role::combobox, "Raum")); // of which school?
    screen->choose("Schule", "GYM-03 · Gymnasium am Wall");
    CHECK(screen.route() == "#/melden?schule=GYM-03");
    screen->choose("Raum", "Raum 204");
    CHECK(screen.route() == "#/melden?raum=204&schule=GYM-03");
    screen->click(ui::Role::link, "Beamer Epson EB-992F");
    CHECK(screen->field("Eingang").value == "phone");
    screen->type("Titel", "Kein Bild");
    screen->choose("Eingang", "vor Ort");
    screen->click(ui::Role::button, "Absenden");
    CHECK(sent_report(server).channel == TicketChannel::on_site);
    CHECK(screen->has("Ticket #123 ist angelegt"));
}

TEST_CASE("the report screen is sound in every state, on every screen, in both languages",
          "[tickets][screen]") {
    auto const look = GENERATE(from_range(looks));
    CAPTURE(look.size.width, look.language);
    HeadlessPlatform server;
    auto const sound = [&](Person const& me, std::string const& route) {
        CAPTURE(me.username, route);
        StagedScreen screen{server, make_report_screen, me, route, look.size, look.language};
        require_sound(screen.view());
        return screen->count(ui::Role::heading);
    };
    std::vector<std::string> const routes{"#/melden",
                                          "#/melden?raum=204",
                                          "#/melden?schule=GYM-03",
                                          "#/melden?q=Beamer",
                                          "#/melden?geraet=BEA0204",
                                          "#/melden?geraet=GYM-03-WLAN&raum=204",
                                          "#/melden?gemeldet=123"};
    SECTION("while everything is loading") {
        for (std::string const& route : routes) {
            CHECK(sound(teacher(), route) >= 1);
            CHECK(sound(technician(), route) >= 1);
        }
    }
    SECTION("when everything fails") {
        server.set_away(true);
        for (std::string const& route : routes) {
            sound(teacher(), route);
            sound(technician(), route);
        }
    }
    SECTION("when there is something") {
        script_school(server);
        server.script("GET", "/api/tickets", 200,
                      page_json<Ticket>({ticket(), ticket(124, TicketStatus::waiting)}));
        server.script("GET", "/api/tickets/123", 200, encode(ticket()));
        for (std::string const& route : routes) {
            sound(teacher(), route);
            sound(technician(), route);
        }
    }
    SECTION("when there is nothing") {
        script_school(server);
        for (char const* path : {"/api/assets", "/api/rooms", "/api/schools", "/api/tickets"})
            server.script("GET", path, 200, page_json<Asset>({}));
        server.script("GET", "/api/lookup/BEA0204", 404, problem("not_found"));
        for (std::string const& route : routes) {
            sound(teacher(), route);
            sound(technician(), route);
        }
    }
}
