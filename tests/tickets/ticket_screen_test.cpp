#include "client/tickets/ticket_screen.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

TicketComment comment(std::int64_t id, std::string text) {
    return {.id = {id},
            .ticket_id = {123},
            .author = "teacher",
            .text = std::move(text),
            .created_at = *parse_rfc3339("2026-11-23T08:00:00Z")};
}

AuditEntry log_entry(std::int64_t id, std::string action, Json before, Json after) {
    return {.id = id,
            .at = *parse_rfc3339("2026-11-23T08:05:00Z"),
            .actor_id = 3,
            .actor = "technician",
            .action = std::move(action),
            .entity = "ticket",
            .entity_id = 123,
            .before = std::move(before),
            .after = std::move(after)};
}

void script_ticket(HeadlessPlatform& server, Ticket const& known) {
    server.script("GET", "/api/tickets/123", 200, encode(known));
    server.script("GET", "/api/tickets/123/comments", 200,
                  page_json<TicketComment>({comment(1, "Die Lampe ist neu.")}));
    server.script(
        "GET", "/api/audit", 200,
        page_json<AuditEntry>(
            {log_entry(9, "update", Json{{"status", "new"}}, Json{{"status", "accepted"}}),
             log_entry(8, "comment", Json::object(), Json{{"comment_id", 1}}),
             log_entry(7, "create", Json::object(), Json{{"status", "new"}, {"title", "Kein Bild"}})}));
}

/// What the last step asked of the server.
Json sent_work(HeadlessPlatform const& server) {
    HttpCall const* call = server.last_call("PATCH", "/api/tickets/123");
    REQUIRE(call != nullptr);
    auto const body = parse_json(call->body);
    REQUIRE(body.has_value());
    return *body;
}

std::string stale(Ticket const& current) {
    return dump_json(Json{{"code", "stale"}, {"current", encode_value(current)}});
}

} // namespace

TEST_CASE("a technician sees the ticket with its device and takes it", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    CHECK(screen->has(ui::Role::heading, "Kein Bild"));
    CHECK(screen->has("Ticket #123"));
    CHECK(screen->has("Neu"));
    CHECK(screen->get(ui::Role::link, "Beamer Epson EB-992F").href == "#/geraete/17");
    CHECK(screen->has("BEA0204"));
    CHECK(screen->has("Die Lampe ist neu."));
    CHECK(screen->has("Status: Neu → In Bearbeitung")); // the log
    CHECK(server.last_call("GET", "/api/audit")->path == "/api/audit?entity=ticket&id=123&limit=200");

    Ticket taken = ticket(123, TicketStatus::accepted);
    taken.version = 4;
    server.script("PATCH", "/api/tickets/123", 200, encode(taken));
    server.script("GET", "/api/tickets/123", 200, encode(taken));
    screen->click(ui::Role::button, "Ticket übernehmen");
    CHECK(sent_work(server) == Json{{"status", "accepted"}, {"assignee", "technician"}, {"version", 3}});
    CHECK(screen->has("In Bearbeitung"));
    CHECK(screen.toasts == std::vector<std::string>{"Ticket #123 übernommen"});
    CHECK(screen->has(ui::Role::button, "Als gelöst markieren …"));
    CHECK_FALSE(screen->has(ui::Role::button, "Ticket übernehmen"));
}

TEST_CASE("a ticket is solved with a closing comment", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket(123, TicketStatus::accepted));
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123", phone_size};
    screen->tap(ui::Role::button, "Als gelöst markieren …");
    REQUIRE(screen->has(ui::Role::dialog, "Ticket #123 als gelöst markieren"));
    require_sound(screen.view());
    screen->type("Abschließender Kommentar (freiwillig)", "Kabel getauscht.");
    Ticket solved = ticket(123, TicketStatus::resolved);
    solved.version = 4;
    server.script("PATCH", "/api/tickets/123", 200, encode(solved));
    server.script("POST", "/api/tickets/123/comments", 201, encode(comment(2, "Kabel getauscht.")));
    screen->tap(ui::Role::button, "Als gelöst markieren");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Ticket #123 als gelöst markieren"));
    CHECK(sent_work(server) == Json{{"status", "resolved"}, {"version", 3}});
    auto const body = decode<TicketComment>(server.last_call("POST", "/api/tickets/123/comments")->body);
    REQUIRE(body.has_value());
    CHECK(body->text == "Kabel getauscht.");
    CHECK(screen.toasts == std::vector<std::string>{"Ticket #123 gelöst", "Kommentar gespeichert"});
    CHECK(screen->has(ui::Role::button, "Wieder öffnen"));
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("a closing comment that does not get through waits in the form", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket(123, TicketStatus::accepted));
    Ticket solved = ticket(123, TicketStatus::resolved);
    server.script("PATCH", "/api/tickets/123", 200, encode(solved));
    server.script("POST", "/api/tickets/123/comments", 503);
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    screen->click(ui::Role::button, "Als gelöst markieren …");
    screen->type("Abschließender Kommentar (freiwillig)", "Kabel getauscht.");
    screen->click(ui::Role::button, "Als gelöst markieren");
    HttpCall const* call = server.last_call("POST", "/api/tickets/123/comments");
    REQUIRE(call != nullptr);
    std::string const key = call->idempotency_key;
    CHECK(screen->field("Neuer Kommentar").value == "Kabel getauscht.");
    CHECK(screen->has("Der Kommentar ist noch nicht gespeichert"));
    CHECK(screen.screen().unsaved());
    require_sound(screen.view());
    server.script("POST", "/api/tickets/123/comments", 201, encode(comment(2, "x")));
    screen->click(ui::Role::button, "Kommentar hinzufügen");
    CHECK(server.last_call("POST", "/api/tickets/123/comments")->idempotency_key == key);
    CHECK(screen->field("Neuer Kommentar").value.empty());
}

TEST_CASE("a half-written comment is not sent along with the closing one", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket(123, TicketStatus::accepted));
    server.script("PATCH", "/api/tickets/123", 200, encode(ticket(123, TicketStatus::resolved)));
    int const status = GENERATE(201, 503);
    server.script("POST", "/api/tickets/123/comments", status, encode(comment(2, "Kabel getauscht.")));
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    screen->type("Neuer Kommentar", "Nur ein Gedanke");
    screen->click(ui::Role::button, "Als gelöst markieren …");
    screen->type("Abschließender Kommentar (freiwillig)", "Kabel getauscht.");
    screen->click(ui::Role::button, "Als gelöst markieren");
    auto const body = decode<TicketComment>(server.last_call("POST", "/api/tickets/123/comments")->body);
    REQUIRE(body.has_value());
    CHECK(body->text == "Kabel getauscht.");
    CHECK(screen->field("Neuer Kommentar").value ==
          (status == 201 ? "Nur ein Gedanke" : "Nur ein Gedanke\n\nKabel getauscht."));
}

TEST_CASE("a comment whose answer was lost is sent again under its key, also after a reload", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    server.script("POST", "/api/tickets/123/comments", 503);
    std::string key;
    {
        StagedScreen screen{server, make_ticket_screen, teacher(), "#/tickets/123"};
        screen->type("Neuer Kommentar", "Es geht wieder.");
        screen->click(ui::Role::button, "Kommentar hinzufügen");
        key = server.last_call("POST", "/api/tickets/123/comments")->idempotency_key;
        REQUIRE_FALSE(key.empty());
    }
    StagedScreen again{server, make_ticket_screen, teacher(), "#/tickets/123"};
    REQUIRE(again->field("Neuer Kommentar").value == "Es geht wieder.");
    again->click(ui::Role::button, "Kommentar hinzufügen");
    CHECK(server.last_call("POST", "/api/tickets/123/comments")->idempotency_key == key);
}

TEST_CASE("a route without a number of a ticket says that there is none", "[tickets][screen]") {
    HeadlessPlatform server;
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/abc"};
    CHECK(screen->has_part("wurde nicht gefunden"));
    CHECK_FALSE(screen->has_part("Wird geladen"));
    CHECK(server.last_call("GET", "/api/tickets/0") == nullptr);
    require_sound(screen.view());
}

TEST_CASE("when somebody else was faster nothing typed is lost and the step can be repeated",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket(123, TicketStatus::accepted));
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    Ticket theirs = ticket(123, TicketStatus::waiting);
    theirs.assignee = "kollegin";
    theirs.version = 8;
    server.script("PATCH", "/api/tickets/123", 409, stale(theirs));
    screen->click(ui::Role::button, "Als gelöst markieren …");
    screen->type("Abschließender Kommentar (freiwillig)", "Kabel getauscht.");
    screen->click(ui::Role::button, "Als gelöst markieren");
    CHECK(screen->has("Das Ticket wurde inzwischen geändert"));
    CHECK(screen->has_part("Status: In Bearbeitung → Zurückgestellt"));
    CHECK(screen->has_part("Zuständig: technician → kollegin"));
    CHECK(screen->field("Abschließender Kommentar (freiwillig)").value == "Kabel getauscht.");
    require_sound(screen.view());

    Ticket solved = theirs;
    solved.status = TicketStatus::resolved;
    server.script("PATCH", "/api/tickets/123", 200, encode(solved));
    server.script("POST", "/api/tickets/123/comments", 201, encode(comment(2, "Kabel getauscht.")));
    screen->click(ui::Role::button, "Als gelöst markieren");
    CHECK(sent_work(server)["version"] == 8); // against what is stored now
    CHECK_FALSE(screen->has("Das Ticket wurde inzwischen geändert"));
}

TEST_CASE("a step that gets no answer is sent again with the same key", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    server.set_away(true);
    screen->click(ui::Role::button, "Ticket übernehmen");
    std::string const key = server.last_call("PATCH", "/api/tickets/123")->idempotency_key;
    CHECK(screen->has("Die Änderung ist noch nicht gespeichert"));
    require_sound(screen.view());
    server.set_away(false);
    server.script("PATCH", "/api/tickets/123", 200, encode(ticket(123, TicketStatus::accepted)));
    screen->click(ui::Role::button, "Ticket übernehmen");
    CHECK(server.last_call("PATCH", "/api/tickets/123")->idempotency_key == key);
    CHECK_FALSE(screen->has("Die Änderung ist noch nicht gespeichert"));
}

TEST_CASE("the wrong device of a ticket is corrected; old and new are both seen before",
          "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    Asset other = projector();
    other.id = {18};
    other.tag = "BEA0205";
    other.name = "Beamer Acer";
    other.room = "205";
    server.script("GET", "/api/lookup/bea0205", 200, encode(found(other)));
    server.script("GET", "/api/lookup/NIX", 404, problem("not_found"));
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    screen->click(ui::Role::button, "Anderes Gerät zuordnen …");
    CHECK(screen->has("Beamer Epson EB-992F · BEA0204 · Raum 204 · GYM-03"));
    screen->click(ui::Role::button, "Gerät zuordnen"); // nothing entered
    CHECK(screen->field("Inventarnummer oder Seriennummer").invalid);

    screen->type("Inventarnummer oder Seriennummer", "NIX");
    screen->wait(typing_pause_ms);
    CHECK(screen->field("Inventarnummer oder Seriennummer").invalid);
    screen->type("Inventarnummer oder Seriennummer", "bea0205");
    screen->submit("Inventarnummer oder Seriennummer");
    CHECK(screen->has("Beamer Acer · BEA0205 · Raum 205 · GYM-03"));
    require_sound(screen.view());

    Ticket corrected = ticket();
    corrected.asset_id = {18};
    corrected.asset_tag = "BEA0205";
    corrected.asset_name = "Beamer Acer";
    corrected.version = 4;
    server.script("PATCH", "/api/tickets/123", 200, encode(corrected));
    screen->click(ui::Role::button, "Gerät zuordnen");
    CHECK(sent_work(server) == Json{{"asset_code", "BEA0205"}, {"version", 3}});
    CHECK(screen->get(ui::Role::link, "Beamer Acer").href == "#/geraete/18");
    CHECK(screen.toasts == std::vector<std::string>{"Gerät von Ticket #123 korrigiert"});
}

TEST_CASE("a device the server does not know keeps the dialog open with its code", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    server.script("PATCH", "/api/tickets/123", 422, problem("invalid", {{"asset_code", "unknown_asset"}}));
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    screen->click(ui::Role::button, "Anderes Gerät zuordnen …");
    screen->type("Inventarnummer oder Seriennummer", "NIX");
    screen->click(ui::Role::button, "Gerät zuordnen"); // before anything was looked up
    CHECK(screen->field("Inventarnummer oder Seriennummer").invalid);
    CHECK(screen->field("Inventarnummer oder Seriennummer").value == "NIX");
}

TEST_CASE("a school reads its report without the office's steps, and comments on it", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket(123, TicketStatus::accepted));
    StagedScreen screen{server, make_ticket_screen, teacher(), "#/tickets/123"};
    CHECK(screen->has("Meldung #123"));
    CHECK(screen->has("Wird bearbeitet von technician"));
    for (char const* step :
         {"Ticket übernehmen", "Zurückstellen", "Als gelöst markieren …", "Ticket schließen", "Zuweisung aufheben", "Anderes Gerät zuordnen …"})
        CHECK_FALSE(screen->has(ui::Role::button, step));
    CHECK(server.last_call("GET", "/api/audit") == nullptr);
    CHECK_FALSE(screen->has_part("Ticket"));

    screen->click(ui::Role::button, "Kommentar hinzufügen"); // nothing typed
    CHECK(screen->field("Neuer Kommentar").invalid);
    screen->type("Neuer Kommentar", "Ab 10 Uhr ist der Raum frei.");
    server.script("POST", "/api/tickets/123/comments", 201,
                  encode(comment(2, "Ab 10 Uhr ist der Raum frei.")));
    server.script("GET", "/api/tickets/123/comments", 200,
                  page_json<TicketComment>(
                      {comment(1, "Die Lampe ist neu."), comment(2, "Ab 10 Uhr ist der Raum frei.")}));
    screen->click(ui::Role::button, "Kommentar hinzufügen");
    CHECK(screen->has("Ab 10 Uhr ist der Raum frei."));
    CHECK(screen->field("Neuer Kommentar").value.empty());
    CHECK(screen.toasts == std::vector<std::string>{"Kommentar gespeichert"});
}

TEST_CASE("a comment being typed survives a reload and what others change", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    {
        StagedScreen screen{server, make_ticket_screen, teacher(), "#/tickets/123"};
        screen->type("Neuer Kommentar", "Der Raum ist");
        Ticket taken = ticket(123, TicketStatus::accepted);
        taken.version = 4;
        server.script("GET", "/api/tickets/123", 200, encode(taken));
        screen.change("ticket", 123);
        CHECK(screen->has("In Bearbeitung"));
        CHECK(screen->field("Neuer Kommentar").value == "Der Raum ist");
        std::size_t const calls = server.calls().size();
        screen.change("ticket", 99); // another ticket: nothing is asked
        CHECK(server.calls().size() == calls);
    }
    StagedScreen again{server, make_ticket_screen, teacher(), "#/tickets/123"};
    CHECK(again->field("Neuer Kommentar").value == "Der Raum ist");
}

TEST_CASE("an older answer does not undo what my own step has shown", "[tickets][screen]") {
    HeadlessPlatform server;
    script_ticket(server, ticket());
    StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123"};
    Ticket taken = ticket(123, TicketStatus::accepted);
    taken.version = 4;
    server.script("PATCH", "/api/tickets/123", 200, encode(taken));
    screen->click(ui::Role::button, "Ticket übernehmen");
    screen.refresh(); // still answers with version 3
    CHECK(screen->has("In Bearbeitung"));
}

TEST_CASE("the ticket screen is sound in every state, on every screen, in both languages",
          "[tickets][screen]") {
    auto const look = GENERATE(from_range(looks));
    CAPTURE(look.size.width, look.language);
    HeadlessPlatform server;
    auto const sound = [&](Person const& me) {
        CAPTURE(me.username);
        StagedScreen screen{server, make_ticket_screen, me, "#/tickets/123", look.size, look.language};
        require_sound(screen.view());
        CHECK(screen->count(ui::Role::heading) >= 1);
    };
    SECTION("while everything is loading, and when everything fails") {
        sound(teacher());
        server.set_away(true);
        sound(technician());
    }
    SECTION("when only the ticket arrives") {
        server.script("GET", "/api/tickets/123", 200, encode(ticket()));
        sound(technician());
        for (char const* path : {"/api/tickets/123/comments", "/api/audit"})
            server.script("GET", path, 500);
        sound(technician());
    }
    SECTION("when there is no such ticket") {
        server.script("GET", "/api/tickets/123", 404, problem("not_found"));
        sound(teacher());
    }
    SECTION("in every status, for the office and for the school") {
        for (auto const& [status, word] : EnumWords<TicketStatus>::values) {
            CAPTURE(word);
            script_ticket(server, ticket(123, status));
            for (Person const& me : {teacher(), technician(), coordinator()})
                sound(me);
        }
    }
    SECTION("with a dialog open") {
        bool const german = look.language == "de";
        script_ticket(server, ticket(123, TicketStatus::accepted));
        Asset other = projector();
        other.tag = "BEA0205";
        server.script("GET", "/api/lookup/BEA0205", 200, encode(found(other)));
        StagedScreen screen{server,          make_ticket_screen, technician(),
                            "#/tickets/123", look.size,          look.language};
        screen->click(ui::Role::button, german ? "Als gelöst markieren …" : "Mark as solved…");
        REQUIRE(screen->count(ui::Role::dialog) == 1);
        require_sound(screen.view());
        screen->escape();
        REQUIRE(screen->count(ui::Role::dialog) == 0);
        screen->click(ui::Role::button, german ? "Anderes Gerät zuordnen …" : "Assign another device…");
        REQUIRE(screen->count(ui::Role::dialog) == 1);
        require_sound(screen.view());
        char const* const code = german ? "Inventarnummer oder Seriennummer" : "Inventory number or serial number";
        screen->type(code, "BEA0205");
        screen->submit(code);
        CHECK(screen->has(german ? "Neu" : "New"));
        require_sound(screen.view());
    }
    SECTION("with long words, nobody's names and nothing said yet") {
        Ticket odd = ticket();
        odd.title = std::string(60, 'W') + " " + std::string(59, 'w');
        odd.description = "";
        odd.reporter.reset();
        odd.room.reset();
        odd.school_code.reset();
        script_ticket(server, odd);
        server.script("GET", "/api/tickets/123/comments", 200, page_json<TicketComment>({}));
        server.script("GET", "/api/audit", 200, page_json<AuditEntry>({}));
        sound(technician());
    }
}
