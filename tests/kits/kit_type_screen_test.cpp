#include "client/kits/kit_type_form_screen.hpp"
#include "client/kits/kit_type_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

KitType tablet_type() {
    return {.id = {4},
            .name = "iPad-Koffer",
            .slots = {{.label = "Tablet", .category = "Tablet", .quantity = 16},
                      {.label = "Koffer", .category = "Tablet-Koffer", .quantity = 1}},
            .accessories = {{.label = "Eingabestift", .quantity = 16}},
            .apps = {{.name = "Anton", .privacy_released_on = Date{2024, 9, 2}}, {.name = "Book Creator", .licences = 400}},
            .kits = 45,
            .version = 3};
}

void serve_types(HeadlessPlatform& server) {
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({tablet_type()}));
    server.script("GET", "/api/kit-types/4", 200, encode(tablet_type()));
    server.script("GET", "/api/kit-types/9", 404, problem("not_found"));
    server.script("GET", "/api/kit-types/5", 500, problem("internal"));
    server.script("GET", "/api/categories", 200, page_json<Category>({{.name = "Tablet"}, {.name = "Tablet-Koffer"}}));
}

Json type_sent(HeadlessPlatform const& server, std::string_view method, std::string_view path) {
    HttpCall const* call = server.last_call(method, path);
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

} // namespace

TEST_CASE("the list of kit types tells what belongs in, how many kits there are, and which apps lack something",
          "[kits][screen]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_list_screen, samples::coordinator(), "#/koffertypen"};
    for (char const* words : {"iPad-Koffer", "16 × Tablet, 1 × Koffer", "16 × Eingabestift", "1 von 2 offen", "45", "Im Angebot"})
        CHECK(screen->has(words));
    CHECK(screen->get(ui::Role::link, "Koffertypen").selected);
    CHECK(screen->get(ui::Role::link, "Koffertyp anlegen").href == "#/koffertypen/neu");
    screen->click(ui::Role::link, "iPad-Koffer");
    CHECK(screen.route() == "#/koffertypen/4");
}

TEST_CASE("a shortfall of an app stands beside it and goes with what is typed", "[kits][screen]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_form_screen, samples::coordinator(), "#/koffertypen/4"};
    CHECK(screen->has("320 Lizenzen fehlen"));
    CHECK(screen->has("Nötig sind 720: 45 Koffer mit je 16 Tablets."));
    CHECK(screen->has("Der Datenschutz hat die App noch nicht freigegeben."));
    CHECK(screen->has_part("Die 45 Koffer, die es schon gibt, behalten ihre Plätze."));
    CHECK(screen->has("Plätze 1–16"));
    CHECK(screen->has("Platz 17"));
    screen->click(ui::Role::button, "Anton entfernen");
    screen->type("Lizenzen", "720");
    screen->type("Datenschutz-Freigabe am", "2026-11-01");
    CHECK_FALSE(screen->has_part("fehlen"));
    CHECK_FALSE(screen->has("Freigabe fehlt"));
}

TEST_CASE("lines are added, moved and removed, and the plan is saved as a whole", "[kits][screen]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_form_screen, samples::coordinator(), "#/koffertypen/4"};
    CHECK_FALSE(screen->get(ui::Role::button, "Tablet nach oben").enabled);
    std::uint32_t const moved = screen->get(ui::Role::button, "Tablet nach unten").id;
    screen->press(ui::Role::button, "Tablet nach unten");
    CHECK(screen->get(ui::Role::button, "Tablet nach unten").id == moved); // the keyboard stays on the line
    CHECK_FALSE(screen->get(ui::Role::button, "Tablet nach unten").enabled);
    CHECK(screen->has("Platz 1"));
    CHECK(screen->has("Plätze 2–17"));
    screen->press(ui::Role::button, "Eingabestift entfernen");
    screen->press(ui::Role::button, "Zubehör hinzufügen");
    CHECK(server.last_focus == FocusTarget::new_field);
    CHECK(screen->has(ui::Role::group, "Zeile 1"));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Zubehör").invalid);
    CHECK(screen->has_part("Zubehör, Zeile 1: Bitte ausfüllen."));
    CHECK(server.last_call("PATCH", "/api/kit-types/4") == nullptr);
    screen->type("Zubehör", "Kopfhörer");
    CHECK_FALSE(screen->field("Zubehör").invalid);
    server.script("PATCH", "/api/kit-types/4", 200, encode(tablet_type()));
    screen->click(ui::Role::button, "Speichern");
    Json const sent = type_sent(server, "PATCH", "/api/kit-types/4");
    CHECK(sent.size() == 3);
    CHECK(sent["version"] == 3);
    CHECK(sent["slots"][0]["label"] == "Koffer");
    CHECK(sent["slots"][1]["label"] == "Tablet");
    CHECK(sent["accessories"] == Json::array({{{"label", "Kopfhörer"}, {"quantity", 1}}}));
    CHECK(screen.route() == "#/koffertypen");
    CHECK(screen.toasts.back() == "Gespeichert: iPad-Koffer");
}

TEST_CASE("a new kit type names what is wrong at its field", "[kits][screen]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_form_screen, samples::coordinator(), "#/koffertypen/neu"};
    screen->click(ui::Role::button, "Zeile 1 entfernen");
    screen->type("Name des Koffertyps", "Laptop-Koffer");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->has("Ein Koffertyp braucht mindestens einen Platz."));
    screen->click(ui::Role::button, "Plätze hinzufügen");
    screen->type("Bezeichnung", "Laptop");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Kategorie").invalid);
    CHECK(screen->has("Bitte eine Kategorie wählen oder ein Modell nennen."));
    screen->type("Modell", "ThinkPad"); // either of the two will do
    CHECK_FALSE(screen->field("Kategorie").invalid);
    screen->type("Anzahl", "zwölf");
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("POST", "/api/kit-types") == nullptr);
    screen->type("Anzahl", "12");
    server.script("POST", "/api/kit-types", 409, problem("taken", {{"name", "taken", {}}}));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Name des Koffertyps").invalid);
    CHECK(screen->has("Diesen Namen gibt es schon."));
    Json const sent = type_sent(server, "POST", "/api/kit-types");
    CHECK(sent["slots"] == Json::array({{{"label", "Laptop"}, {"category", nullptr}, {"model", "ThinkPad"}, {"quantity", 12}}}));
    CHECK(sent["offered"] == true);
}

TEST_CASE("two who change one kit type at the same time lose nothing", "[kits][screen]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_form_screen, samples::coordinator(), "#/koffertypen/4"};
    screen->type("Name des Koffertyps", "iPad-Koffer groß");
    KitType theirs = tablet_type();
    theirs.slots[0].quantity = 20;
    theirs.version = 4;
    server.script("PATCH", "/api/kit-types/4", 409, dump_json({{"code", "stale"}, {"current", encode_value(theirs)}}));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->has_part("jemand anderes hier etwas geändert"));
    CHECK(screen->has("Plätze: 16 × Tablet, 1 × Koffer → 20 × Tablet, 1 × Koffer (übernommen)"));
    CHECK(screen->has("Plätze 1–20"));
    CHECK(screen->field("Name des Koffertyps").value == "iPad-Koffer groß");
    server.script("PATCH", "/api/kit-types/4", 200, encode(theirs));
    screen->click(ui::Role::button, "Speichern");
    CHECK(type_sent(server, "PATCH", "/api/kit-types/4") == Json{{"name", "iPad-Koffer groß"}, {"version", 4}});
}

TEST_CASE("a plan that was begun is still there after the page was loaded again", "[kits][screen][draft]") {
    test::AppStage stage{test::coordinator, "#/koffertypen/4", serve_types};
    stage.screen().click(ui::Role::button, "App hinzufügen");
    CHECK(stage.platform().unsaved);
    stage.reload();
    CHECK(stage.screen().has_part("Ihre Eingaben sind noch da"));
    CHECK(stage.screen().has(ui::Role::group, "Zeile 3"));
    stage.screen().click(ui::Role::button, "Abbrechen");
    stage.screen().click(ui::Role::button, "Verwerfen");
    CHECK(stage.route() == "#/koffertypen");
    CHECK_FALSE(stage.platform().unsaved);
}

TEST_CASE("who only looks reads a kit type", "[kits][screen][access]") {
    HeadlessPlatform server;
    serve_types(server);
    StagedScreen screen{server, make_kit_type_form_screen, technician(), "#/koffertypen/4"};
    for (char const* words : {"iPad-Koffer", "Plätze 1–16", "Tablet · Kategorie Tablet", "Eingabestift", "400 Lizenzen",
                              "320 Lizenzen fehlen", "Freigegeben seit 02.09.2024", "45 Koffer"})
        CHECK(screen->has(words));
    CHECK_FALSE(screen->has(ui::Role::button, "Speichern"));
    CHECK(screen->count(ui::Role::textbox) == 0);
    StagedScreen list{server, make_kit_type_list_screen, technician(), "#/koffertypen"};
    CHECK_FALSE(list->has(ui::Role::link, "Koffertyp anlegen"));
}

TEST_CASE("the screens of kit types are sound in every state, size and language", "[kits][screen]") {
    test::in_every_look([](ScreenSize size, std::string_view language) {
        for (std::string const route :
             {"#/koffertypen", "#/koffertypen/neu", "#/koffertypen/4", "#/koffertypen/9", "#/koffertypen/5", "#/koffertypen/x"})
            for (Person const& me : {test::coordinator, test::person_with(Role::auditor)}) {
                INFO(route);
                test::AppStage stage{me, route, serve_types, size, language};
                require_sound(stage.screen());
            }
        test::AppStage broken{test::coordinator, "#/koffertypen/neu", serve_types, size, language};
        broken.screen().click(ui::Role::button, language == "de" ? "Speichern" : "Save");
        require_sound(broken.screen());
    });
}
