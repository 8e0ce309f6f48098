#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

std::string const edit_route = "#/geraete/12/bearbeiten";

void serve_form(HeadlessPlatform& server) {
    serve_choices(server);
    server.script("GET", "/api/assets", 200, encode(Page<Asset>{}));
    server.script("GET", "/api/assets/12", 200, encode(projector()));
    server.script("GET", "/api/tickets", 200, encode(Page<Ticket>{}));
    server.script("GET", "/api/audit", 200, encode(Page<AuditEntry>{}));
}

std::string theirs() {
    Asset current = projector();
    current.name = "Beamer neu";
    current.room = "117";
    current.version = 4;
    return dump_json({{"code", "stale"}, {"current", encode_value(current)}});
}

Json body_of(HttpCall const* call) {
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

} // namespace

TEST_CASE("the form of a device is sound in every state, size and language", "[assets][form][screen]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        std::string const look = std::to_string(size.width) + std::string{language};
        bool const german = language == "de";
        std::string const save = german ? "Speichern" : "Save";
        std::string const name = german ? "Bezeichnung" : "Name";
        SECTION("loading " + look) {
            AppStage stage{coordinator, edit_route, serve_choices, size, language};
            require_sound(stage.screen());
        }
        SECTION("unknown " + look) {
            AppStage stage{coordinator, "#/geraete/13/bearbeiten",
                           [](HeadlessPlatform& server) {
                               serve_form(server);
                               server.script("GET", "/api/assets/13", 404, problem("not_found"));
                           },
                           size, language};
            require_sound(stage.screen());
        }
        SECTION("failed " + look) {
            AppStage stage{coordinator, "#/geraete/13/bearbeiten",
                           [](HeadlessPlatform& server) {
                               serve_form(server);
                               server.script("GET", "/api/assets/13", 500, problem("internal"));
                           },
                           size, language};
            require_sound(stage.screen());
        }
        SECTION("new " + look) {
            AppStage stage{coordinator, "#/geraete/neu", serve_form, size, language};
            require_sound(stage.screen());
            stage.screen().click(Role::button, save);
            require_sound(stage.screen());
        }
        SECTION("ready, then stale " + look) {
            AppStage stage{coordinator, edit_route, serve_form, size, language};
            require_sound(stage.screen());
            stage.screen().type(name, "Mein Beamer");
            stage.platform().script("PATCH", "/api/assets/12", 409, theirs());
            stage.screen().click(Role::button, save);
            require_sound(stage.screen());
        }
        SECTION("not saved, then asked whether to discard " + look) {
            AppStage stage{coordinator, edit_route, serve_form, size, language};
            stage.screen().type(name, "Mein Beamer");
            stage.platform().script("PATCH", "/api/assets/12", 0);
            stage.screen().click(Role::button, save);
            require_sound(stage.screen());
            stage.screen().click(Role::button, german ? "Abbrechen" : "Cancel");
            require_sound(stage.screen());
        }
        SECTION("restored " + look) {
            AppStage stage{coordinator, edit_route, serve_form, size, language};
            stage.screen().type(name, "Mein Beamer");
            stage.reload();
            require_sound(stage.screen());
        }
    });
}

TEST_CASE("a technician changes a device and comes back to it", "[assets][form][screen]") {
    AppStage stage{person_with(schulkit::Role::technician), edit_route, serve_form};
    Asset stored = projector();
    stored.room = "117";
    stored.status = AssetStatus::in_stock;
    stored.price_cents = Cents{99900};
    stored.version = 4;
    stage.platform().script("PATCH", "/api/assets/12", 200, encode(stored));
    stage.platform().script("GET", "/api/assets/12", 200, encode(stored));
    stage.screen().type("Raum", "R 117");
    stage.screen().choose("Status", "Im Lager");
    stage.screen().type("Anschaffungswert", "999,00 €");
    CHECK(stage.platform().unsaved);
    stage.screen().click(Role::button, "Speichern");
    CHECK(body_of(stage.platform().last_call("PATCH", "/api/assets/12")) ==
          Json{{"status", "in_stock"}, {"room", "117"}, {"price_cents", 99900}, {"version", 3}});
    CHECK(stage.route() == "#/geraete/12");
    CHECK(stage.screen().has_part("Gespeichert: Beamer Raum 204"));
    CHECK(stage.screen().has("117"));
    CHECK_FALSE(stage.platform().unsaved);
}

TEST_CASE("a coordinator adds a device", "[assets][form][screen]") {
    AppStage stage{coordinator, "#/geraete/neu", serve_form};
    Asset stored = projector();
    stage.platform().script("POST", "/api/assets", 201, encode(stored));
    stage.screen().click(Role::button, "Speichern");
    CHECK(stage.screen().field("Inventarnummer").invalid);
    CHECK(stage.screen().has("Bitte ausfüllen."));
    CHECK(stage.platform().last_call("POST", "/api/assets") == nullptr);
    stage.screen().type("Inventarnummer", "BEA0204");
    stage.screen().type("Bezeichnung", "Beamer Raum 204");
    stage.screen().choose("Kategorie", "Neue Kategorie …");
    stage.screen().type("Neue Kategorie", "Beamer");
    stage.screen().choose("Schule", "GYM-03 · Gymnasium am See");
    stage.screen().choose("Standort", "Außenstelle");
    stage.screen().type("Kaufdatum", "2024-08-31");
    stage.screen().click(Role::button, "Speichern");
    Json const sent = body_of(stage.platform().last_call("POST", "/api/assets"));
    CHECK(sent["tag"] == "BEA0204");
    CHECK(sent["category"] == "Beamer");
    CHECK(sent["school_code"] == "GYM-03");
    CHECK(sent["site_code"] == "A");
    CHECK(sent["purchased_on"] == "2024-08-31");
    CHECK(stage.route() == "#/geraete/12");
    CHECK(stage.screen().has_part("Angelegt: Beamer Raum 204"));
}

TEST_CASE("the second of two people sees the first one's change and loses none of the typing",
          "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, serve_form};
    stage.screen().type("Bezeichnung", "Mein Beamer");
    stage.screen().type("Bemerkungen", "lang getippt");
    stage.platform().script("PATCH", "/api/assets/12", 409, theirs());
    stage.screen().click(Role::button, "Speichern");

    CHECK(stage.route() == edit_route);
    CHECK(stage.screen().has_part("jemand anderes dieses Gerät geändert"));
    CHECK(stage.screen().has("Raum: 204 → 117 (übernommen)"));
    CHECK(stage.screen().has_part("gespeichert ist jetzt „Beamer neu“. Ihre Eingabe: „Mein Beamer“"));
    CHECK(stage.screen().field("Bezeichnung").value == "Mein Beamer");
    CHECK(stage.screen().field("Bemerkungen").value == "lang getippt");
    CHECK(stage.screen().field("Raum").value == "117");

    SECTION("saving over it knowingly") {
        stage.screen().click(Role::button, "Mit meinen Angaben speichern");
        Json const sent = body_of(stage.platform().last_call("PATCH", "/api/assets/12"));
        CHECK(sent == Json{{"name", "Mein Beamer"}, {"notes", "lang getippt"}, {"version", 4}});
    }
    SECTION("taking the other value") {
        stage.screen().click(Role::button, "Bezeichnung nicht überschreiben");
        CHECK(stage.screen().field("Bezeichnung").value == "Beamer neu");
        stage.screen().click(Role::button, "Speichern");
        Json const sent = body_of(stage.platform().last_call("PATCH", "/api/assets/12"));
        CHECK(sent == Json{{"notes", "lang getippt"}, {"version", 4}});
    }
}

TEST_CASE("a server that stops while saving loses nothing, and the same key is used again",
          "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, serve_form};
    stage.screen().type("Bemerkungen", "lang getippt");
    stage.platform().set_away(true);
    stage.screen().click(Role::button, "Speichern");
    CHECK(stage.screen().has_part("Keine Verbindung zum Server"));
    CHECK(stage.screen().field("Bemerkungen").value == "lang getippt");
    std::string const key = stage.platform().last_call("PATCH", "/api/assets/12")->idempotency_key;
    stage.platform().set_away(false);
    stage.screen().wait(2500);
    CHECK(stage.screen().field("Bemerkungen").value == "lang getippt");
    CHECK_FALSE(stage.screen().has_part("Noch nicht gespeichert"));
    stage.platform().script("PATCH", "/api/assets/12", 200, encode(projector()));
    stage.screen().click(Role::button, "Speichern");
    CHECK(stage.platform().last_call("PATCH", "/api/assets/12")->idempotency_key == key);
    CHECK(stage.route() == "#/geraete/12");
}

TEST_CASE("what was typed is still there after the page was loaded again", "[assets][form][screen][draft]") {
    AppStage stage{coordinator, edit_route, serve_form};
    stage.screen().type("Bemerkungen", "lang getippt");
    stage.reload();
    CHECK(stage.screen().has_part("Ihre Eingaben sind noch da"));
    CHECK(stage.screen().field("Bemerkungen").value == "lang getippt");
    stage.screen().click(Role::button, "Eingaben verwerfen");
    CHECK(stage.screen().field("Bemerkungen").value == "");
    CHECK_FALSE(stage.platform().unsaved);
}

TEST_CASE("leaving a form in use asks first", "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, serve_form};
    SECTION("nothing typed: no question") {
        stage.screen().click(Role::button, "Abbrechen");
        CHECK(stage.route() == "#/geraete/12");
    }
    SECTION("going on, then leaving") {
        stage.screen().type("Raum", "117");
        stage.screen().click(Role::button, "Abbrechen");
        CHECK(stage.screen().has(Role::dialog, "Eingaben verwerfen?"));
        stage.screen().click(Role::button, "Weiter bearbeiten");
        CHECK(stage.screen().field("Raum").value == "117");
        stage.screen().click(Role::button, "Abbrechen");
        stage.screen().click(Role::button, "Verwerfen");
        CHECK(stage.route() == "#/geraete/12");
        CHECK(stage.platform().storage.count("draft.asset.12.7") == 0);
    }
}

TEST_CASE("an amount that means nothing is not sent", "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, serve_form};
    stage.screen().type("Anschaffungswert", "zwölf");
    stage.screen().click(Role::button, "Speichern");
    CHECK(stage.platform().last_call("PATCH", "/api/assets/12") == nullptr);
    CHECK(stage.screen().field("Anschaffungswert").invalid);
    CHECK(stage.screen().field("Anschaffungswert").value == "zwölf");
}

TEST_CASE("a device on loan keeps its status", "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, [](HeadlessPlatform& server) {
                       serve_form(server);
                       Asset lent = projector();
                       lent.status = AssetStatus::on_loan;
                       server.script("GET", "/api/assets/12", 200, encode(lent));
                   }};
    CHECK_FALSE(stage.screen().field("Status").enabled);
    require_sound(stage.screen());
}

TEST_CASE("free text says that no pupils' names belong there", "[assets][form][screen]") {
    AppStage stage{coordinator, edit_route, serve_form};
    CHECK(stage.screen().field("Bemerkungen").description.find("keine Namen von Schülerinnen") !=
          std::string::npos);
    CHECK(stage.screen().field("Bezeichnung").description.find("keine Namen von Schülerinnen") !=
          std::string::npos);
}

TEST_CASE("who may not change devices gets no form", "[assets][form][screen][access]") {
    AppStage stage{person_with(schulkit::Role::school_staff, {"GYM-03"}), edit_route, serve_form};
    CHECK(stage.screen().has_part("Dafür sind Sie nicht berechtigt"));
    CHECK_FALSE(stage.screen().has(Role::button, "Speichern"));
}

} // namespace schulkit::test
