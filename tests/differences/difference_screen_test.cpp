#include "client/differences/difference_view.hpp"
#include "client/differences/missing_screen.hpp"
#include "client/loans/loan_screen.hpp"
#include "shared/differences/difference_words.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Person school_contact() {
    return {.id = {9}, .username = "kontakt", .role = schulkit::Role::school_staff, .is_contact = true, .school_codes = {"GYM-03"}};
}

LoanDifference missing_tablet() {
    return {.id = {5},
            .loan_id = {17},
            .school_code = "GYM-03",
            .school_name = "Gymnasium Ahornweg",
            .kit_tag = "TK0007",
            .kind = DifferenceKind::device_missing,
            .state = DifferenceState::told,
            .slot = 3,
            .label = "Tablet",
            .asset_id = 33,
            .asset_tag = "TAB0003",
            .asset_name = "iPad",
            .found_on = {2027, 7, 12},
            .age_days = 2,
            .object_until = {2027, 7, 26}};
}

LoanDifference with_objection(LoanDifference difference) {
    difference.state = DifferenceState::objected;
    difference.objection = "War nie dabei.";
    difference.objection_state = ObjectionState::open;
    difference.objected_by = "kontakt";
    difference.objected_at = *parse_rfc3339("2027-07-14T07:00:00Z");
    return difference;
}

LoanDifference counting(LoanDifference difference) {
    difference.state = DifferenceState::counts;
    difference.age_days = 21;
    difference.chases = {{.chased_on = {2027, 8, 1}, .chased_by = "coordinator", .note = "Angerufen"}};
    return difference;
}

void serve_checked_loan(HeadlessPlatform& server, LoanDifference const& difference) {
    Loan loan{.id = {17},
              .state = LoanState::returned,
              .school_id = {1},
              .school_code = "GYM-03",
              .school_name = "Gymnasium Ahornweg",
              .kit_type_id = {1},
              .kit_type_name = "iPad-Koffer",
              .kit_id = Id<Kit>{7},
              .kit_tag = "TK0007",
              .first_school_year = "2026-27",
              .last_school_year = "2026-27",
              .due_on = {2027, 7, 1},
              .requested_at = *parse_rfc3339("2026-08-17T07:00:00Z"),
              .returned_on = Date{2027, 7, 5},
              .checked_on = Date{2027, 7, 12},
              .open_differences = 1};
    server.script("GET", "/api/loans/17", 200, encode(loan));
    server.script("GET", "/api/loans/17/items", 200, page_json<LoanItem>({}));
    server.script("GET", "/api/loans/17/supplements", 200, page_json<LoanSupplement>({}));
    server.script("GET", "/api/loans/17/differences", 200, page_json<LoanDifference>({difference}));
}

std::string posted_about(HeadlessPlatform const& server, std::string const& step) {
    HttpCall const* call = server.last_call("POST", "/api/differences/5/" + step);
    REQUIRE(call != nullptr);
    return call->body;
}

} // namespace

TEST_CASE("a contact objects on the phone to what the check has found", "[differences][screen]") {
    HeadlessPlatform server;
    serve_checked_loan(server, missing_tablet());
    StagedScreen screen{server, make_loan_screen, school_contact(), "#/ausleihen/17", phone_size};
    CHECK(screen->has("Gerät fehlt, Platz 3: Tablet, TAB0003 · iPad"));
    CHECK(screen->has("Frist bis 26.07.2027"));
    CHECK_FALSE(screen->has(ui::Role::button, "Erledigen"));
    screen->click(ui::Role::button, "Einwand erheben");
    screen->click(ui::Role::button, "Einwand erheben");
    CHECK(screen->field("Einwand").invalid);
    CHECK(server.last_call("POST", "/api/differences/5/object") == nullptr);
    screen->type("Einwand", "War nie dabei.");
    server.script("POST", "/api/differences/5/object", 409, R"({"code":"too_late_to_object"})");
    screen->click(ui::Role::button, "Einwand erheben");
    CHECK(screen->has("Die Frist für einen Einwand ist abgelaufen."));
    server.script("POST", "/api/differences/5/object", 200, encode(with_objection(missing_tablet())));
    serve_checked_loan(server, with_objection(missing_tablet()));
    screen->click(ui::Role::button, "Einwand erheben");
    CHECK(posted_about(server, "object") == R"({"objection":"War nie dabei."})");
    CHECK(screen->has("Einwand liegt vor"));
    CHECK(screen.toasts == std::vector<std::string>{"Ihr Einwand ist gesendet."});
    CHECK(server.last_focus == FocusTarget::main_heading);
    require_sound(screen.view());
}

TEST_CASE("the office answers, chases and settles", "[differences][screen]") {
    HeadlessPlatform server;
    serve_checked_loan(server, with_objection(missing_tablet()));
    {
        StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
        screen->click(ui::Role::button, "Einwand beantworten");
        screen->type("Antwort", "Steht im Protokoll.");
        screen->click(ui::Role::button, "Einwand beantworten");
        CHECK(screen->field("Entscheidung").invalid);
        screen->choose("Entscheidung", "Den Einwand zurückweisen");
        server.script("POST", "/api/differences/5/answer", 200, encode(counting(missing_tablet())));
        screen->click(ui::Role::button, "Einwand beantworten");
        CHECK(posted_about(server, "answer") == R"({"accepted":false,"answer":"Steht im Protokoll."})");
    }
    serve_checked_loan(server, counting(missing_tablet()));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    CHECK(screen->has("Offen, angemahnt am 01.08.2027"));
    CHECK(screen->has("seit 21 Tagen"));
    server.script("POST", "/api/differences/5/chase", 200, encode(counting(missing_tablet())));
    screen->click(ui::Role::button, "Anmahnen");
    screen->click(ui::Role::button, "Anmahnen");
    CHECK(posted_about(server, "chase") == R"({"note":null})");
    server.script("POST", "/api/differences/5/settle", 200, encode(counting(missing_tablet())));
    screen->click(ui::Role::button, "Erledigen");
    screen->choose("Erledigt als", "Verloren");
    screen->click(ui::Role::button, "Erledigen");
    CHECK(posted_about(server, "settle") == R"({"settled_as":"lost","note":null})");
    require_sound(screen.view());
}

TEST_CASE("who may do what with a difference follows from role and state", "[differences][screen]") {
    auto const steps = [](LoanDifference const& difference, Person const& me) {
        std::string words;
        for (DifferenceStep const step : steps_of(difference, me)) words += std::string{word_of(step)} + ' ';
        return words;
    };
    CHECK(steps(missing_tablet(), school_contact()) == "object ");
    CHECK(steps(missing_tablet(), samples::coordinator()) == "settle ");
    CHECK(steps(missing_tablet(), technician()).empty());
    CHECK(steps(with_objection(missing_tablet()), school_contact()).empty());
    CHECK(steps(with_objection(missing_tablet()), samples::coordinator()) == "answer ");
    CHECK(steps(counting(missing_tablet()), samples::coordinator()) == "chase settle ");
    CHECK(settlements_of(missing_tablet()).size() == 3); // not lost yet
    CHECK(settlements_of(counting(missing_tablet())).size() == 4);
}

TEST_CASE("the list of what is missing leads to the loan, and the office sets the days", "[differences][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/differences", 200, page_json<LoanDifference>({counting(missing_tablet())}));
    server.script("GET", "/api/loan-settings", 200, encode(LoanSettings{.objection_days = 14, .version = 3}));
    StagedScreen screen{server, make_missing_screen, samples::coordinator(), "#/fehlbestand?q=ahorn"};
    CHECK(server.last_call("GET", "/api/differences")->path == "/api/differences?q=ahorn&open=true");
    for (char const* words : {"Platz 3: Tablet, TAB0003 · iPad", "GYM-03 · Gymnasium Ahornweg", "A-17 · TK0007", "21 Tage"})
        CHECK(screen->has(words));
    screen->type("Frist in Tagen", "x");
    screen->click(ui::Role::button, "Frist speichern");
    CHECK(screen->field("Frist in Tagen").invalid);
    server.script("PATCH", "/api/loan-settings", 200, encode(LoanSettings{.objection_days = 21, .version = 4}));
    screen->type("Frist in Tagen", "21");
    screen->click(ui::Role::button, "Frist speichern");
    CHECK(server.last_call("PATCH", "/api/loan-settings")->body == R"({"objection_days":21,"version":3})");
    CHECK(screen.toasts == std::vector<std::string>{"Die Frist ist gespeichert."});
    require_sound(screen.view());
}

TEST_CASE("a school sees only what it owes, and no settings", "[differences][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/differences", 200, page_json<LoanDifference>({}));
    server.script("GET", "/api/loan-settings", 200, encode(LoanSettings{}));
    StagedScreen screen{server, make_missing_screen, school_contact(), "#/fehlbestand", phone_size};
    CHECK(screen->has("Es fehlt nichts"));
    CHECK_FALSE(screen->has(ui::Role::button, "Frist speichern"));
    require_sound(screen.view());
}
