#include "client/requirements/requirement_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

void serve_list(HeadlessPlatform& server) {
    Requirement const first{.id = {1}, .code = "wlan", .label = "WLAN", .position = 1, .version = 4};
    Requirement const second{.id = {2}, .code = "plan", .label = "Fortbildungsplan", .position = 2, .at_handover = false,
                           .valid_months = 24};
    server.script("GET", "/api/requirements", 200, page_json<Requirement>({first, second}));
    server.script("PATCH", "/api/requirements/wlan", 200, encode(first));
    server.script("POST", "/api/requirements", 201, encode(second));
}

} // namespace

TEST_CASE("the office edits the list of requirements, and what is retired stays in it", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_list(server);
    StagedScreen screen{server, make_requirement_list_screen, samples::coordinator(), "#/voraussetzungen/liste",
                        ScreenSize{1280, 1200}}; // the whole dialog is in sight
    CHECK(screen->has("Übergabe nötig"));
    CHECK(screen->has("Nachweis gilt 24 Monate"));
    screen->click(ui::Role::button, "WLAN");
    CHECK_FALSE(screen->field("Kürzel").enabled);
    screen->type("Nachweis gilt (Monate)", "12");
    screen->click(ui::Role::checkbox, "Wird verlangt");
    screen->click(ui::Role::button, "Speichern");
    INFO(screen->text());
    REQUIRE(server.last_call("PATCH", "/api/requirements/wlan") != nullptr);
    CHECK(server.last_call("PATCH", "/api/requirements/wlan")->body == R"({"valid_months":12,"active":false,"version":4})");
    CHECK(screen.toasts == std::vector<std::string>{"Die Voraussetzung ist gespeichert."});
    require_sound(screen.view());
}

TEST_CASE("a new requirement comes last and needs a name and a code", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_list(server);
    StagedScreen screen{server, make_requirement_list_screen, samples::coordinator(), "#/voraussetzungen/liste", phone_size};
    screen->click(ui::Role::button, "Voraussetzung hinzufügen");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Voraussetzung").invalid);
    CHECK(server.last_call("POST", "/api/requirements") == nullptr);
    screen->type("Voraussetzung", "Versicherung");
    screen->type("Kürzel", "insurance");
    screen->click(ui::Role::button, "Speichern");
    REQUIRE(server.last_call("POST", "/api/requirements") != nullptr);
    std::string const sent = server.last_call("POST", "/api/requirements")->body;
    CHECK(sent.find(R"("code":"insurance")") != std::string::npos);
    CHECK(sent.find(R"("position":3)") != std::string::npos);
}

TEST_CASE("while a requirement is being saved no other one takes its dialog", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_list(server);
    StagedScreen screen{server, make_requirement_list_screen, samples::coordinator(), "#/voraussetzungen/liste", ScreenSize{1280, 1200}};
    screen->click(ui::Role::button, "Fortbildungsplan");
    screen->type("Nachweis gilt (Monate)", "36");
    screen->click(ui::Role::button, "Speichern"); // nobody answers yet
    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::button, "WLAN");
    CHECK(screen->field("Kürzel").value == "plan");
    server.answer("/api/requirements/plan", {.status = 200, .body = encode(Requirement{.id = {2}, .code = "plan", .label = "Fortbildungsplan"})});
    screen->settle();
    screen->click(ui::Role::button, "WLAN");
    CHECK(screen->field("Kürzel").value == "wlan");
}
