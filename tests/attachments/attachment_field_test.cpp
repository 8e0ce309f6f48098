// Adding photos to a report, and finding them on its ticket.

#include "client/attachments/attachment_model.hpp"
#include "client/tickets/report_screen.hpp"
#include "client/tickets/ticket_screen.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Attachment photo(char letter) {
    return {.sha256 = std::string(64, letter), .media_type = MediaType::jpeg, .size = 1'468'006};
}

void script_report(HeadlessPlatform& server) {
    server.script("GET", "/api/schools", 200, page_json(schools()));
    server.script("GET", "/api/rooms", 200, page_json<schulkit::Room>({}));
    server.script("GET", "/api/assets", 200, page_json<Asset>({projector()}));
    server.script("GET", "/api/lookup/BEA0204", 200, encode(found(projector())));
    server.script("GET", "/api/tickets", 200, page_json<Ticket>({}));
    server.script("POST", "/api/tickets", 201, encode(ticket()));
}

constexpr char const* choose = "Foto wählen";

std::vector<AttachmentLink> sent_links(HeadlessPlatform const& server) {
    HttpCall const* call = server.last_call("POST", "/api/tickets");
    REQUIRE(call != nullptr);
    auto const report = decode<TicketReport>(call->body);
    REQUIRE(report.has_value());
    return report->attachments;
}

} // namespace

TEST_CASE("a photo is sent as soon as it is chosen, and goes with the report", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    CHECK(screen->has("JPEG, PNG oder WebP, höchstens 10 MB. Bitte keine Schülerinnen und Schüler fotografieren, keine Namen."));
    screen->choose_file(choose, "C:\\fakepath\\Beamer vorn.JPG");
    HttpCall const* call = server.last_call("POST", "/api/attachments");
    REQUIRE(call != nullptr);
    CHECK(call->file_handle == "1");
    CHECK(call->max_file_bytes == static_cast<std::int64_t>(max_attachment_bytes));
    CHECK(call->body.empty());
    CHECK(call->idempotency_key.size() == 32);

    // on its way: the report waits for it
    CHECK(screen->has(ui::Role::progressbar, "„C:\\fakepath\\Beamer vorn.JPG“ wird gesendet …"));
    CHECK_FALSE(screen->get(ui::Role::button, "Absenden").enabled);
    CHECK_FALSE(screen->get(ui::Role::file, choose).enabled);
    server.report_upload(0.5F);
    screen->settle();
    CHECK(screen->get(ui::Role::progressbar, "„C:\\fakepath\\Beamer vorn.JPG“ wird gesendet …").progress == 0.5F);
    CHECK(screen.screen().unsaved());
    screen->submit("Titel");
    CHECK(server.last_call("POST", "/api/tickets") == nullptr);

    REQUIRE(server.answer("/api/attachments", {.status = 201, .body = encode(photo('a'))}));
    screen->settle();
    CHECK(screen->has("Beamer vorn.jpg · 1,4 MB"));
    CHECK(screen.toasts == std::vector<std::string>{"„Beamer vorn.jpg“ ist hinzugefügt"}); // said to a screen reader
    require_sound(screen.view());
    screen->click(ui::Role::button, "Absenden");
    CHECK(sent_links(server) == std::vector<AttachmentLink>{{std::string(64, 'a'), "Beamer vorn.jpg"}});
    CHECK(server.storage.empty());
}

TEST_CASE("a photo can be removed again, and one chosen twice is there once", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    server.script("POST", "/api/attachments", 201, encode(photo('a')));
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    screen->choose_file(choose, "eins.jpg");
    screen->choose_file(choose, "noch einmal.jpg");
    CHECK(screen->has("eins.jpg · 1,4 MB"));
    CHECK_FALSE(screen->has("noch einmal.jpg · 1,4 MB"));
    server.script("POST", "/api/attachments", 201, encode(photo('b')));
    screen->choose_file(choose, "zwei.jpg");
    screen->click(ui::Role::button, "„eins.jpg“ entfernen");
    screen->click(ui::Role::button, "Absenden");
    CHECK(sent_links(server) == std::vector<AttachmentLink>{{std::string(64, 'b'), "zwei.jpg"}});
}

TEST_CASE("a file that is refused says why, and the report goes on without it", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    struct Refusal {
        int status;
        char const* code;
        char const* words;
    };
    for (Refusal const& refusal :
         {Refusal{413, "too_large", "Die Datei ist zu groß. Möglich sind höchstens 10 MB."},
          Refusal{422, "heic_photo",
                  "Dieses Foto hat das Format HEIC, das viele Programme nicht zeigen können. Bitte senden Sie es als JPEG."},
          Refusal{422, "not_an_image", "Diese Datei ist beschädigt oder kein gültiges Bild. Bitte nehmen Sie es noch einmal auf."},
          Refusal{422, "unknown_media", "Möglich sind Fotos (JPEG, PNG, WebP) und PDF-Dateien. Diese Datei gehört nicht dazu."}}) {
        server.script("POST", "/api/attachments", refusal.status, problem(refusal.code));
        screen->choose_file(choose, "groß.jpg");
        INFO(screen->text());
        CHECK(screen->has_part("„groß.jpg“ wurde nicht hinzugefügt"));
        CHECK(screen->has_part(refusal.words));
        CHECK_FALSE(screen->has(ui::Role::button, "Noch einmal senden")); // it would say the same
        require_sound(screen.view());
    }
    screen->click(ui::Role::button, "Ohne diese Datei weiter");
    CHECK_FALSE(screen->has_part("wurde nicht hinzugefügt"));
    screen->click(ui::Role::button, "Absenden");
    CHECK(sent_links(server).empty());
}

TEST_CASE("a photo whose answer got lost is sent again as the same one", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->choose_file(choose, "eins.jpg");
    std::string const key = server.last_call("POST", "/api/attachments")->idempotency_key;
    REQUIRE(server.answer("/api/attachments", {.status = 0}));
    screen->settle();
    CHECK(screen->has_part("„eins.jpg“ wurde nicht hinzugefügt"));
    screen->click(ui::Role::button, "Noch einmal senden");
    HttpCall const* again = server.last_call("POST", "/api/attachments");
    CHECK(again->idempotency_key == key);
    CHECK(again->file_handle == "1");
    // another file in its place is another one
    REQUIRE(server.answer("/api/attachments", {.status = 0}));
    screen->settle();
    screen->choose_file(choose, "zwei.jpg");
    CHECK(server.last_call("POST", "/api/attachments")->idempotency_key != key);
}

TEST_CASE("photos of a report survive the page being loaded again", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    server.script("POST", "/api/attachments", 201, encode(photo('a')));
    {
        StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
        screen->choose_file(choose, "eins.jpg");
    }
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    CHECK(screen->has("eins.jpg · 1,4 MB"));
    screen->click(ui::Role::button, "Entwurf verwerfen");
    CHECK_FALSE(screen->has("eins.jpg · 1,4 MB"));
    CHECK(server.storage.empty());
}

TEST_CASE("after the sixth photo there is no place for another", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    for (char const letter : std::string_view{"abcdef"}) {
        REQUIRE(screen->get(ui::Role::file, choose).enabled);
        server.script("POST", "/api/attachments", 201, encode(photo(letter)));
        screen->choose_file(choose, std::string{letter} + ".jpg");
    }
    CHECK_FALSE(screen->get(ui::Role::file, choose).enabled);
    CHECK(screen->has("Mehr als 6 Dateien sind nicht möglich."));
    screen->click(ui::Role::button, "„c.jpg“ entfernen");
    CHECK(screen->get(ui::Role::file, choose).enabled);
}

TEST_CASE("a photo that the server no longer knows is said where the report is sent", "[attachments][screen]") {
    HeadlessPlatform server;
    script_report(server);
    server.script("POST", "/api/attachments", 201, encode(photo('a')));
    server.script("POST", "/api/tickets", 422, problem("invalid", {{"attachments.0.sha256", "unknown_attachment"}}));
    StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204"};
    screen->type("Titel", "Kein Bild");
    screen->choose_file(choose, "eins.jpg");
    screen->click(ui::Role::button, "Absenden");
    CHECK(screen->has_part("Diese Datei ist nicht mehr da."));
    screen->click(ui::Role::button, "„eins.jpg“ entfernen");
    CHECK_FALSE(screen->has_part("Diese Datei ist nicht mehr da."));
}

TEST_CASE("on a telephone the camera is one press away", "[attachments][screen]") {
    for (Look const look : looks) {
        HeadlessPlatform server;
        script_report(server);
        server.script("POST", "/api/attachments", 201, encode(photo('a')));
        StagedScreen screen{server, make_report_screen, teacher(), "#/melden?geraet=BEA0204", look.size, look.language};
        bool const german = look.language == "de";
        std::string const camera = german ? "Foto aufnehmen" : "Take a photo";
        std::string const file = german ? "Foto wählen" : "Choose a photo";
        INFO(screen->text());
        CHECK(screen->has(ui::Role::file, camera) == (look.size.width == phone_size.width));
        REQUIRE(screen->has(ui::Role::file, file));
        CHECK_FALSE(screen->get(ui::Role::file, file).camera);
        CHECK(screen->get(ui::Role::file, file).accept == "image/jpeg,image/png,image/webp");
        if (screen->has(ui::Role::file, camera)) CHECK(screen->get(ui::Role::file, camera).camera);
        screen->choose_file(screen->has(ui::Role::file, camera) ? camera : file, "ein sehr langer Name eines Fotos von vorn.jpg");
        require_sound(screen.view());
    }
}

TEST_CASE("a ticket shows its photos as links, and says nothing where there are none", "[attachments][screen]") {
    for (Look const look : looks) {
        HeadlessPlatform server;
        server.script("GET", "/api/tickets/123", 200, encode(ticket()));
        server.script("GET", "/api/tickets/123/comments", 200, page_json<TicketComment>({}));
        server.script("GET", "/api/audit", 200, page_json<AuditEntry>({}));
        server.script("GET", "/api/tickets/123/attachments", 200,
                      page_json<AttachedFile>({{.position = 1,
                                                .sha256 = std::string(64, 'a'),
                                                .name = "Beamer vorn.jpg",
                                                .media_type = MediaType::jpeg,
                                                .size = 312'000}}));
        StagedScreen screen{server, make_ticket_screen, technician(), "#/tickets/123", look.size, look.language};
        REQUIRE(screen->has(ui::Role::heading, look.language == "de" ? "Fotos" : "Photos"));
        ui::Node const& link = screen->get(ui::Role::link, "Beamer vorn.jpg");
        CHECK(link.href == "api/tickets/123/attachments/1"); // wherever the page lies
        CHECK(link.description == "305 KB");
        require_sound(screen.view());
        server.script("GET", "/api/tickets/123/attachments", 200, page_json<AttachedFile>({}));
        screen.refresh();
        CHECK_FALSE(screen->has(ui::Role::heading, look.language == "de" ? "Fotos" : "Photos"));
    }
}
