#include "client/trainings/training_form_screen.hpp"
#include "client/trainings/training_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Training tablets() {
    return {.id = {3},
            .title = "Tablets im Unterricht",
            .held_on = {2026, 9, 14},
            .place = "Medienzentrum",
            .requirement_code = "plan",
            .requirement_label = "Fortbildungsplan",
            .schools = {{.school_code = "GYM-03", .school_name = "Gymnasium Ahornweg", .people = 6}},
            .version = 2};
}

void serve_trainings(HeadlessPlatform& server) {
    server.script("GET", "/api/trainings", 200, page_json<Training>({tablets()}));
    server.script("GET", "/api/trainings/3", 200, encode(tablets()));
    server.script("GET", "/api/requirements", 200,
                  page_json<Requirement>({{.id = {2}, .code = "plan", .label = "Fortbildungsplan"}}));
    server.script("GET", "/api/schools", 200,
                  page_json<School>({{.id = {1}, .code = "GYM-03", .name = "Gymnasium Ahornweg"},
                                     {.id = {2}, .code = "GYM-04", .name = "Gymnasium Birkenallee"}}));
    server.script("POST", "/api/trainings", 201, encode(tablets()));
    server.script("PATCH", "/api/trainings/3", 200, encode(tablets()));
}

} // namespace

TEST_CASE("the office records a training and the schools that took part", "[trainings][screen]") {
    HeadlessPlatform server;
    serve_trainings(server);
    StagedScreen screen{server, make_training_form_screen, samples::coordinator(), "#/fortbildungen/neu"};
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Titel").invalid);
    screen->type("Titel", "Tablets im Unterricht");
    screen->choose("Zählt als Nachweis für", "Fortbildungsplan");
    screen->choose("Schule", "GYM-04 · Gymnasium Birkenallee");
    screen->click(ui::Role::button, "Schule eintragen");
    screen->type("Anzahl Personen", "6");
    screen->click(ui::Role::button, "Speichern");
    std::string const sent = server.last_call("POST", "/api/trainings")->body;
    CHECK(sent.find(R"("requirement_code":"plan")") != std::string::npos);
    CHECK(sent.find(R"("school_code":"GYM-04")") != std::string::npos);
    CHECK(sent.find(R"("people":6)") != std::string::npos);
    CHECK(screen.route() == "#/fortbildungen");
}

TEST_CASE("a correction takes a school out of a training", "[trainings][screen]") {
    HeadlessPlatform server;
    serve_trainings(server);
    StagedScreen screen{server, make_training_form_screen, samples::coordinator(), "#/fortbildungen/3", phone_size};
    screen->click(ui::Role::button, "GYM-03 entfernen");
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("PATCH", "/api/trainings/3")->body == R"({"schools":[],"version":2})");
    require_sound(screen.view());
}

TEST_CASE("the list says who took part and what it counts for", "[trainings][screen]") {
    HeadlessPlatform server;
    serve_trainings(server);
    StagedScreen screen{server, make_training_list_screen, samples::coordinator(), "#/fortbildungen"};
    CHECK(screen->has("Tablets im Unterricht"));
    CHECK(screen->has("Fortbildungsplan"));
    CHECK(screen->has("1 Schule, 6 Personen"));
    require_sound(screen.view());
}
