#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

Asset device(std::int64_t id, std::string tag, std::string room) {
    Asset asset = projector();
    asset.id = {id};
    asset.tag = std::move(tag);
    asset.room = std::move(room);
    return asset;
}

Server serves_two() {
    return [](HeadlessPlatform& server) {
        serve_choices(server);
        server.script("GET", "/api/assets", 200, encode(page_of<Asset>({device(1, "A1", "101"), device(2, "A2", "102")})));
    };
}

Json body_of(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* const call = server.last_call("PATCH", path);
    REQUIRE(call != nullptr);
    REQUIRE_FALSE(call->idempotency_key.empty());
    return *parse_json(call->body);
}

void choose_both(AppStage& stage) {
    stage.screen().click(Role::checkbox, "A1 auswählen");
    stage.screen().click(Role::checkbox, "A2 auswählen");
    stage.screen().click(Role::button, "Ausgewählte ändern …");
    require_sound(stage.screen());
}

void to_room(AppStage& stage, std::string_view room) {
    stage.screen().choose("Was soll geändert werden?", "Raum");
    stage.screen().type("Neuer Raum", room);
    stage.screen().click(Role::button, "2 Geräte ändern");
}

} // namespace

TEST_CASE("chosen devices get another room, and get the old one back", "[assets][bulk]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    Asset first = device(1, "A1", "300");
    first.version = 4;
    Asset second = device(2, "A2", "300");
    second.version = 4;
    stage.platform().script("PATCH", "/api/assets/1", 200, encode(first));
    stage.platform().script("PATCH", "/api/assets/2", 200, encode(second));
    choose_both(stage);
    to_room(stage, "300");
    CHECK(body_of(stage.platform(), "/api/assets/1") == Json{{"room", "300"}, {"version", 3}});
    CHECK(body_of(stage.platform(), "/api/assets/2") == Json{{"room", "300"}, {"version", 3}});
    REQUIRE(stage.screen().has("2 Geräte geändert"));
    require_sound(stage.screen());

    stage.screen().click(Role::button, "Rückgängig machen");
    CHECK(body_of(stage.platform(), "/api/assets/1") == Json{{"room", "101"}, {"version", 4}});
    CHECK(body_of(stage.platform(), "/api/assets/2") == Json{{"room", "102"}, {"version", 4}});
    REQUIRE(stage.screen().has("2 Geräte zurückgesetzt"));
    REQUIRE_FALSE(stage.screen().has(Role::button, "Rückgängig machen"));
    stage.screen().click(Role::button, "Schließen");
    REQUIRE_FALSE(stage.screen().has("2 Geräte zurückgesetzt"));
}

TEST_CASE("a device that somebody else has changed meanwhile stays as it is, and is named", "[assets][bulk]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    Asset const changed = device(2, "A2", "300");
    stage.platform().script("PATCH", "/api/assets/1", 409, problem("stale"));
    stage.platform().script("PATCH", "/api/assets/2", 200, encode(changed));
    choose_both(stage);
    to_room(stage, "300");
    CHECK(stage.screen().has("1 Gerät geändert"));
    CHECK(stage.screen().has_part("A1 · Beamer Raum 204"));
    require_sound(stage.screen());
}

TEST_CASE("without a connection it halts, and goes on with the same device", "[assets][bulk]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    stage.platform().script("PATCH", "/api/assets/1", 0);
    stage.platform().script("PATCH", "/api/assets/2", 200, encode(device(2, "A2", "300")));
    choose_both(stage);
    to_room(stage, "300");
    CHECK(stage.screen().has("Unterbrochen: 2 Geräte stehen noch aus"));
    CHECK(stage.platform().last_call("PATCH", "/api/assets/2") == nullptr);
    CHECK(stage.platform().unsaved);
    require_sound(stage.screen());
    std::string const key = stage.platform().last_call("PATCH", "/api/assets/1")->idempotency_key;
    stage.platform().script("PATCH", "/api/assets/1", 200, encode(device(1, "A1", "300")));
    SECTION("the same change is sent again") {
        stage.screen().click(Role::button, "Fortsetzen");
        CHECK(stage.platform().last_call("PATCH", "/api/assets/1")->idempotency_key == key);
        CHECK(stage.screen().has("2 Geräte geändert"));
        CHECK_FALSE(stage.platform().unsaved);
    }
    SECTION("or what is left stays as it is") {
        stage.screen().click(Role::button, "Dabei belassen");
        CHECK(stage.screen().has("0 Geräte geändert"));
    }
    SECTION("leaving the screen says what was not done") {
        stage.app().on_scan("BEA0204");
        stage.screen().settle();
        CHECK(stage.screen().has("Abgebrochen: 2 Geräte wurden nicht mehr geändert."));
    }
}

TEST_CASE("a device that is so already costs no call", "[assets][bulk]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    stage.platform().script("PATCH", "/api/assets/2", 200, encode(device(2, "A2", "101")));
    choose_both(stage);
    to_room(stage, "101");
    CHECK(stage.platform().last_call("PATCH", "/api/assets/1") == nullptr);
    CHECK(stage.screen().has("1 Gerät geändert"));
}

TEST_CASE("what is chosen is what one sees: another search begins anew", "[assets][bulk]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    stage.screen().click(Role::checkbox, "A1 auswählen");
    REQUIRE(stage.screen().has("1 ausgewählt"));
    stage.screen().type("Geräte suchen", "Beamer");
    stage.screen().submit("Geräte suchen");
    CHECK(stage.screen().has("Nichts ausgewählt"));
}

TEST_CASE("who may not change devices cannot choose them", "[assets][bulk]") {
    AppStage stage{person_with(schulkit::Role::auditor), "#/geraete", serves_two()};
    CHECK_FALSE(stage.screen().has(Role::checkbox, "A1 auswählen"));
    CHECK(stage.screen().has(Role::button, "Spalten"));
}

TEST_CASE("the columns somebody has chosen are kept", "[assets][inventory]") {
    AppStage stage{coordinator, "#/geraete", serves_two()};
    stage.screen().click(Role::button, "Spalten");
    stage.screen().click(Role::checkbox, "Raum");
    CHECK(stage.platform().storage["setting.columns.assets"] == "-room");
    stage.reload();
    CHECK_FALSE(stage.screen().has(Role::columnheader, "Raum"));
}

} // namespace schulkit::test
