#include "client/school_years/school_year_form_screen.hpp"
#include "client/school_years/school_year_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

/// It is November 2026.
std::vector<SchoolYear> calendar() {
    SchoolYear running = usual_school_year(2026, Date{2027, 7, 8}, Date{2027, 8, 18});
    running.version = 2;
    return {usual_school_year(2024), usual_school_year(2025, Date{2026, 7, 2}, Date{2026, 8, 12}), running, usual_school_year(2027)};
}

void serve_calendar(HeadlessPlatform& server) {
    server.script("GET", "/api/school-years", 200, page_json<SchoolYear>(calendar()));
}

Json year_sent(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("PATCH", path);
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

} // namespace

TEST_CASE("the calendar begins with the running year and marks what is to come and what is past", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_list_screen, samples::coordinator(), "#/schuljahre"};
    std::string const all = screen->text();
    std::size_t last = 0;
    for (char const* words : {"2026/27", "2027/28", "2025/26", "2024/25"}) {
        INFO(words);
        REQUIRE(all.find(words, last) != std::string::npos);
        last = all.find(words, last);
    }
    for (char const* words : {"Läuft", "Kommt", "Vergangen", "08.07.2027 – 18.08.2027", "01.07.2027", "noch nicht eingetragen"})
        CHECK(screen->has(words));
    CHECK(screen->get(ui::Role::link, "Schuljahr 2028/29 anlegen").href == "#/schuljahre/2028-29");
    screen->click(ui::Role::link, "2026/27");
    CHECK(screen.route() == "#/schuljahre/2026-27");
}

TEST_CASE("who does not plan reads the calendar", "[school_years][screen][access]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_list_screen, technician(), "#/schuljahre"};
    CHECK(screen->has("2026/27"));
    CHECK_FALSE(screen->has(ui::Role::link, "2026/27"));
    CHECK_FALSE(screen->has(ui::Role::link, "Schuljahr 2028/29 anlegen"));
}

TEST_CASE("the latest return goes with the holidays unless somebody chose another day", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/2027-28"};
    CHECK(screen->field("Rückgabe spätestens am").value == "2028-07-15");
    screen->type("Sommerferien ab", "2028-07-20");
    screen->type("Sommerferien bis", "2028-08-30");
    CHECK(screen->field("Rückgabe spätestens am").value == "2028-07-13");
    screen->type("Rückgabe spätestens am", "2028-07-10");
    screen->type("Sommerferien ab", "2028-07-21");
    CHECK(screen->field("Rückgabe spätestens am").value == "2028-07-10");
    server.script("PATCH", "/api/school-years/2027-28", 200, encode(calendar()[3]));
    screen->click(ui::Role::button, "Speichern");
    CHECK(year_sent(server, "/api/school-years/2027-28") == Json{{"summer_from", "2028-07-21"},
                                                                 {"summer_until", "2028-08-30"},
                                                                 {"latest_return_on", "2028-07-10"},
                                                                 {"version", 1}});
    CHECK(screen.route() == "#/schuljahre");
    CHECK(screen.toasts.back() == "Gespeichert: 2027/28");
}

TEST_CASE("a day that cannot be is named at its field", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/2026-27"};
    screen->type("Rückgabe spätestens am", "2026-07-01");
    screen->type("Sommerferien bis", "");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Rückgabe spätestens am").invalid);
    CHECK(screen->has("Die späteste Rückgabe liegt vor der ersten Übergabe."));
    CHECK(screen->has("Bitte auch den letzten Ferientag eintragen."));
    CHECK(server.last_call("PATCH", "/api/school-years/2026-27") == nullptr);
    screen->type("Rückgabe spätestens am", "2027-07-01");
    screen->type("Sommerferien bis", "2027-08-18");
    screen->type("Beginn", "2026-07-20");
    server.script("PATCH", "/api/school-years/2026-27", 422, problem("invalid", {{"starts_on", "overlaps", {}}}));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Beginn").invalid);
    CHECK(screen->has("Die Tage liegen schon in einem anderen Schuljahr."));
}

TEST_CASE("the next school year is made in advance, by saving the usual days", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/2028-29"};
    CHECK(screen->has(ui::Role::heading, "Schuljahr 2028/29 anlegen"));
    CHECK(screen->field("Beginn").value == "2028-08-01");
    CHECK(screen->field("Ende").value == "2029-07-31");
    CHECK_FALSE(screen.screen().unsaved());
    server.script("PATCH", "/api/school-years/2028-29", 200, encode(usual_school_year(2028)));
    screen->click(ui::Role::button, "Speichern");
    Json const sent = year_sent(server, "/api/school-years/2028-29");
    CHECK(sent["starts_on"] == "2028-08-01");
    CHECK(sent["latest_return_on"] == "2029-07-15");
    CHECK_FALSE(sent.contains("version"));
    CHECK(screen.toasts.back() == "Angelegt: 2028/29");
}

TEST_CASE("only the next school year can be made, and what is none is unknown", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    for (std::string const id : {"2029-30", "2023-24", "2026", "quatsch"}) {
        INFO(id);
        StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/" + id};
        CHECK(screen->has("Dieses Schuljahr gibt es nicht"));
        CHECK_FALSE(screen->has(ui::Role::button, "Speichern"));
    }
}

TEST_CASE("who was second to change a school year sees what the first one did", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/2026-27"};
    screen->type("Übergabe frühestens am", "2026-08-20");
    SchoolYear theirs = calendar()[2];
    theirs.earliest_handover_on = {2026, 8, 15};
    theirs.latest_return_on = {2027, 6, 30};
    theirs.version = 3;
    server.script("PATCH", "/api/school-years/2026-27", 409, dump_json({{"code", "stale"}, {"current", encode_value(theirs)}}));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->has_part("gespeichert ist jetzt „15.08.2026“. Ihre Eingabe: „20.08.2026“"));
    CHECK(screen->has("Rückgabe spätestens am: 01.07.2027 → 30.06.2027 (übernommen)"));
    server.script("PATCH", "/api/school-years/2026-27", 200, encode(theirs));
    screen->click(ui::Role::button, "Mit meinen Angaben speichern");
    CHECK(year_sent(server, "/api/school-years/2026-27") == Json{{"earliest_handover_on", "2026-08-20"}, {"version", 3}});
}

TEST_CASE("a form in use is left alone when somebody else changes the year, and says so", "[school_years][screen]") {
    HeadlessPlatform server;
    serve_calendar(server);
    StagedScreen screen{server, make_school_year_form_screen, samples::coordinator(), "#/schuljahre/2026-27"};
    std::vector<SchoolYear> changed = calendar();
    changed[2].latest_return_on = {2027, 6, 30};
    changed[2].version = 3;
    SECTION("nothing was typed: it shows the new days") {
        server.script("GET", "/api/school-years", 200, page_json<SchoolYear>(changed));
        screen.change("school_year", 2026);
        CHECK(screen->field("Rückgabe spätestens am").value == "2027-06-30");
    }
    SECTION("something was typed: it stays") {
        screen->type("Rückgabe spätestens am", "2027-06-25");
        server.script("GET", "/api/school-years", 200, page_json<SchoolYear>(changed));
        screen.change("school_year", 2026);
        CHECK(screen->field("Rückgabe spätestens am").value == "2027-06-25");
        CHECK(screen->has_part("Jemand anderes hat hier inzwischen etwas geändert"));
    }
}

TEST_CASE("the screens of school years are sound in every state, size and language", "[school_years][screen]") {
    test::in_every_look([](ScreenSize size, std::string_view language) {
        for (std::string const route : {"#/schuljahre", "#/schuljahre/2026-27", "#/schuljahre/2028-29", "#/schuljahre/x"}) {
            INFO(route);
            test::AppStage stage{test::coordinator, route, serve_calendar, size, language};
            require_sound(stage.screen());
            test::AppStage failed{test::coordinator, route,
                                  [](HeadlessPlatform& server) { server.script("GET", "/api/school-years", 500, problem("internal")); },
                                  size, language};
            require_sound(failed.screen());
            test::AppStage empty{test::coordinator, route,
                                 [](HeadlessPlatform& server) {
                                     server.script("GET", "/api/school-years", 200, page_json<SchoolYear>({}));
                                 },
                                 size, language};
            require_sound(empty.screen());
        }
    });
}
