#include "client/loans/loan_list_screen.hpp"
#include "client/tours/summer_screen.hpp"
#include "client/tours/tour_form_screen.hpp"
#include "client/tours/tour_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

DueReturn due_at(std::int64_t loan, std::int64_t school, std::string const& code, std::string const& name) {
    return {.loan_id = {loan},
            .state = LoanState::handed_over,
            .school_id = {school},
            .school_code = code,
            .school_name = name,
            .kit_type_name = "iPad-Koffer",
            .kit_tag = "TK000" + std::to_string(loan),
            .kit_name = "Koffer " + std::to_string(loan),
            .last_school_year = "2026-27",
            .due_on = {2027, 7, 1}};
}

Tour planned_tour() {
    return {.id = {4},
            .school_year = "2026-27",
            .drives_on = {2027, 6, 30},
            .driver = "Frau Albers",
            .stops = {{.school_id = {1},
                       .school_code = "GYM-03",
                       .school_name = "Gymnasium Ahornweg",
                       .arrives_from = "09:00",
                       .arrives_until = "09:45",
                       .loans = {{.loan_id = {3}, .kit_tag = "TK0003", .kit_name = "Koffer 3"}}}},
            .version = 2};
}

std::vector<DueReturn> summer_of_three() {
    std::vector<DueReturn> due{due_at(3, 1, "GYM-03", "Gymnasium Ahornweg"), due_at(5, 1, "GYM-03", "Gymnasium Ahornweg"),
                               due_at(7, 2, "GYM-04", "Gymnasium Birkenallee")};
    due[0].tour_id = Id<Tour>{4};
    due[0].drives_on = Date{2027, 6, 30};
    due[0].arrives_from = "09:00";
    due[0].arrives_until = "09:45";
    due[2].days_late = 12;
    return due;
}

void serve_summer(HeadlessPlatform& server) {
    server.script("GET", "/api/due-returns", 200, page_json<DueReturn>(summer_of_three()));
    server.script("GET", "/api/tours", 200, page_json<Tour>({planned_tour()}));
    server.script("GET", "/api/tours/4", 200, encode(planned_tour()));
    server.script("GET", "/api/school-years", 200, page_json<SchoolYear>({usual_school_year(2026), usual_school_year(2027)}));
}

} // namespace

TEST_CASE("the summer shows what is due, what is late and who comes when", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    StagedScreen screen{server, make_summer_screen, samples::coordinator(), "#/sommer?jahr=2026-27"};
    CHECK(server.last_call("GET", "/api/due-returns")->path == "/api/due-returns?school_year=2026-27");
    for (char const* words : {"TK0003 · Koffer 3", "30.06.2027, 09:00 bis 09:45 Uhr", "12 Tage überfällig", "Noch kein Termin",
                              "Abholtour am 30.06.2027"})
        CHECK(screen->has(words));
    screen->choose("Anzeigen", "Überfällig (1)");
    CHECK(screen.route() == "#/sommer?jahr=2026-27&zeigen=late");
    CHECK(screen->has("TK0007 · Koffer 7"));
    CHECK_FALSE(screen->has("TK0003 · Koffer 3"));
}

TEST_CASE("chosen loans are extended in one call, and each answer is told", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    StagedScreen screen{server, make_summer_screen, samples::coordinator(), "#/sommer?jahr=2026-27"};
    screen->click(ui::Role::checkbox, "TK0003 · Koffer 3 auswählen");
    screen->click(ui::Role::checkbox, "TK0007 · Koffer 7 auswählen");
    CHECK(screen->has("2 Ausleihen gewählt"));
    screen->click(ui::Role::button, "Verlängern");
    REQUIRE(screen->has(ui::Role::dialog, "2 Ausleihen verlängern"));
    screen->type("Weitere Schuljahre", "x");
    screen->click(ui::Role::button, "Verlängern");
    CHECK(screen->field("Weitere Schuljahre").invalid);
    CHECK(server.last_call("POST", "/api/loan-extensions") == nullptr);
    screen->type("Weitere Schuljahre", "1");
    server.script("POST", "/api/loan-extensions", 200,
                  R"({"items":[{"loan_id":3,"last_school_year":"2027-28","due_on":"2028-07-01","code":null,"booking":null},)"
                  R"({"loan_id":7,"last_school_year":null,"due_on":null,"code":"kit_already_booked",)"
                  R"("booking":{"kit_id":7,"kit_tag":"TK0007","school_year":"2027-28","loan_id":9,"school_code":"GYM-05"}}],"total":2})");
    screen->click(ui::Role::button, "Verlängern");
    CHECK(server.last_call("POST", "/api/loan-extensions")->body == R"({"loan_ids":[3,7],"school_years":1})");
    CHECK_FALSE(screen->has(ui::Role::dialog, "2 Ausleihen verlängern"));
    CHECK(screen->has("1 Ausleihe ist verlängert"));
    CHECK(screen->has("GYM-04: TK0007 ist im Schuljahr 2027/28 schon an GYM-05 vergeben (A-9)."));
    CHECK(screen->has("1 Ausleihe gewählt")); // the one that waits for a tour
}

TEST_CASE("a tour is planned from what was chosen, in the order of its schools", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    StagedScreen screen{server, make_tour_form_screen, samples::coordinator(), "#/sommer/neu?jahr=2026-27&ausleihen=5,7"};
    CHECK(screen->has("1. GYM-03 · Gymnasium Ahornweg"));
    CHECK(screen->has("2. GYM-04 · Gymnasium Birkenallee"));
    screen->click(ui::Role::button, "GYM-04 nach oben");
    CHECK(screen->has("1. GYM-04 · Gymnasium Birkenallee"));
    screen->click(ui::Role::button, "GYM-03 entfernen");
    screen->type("Tag", "2027-07-02");
    screen->type("Von", "8.30 Uhr");
    screen->type("Bis", "9");
    Tour stored = planned_tour();
    server.script("POST", "/api/tours", 201, encode(stored));
    screen->click(ui::Role::button, "Speichern");
    auto const sent = decode<Tour>(server.last_call("POST", "/api/tours")->body);
    REQUIRE(sent);
    CHECK(sent->drives_on == Date{2027, 7, 2});
    REQUIRE(sent->stops.size() == 1);
    CHECK(sent->stops[0].school_id == Id<School>{2});
    CHECK(sent->stops[0].arrives_from == "08:30");
    CHECK(sent->stops[0].arrives_until == "09:00");
    CHECK(sent->stops[0].loans.size() == 1);
    CHECK(screen.route() == "#/sommer/4");
}

TEST_CASE("a stop from which nothing is fetched is not sent, because it would fetch all", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    StagedScreen screen{server, make_tour_form_screen, samples::coordinator(), "#/sommer/4/bearbeiten"};
    CHECK(screen->has(ui::Role::checkbox, "TK0005 · Koffer 5")); // free, and of the same school
    screen->click(ui::Role::checkbox, "TK0003 · Koffer 3");
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("PATCH", "/api/tours/4") == nullptr);
    CHECK(screen->has("Bitte wählen Sie mindestens einen Koffer, oder entfernen Sie den Halt."));
}

TEST_CASE("a tour's form without the list of what is due says so, and asks for it again", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    server.script("GET", "/api/due-returns", 503, problem("unavailable"));
    StagedScreen screen{server, make_tour_form_screen, samples::coordinator(), "#/sommer/4/bearbeiten", phone_size};
    CHECK(screen->has("Die Rückgaben konnten nicht geladen werden"));
    CHECK_FALSE(screen->has(ui::Role::checkbox, "TK0003 · Koffer 3"));
    require_sound(screen.view());
    serve_summer(server);
    screen->click(ui::Role::button, "Erneut versuchen");
    CHECK_FALSE(screen->has("Die Rückgaben konnten nicht geladen werden"));
    CHECK(screen->has(ui::Role::checkbox, "TK0003 · Koffer 3"));
    CHECK(screen->has(ui::Role::button, "Halt hinzufügen"));
}

TEST_CASE("who drives sees the stops, and only who plans may change or delete them", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    {
        StagedScreen screen{server, make_tour_screen, technician(), "#/sommer/4", phone_size};
        for (char const* words : {"1. GYM-03 · Gymnasium Ahornweg", "09:00 bis 09:45 Uhr", "Fährt: Frau Albers"}) CHECK(screen->has(words));
        CHECK_FALSE(screen->has(ui::Role::button, "Abholtour löschen"));
    }
    StagedScreen screen{server, make_tour_screen, samples::coordinator(), "#/sommer/4"};
    screen->click(ui::Role::button, "Abholtour löschen");
    server.script("DELETE", "/api/tours/4", 204, "");
    REQUIRE(screen->has(ui::Role::dialog, "Abholtour löschen"));
    screen->click(ui::Role::button, "Abholtour löschen");
    CHECK(screen.route() == "#/sommer");
    CHECK(screen.toasts == std::vector<std::string>{"Die Abholtour ist gelöscht."});
}

TEST_CASE("a school finds its appointment on its page of kits", "[tours][screen]") {
    HeadlessPlatform server;
    serve_summer(server);
    server.script("GET", "/api/loans", 200, page_json<Loan>({}));
    Person const teacher{.id = {9}, .username = "kim", .role = schulkit::Role::school_staff, .school_codes = {"GYM-03"}};
    StagedScreen screen{server, make_loan_list_screen, teacher, "#/ausleihen"};
    CHECK(screen->has("Ihr Abholtermin"));
    CHECK(screen->has("30.06.2027, 09:00 bis 09:45 Uhr"));
}

TEST_CASE("the summer's screens are sound on every size", "[tours][screen]") {
    for (ScreenSize const& size : {desktop_size, phone_size}) {
        HeadlessPlatform server;
        serve_summer(server);
        std::vector<std::pair<StagedScreen::Make, char const*>> const all{{make_summer_screen, "#/sommer?jahr=2026-27"},
                                                                          {make_tour_screen, "#/sommer/4"},
                                                                          {make_tour_form_screen, "#/sommer/4/bearbeiten"},
                                                                          {make_tour_form_screen, "#/sommer/neu?jahr=2026-27&ausleihen=5,7"}};
        for (auto const& [make, route] : all) {
            StagedScreen screen{server, make, samples::coordinator(), route, size};
            require_sound(screen.view());
        }
    }
}
