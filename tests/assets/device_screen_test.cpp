#include "client/assets/device_model.hpp"
#include "tests/assets/asset_samples.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

Ticket ticket(std::int64_t id, std::string title, TicketStatus status) {
    return {.id = {id},
            .asset_id = {12},
            .asset_tag = "BEA0204",
            .asset_name = "Beamer Raum 204",
            .school_code = "GYM-03",
            .title = std::move(title),
            .status = status,
            .created_at = {1'795'000'000'000},
            .updated_at = {1'795'000'000'000}};
}

AuditEntry moved_entry() {
    return {.id = 9,
            .at = {1'795'100'000'000},
            .actor_id = 3,
            .actor = "meyer",
            .action = "update",
            .entity = "asset",
            .entity_id = 12,
            .before = {{"room", "117"}, {"status", "in_stock"}, {"price_cents", nullptr}},
            .after = {{"room", "204"}, {"status", "in_use"}, {"price_cents", 123456}}};
}

AuditEntry import_entry() {
    return {.id = 4,
            .at = {1'794'100'000'000},
            .action = "import",
            .entity = "asset",
            .entity_id = 12,
            .after = {{"kind", "device"}, {"tag", "BEA0204"}, {"purchased_on", "2024-08-31"}}};
}

void serve_device(HeadlessPlatform& server) {
    serve_choices(server);
    server.script("GET", "/api/assets", 200, encode(Page<Asset>{}));
    server.script("GET", "/api/assets/12", 200, encode(projector()));
    server.script("GET", "/api/tickets?limit=200&progress=open&asset_id=12", 200,
                  encode(page_of<Ticket>({ticket(31, "Bild flackert", TicketStatus::accepted)})));
    server.script("GET", "/api/tickets?progress=done&asset_id=12", 200,
                  encode(page_of<Ticket>({ticket(8, "Lampe defekt", TicketStatus::closed)})));
    server.script("GET", "/api/audit", 200, encode(page_of<AuditEntry>({moved_entry(), import_entry()})));
}

void serve_missing(HeadlessPlatform& server) {
    serve_device(server);
    server.script("GET", "/api/assets/12", 404, problem("not_found"));
}

} // namespace

TEST_CASE("a device is sound in every state, size and language", "[assets][device][screen]") {
    struct State {
        std::string name;
        Person me;
        Server server;
    };
    std::vector<State> const states = {
        {"loading", coordinator, serve_choices},
        {"failed", coordinator,
         [](HeadlessPlatform& server) {
             serve_device(server);
             server.script("GET", "/api/assets/12", 500, problem("internal"));
         }},
        {"parts failed", coordinator,
         [](HeadlessPlatform& server) {
             serve_device(server);
             server.script("GET", "/api/tickets?limit=200&progress=open&asset_id=12", 500,
                           problem("internal"));
             server.script("GET", "/api/audit", 500, problem("internal"));
         }},
        {"unknown", teacher, serve_missing},
        {"without tickets and log", coordinator,
         [](HeadlessPlatform& server) {
             serve_device(server);
             server.script("GET", "/api/tickets?limit=200&progress=open&asset_id=12", 200,
                           encode(Page<Ticket>{}));
             server.script("GET", "/api/tickets?progress=done&asset_id=12", 200, encode(Page<Ticket>{}));
             server.script("GET", "/api/audit", 200, encode(Page<AuditEntry>{}));
         }},
        {"full", coordinator, serve_device},
        {"for a teacher", teacher, serve_device},
        {"for an auditor", person_with(schulkit::Role::auditor), serve_device}};
    in_every_look([&](ScreenSize size, std::string_view language) {
        for (State const& state : states) {
            INFO(state.name);
            AppStage stage{state.me, "#/geraete/12", state.server, size, language};
            require_sound(stage.screen());
        }
    });
}

TEST_CASE("a device shows its facts, its tickets with the open ones first, and what was changed",
          "[assets][device][screen]") {
    AppStage stage{coordinator, "#/geraete/12", serve_device};
    HeadlessScreen& screen = stage.screen();
    CHECK(screen.has(Role::heading, "Beamer Raum 204"));
    CHECK(screen.has("Im Einsatz"));
    CHECK(screen.has("1.234,56 €"));
    CHECK(screen.has("31.08.2024"));
    CHECK(screen.has("GYM-03 · Gymnasium am See"));
    std::string const text = screen.text();
    REQUIRE(text.find("Bild flackert") != std::string::npos);
    CHECK(text.find("Bild flackert") < text.find("Lampe defekt"));
    CHECK(screen.has_part("Raum: 117 → 204"));
    CHECK(screen.has_part("Status: Im Lager → Im Einsatz"));
    CHECK(screen.has_part("Anschaffungswert: leer → 1.234,56 €"));
    CHECK(screen.has_part("Aus Liste übernommen"));
    CHECK(screen.has_part("Kaufdatum: 31.08.2024"));
}

TEST_CASE("from a device one reports its defect, and edits it", "[assets][device][screen]") {
    AppStage stage{coordinator, "#/geraete/12", serve_device};
    SECTION("report") {
        stage.screen().click(Role::link, "Defekt melden");
        CHECK(stage.route() == "#/melden?geraet=BEA0204");
    }
    SECTION("edit") {
        stage.screen().click(Role::link, "Bearbeiten");
        CHECK(stage.route() == "#/geraete/12/bearbeiten");
    }
}

TEST_CASE("everybody sees of a device what their role may", "[assets][device][screen][access]") {
    SECTION("a teacher reports, and reads no log") {
        AppStage stage{teacher, "#/geraete/12", serve_device};
        CHECK(stage.screen().has(Role::link, "Defekt melden"));
        CHECK_FALSE(stage.screen().has(Role::link, "Bearbeiten"));
        CHECK_FALSE(stage.screen().has_part("Verlauf"));
        CHECK(stage.screen().has(Role::heading, "Meldungen"));
        CHECK(stage.platform().last_call("GET", "/api/audit") == nullptr);
    }
    SECTION("an auditor reads the log, and no tickets") {
        AppStage stage{person_with(schulkit::Role::auditor), "#/geraete/12", serve_device};
        CHECK_FALSE(stage.screen().has(Role::link, "Defekt melden"));
        CHECK_FALSE(stage.screen().has_part("Bild flackert"));
        CHECK(stage.screen().has_part("Raum: 117 → 204"));
        CHECK(stage.platform().last_call("GET", "/api/tickets") == nullptr);
    }
}

TEST_CASE("a device that is unknown, or of another school, says so and leads back",
          "[assets][device][screen]") {
    for (std::string const route : {"#/geraete/12", "#/geraete/zwoelf"}) {
        AppStage stage{teacher, route, serve_missing};
        CHECK(stage.screen().has_part("Gerät nicht gefunden"));
        stage.screen().click(Role::button, "Zum Inventar");
        CHECK(stage.route() == "#/geraete");
    }
}

TEST_CASE("a device changes before one's eyes when others change it", "[assets][device][screen]") {
    AppStage stage{coordinator, "#/geraete/12", serve_device};
    Asset moved = projector();
    moved.room = "311";
    stage.platform().script("GET", "/api/assets/12", 200, encode(moved));
    SECTION("its own change") {
        stage.tell({{.id = 1, .entity = "asset", .entity_id = 12, .action = "update"}});
        CHECK(stage.screen().has("311"));
    }
    SECTION("the change of another device is none of its business") {
        auto const calls = stage.platform().last_call("GET", "/api/assets/12");
        REQUIRE(calls != nullptr);
        stage.tell({{.id = 1, .entity = "asset", .entity_id = 13, .action = "update"}});
        CHECK_FALSE(stage.screen().has("311"));
    }
}

TEST_CASE("a long log is read page by page", "[assets][device]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    DeviceModel model;
    open_device(model, api, coordinator, {12});
    Page<AuditEntry> first = page_of<AuditEntry>({moved_entry()});
    first.next_cursor = "weiter";
    platform.answer("/api/audit", {.status = 200, .body = encode(first)});
    load_more_history(model, api);
    CHECK(parameter_of(*platform.last_call("GET", "/api/audit"), "cursor") == "weiter");
    platform.answer("/api/audit", {.status = 200, .body = encode(page_of<AuditEntry>({import_entry()}))});
    REQUIRE(model.history.value() != nullptr);
    CHECK(model.history.value()->items.size() == 2);
    CHECK_FALSE(model.history.value()->next_cursor);
}

TEST_CASE("a page of the log that comes after the log was loaded anew is dropped", "[assets][device]") {
    HeadlessPlatform platform;
    Api api{platform, [](Error const&) {}};
    DeviceModel model;
    open_device(model, api, coordinator, {12});
    Page<AuditEntry> first = page_of<AuditEntry>({moved_entry()});
    first.next_cursor = "weiter";
    platform.answer("/api/audit", {.status = 200, .body = encode(first)});
    load_more_history(model, api);
    reload_device(model, api, coordinator);
    auto const more = page_of<AuditEntry>({import_entry()});
    Page<AuditEntry> anew = page_of<AuditEntry>({moved_entry(), import_entry()});
    anew.next_cursor = "spaeter";
    // the oldest waiting call is that for more; the newer one was answered from another state of the log
    model.history.take(anew);
    platform.answer("/api/audit", {.status = 200, .body = encode(more)});
    CHECK(model.history.value()->items.size() == 2);
}

TEST_CASE("a device's history names the kit and the slot it came into or out of, and why", "[assets][device][kits]") {
    AuditEntry into{.id = 8, .action = "put_into_kit", .entity = "asset", .entity_id = 12};
    into.after = {{"kit", "TK0007 · Koffer 07"}, {"slot", 3}};
    AuditEntry out{.id = 9, .action = "take_out_of_kit", .entity = "asset", .entity_id = 12};
    out.before = {{"kit", "TK0007 · Koffer 07"}, {"slot", 3}};
    out.after = {{"reason", "Displaybruch"}};
    AppStage stage{coordinator, "#/geraete/12", [&](HeadlessPlatform& server) {
                       serve_device(server);
                       server.script("GET", "/api/audit", 200, encode(page_of<AuditEntry>({out, into})));
                   }};
    CHECK(stage.screen().has("Aus dem Koffer genommen"));
    CHECK(stage.screen().has("In einen Koffer gelegt"));
    CHECK(stage.screen().has("TK0007 · Koffer 07, Platz 3"));
    CHECK(stage.screen().has("Grund: Displaybruch"));
    CHECK_FALSE(kit_place_of(moved_entry()));
}

TEST_CASE("the log tells only what people have words for", "[assets][device]") {
    auto const changes = changes_of(import_entry());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].field == "tag");
    CHECK(changes[1].field == "purchased_on");
}

} // namespace schulkit::test
