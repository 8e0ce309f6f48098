#include "client/kits/kit_list_screen.hpp"
#include "client/kits/kit_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Kit case_of_two() {
    return {.id = {7},
            .tag = "TK0007",
            .name = "Koffer 07",
            .kit_type_id = {1},
            .kit_type_name = "iPad-Koffer",
            .condition = KitCondition::broken,
            .missing = 2,
            .slots = {{.slot = 1,
                       .label = "Tablet",
                       .category = "Tablet",
                       .asset_id = 31,
                       .asset_tag = "TAB0001",
                       .asset_name = "iPad (A16)",
                       .asset_status = AssetStatus::in_stock,
                       .open_ticket_id = 88},
                      {.slot = 2, .label = "Tablet", .category = "Tablet"}},
            .accessories = {{.label = "Eingabestift", .expected = 2, .quantity = 1}},
            .checks = {{.item = KitCheckItem::wiped, .username = "technician", .at = *parse_rfc3339("2026-11-23T07:15:00Z")}},
            .version = 3};
}

KitSummary summary_of(Kit const& kit) {
    return {.id = {kit.id.value}, .tag = kit.tag, .name = kit.name, .kit_type_id = kit.kit_type_id,
            .kit_type_name = kit.kit_type_name, .condition = kit.condition, .missing = kit.missing, .ready = kit.ready};
}

void serve_kits(HeadlessPlatform& server) {
    server.script("GET", "/api/kits", 200, page_json<KitSummary>({summary_of(case_of_two())}));
    server.script("GET", "/api/kits/7", 200, encode(case_of_two()));
    server.script("GET", "/api/kits/9", 404, problem("not_found"));
    server.script("GET", "/api/kits/5", 500, problem("internal"));
}

std::string last_body(HeadlessPlatform const& server, std::string_view method, std::string_view path) {
    HttpCall const* call = server.last_call(method, path);
    REQUIRE(call != nullptr);
    return call->body;
}

} // namespace

TEST_CASE("the list tells each kit's condition, what is missing, and whether it is ready", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_list_screen, samples::coordinator(), "#/koffer?zustand=broken"};
    CHECK(server.last_call("GET", "/api/kits")->path == "/api/kits?condition=broken");
    for (char const* words : {"TK0007", "Koffer 07", "iPad-Koffer", "Defekt", "2", "In Vorbereitung"}) CHECK(screen->has(words));
    screen->choose("Zustand", "Unvollständig");
    CHECK(screen.route() == "#/koffer?zustand=incomplete");
    screen->click(ui::Role::link, "Koffer 07");
    CHECK(screen.route() == "#/koffer/7");
}

TEST_CASE("a kit shows its slots, what is broken and missing, and what is done", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    for (char const* words : {"Platz 1: Tablet", "TAB0001 · iPad (A16)", "Ticket #88", "Platz 2: Tablet", "Der Platz ist leer.",
                              "2 Teile fehlen", "Soll: 2", "1 fehlt", "In Vorbereitung"})
        CHECK(screen->has(words));
    CHECK(screen->field("Anzahl: Eingabestift").value == "1");
    CHECK(screen->has_part("technician · 23.11.2026"));
}

TEST_CASE("devices are put in by scanning one after the other", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    Kit filled = case_of_two();
    filled.slots[1].asset_id = 32;
    filled.slots[1].asset_tag = "TAB0002";
    filled.slots[1].asset_name = "iPad (A16)";
    server.script("POST", "/api/kits/7/add", 200, encode(filled));
    CHECK(screen.screen().on_scan("tab0002"));
    screen->settle();
    CHECK(last_body(server, "POST", "/api/kits/7/add") == R"({"code":"tab0002"})");
    CHECK(screen.toasts == std::vector<std::string>{"TAB0002 ist eingelegt"});
    CHECK(screen->has("TAB0002 · iPad (A16)"));

    server.script("POST", "/api/kits/7/add", 409,
                  R"({"code":"in_other_kit","asset_tag":"TAB0003","kit":{"id":8,"tag":"TK0008","name":"Koffer 08"},"slot":4})");
    screen->type("Gerät", "TAB0003");
    screen->submit("Gerät");
    CHECK(screen->has("TAB0003 liegt schon in TK0008 auf Platz 4."));
    CHECK(screen->field("Gerät").value == "TAB0003"); // what was typed stays
}

TEST_CASE("what is scanned while a change is under way waits for its turn", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    for (char const* code : {"TAB0002", "TAB0003", "TAB0004"}) CHECK(screen.screen().on_scan(code));
    screen->settle();
    std::string const add = "/api/kits/7/add";
    CHECK(last_body(server, "POST", add) == R"({"code":"TAB0002"})");
    REQUIRE(server.answer(add, {.status = 409, .body = problem("no_slot_free")}));
    screen->settle();
    CHECK(last_body(server, "POST", add) == R"({"code":"TAB0003"})"); // what was refused holds nobody up
    REQUIRE(server.answer(add, {.status = 200, .body = encode(case_of_two())}));
    screen->settle();
    CHECK(last_body(server, "POST", add) == R"({"code":"TAB0004"})");
    REQUIRE(server.answer(add, {.status = 200, .body = encode(case_of_two())}));
    screen->settle();
    CHECK_FALSE(server.answer(add, {.status = 200}));
}

TEST_CASE("a device is told as put in, also where the kit was loaded again before the answer", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    CHECK(screen.screen().on_scan("TAB0002"));
    Kit filled = case_of_two();
    filled.slots[1].asset_id = 32;
    filled.slots[1].asset_tag = "TAB0002";
    server.script("GET", "/api/kits/7", 200, encode(filled));
    screen.refresh();
    REQUIRE(server.answer("/api/kits/7/add", {.status = 200, .body = encode(filled)}));
    screen->settle();
    CHECK(screen.toasts == std::vector<std::string>{"TAB0002 ist eingelegt"});
}

TEST_CASE("what is being typed is not lost to a scan", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    server.script("POST", "/api/kits/7/add", 200, encode(case_of_two()));
    screen->type("Gerät", "TAB00");
    CHECK(screen.screen().on_scan("TAB0002"));
    screen->settle();
    CHECK(screen->field("Gerät").value == "TAB00");
    screen->submit("Gerät");
    CHECK(screen->field("Gerät").value.empty());
}

TEST_CASE("the camera's dialog stays open for a kit and is told what has become of each code", "[kits][screen][camera]") {
    test::AppStage stage{test::coordinator, "#/koffer/7", serve_kits};
    HeadlessPlatform& server = stage.platform();
    stage.screen().click(ui::Role::button, "Mit Kamera scannen");
    REQUIRE(server.camera_open);

    Kit filled = case_of_two();
    filled.slots[1].asset_id = 32;
    filled.slots[1].asset_tag = "TAB0002";
    filled.missing = 1;
    server.script("POST", "/api/kits/7/add", 200, encode(filled));
    stage.app().on_scan("tab0002");
    stage.screen().settle();
    stage.app().on_scan("tab0002"); // nothing is put in: it lies there already
    stage.screen().settle();
    server.script("POST", "/api/kits/7/add", 409,
                  R"({"code":"in_other_kit","asset_tag":"TAB0003","kit":{"id":8,"tag":"TK0008","name":"Koffer 08"},"slot":4})");
    stage.app().on_scan("TAB0003");
    stage.screen().settle();

    CHECK(server.camera_open);
    REQUIRE(server.camera_told.size() == 3);
    CHECK(server.camera_told[0].code == "tab0002");
    CHECK(server.camera_told[0].words == "TAB0002 ist eingelegt · 1 Teil fehlt");
    CHECK(server.camera_told[0].tone == ScanTone::good);
    CHECK(server.camera_told[1].words == "tab0002 lag schon in diesem Koffer · 1 Teil fehlt");
    CHECK(server.camera_told[2].words == "TAB0003 liegt schon in TK0008 auf Platz 4.");
    CHECK(server.camera_told[2].tone == ScanTone::trouble);
}

TEST_CASE("the camera reads one spare for a slot and closes", "[kits][screen][camera]") {
    test::AppStage stage{test::coordinator, "#/koffer/7", serve_kits};
    stage.screen().click(ui::Role::button, "Platz 2: Tablet");
    stage.screen().click(ui::Role::button, "Mit Kamera scannen");
    REQUIRE(stage.platform().camera_open);
    stage.app().on_scan("TAB0005");
    stage.screen().settle();
    CHECK_FALSE(stage.platform().camera_open);
    CHECK(stage.screen().has(ui::Role::dialog, "Platz 2: Tablet"));
    CHECK(stage.screen().has("TAB0005"));
}

TEST_CASE("a spare is swapped in where the slot is chosen", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    screen->click(ui::Role::button, "Platz 1: Tablet");
    REQUIRE(screen->has(ui::Role::dialog, "Platz 1: Tablet"));
    CHECK(screen->get(ui::Role::link, "Ticket #88").href == "#/tickets/88");
    CHECK(screen.screen().on_scan("TAB0005")); // in the dialog a scan is the spare
    screen->settle();
    CHECK(screen->field("Ersatzgerät").value == "TAB0005");
    screen->type("Grund", "Displaybruch");
    server.script("POST", "/api/kits/7/slots/1/change", 422, problem("invalid", {{"asset_code", "does_not_fit", {}}}));
    screen->click(ui::Role::button, "Tauschen");
    CHECK(screen->has("Das Gerät passt nicht auf diesen Platz."));
    CHECK(screen->has(ui::Role::dialog, "Platz 1: Tablet"));
    server.script("POST", "/api/kits/7/slots/1/change", 200, encode(case_of_two()));
    screen->click(ui::Role::button, "Tauschen");
    CHECK(last_body(server, "POST", "/api/kits/7/slots/1/change") == R"({"asset_code":"TAB0005","reason":"Displaybruch"})");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Platz 1: Tablet"));
}

TEST_CASE("ticking a step of the checklist keeps the others", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    server.script("POST", "/api/kits/7/ready", 200, encode(case_of_two()));
    screen->click(ui::Role::checkbox, "Gereinigt");
    CHECK(last_body(server, "POST", "/api/kits/7/ready") ==
          R"({"wiped":true,"signed_out":false,"updated":false,"cleaned":true,"charged":false,"complete":false})");
}

TEST_CASE("accessories are counted against the plan and saved together", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    CHECK_FALSE(screen->get(ui::Role::button, "Zählung speichern").enabled);
    CHECK_FALSE(screen.screen().unsaved());
    screen->type("Anzahl: Eingabestift", "viele");
    CHECK(screen->field("Anzahl: Eingabestift").invalid);
    CHECK(screen->has("Keine Anzahl"));
    screen->submit("Anzahl: Eingabestift");
    CHECK(server.last_call("PUT", "/api/kits/7/accessories") == nullptr);
    screen->type("Anzahl: Eingabestift", "0");
    CHECK(screen->has("2 fehlen"));
    CHECK_FALSE(screen->get(ui::Role::button, "Eingabestift: eins weniger").enabled);
    screen->click(ui::Role::button, "Eingabestift: eins mehr");
    CHECK(screen->field("Anzahl: Eingabestift").value == "1");
    screen->click(ui::Role::button, "Alles vollzählig");
    CHECK(screen->field("Anzahl: Eingabestift").value == "2");
    CHECK_FALSE(screen->has("1 fehlt"));
    CHECK(screen.screen().unsaved());

    server.script("PUT", "/api/kits/7/accessories", 500, problem("internal"));
    screen->click(ui::Role::button, "Zählung speichern");
    CHECK(screen->has("Der Koffer wurde nicht geändert"));
    CHECK(screen->field("Anzahl: Eingabestift").value == "2"); // what was counted stays
    Kit counted = case_of_two();
    counted.accessories[0].quantity = 2;
    server.script("PUT", "/api/kits/7/accessories", 200, encode(counted));
    screen->click(ui::Role::button, "Zählung speichern");
    CHECK(last_body(server, "PUT", "/api/kits/7/accessories") == R"({"accessories":[{"label":"Eingabestift","quantity":2}]})");
    CHECK(screen.toasts.back() == "Die Zählung ist gespeichert");
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("what somebody else puts into the kit leaves a count that is being typed alone", "[kits][screen]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    screen->type("Anzahl: Eingabestift", "2");
    Kit filled = case_of_two();
    filled.slots[1].asset_id = 32;
    filled.slots[1].asset_tag = "TAB0002";
    server.script("GET", "/api/kits/7", 200, encode(filled));
    screen.change("kit", 7);
    CHECK(screen->has_part("TAB0002"));
    CHECK(screen->field("Anzahl: Eingabestift").value == "2");
}

TEST_CASE("a kit's history tells in words what was done with it", "[kits][screen][history]") {
    HeadlessPlatform server;
    serve_kits(server);
    auto const entry = [](std::int64_t id, std::string action, Json before, Json after) {
        return AuditEntry{.id = id, .at = *parse_rfc3339("2026-11-23T07:15:00Z"), .actor_id = 3, .actor = "technician",
                          .action = std::move(action), .entity = "kit", .entity_id = 7, .before = std::move(before),
                          .after = std::move(after)};
    };
    server.script("GET", "/api/audit", 200,
                  page_json<AuditEntry>(
                      {entry(6, "prepare", {{"checks", {"wiped"}}}, {{"checks", {"wiped", "cleaned"}}}),
                       entry(5, "prepare", {{"checks", {"wiped", "charged"}}}, {{"checks", {"wiped"}}}),
                       entry(4, "contents", {{"slots", {{"3", "TAB0003"}, {"4", nullptr}}}},
                             {{"slots", {{"3", "TAB0005"}, {"4", "TAB0003"}}}, {"reason", "Displaybruch"}}),
                       entry(3, "contents", {{"accessories", {{"Eingabestift", 15}}}}, {{"accessories", {{"Eingabestift", 16}}}}),
                       entry(2, "update", {{"name", "Koffer 7"}, {"delivered_on", nullptr}},
                             {{"name", "Koffer 07"}, {"delivered_on", "2026-09-01"}}),
                       entry(1, "create", Json::object(),
                             {{"tag", "TK0007"}, {"name", "Koffer 7"}, {"kit_type_id", 1}, {"kit_type_name", "iPad-Koffer"},
                              {"condition", "incomplete"}, {"missing", 17}, {"slots", Json::array()}})}));
    StagedScreen screen{server, make_kit_screen, technician(), "#/koffer/7"};
    for (char const* words :
         {"Erledigt: Gereinigt", "Wieder offen: Geladen", "Inhalt geändert", "Platz 3: TAB0003 → TAB0005",
          "Platz 4: leer → TAB0003", "Grund: Displaybruch", "Eingabestift: 15 → 16", "Name: Koffer 7 → Koffer 07",
          "Lieferung am: leer → 01.09.2026", "Angelegt", "Etikett: TK0007", "Koffertyp: iPad-Koffer"})
        CHECK(screen->has(words));
    CHECK(server.last_call("GET", "/api/audit")->path.starts_with("/api/audit?entity=kit&id=7"));
    CHECK_FALSE(screen->has_part("incomplete"));
}

TEST_CASE("who only looks changes nothing in a kit", "[kits][screen][access]") {
    HeadlessPlatform server;
    serve_kits(server);
    StagedScreen screen{server, make_kit_screen, auditor(), "#/koffer/7"};
    CHECK(screen->has("1 von 2"));
    CHECK_FALSE(screen->has(ui::Role::button, "Zählung speichern"));
    CHECK_FALSE(screen->has(ui::Role::link, "Bearbeiten"));
    CHECK_FALSE(screen->has(ui::Role::button, "Einlegen"));
    CHECK_FALSE(screen.screen().on_scan("TAB0002"));
    CHECK_FALSE(screen.screen().takes_more_scans());
    CHECK_FALSE(screen->get(ui::Role::checkbox, "Gereinigt").enabled);
    screen->click(ui::Role::button, "Platz 1: Tablet");
    CHECK_FALSE(screen->has(ui::Role::button, "Tauschen"));
    CHECK_FALSE(screen->has(ui::Role::button, "Herausnehmen"));
}

TEST_CASE("a kit's label opens its page", "[kits][code][screen]") {
    test::AppStage stage{test::coordinator, "#/g/tk0007", [](HeadlessPlatform& server) {
                             serve_kits(server);
                             server.script("GET", "/api/lookup/tk0007", 200,
                                           encode(Found{.kind = LookupKind::kit, .id = 7, .tag = "TK0007", .name = "Koffer 07"}));
                         }};
    CHECK(stage.route() == "#/koffer/7");
    CHECK(stage.screen().has(ui::Role::heading, "TK0007 · Koffer 07"));
}

TEST_CASE("the screens of kits are sound in every state, size and language", "[kits][screen]") {
    test::in_every_look([](ScreenSize size, std::string_view language) {
        for (std::string const route : {"#/koffer", "#/koffer/7", "#/koffer/9", "#/koffer/5", "#/koffer/wartet"}) {
            INFO(route);
            test::AppStage stage{test::coordinator, route, serve_kits, size, language};
            require_sound(stage.screen());
        }
    });
}
