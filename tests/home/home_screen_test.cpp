#include "client/home/home_screen.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

void script_home(HeadlessPlatform& server) {
    server.script("GET", "/api/tickets", 200,
                  page_json<Ticket>({ticket(), ticket(122, TicketStatus::accepted)}));
    server.script("GET", "/api/assets", 200, encode(Page<Asset>{.items = {projector()}, .total = 6012}));
}

} // namespace

TEST_CASE("a teacher starts with the way to report and with the own open reports", "[home][screen]") {
    HeadlessPlatform server;
    script_home(server);
    StagedScreen screen{server, make_home_screen, teacher(), "#/", phone_size};
    CHECK(server.last_call("GET", "/api/tickets")->path ==
          "/api/tickets?limit=5&progress=open&reported_by_me=true");
    CHECK(screen->get(ui::Role::link, "#123 Kein Bild").href == "#/tickets/123");
    CHECK(screen->has_part("Wird bearbeitet von technician"));
    screen->type("Gerät suchen", "Beamer 204");
    screen->submit("Gerät suchen");
    CHECK(screen.route() == "#/geraete?q=Beamer%20204");
    screen->tap(ui::Role::link, "Defekt melden");
    CHECK(screen.route() == "#/melden");
}

TEST_CASE("a technician starts with a field for codes and with the own and the new tickets",
          "[home][screen]") {
    HeadlessPlatform server;
    script_home(server);
    server.script("GET", "/api/tickets?limit=5&status=new", 200,
                  encode(Page<Ticket>{.items = {ticket(7)}, .total = 31}));
    StagedScreen screen{server, make_home_screen, technician(), "#/"};
    CHECK(screen->has(ui::Role::link, "#122 Kein Bild"));
    CHECK(screen->has(ui::Role::link, "#7 Kein Bild"));
    CHECK(screen->get(ui::Role::link, "Alle 31 neuen Tickets anzeigen").href == "#/tickets?status=new");
    screen->click(ui::Role::button, "Suchen"); // nothing typed: nothing happens
    CHECK(screen.route() == "#/");
    screen->type("Gerät suchen", " BEA0204 ");
    screen->submit("Gerät suchen");
    CHECK(screen.route() == "#/g/BEA0204");
}

TEST_CASE("a coordinator starts with counts, the way to import, and the latest tickets", "[home][screen]") {
    HeadlessPlatform server;
    script_home(server);
    StagedScreen screen{server, make_home_screen, coordinator(), "#/"};
    CHECK(screen->has("6.012"));
    CHECK(screen->has("2"));
    CHECK(screen->get(ui::Role::link, "Liste einlesen").href == "#/import");
    CHECK(screen->has(ui::Role::link, "#123 Kein Bild"));
    server.script("GET", "/api/tickets", 200,
                  encode(Page<Ticket>{.items = {ticket()}, .total = 1000, .total_is_exact = false}));
    screen.change("ticket", 1);
    CHECK(screen->has("mehr als 1.000"));
}

TEST_CASE("an auditor starts with the inventory and is not asked about tickets", "[home][screen]") {
    HeadlessPlatform server;
    script_home(server);
    StagedScreen screen{server, make_home_screen, auditor(), "#/"};
    CHECK(screen->has("6.012"));
    CHECK(screen->get(ui::Role::link, "Zum Inventar").href == "#/geraete");
    CHECK(server.last_call("GET", "/api/tickets") == nullptr);
    CHECK_FALSE(screen->has(ui::Role::link, "Defekt melden"));
    CHECK_FALSE(screen->has(ui::Role::link, "Liste einlesen"));
}

TEST_CASE("the start page is sound for every role in every state, on every screen, in both languages",
          "[home][screen]") {
    auto const look = GENERATE(from_range(looks));
    CAPTURE(look.size.width, look.language);
    HeadlessPlatform server;
    auto const sound = [&] {
        for (Person const& me : {teacher(), technician(), coordinator(), auditor()}) {
            CAPTURE(me.username);
            StagedScreen screen{server, make_home_screen, me, "#/", look.size, look.language};
            require_sound(screen.view());
            CHECK(screen->count(ui::Role::heading) >= 2);
        }
    };
    SECTION("loading") {
        sound();
    }
    SECTION("failed") {
        server.set_away(true);
        sound();
    }
    SECTION("empty") {
        server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
        server.script("GET", "/api/assets", 200, page_json<Asset>({}));
        sound();
    }
    SECTION("some") {
        script_home(server);
        sound();
    }
}
