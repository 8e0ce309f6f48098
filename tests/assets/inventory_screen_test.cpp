#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

Page<Asset> full_page() {
    Page<Asset> page;
    for (int i = 0; i < 50; ++i)
        page.items.push_back(numbered_asset(i));
    page.total = 1000;
    page.total_is_exact = false;
    page.next_cursor = "seite2";
    return page;
}

Server serves(Page<Asset> page) {
    return [page = std::move(page)](HeadlessPlatform& server) {
        serve_choices(server);
        server.script("GET", "/api/assets", 200, encode(page));
        server.script("GET", "/api/tickets", 200, encode(Page<Ticket>{}));
        server.script("GET", "/api/audit", 200, encode(Page<AuditEntry>{}));
    };
}

HttpCall const& last_list_call(AppStage& stage) {
    HttpCall const* const call = stage.platform().last_call("GET", "/api/assets");
    REQUIRE(call != nullptr);
    return *call;
}

} // namespace

TEST_CASE("the inventory is sound in every state, size and language", "[assets][inventory][screen]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        SECTION("loading " + std::to_string(size.width) + std::string{language}) {
            AppStage stage{coordinator, "#/geraete", serve_choices, size, language};
            require_sound(stage.screen());
        }
        SECTION("failed " + std::to_string(size.width) + std::string{language}) {
            AppStage stage{coordinator, "#/geraete",
                           [](HeadlessPlatform& server) {
                               serve_choices(server);
                               server.script("GET", "/api/assets", 500, problem("internal"));
                           },
                           size, language};
            require_sound(stage.screen());
            CHECK(stage.screen().count(Role::row) == 0);
        }
        SECTION("empty " + std::to_string(size.width) + std::string{language}) {
            AppStage stage{coordinator, "#/geraete", serves({}), size, language};
            require_sound(stage.screen());
        }
        SECTION("one " + std::to_string(size.width) + std::string{language}) {
            AppStage stage{teacher, "#/geraete", serves(page_of<Asset>({projector()})), size, language};
            require_sound(stage.screen());
            CHECK(stage.screen().has_part("BEA0204"));
        }
        SECTION("a full page " + std::to_string(size.width) + std::string{language}) {
            AppStage stage{coordinator, "#/geraete?schule=GYM-03&status=in_use", serves(full_page()), size,
                           language};
            require_sound(stage.screen());
            CHECK(stage.screen().has_part("TAB1000"));
        }
    });
}

TEST_CASE("typing searches after a pause and stands in the route", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    auto const calls = stage.platform().calls().size();
    stage.screen().type("Geräte suchen", "bea");
    stage.screen().wait(100);
    stage.screen().type("Geräte suchen", "beamer");
    stage.screen().wait(200);
    CHECK(stage.platform().calls().size() == calls);
    stage.screen().wait(100);
    CHECK(stage.route() == "#/geraete?q=beamer");
    CHECK(stage.platform().history.size() == 1);
    CHECK(parameter_of(last_list_call(stage), "q") == "beamer");
    CHECK(stage.screen().field("Geräte suchen").value == "beamer");
}

TEST_CASE("Enter searches at once", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    stage.screen().type("Geräte suchen", "BEA0204");
    stage.screen().submit("Geräte suchen");
    CHECK(stage.route() == "#/geraete?q=BEA0204");
}

TEST_CASE("a filter narrows the list, and Back takes it away again", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    stage.screen().choose("Schule", "GYM-03 · Gymnasium am See");
    CHECK(stage.route() == "#/geraete?schule=GYM-03");
    stage.screen().choose("Status", "In Reparatur");
    CHECK(stage.route() == "#/geraete?schule=GYM-03&status=in_repair");
    CHECK(parameter_of(last_list_call(stage), "status") == "in_repair");
    stage.back();
    CHECK(parameter_of(last_list_call(stage), "status") == "");
    CHECK(parameter_of(last_list_call(stage), "school_code") == "GYM-03");
    CHECK(stage.screen().field("Status").value == "");
}

TEST_CASE("a filter keeps what was typed just before", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    stage.screen().type("Geräte suchen", "epson");
    stage.screen().choose("Kategorie", "Beamer");
    CHECK(stage.route() == "#/geraete?kategorie=Beamer&q=epson");
    stage.screen().wait(500);
    CHECK(stage.route() == "#/geraete?kategorie=Beamer&q=epson");
}

TEST_CASE("a column sorts up, then down", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    stage.screen().click(Role::button, "Bezeichnung");
    CHECK(stage.route() == "#/geraete?sort=name");
    stage.screen().click(Role::button, "Bezeichnung");
    CHECK(stage.route() == "#/geraete?sort=-name");
    CHECK(parameter_of(last_list_call(stage), "sort") == "-name");
}

TEST_CASE("one pages forward and back, and the total is not pretended to be exact",
          "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(full_page())};
    CHECK(stage.screen().has("1–50 von mehr als 1.000"));
    stage.screen().click(Role::button, "Nächste Seite");
    CHECK(stage.route() == "#/geraete?seite=seite2");
    CHECK(stage.platform().last_focus == FocusTarget::main_heading);
    CHECK(parameter_of(last_list_call(stage), "cursor") == "seite2");
    CHECK(stage.screen().has("51–100 von mehr als 1.000"));
    stage.screen().click(Role::button, "Vorige Seite");
    CHECK(stage.route() == "#/geraete");
    CHECK(parameter_of(last_list_call(stage), "cursor") == "");
}

TEST_CASE("a row opens its device", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(page_of<Asset>({projector()}))};
    stage.platform().script("GET", "/api/assets/12", 200, encode(projector()));
    stage.screen().click(Role::link, "Beamer Raum 204");
    CHECK(stage.route() == "#/geraete/12");
    CHECK(stage.platform().history.size() == 2);
    CHECK(stage.screen().has(Role::heading, "Beamer Raum 204"));
}

TEST_CASE("an empty inventory leads to the import, a search without hits back to everything",
          "[assets][inventory][screen]") {
    SECTION("nothing there yet") {
        AppStage stage{coordinator, "#/geraete", serves({})};
        CHECK(stage.screen().has_part("Noch keine Geräte"));
        stage.screen().click(Role::button, "Liste einlesen");
        CHECK(stage.route() == "#/import");
    }
    SECTION("nothing found") {
        AppStage stage{coordinator, "#/geraete?q=zebra", serves({})};
        CHECK(stage.screen().has_part("Kein Gerät gefunden"));
        stage.screen().click(Role::button, "Suche und Filter zurücksetzen");
        CHECK(stage.route() == "#/geraete");
        CHECK(stage.screen().field("Geräte suchen").value == "");
    }
}

TEST_CASE("everybody finds the actions their role has", "[assets][inventory][screen][access]") {
    SECTION("a coordinator adds and imports") {
        AppStage stage{coordinator, "#/geraete", serves(full_page())};
        CHECK(stage.screen().has(Role::link, "Gerät anlegen"));
        CHECK(stage.screen().has(Role::combobox, "Schule"));
    }
    SECTION("a technician adds, and imports nothing") {
        AppStage stage{person_with(schulkit::Role::technician), "#/geraete", serves(full_page())};
        CHECK(stage.screen().has(Role::link, "Gerät anlegen"));
        CHECK_FALSE(stage.screen().has(Role::link, "Liste einlesen"));
    }
    SECTION("a teacher of one school reports, and chooses no school") {
        AppStage stage{teacher, "#/geraete", serves(full_page())};
        CHECK_FALSE(stage.screen().has(Role::link, "Gerät anlegen"));
        CHECK_FALSE(stage.screen().has(Role::combobox, "Schule"));
        CHECK(stage.screen().has(Role::combobox, "Kategorie"));
    }
    SECTION("an auditor reads") {
        AppStage stage{person_with(schulkit::Role::auditor), "#/geraete", serves(full_page())};
        CHECK_FALSE(stage.screen().has(Role::link, "Gerät anlegen"));
        CHECK_FALSE(stage.screen().has(Role::link, "Defekt melden"));
    }
}

TEST_CASE("changes of others appear by themselves and leave the typing alone",
          "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(page_of<Asset>({projector()}))};
    Asset moved = projector();
    moved.room = "117";
    stage.platform().script("GET", "/api/assets", 200, encode(page_of<Asset>({moved})));
    stage.tell({{.id = 1, .entity = "asset", .entity_id = 12, .action = "update"}});
    CHECK(stage.screen().has("117"));
}

TEST_CASE("a list that cannot be loaded again stays and says so", "[assets][inventory][screen]") {
    AppStage stage{coordinator, "#/geraete", serves(page_of<Asset>({projector()}))};
    stage.platform().script("GET", "/api/assets", 500, problem("internal"));
    stage.screen().choose("Status", "Gestohlen");
    CHECK(stage.screen().has_part("nicht mehr aktuell"));
    CHECK(stage.screen().has_part("BEA0204"));
    require_sound(stage.screen());
}

} // namespace schulkit::test
