#include "client/screens.hpp"
#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

Person const technician = person_with(schulkit::Role::technician);

void serve_code(HeadlessPlatform& server) {
    serve_choices(server);
    server.script("GET", "/api/assets", 200, encode(Page<Asset>{}));
    server.script("GET", "/api/assets/12", 200, encode(projector()));
    server.script("GET", "/api/lookup/bea0204", 200,
                  encode(Found{.id = 12, .tag = "BEA0204", .name = "Beamer Raum 204"}));
    server.script("GET", "/api/lookup/XYZ%2F1", 404, problem("not_found"));
    server.script("GET", "/api/lookup/KAPUTT", 500, problem("internal"));
}

} // namespace

TEST_CASE("the address on a label opens its device, and Back does not come by it again",
          "[assets][code][screen]") {
    AppStage stage{technician, "#/g/bea0204", serve_code};
    CHECK(stage.route() == "#/geraete/12");
    CHECK(stage.platform().history.size() == 1);
    CHECK(stage.screen().has(Role::heading, "Beamer Raum 204"));
}

TEST_CASE("an unknown code is named, and can be searched for", "[assets][code][screen]") {
    AppStage stage{technician, "#/g/XYZ%2F1", serve_code};
    CHECK(stage.screen().has_part("Zu „XYZ/1“ wurde nichts gefunden"));
    stage.screen().click(Role::button, "Im Inventar suchen");
    CHECK(stage.route() == "#/geraete?q=XYZ%2F1");
}

TEST_CASE("who may add devices adds that of an unknown label at once, with its number filled in", "[assets][code][screen]") {
    AppStage stage{technician, "#/g/XYZ%2F1", serve_code};
    stage.screen().click(Role::link, "Gerät anlegen");
    CHECK(stage.route() == "#/geraete/neu?etikett=XYZ%2F1");
    CHECK(stage.screen().field("Inventarnummer").value == "XYZ/1");
    AppStage school{person_with(schulkit::Role::school_staff, {"GYM-03"}), "#/g/XYZ%2F1", serve_code};
    CHECK_FALSE(school.screen().has(Role::link, "Gerät anlegen"));
}

TEST_CASE("the office makes a kit of an unknown label, with the label filled in", "[assets][kits][code][screen]") {
    AppStage stage{coordinator, "#/g/XYZ%2F1", serve_code};
    stage.screen().click(Role::link, "Koffer anlegen");
    CHECK(stage.route() == "#/koffer/neu?etikett=XYZ%2F1");
    CHECK(stage.screen().field("Etikett").value == "XYZ/1");
    AppStage other{technician, "#/g/XYZ%2F1", serve_code};
    CHECK_FALSE(other.screen().has(Role::link, "Koffer anlegen"));
}

TEST_CASE("the menu marks the entry that a page belongs to", "[app]") {
    auto const area = [](std::string_view route, schulkit::Role role) { return menu_area_of(parse_route(route), role); };
    CHECK(area("#/tickets/12", schulkit::Role::school_staff) == "meldungen");
    CHECK(area("#/tickets/12", schulkit::Role::technician) == "tickets");
    CHECK(area("#/melden", schulkit::Role::school_staff) == "melden");
    CHECK(area("#/melden?geraet=X", schulkit::Role::coordinator) == "tickets");
    CHECK(area("#/g/BEA0204", schulkit::Role::technician) == "geraete");
    CHECK(area("#/koffertypen/neu", schulkit::Role::coordinator) == "koffer");
    CHECK(area("#/schuljahre", schulkit::Role::coordinator) == "koffer");
    CHECK(area("#/", schulkit::Role::technician).empty());
}

TEST_CASE("a code is looked up again when the server is back", "[assets][code][screen]") {
    AppStage stage{technician, "#/g/KAPUTT", serve_code};
    CHECK(stage.screen().has_part("KAPUTT konnte nicht gesucht werden"));
    stage.platform().script("GET", "/api/lookup/KAPUTT", 200, encode(Found{.id = 12}));
    stage.screen().click(Role::button, "Erneut versuchen");
    CHECK(stage.route() == "#/geraete/12");
}

TEST_CASE("a code is sound in every state, size and language", "[assets][code][screen]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        for (std::string const code : {"wartet", "XYZ%2F1", "KAPUTT"}) {
            INFO(code);
            AppStage stage{technician, "#/g/" + code, serve_code, size, language};
            require_sound(stage.screen());
        }
    });
}

} // namespace schulkit::test
