#include "client/school_ends/school_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Loan loan_until(std::int64_t id, LoanState state, std::string last) {
    return {.id = {id}, .state = state, .school_code = "GYM-03", .kit_type_name = "iPad-Koffer",
            .first_school_year = "2025-26", .last_school_year = std::move(last)};
}

void serve_schools(HeadlessPlatform& server, std::vector<Loan> const& loans) {
    School const ahorn{.id = {1}, .code = "GYM-03", .name = "Gymnasium Ahornweg"};
    server.script("GET", "/api/schools", 200,
                  page_json<School>({ahorn, {.id = {2}, .code = "GYM-04", .name = "Gymnasium Birkenallee"}}));
    server.script("GET", "/api/school-years", 200,
                  page_json<SchoolYear>({{.id = "2025-26", .starts_on = {2025, 8, 1}, .ends_on = {2026, 7, 31}},
                                         {.id = "2026-27", .starts_on = {2026, 8, 1}, .ends_on = {2027, 7, 31}}}));
    server.script("GET", "/api/loans", 200, page_json<Loan>(loans));
    server.script("PATCH", "/api/schools/1", 200, encode(ahorn));
}

} // namespace

TEST_CASE("before a school's end is saved, the loans beyond it are named and keep it from being saved", "[schools][screen]") {
    HeadlessPlatform server;
    serve_schools(server, {loan_until(7, LoanState::handed_over, "2026-27"), loan_until(8, LoanState::handed_over, "2025-26"),
                           loan_until(9, LoanState::requested, "2026-27")});
    StagedScreen screen{server, make_school_list_screen, samples::coordinator(), "#/schulen"};
    screen->click(ui::Role::button, "GYM-03 · Gymnasium Ahornweg");
    screen->type("Letzter Tag der Schule", "2026-07-31");
    CHECK(screen->has("1 Ausleihe geht über diesen Tag hinaus"));
    CHECK(screen->has(ui::Role::link, "A-7 · iPad-Koffer, noch offen"));
    CHECK(screen->has(ui::Role::link, "A-9 · iPad-Koffer, noch offen"));
    CHECK_FALSE(screen->has(ui::Role::link, "A-8 · iPad-Koffer, noch offen"));
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("PATCH", "/api/schools/1") == nullptr);
    require_sound(screen.view());
}

TEST_CASE("a school gets its last day and the school that goes on for it", "[schools][screen]") {
    HeadlessPlatform server;
    serve_schools(server, {loan_until(8, LoanState::handed_over, "2025-26")});
    StagedScreen screen{server, make_school_list_screen, samples::coordinator(), "#/schulen", phone_size};
    screen->click(ui::Role::button, "GYM-03 · Gymnasium Ahornweg");
    screen->choose("Nachfolgende Schule", "GYM-04 · Gymnasium Birkenallee");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Letzter Tag der Schule").invalid);
    screen->type("Letzter Tag der Schule", "??.??.????"); // left half typed: that is not "no day"
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Letzter Tag der Schule").description.find("Bitte geben Sie ein Datum ein") != std::string::npos);
    CHECK(server.last_call("PATCH", "/api/schools/1") == nullptr);
    screen->type("Letzter Tag der Schule", "2026-07-31");
    CHECK(screen->has("Keine Ausleihe und keine Anfrage geht über diesen Tag hinaus."));
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("PATCH", "/api/schools/1")->body == R"({"ends_on":"2026-07-31","successor_code":"GYM-04"})");
    CHECK(screen.toasts == std::vector<std::string>{"Die Schule ist gespeichert."});
}

TEST_CASE("while a school is being saved no other one takes its dialog", "[schools][screen]") {
    HeadlessPlatform server;
    serve_schools(server, {});
    StagedScreen screen{server, make_school_list_screen, samples::coordinator(), "#/schulen"};
    screen->click(ui::Role::button, "GYM-04 · Gymnasium Birkenallee");
    screen->type("Letzter Tag der Schule", "2026-07-31");
    screen->click(ui::Role::button, "Speichern"); // nobody answers yet
    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::button, "GYM-03 · Gymnasium Ahornweg");
    CHECK(screen->field("Letzter Tag der Schule").value == "2026-07-31"); // still that of GYM-04
    server.answer("/api/schools/2", {.status = 200, .body = encode(School{.id = {2}, .code = "GYM-04", .name = "Gymnasium Birkenallee"})});
    screen->settle();
    screen->click(ui::Role::button, "GYM-03 · Gymnasium Ahornweg");
    CHECK(screen->field("Letzter Tag der Schule").value.empty());
}
