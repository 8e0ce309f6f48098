#include "client/palette/palette_model.hpp"
#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

void serve(HeadlessPlatform& server) {
    serve_choices(server);
    server.script("GET", "/api/assets", 200, encode(page_of<Asset>({projector()})));
    server.script("GET", "/api/tickets", 200,
                  encode(page_of<Ticket>({{.id = {41}, .asset_name = "Beamer Raum 204", .title = "Kein Bild"}})));
    server.script("GET", "/api/audit", 200, encode(Page<AuditEntry>{}));
}

void open_by_key(AppStage& stage) {
    stage.app().on_command(AppCommand::search);
    stage.screen().settle();
}

void search(AppStage& stage, std::string_view words, std::string_view field = "Suchen") {
    stage.screen().type(field, words);
    stage.screen().wait(500);
}

} // namespace

TEST_CASE("a command is found by parts of its words, in any case and with any accent", "[palette]") {
    CHECK(matches("", "Liste einlesen"));
    CHECK(matches("einl", "Liste einlesen"));
    CHECK(matches("LISTE lesen", "Liste einlesen"));
    CHECK(matches("geraet", "Gerät anlegen"));
    CHECK_FALSE(matches("liste aus", "Liste einlesen"));
}

TEST_CASE("the palette offers screens and actions at once, and records once somebody types", "[palette]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        AppStage stage{coordinator, "#/geraete", serve, size, language};
        open_by_key(stage);
        require_sound(stage.screen());
        std::size_t const calls = stage.platform().calls().size();
        search(stage, "beamer", language == "de" ? "Suchen" : "Search");
        CHECK(stage.platform().calls().size() == calls + 2); // one pause, one question each
        CHECK(stage.screen().has_part("Beamer Raum 204"));
        CHECK(stage.screen().has_part("#41 Kein Bild"));
        require_sound(stage.screen());
    });
}

TEST_CASE("Enter opens the first hit and closes the palette", "[palette]") {
    AppStage stage{coordinator, "#/geraete", serve};
    open_by_key(stage);
    search(stage, "BEA0204");
    stage.screen().submit("Suchen");
    CHECK(stage.route() == "#/geraete/12");
    CHECK(stage.screen().count(Role::dialog) == 0);
    stage.back();
    CHECK(stage.route() == "#/geraete");
}

TEST_CASE("Enter before the answer opens what is found for all that was typed", "[palette]") {
    AppStage stage{coordinator, "#/geraete", serve};
    open_by_key(stage);
    search(stage, "BEA");
    Asset other = projector();
    other.id = {99};
    stage.platform().script("GET", "/api/assets", 200, encode(page_of<Asset>({other})));
    stage.screen().type("Suchen", "BEA0999");
    stage.screen().submit("Suchen"); // the hits shown are those of "BEA"
    CHECK(stage.route() == "#/geraete");
    stage.screen().wait(500);
    CHECK(stage.route() == "#/geraete/99");
}

TEST_CASE("a scan closes whatever lies over the page", "[palette]") {
    AppStage stage{coordinator, "#/geraete", serve};
    stage.screen().click(Role::button, "Spalten");
    stage.app().on_scan("BEA0204");
    stage.screen().settle();
    CHECK(stage.screen().count(Role::dialog) == 0);
    open_by_key(stage);
    stage.app().on_scan("BEA0205");
    stage.screen().settle();
    CHECK(stage.screen().count(Role::dialog) == 0);
}

TEST_CASE("the camera opens from the bar and from the palette, and closes with the scan that leads elsewhere", "[palette][camera]") {
    AppStage stage{coordinator, "#/geraete", serve};
    stage.screen().click(Role::button, "Mit Kamera scannen"); // of the bar
    CHECK(stage.platform().camera_open);
    stage.app().on_scan("BEA0204");
    stage.screen().settle();
    CHECK_FALSE(stage.platform().camera_open);
    CHECK(stage.platform().history[1] == "#/g/BEA0204");
    open_by_key(stage);
    search(stage, "kamera");
    stage.screen().click(Role::button, "Mit Kamera scannen");
    CHECK(stage.platform().camera_open);
    CHECK(stage.screen().count(Role::dialog) == 0);
}

TEST_CASE("an action of the palette is done, a screen is opened", "[palette]") {
    AppStage stage{coordinator, "#/geraete", serve};
    stage.screen().click(Role::button, "Suchen"); // of the bar
    search(stage, "dunkle");
    stage.screen().click(Role::button, "Dunkle Farben");
    CHECK(stage.platform().storage["setting.colors"] == "dark");
    open_by_key(stage);
    search(stage, "darst");
    stage.screen().click(Role::link, "Darstellung");
    CHECK(stage.route() == "#/darstellung");
    open_by_key(stage);
    CHECK(stage.screen().field("Suchen").value.empty()); // begins anew
}

TEST_CASE("the palette offers only what the person may do", "[palette]") {
    AppStage stage{teacher, "#/", serve};
    open_by_key(stage);
    CHECK(stage.screen().has(Role::link, "Defekt melden"));
    CHECK_FALSE(stage.screen().has(Role::link, "Liste einlesen"));
    CHECK_FALSE(stage.screen().has(Role::link, "Gerät anlegen"));
}

TEST_CASE("nothing found is said, and so is a search that failed", "[palette]") {
    AppStage stage{coordinator, "#/geraete", serve};
    stage.platform().script("GET", "/api/assets", 200, encode(Page<Asset>{}));
    stage.platform().script("GET", "/api/tickets", 200, encode(Page<Ticket>{}));
    open_by_key(stage);
    search(stage, "qqq");
    CHECK(stage.screen().has("Zu „qqq“ wurde nichts gefunden"));
    stage.platform().script("GET", "/api/assets", 500, problem("internal"));
    search(stage, "beamer");
    CHECK(stage.screen().has("Die Suche nach Geräten und Tickets ist fehlgeschlagen"));
    require_sound(stage.screen());
}

} // namespace schulkit::test
