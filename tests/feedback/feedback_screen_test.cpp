#include "client/feedback/feedback_form_screen.hpp"
#include "client/feedback/feedback_list_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Person contact_of_feedback() {
    return {.id = {9}, .username = "kontakt", .role = schulkit::Role::school_staff, .is_contact = true, .school_codes = {"GYM-03"}};
}

Feedback open_feedback() {
    return {.loan_id = {17},
            .school_year = "2026-27",
            .school_code = "GYM-03",
            .school_name = "Gymnasium Ahornweg",
            .kit_type_id = {1},
            .kit_type_name = "iPad-Koffer"};
}

Feedback given_feedback() {
    Feedback feedback = open_feedback();
    feedback.main_use = FeedbackUse::projects;
    feedback.use_words = "Erklärvideos";
    feedback.frequency = FeedbackFrequency::weekly;
    feedback.hindrance = FeedbackHindrance::wlan;
    feedback.again = FeedbackAgain::yes;
    feedback.released = true;
    feedback.given_on = Date{2027, 7, 6};
    feedback.version = 1;
    return feedback;
}

void serve_feedback(HeadlessPlatform& server, Feedback const& feedback) {
    server.script("GET", "/api/loans/17/feedback", 200, page_json<Feedback>({feedback}));
    server.script("GET", "/api/feedback", 200, page_json<Feedback>({given_feedback()}));
    server.script("GET", "/api/feedback-summary", 200,
                  page_json<FeedbackSummary>({{.kit_type_id = {1},
                                               .kit_type_name = "iPad-Koffer",
                                               .school_year = "2026-27",
                                               .loans = 5,
                                               .answers = 3,
                                               .again = 2,
                                               .uses = {{"projects", 2}, {"lessons", 1}},
                                               .frequencies = {{"weekly", 3}},
                                               .hindrances = {{"wlan", 3}}}}));
    server.script("GET", "/api/school-years", 200, page_json<SchoolYear>({usual_school_year(2026)}));
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({{.id = {1}, .name = "iPad-Koffer"}}));
}

} // namespace

TEST_CASE("a contact gives feedback by three choices and a few words", "[feedback][screen]") {
    HeadlessPlatform server;
    serve_feedback(server, open_feedback());
    StagedScreen screen{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27"};
    CHECK(screen->has("iPad-Koffer, Schuljahr 2026/27"));
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Hauptsächlich genutzt für").invalid);
    screen->choose("Hauptsächlich genutzt für", "Projekte");
    screen->choose("Wie oft genutzt", "Jede Woche");
    screen->choose("Das hat am meisten gehindert", "WLAN oder Internet");
    screen->click(ui::Role::button, "Speichern");
    CHECK(screen->field("Wieder so einen Koffer?").invalid); // left open is no "no"
    CHECK(server.last_call("PUT", "/api/loans/17/feedback/2026-27") == nullptr);
    screen->choose("Wieder so einen Koffer?", "Ja");
    screen->type("Mehr zur Nutzung", "Erklärvideos");
    screen->click(ui::Role::checkbox, "Andere Schulen dürfen das lesen");
    server.script("PUT", "/api/loans/17/feedback/2026-27", 200, encode(given_feedback()));
    screen->click(ui::Role::button, "Speichern");
    Json const sent = *parse_json(server.last_call("PUT", "/api/loans/17/feedback/2026-27")->body);
    CHECK(sent["main_use"] == "projects");
    CHECK(sent["hindrance"] == "wlan");
    CHECK(sent["again"] == "yes");
    CHECK(sent["released"] == true);
    CHECK(sent["version"] == 0);
    CHECK(screen.route() == "#/ausleihen/17");
    CHECK(screen.toasts == std::vector<std::string>{"Vielen Dank, Ihre Rückmeldung ist gespeichert."});
}

TEST_CASE("feedback that is changed sends only the change, and none where nothing has changed", "[feedback][screen]") {
    HeadlessPlatform server;
    serve_feedback(server, given_feedback());
    constexpr char const* path = "/api/loans/17/feedback/2026-27";
    {
        StagedScreen screen{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27"};
        screen->click(ui::Role::button, "Speichern");
        CHECK(server.last_call("PUT", path) == nullptr);
        CHECK(screen.route() == "#/ausleihen/17");
    }
    StagedScreen screen{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27"};
    screen->type("Mehr zur Nutzung", "Erklärvideos und Podcasts");
    Feedback stored = given_feedback();
    stored.version = 2;
    server.script("PUT", path, 200, encode(stored));
    screen->click(ui::Role::button, "Speichern");
    CHECK(*parse_json(server.last_call("PUT", path)->body) == Json{{"use_words", "Erklärvideos und Podcasts"}, {"version", 1}});
}

TEST_CASE("what a colleague has answered meanwhile is told in words, also a choice", "[feedback][screen]") {
    HeadlessPlatform server;
    serve_feedback(server, given_feedback());
    StagedScreen screen{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27"};
    screen->choose("Wie oft genutzt", "Selten");
    Feedback theirs = given_feedback();
    theirs.version = 2;
    theirs.frequency = FeedbackFrequency::daily;
    theirs.again = FeedbackAgain::no;
    Json stale = {{"code", "stale"}, {"current", encode_value(theirs)}};
    server.script("PUT", "/api/loans/17/feedback/2026-27", 409, dump_json(stale));
    screen->click(ui::Role::button, "Speichern");
    for (char const* words : {"Jede Woche", "Fast täglich", "Selten", "Ja", "Nein"}) CHECK(screen->has_part(words));
}

TEST_CASE("before the collection there is nothing to say", "[feedback][screen]") {
    HeadlessPlatform server;
    serve_feedback(server, open_feedback());
    server.script("GET", "/api/loans/17/feedback", 200, page_json<Feedback>({}));
    StagedScreen screen{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27"};
    CHECK(screen->has("Hier ist noch keine Rückmeldung möglich"));
}

TEST_CASE("the office reads what was counted, a school only what was said", "[feedback][screen]") {
    HeadlessPlatform server;
    serve_feedback(server, given_feedback());
    {
        StagedScreen screen{server, make_feedback_list_screen, samples::coordinator(), "#/rueckmeldungen?jahr=2026-27"};
        CHECK(server.last_call("GET", "/api/feedback-summary")->path == "/api/feedback-summary?school_year=2026-27");
        for (char const* words : {"3 von 5", "Projekte (2), Unterricht im Fach (1)", "2 von 3", "Zur Ausleihe A-17"}) CHECK(screen->has(words));
    }
    server.script("GET", "/api/feedback", 200, encode(Page<Feedback>{.items = {given_feedback()}, .total = 350}));
    StagedScreen screen{server, make_feedback_list_screen, contact_of_feedback(), "#/rueckmeldungen"};
    CHECK(screen->has("GYM-03 · Gymnasium Ahornweg"));
    CHECK_FALSE(screen->has("3 von 5"));
    CHECK(screen->has("Das sind die neuesten 1 von 350. Mit Schuljahr und Koffertyp werden es weniger."));
}

TEST_CASE("the feedback's screens are sound on every size", "[feedback][screen]") {
    for (ScreenSize const& size : {desktop_size, phone_size}) {
        HeadlessPlatform server;
        serve_feedback(server, given_feedback());
        StagedScreen form{server, make_feedback_form_screen, contact_of_feedback(), "#/ausleihen/17/rueckmeldung/2026-27", size};
        require_sound(form.view());
        StagedScreen list{server, make_feedback_list_screen, samples::coordinator(), "#/rueckmeldungen", size};
        require_sound(list.view());
    }
}
