#include "client/tickets/my_reports_screen.hpp"
#include "client/tickets/ticket_list_screen.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

std::string asked_for(HeadlessPlatform const& server) {
    HttpCall const* call = server.last_call("GET", "/api/tickets");
    REQUIRE(call != nullptr);
    return call->path;
}

void script_lists(HeadlessPlatform& server) {
    server.script("GET", "/api/schools", 200, page_json(schools()));
    server.script("GET", "/api/tickets", 200,
                  page_json<Ticket>({ticket(), ticket(122, TicketStatus::waiting)}));
}

} // namespace

TEST_CASE("the office's list opens with the open tickets, newest first", "[tickets][screen]") {
    HeadlessPlatform server;
    script_lists(server);
    StagedScreen screen{server, make_ticket_list_screen, technician(), "#/tickets"};
    CHECK(asked_for(server) == "/api/tickets?progress=open");
    CHECK(screen->has("#123"));
    CHECK(screen->has("Kein Bild"));
    CHECK(screen->has(ui::Role::columnheader, "Zuständig"));
    CHECK(screen->count(ui::Role::row) == 3);
    screen->click(ui::Role::link, "Kein Bild");
    CHECK(screen.route() == "#/tickets/123");
}

TEST_CASE("tabs, filters, sort and search stand in the route and are asked of the server",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_lists(server);
    StagedScreen screen{server, make_ticket_list_screen, technician(), "#/tickets"};
    screen->click(ui::Role::link, "Mir zugewiesen");
    CHECK(screen.route() == "#/tickets?ansicht=meine");
    CHECK(asked_for(server) == "/api/tickets?progress=open&assigned_to_me=true");
    screen->choose("Status", "Zurückgestellt");
    CHECK(screen.route() == "#/tickets?ansicht=meine&status=waiting");
    screen->click(ui::Role::link, "Erledigt"); // nothing that is done waits
    CHECK(screen.route() == "#/tickets?ansicht=erledigt");
    CHECK(asked_for(server) == "/api/tickets?progress=done");
    screen->choose("Schule", "GYM-03 · Gymnasium am Wall");
    screen->type("Tickets suchen", "Bild");
    CHECK(screen.route() == "#/tickets?ansicht=erledigt&schule=GYM-03"); // still typing
    screen->wait(typing_pause_ms);
    CHECK(screen.route() == "#/tickets?ansicht=erledigt&q=Bild&schule=GYM-03");
    CHECK(asked_for(server) == "/api/tickets?q=Bild&school_code=GYM-03&progress=done");
    screen->click(ui::Role::columnheader, "Gemeldet am");
    CHECK(screen.route() == "#/tickets?ansicht=erledigt&q=Bild&schule=GYM-03&sort=created_at");
    screen.go_back();
    screen.go_back(); // before the search: its words are gone from the field too
    CHECK(screen->field("Tickets suchen").value.empty());
}

TEST_CASE("pages of tickets can be gone through, sent as a link, and left again", "[tickets][screen]") {
    HeadlessPlatform server;
    script_lists(server);
    server.script("GET", "/api/tickets?progress=open", 200, page_json<Ticket>({ticket()}, "c1"));
    server.script("GET", "/api/tickets?cursor=c1&progress=open", 200, page_json<Ticket>({ticket(70)}, "c2"));
    server.script("GET", "/api/tickets?cursor=c2&progress=open", 200, page_json<Ticket>({ticket(20)}));
    StagedScreen screen{server, make_ticket_list_screen, technician(), "#/tickets"};
    screen->click(ui::Role::button, "Nächste Seite");
    screen->click(ui::Role::button, "Nächste Seite");
    CHECK(screen.route() == "#/tickets?seite=c1.c2");
    CHECK(screen->has("#20"));
    CHECK(screen->has_part("101–101"));
    CHECK_FALSE(screen->get(ui::Role::button, "Nächste Seite").enabled);
    StagedScreen linked{server, make_ticket_list_screen, technician(), "#/tickets?seite=c1"};
    CHECK(linked->has("#70"));
    linked->click(ui::Role::button, "Vorige Seite");
    CHECK(linked.route() == "#/tickets");
    CHECK(linked->has("#123"));
    server.script("GET", "/api/tickets?cursor=old&progress=open", 422,
                  problem("invalid", {{"cursor", "bad_cursor"}}));
    StagedScreen outdated{server, make_ticket_list_screen, technician(), "#/tickets?seite=old"};
    CHECK(outdated->has("#123")); // its first page
}

TEST_CASE("only the answer to the last question is shown, and old tickets stay while new ones load",
          "[tickets][screen]") {
    HeadlessPlatform server;
    StagedScreen screen{server, make_ticket_list_screen, technician(), "#/tickets"};
    CHECK(screen->has("Tickets werden geladen …"));
    screen.go("#/tickets?ansicht=alle", HistoryMode::push);
    server.answer("/api/tickets",
                  {.status = 200, .body = page_json<Ticket>({ticket(1)})}); // the first question's
    screen->settle();
    CHECK_FALSE(screen->has("#1"));
    server.answer("/api/tickets", {.status = 200, .body = page_json<Ticket>({ticket(2)})});
    screen->settle();
    CHECK(screen->has("#2"));
    screen.change("ticket", 2);
    CHECK(screen->has("#2"));
    server.set_away(true);
    screen->settle();
    CHECK(screen->has("#2"));
    CHECK(screen->has("Diese Liste ist vielleicht nicht mehr aktuell"));
}

TEST_CASE("a search without hits can be reset", "[tickets][screen]") {
    HeadlessPlatform server;
    script_lists(server);
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
    StagedScreen screen{server, make_ticket_list_screen, technician(),
                        "#/tickets?q=xyz&ansicht=alle&status=new"};
    screen->click(ui::Role::button, "Suche und Filter zurücksetzen");
    CHECK(screen.route() == "#/tickets?ansicht=alle");
    CHECK(screen->field("Tickets suchen").value.empty());
    CHECK(screen->has("Noch keine Tickets"));
}

TEST_CASE("a teacher follows the own reports in plain words", "[tickets][screen]") {
    HeadlessPlatform server;
    script_lists(server);
    server.script("GET", "/api/tickets?progress=open&reported_by_me=true", 200,
                  page_json<Ticket>({ticket(123), ticket(122, TicketStatus::accepted)}));
    server.script("GET", "/api/tickets?progress=done&reported_by_me=true", 200,
                  page_json<Ticket>({ticket(90, TicketStatus::resolved)}));
    StagedScreen screen{server, make_my_reports_screen, teacher(), "#/meldungen", phone_size};
    CHECK(screen->has_part("Eingegangen, noch nicht in Bearbeitung"));
    CHECK(screen->has_part("Wird bearbeitet von technician"));
    screen->tap(ui::Role::link, "Erledigt");
    CHECK(screen.route() == "#/meldungen?ansicht=erledigt");
    CHECK(screen->has_part("Gelöst, Stand 23.11.2026"));
    CHECK_FALSE(screen->has(ui::Role::link, "#123 Kein Bild"));
    screen->tap(ui::Role::link, "#90 Kein Bild");
    CHECK(screen.route() == "#/tickets/90");
}

TEST_CASE("what became of a report is seen without a reload", "[tickets][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({ticket()}));
    StagedScreen screen{server, make_my_reports_screen, teacher(), "#/meldungen"};
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({ticket(123, TicketStatus::accepted)}));
    screen.change("ticket", 123);
    CHECK(screen->has_part("Wird bearbeitet von technician"));
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
    screen.change("ticket", 123);
    CHECK(screen->has("Keine offenen Meldungen"));
}

/// The links to the views of the list.
int count_views(HeadlessScreen const& screen) {
    int views = 0;
    for (ui::Node const& node : screen.tree().nodes) {
        ui::Node const* const parent = screen.tree().find(node.parent);
        if (node.role == ui::Role::link && parent != nullptr && parent->role == ui::Role::group && parent->key == "tabs")
            ++views;
    }
    return views;
}

TEST_CASE("both lists of tickets are sound in every state, on every screen, in both languages",
          "[tickets][screen]") {
    auto const look = GENERATE(from_range(looks));
    CAPTURE(look.size.width, look.language);
    HeadlessPlatform server;
    auto const sound = [&] {
        for (char const* route : {"#/tickets", "#/tickets?ansicht=erledigt&q=x&schule=GYM-03&status=closed",
                                  "#/tickets?ansicht=meine", "#/tickets?ansicht=alle&seite=c1"}) {
            CAPTURE(route);
            StagedScreen screen{server,       make_ticket_list_screen, technician(), route, look.size,
                                look.language};
            require_sound(screen.view());
            CHECK(count_views(screen.view()) == 4);
        }
        for (char const* route : {"#/meldungen", "#/meldungen?ansicht=erledigt&seite=c1"}) {
            CAPTURE(route);
            StagedScreen screen{server, make_my_reports_screen, teacher(), route, look.size, look.language};
            require_sound(screen.view());
            CHECK(count_views(screen.view()) == 2);
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
        server.script("GET", "/api/schools", 200, page_json<School>({}));
        server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
        sound();
    }
    SECTION("some, with more to come") {
        server.script("GET", "/api/schools", 200, page_json(schools()));
        std::vector<Ticket> tickets;
        std::int64_t id = 5000;
        for (auto const& entry : EnumWords<TicketStatus>::values)
            tickets.push_back(ticket(--id, entry.first));
        tickets.back().title = std::string(120, 'W');
        tickets.back().room.reset();
        server.script("GET", "/api/tickets", 200, page_json(tickets, "c9"));
        sound();
    }
}
