#include "client/kits/kit_form_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Kit named_kit() {
    return {.id = {7}, .tag = "TK0007", .name = "Koffer 07", .kit_type_id = {1}, .kit_type_name = "iPad-Koffer",
            .notes = "Rollen klemmen", .version = 3};
}

KitType offered_type(std::int64_t id, std::string name) {
    return {.id = {id}, .name = std::move(name), .slots = {{.label = "Tablet", .category = "Tablet", .quantity = 16}}};
}

void serve_kit_form(HeadlessPlatform& server) {
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({offered_type(1, "iPad-Koffer"), offered_type(2, "Laptop-Koffer")}));
    server.script("GET", "/api/kits/7", 200, encode(named_kit()));
    server.script("GET", "/api/kits", 200, page_json<KitSummary>({}));
    server.script("GET", "/api/kits/9", 404, problem("not_found"));
    server.script("GET", "/api/kits/5", 500, problem("internal"));
}

Json kit_sent(HeadlessPlatform const& server, std::string_view method, std::string_view path) {
    HttpCall const* call = server.last_call(method, path);
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

} // namespace

TEST_CASE("a new kit leads to where it is filled by scanning", "[kits][screen]") {
    test::AppStage stage{test::coordinator, "#/koffer/neu?etikett=TK0007", serve_kit_form};
    CHECK(stage.screen().field("Etikett").value == "TK0007");
    CHECK_FALSE(stage.platform().unsaved); // the label alone is no work to be lost
    stage.screen().type("Name", "Koffer 07");
    stage.screen().click(ui::Role::button, "Speichern");
    CHECK(stage.screen().field("Koffertyp").invalid);
    stage.screen().choose("Koffertyp", "Laptop-Koffer");
    CHECK(stage.screen().has_part("16 × Tablet"));
    stage.screen().type("Lieferung am", "2026-12-01");
    stage.platform().script("POST", "/api/kits", 409, problem("taken", {{"tag", "taken", {}}}));
    stage.screen().click(ui::Role::button, "Speichern");
    CHECK(stage.screen().field("Etikett").invalid);
    stage.platform().script("POST", "/api/kits", 201, encode(named_kit()));
    stage.screen().click(ui::Role::button, "Speichern");
    Json const sent = kit_sent(stage.platform(), "POST", "/api/kits");
    CHECK(sent["tag"] == "TK0007");
    CHECK(sent["name"] == "Koffer 07");
    CHECK(sent["kit_type_id"] == 2);
    CHECK(sent["delivered_on"] == "2026-12-01");
    CHECK(stage.route() == "#/koffer/7");
    CHECK(stage.screen().has_part("Scannen Sie jetzt die Geräte."));
    CHECK(stage.screen().has(ui::Role::button, "Einlegen"));
}

TEST_CASE("where there is only one kit type it is chosen already", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kit_form(server);
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({offered_type(3, "iPad-Koffer")}));
    StagedScreen screen{server, make_kit_form_screen, samples::coordinator(), "#/koffer/neu"};
    CHECK(screen->field("Koffertyp").value == "3");
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("a kit's name, notes and delivery change, its type stays", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kit_form(server);
    StagedScreen screen{server, make_kit_form_screen, samples::coordinator(), "#/koffer/7/bearbeiten"};
    CHECK_FALSE(screen->field("Koffertyp").enabled);
    screen->type("Name", "Koffer sieben");
    screen->type("Notizen", "");
    server.script("PATCH", "/api/kits/7", 200, encode(named_kit()));
    screen->click(ui::Role::button, "Speichern");
    CHECK(kit_sent(server, "PATCH", "/api/kits/7") == Json{{"name", "Koffer sieben"}, {"notes", nullptr}, {"version", 3}});
    CHECK(screen.route() == "#/koffer/7");
}

TEST_CASE("a kit that somebody else renamed meanwhile is not overwritten unasked", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kit_form(server);
    StagedScreen screen{server, make_kit_form_screen, samples::coordinator(), "#/koffer/7/bearbeiten"};
    screen->type("Name", "Koffer sieben");
    Kit theirs = named_kit();
    theirs.name = "Koffer VII";
    theirs.version = 4;
    server.script("PATCH", "/api/kits/7", 409, dump_json({{"code", "stale"}, {"current", encode_value(theirs)}}));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->has_part("gespeichert ist jetzt „Koffer VII“. Ihre Eingabe: „Koffer sieben“"));
    screen->click(ui::Role::button, "Name nicht überschreiben");
    CHECK(screen->field("Name").value == "Koffer VII");
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("the forms of kits are sound in every state, size and language", "[kits][screen]") {
    test::in_every_look([](ScreenSize size, std::string_view language) {
        for (std::string const route : {"#/koffer/neu", "#/koffer/7/bearbeiten", "#/koffer/9/bearbeiten", "#/koffer/5/bearbeiten"}) {
            INFO(route);
            test::AppStage stage{test::coordinator, route, serve_kit_form, size, language};
            require_sound(stage.screen());
            test::AppStage kept_out{test::person_with(Role::technician), route, serve_kit_form, size, language};
            CHECK_FALSE(kept_out.screen().has(ui::Role::button, language == "de" ? "Speichern" : "Save"));
        }
    });
}
