#include "client/loans/loan_list_screen.hpp"
#include "client/loans/loan_request_screen.hpp"
#include "client/loans/loan_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Person contact() {
    return {.id = {9}, .username = "kontakt", .role = schulkit::Role::school_staff, .is_contact = true, .school_codes = {"GYM-03"}};
}

Loan requested_loan() {
    return {.id = {17},
            .request_id = 5,
            .state = LoanState::requested,
            .school_id = {1},
            .school_code = "GYM-03",
            .school_name = "Gymnasium Ahornweg",
            .kit_type_id = {1},
            .kit_type_name = "iPad-Koffer",
            .first_school_year = "2026-27",
            .last_school_year = "2027-28",
            .purpose = "Erklärvideos",
            .pupils = 28,
            .due_on = {2028, 7, 1},
            .open_requirements = {{.code = "wlan", .label = "WLAN in den Unterrichtsräumen", .state = RequirementState::open,
                                   .due_on = Date{2026, 9, 1}}},
            .requested_by = "kontakt",
            .requested_at = *parse_rfc3339("2026-08-17T07:00:00Z"),
            .version = 1};
}

Loan lent(Loan loan) {
    loan.state = LoanState::handed_over;
    loan.kit_id = Id<Kit>{7};
    loan.kit_tag = "TK0007";
    loan.kit_name = "Koffer 07";
    loan.handed_over_on = Date{2026, 8, 20};
    return loan;
}

void serve_loan(HeadlessPlatform& server, Loan const& loan) {
    server.script("GET", "/api/loans", 200, page_json<Loan>({loan}));
    server.script("GET", "/api/loans/17", 200, encode(loan));
    server.script("GET", "/api/loans/17/items", 200, page_json<LoanItem>({}));
    server.script("GET", "/api/loans/17/papers", 200, page_json<LoanPaper>({}));
    server.script("GET", "/api/loans/17/supplements", 200, page_json<LoanSupplement>({}));
    server.script("GET", "/api/loans/17/differences", 200, page_json<LoanDifference>({}));
    server.script("GET", "/api/school-years", 200,
                  page_json<SchoolYear>({usual_school_year(2025), usual_school_year(2026), usual_school_year(2027)}));
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({{.id = {1}, .name = "iPad-Koffer"}}));
    server.script("GET", "/api/schools", 200,
                  page_json<School>({{.id = {1}, .code = "GYM-03", .name = "Gymnasium Ahornweg"},
                                     {.id = {2}, .code = "GYM-04", .name = "Gymnasium Birkenallee"}}));
    server.script("GET", "/api/kits", 200,
                  page_json<KitSummary>({{.id = {7}, .tag = "TK0007", .name = "Koffer 07", .kit_type_id = {1}}}));
}

std::string sent_to(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("POST", path);
    REQUIRE(call != nullptr);
    return call->body;
}

} // namespace

TEST_CASE("the list of loans tells school, kit, years and state, and is filtered by the route", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    StagedScreen screen{server, make_loan_list_screen, samples::coordinator(), "#/ausleihen?stand=requested&jahr=2026-27"};
    CHECK(server.last_call("GET", "/api/loans")->path == "/api/loans?state=requested&school_year=2026-27");
    for (char const* words : {"A-17", "GYM-03 · Gymnasium Ahornweg", "iPad-Koffer, noch offen", "2026/27 bis 2027/28", "Beantragt"})
        CHECK(screen->has(words));
    screen->choose("Stand", "Rückgabe fällig");
    CHECK(screen.route() == "#/ausleihen?jahr=2026-27&stand=return_due");
    CHECK(screen->has(ui::Role::link, "Koffer anfragen"));
}

TEST_CASE("a handover that has begun is found again above the list, also by who has begun it elsewhere", "[loans][handovers][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    HandoverSession const begun{.id = {31},
                                .kind = SessionKind::collection,
                                .school_code = "GYM-03",
                                .school_name = "Gymnasium Ahornweg",
                                .loans = {{.loan_id = {17}, .kit_id = {7}, .kit_tag = "TK0007"}, {.loan_id = {18}, .kit_id = {8}, .kit_tag = "TK0008"}},
                                .started_by = "technik",
                                .started_at = *parse_rfc3339("2026-08-17T07:00:00Z")};
    server.script("GET", "/api/handover-sessions", 200, page_json<HandoverSession>({begun}));
    StagedScreen screen{server, make_loan_list_screen, samples::technician(), "#/ausleihen"};
    CHECK(server.last_call("GET", "/api/handover-sessions")->path == "/api/handover-sessions?state=open");
    CHECK(screen->has("TK0007, TK0008 · begonnen 17.08.2026, 09:00 von technik"));
    screen->click(ui::Role::link, "Rücknahme · GYM-03 Gymnasium Ahornweg");
    CHECK(screen.route() == "#/uebergabe/31");

    HeadlessPlatform schools;
    serve_loan(schools, requested_loan());
    StagedScreen const of_school{schools, make_loan_list_screen, contact(), "#/ausleihen"};
    CHECK(schools.last_call("GET", "/api/handover-sessions") == nullptr);
}

TEST_CASE("the office promises a kit, and hears who has it already", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    for (char const* words : {"Erklärvideos", "WLAN in den Unterrichtsräumen", "Offen", "nachzuweisen bis 01.09.2026", "28"}) CHECK(screen->has(words));
    screen->click(ui::Role::button, "Zusagen");
    REQUIRE(screen->has(ui::Role::dialog, "Zusagen"));
    screen->choose("Koffer", "TK0007 · Koffer 07");
    server.script("POST", "/api/loans/17/approve", 409,
                  R"({"code":"kit_already_booked","booking":{"kit_id":7,"kit_tag":"TK0007","school_year":"2026-27","loan_id":3,"school_code":"GYM-04","school_name":"Gymnasium Birkenallee"}})");
    screen->click(ui::Role::button, "Zusagen");
    CHECK(screen->has("TK0007 ist im Schuljahr 2026/27 schon an Gymnasium Birkenallee vergeben (A-3)."));
    CHECK(sent_to(server, "/api/loans/17/approve") == R"({"kit_id":7,"planned_handover_on":null})");
    Loan approved = requested_loan();
    approved.state = LoanState::approved;
    server.script("POST", "/api/loans/17/approve", 200, encode(approved));
    screen->choose("Koffer", "Koffer später festlegen");
    screen->click(ui::Role::button, "Zusagen");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Zusagen"));
    CHECK(screen->has("Zugesagt"));
    CHECK(screen.toasts == std::vector<std::string>{"A-17 ist zugesagt."});
}

TEST_CASE("a reason that is missing is told at its field, and no more once somebody writes", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    screen->click(ui::Role::button, "Ablehnen");
    ui::Node const& dialog = screen->get(ui::Role::dialog, "Ablehnen");
    CHECK(dialog.description.starts_with("A-17 · iPad-Koffer, noch offen · GYM-03 Gymnasium Ahornweg · 2026/27 bis 2027/28"));
    server.script("POST", "/api/loans/17/reject", 422, R"({"code":"invalid","errors":[{"field":"reason","code":"required"}]})");
    screen->click(ui::Role::button, "Ablehnen");
    CHECK(screen->field("Begründung").invalid);
    CHECK(server.last_focus == FocusTarget::first_field_with_error);
    screen->type("Begründung", "Kein Koffer mehr frei");
    CHECK_FALSE(screen->field("Begründung").invalid);
    CHECK_FALSE(screen->has("Das ist nicht möglich"));
}

TEST_CASE("devices of a loan that cannot be loaded are no loan without devices", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, lent(requested_loan()));
    server.script("GET", "/api/loans/17/items", 503, problem("unavailable"));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    CHECK(screen->has("Die Geräte der Ausleihe konnten nicht geladen werden"));
    server.script("GET", "/api/loans/17/items", 200,
                  page_json<LoanItem>({{.id = 1, .slot = 1, .label = "Tablet", .asset_id = 31, .asset_tag = "TAB0031", .asset_name = "iPad"}}));
    screen->click(ui::Role::button, "Erneut versuchen");
    CHECK(screen->has_part("TAB0031 · iPad"));
}

TEST_CASE("a day that was left half typed is no day, and nothing is sent without it", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    {
        StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
        screen->click(ui::Role::button, "Zusagen");
        screen->type("Geplante Übergabe", "??.??.????"); // as the page tells it
        screen->click(ui::Role::button, "Zusagen");
        CHECK(server.last_call("POST", "/api/loans/17/approve") == nullptr);
        CHECK(screen->field("Geplante Übergabe").description.find("Bitte geben Sie ein Datum ein") != std::string::npos);
    }
    StagedScreen request{server, make_loan_request_screen, contact(), "#/ausleihen/neu"};
    request->choose("Ab Schuljahr", "2026/27");
    request->type("Geplante Übergabe", "??.??.????");
    request->type("Anzahl Lernende", "viele");
    request->click(ui::Role::button, "Anfrage senden");
    CHECK(server.last_call("POST", "/api/loans") == nullptr);
    CHECK(request->field("Geplante Übergabe").invalid);
    CHECK(request->field("Anzahl Lernende").description.find("Bitte geben Sie eine ganze Zahl ein, z. B. 28.") != std::string::npos);
    CHECK(server.last_focus == FocusTarget::first_field_with_error);
}

TEST_CASE("who may do what with a loan follows from role and state", "[loans][screen]") {
    auto const steps = [](Loan const& loan, Person const& me) {
        std::string words;
        for (LoanStep const step : steps_of(loan, me)) words += std::string{word_of(step)} + ' ';
        return words;
    };
    CHECK(steps(requested_loan(), samples::coordinator()) == "approve waitlist reject ");
    CHECK(steps(requested_loan(), contact()) == "cancel ");
    CHECK(steps(requested_loan(), technician()).empty());
    CHECK(steps(lent(requested_loan()), technician()) == "take_back swap deliver ");
    CHECK(steps(lent(requested_loan()), samples::coordinator()) == "take_back swap deliver extend exchange ");
    Loan promised = lent(requested_loan());
    promised.state = LoanState::approved;
    CHECK(steps(promised, technician()) == "hand_over ");
    promised.kit_id.reset();
    CHECK(steps(promised, technician()).empty()); // a kit is chosen first
    Loan returned = lent(requested_loan());
    returned.state = LoanState::returned;
    CHECK(steps(returned, technician()) == "check_in ");
    returned.checked_on = Date{2027, 7, 12};
    CHECK(steps(returned, technician()).empty()); // what it found is settled one by one
    Loan closed = lent(requested_loan());
    closed.state = LoanState::closed;
    CHECK(steps(closed, samples::coordinator()) == "release ");
    closed.released_from = "2026-27";
    CHECK(steps(closed, samples::coordinator()).empty());
}

TEST_CASE("taking back begins a session, which is opened", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, lent(requested_loan()));
    server.script("POST", "/api/handover-sessions", 201, encode(HandoverSession{.id = {12}, .kind = SessionKind::collection}));
    StagedScreen screen{server, make_loan_screen, technician(), "#/ausleihen/17"};
    screen->click(ui::Role::button, "Zurücknehmen");
    CHECK(sent_to(server, "/api/handover-sessions") == R"({"kind":"collection","loan_ids":[17]})");
    CHECK(screen.route() == "#/uebergabe/12");
}

TEST_CASE("whoever looks at a loan sees what its school says of it meanwhile", "[loans][feedback][screen]") {
    HeadlessPlatform server;
    serve_loan(server, lent(requested_loan()));
    Feedback feedback = {.loan_id = {17}, .school_year = "2026-27", .school_code = "GYM-03"};
    server.script("GET", "/api/loans/17/feedback", 200, page_json<Feedback>({feedback}));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    CHECK(screen->has("Noch nicht gegeben"));
    feedback.main_use = FeedbackUse::projects;
    feedback.frequency = FeedbackFrequency::weekly;
    feedback.version = 1;
    server.script("GET", "/api/loans/17/feedback", 200, page_json<Feedback>({feedback}));
    screen.change(Schema<Feedback>::name, 4);
    CHECK_FALSE(screen->has("Noch nicht gegeben"));
}

TEST_CASE("a contact asks for a kit; what was typed survives", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    {
        StagedScreen screen{server, make_loan_request_screen, contact(), "#/ausleihen/neu"};
        CHECK_FALSE(screen->has("Gymnasium Birkenallee")); // only the own school
        screen->click(ui::Role::button, "Anfrage senden");
        CHECK(screen->field("Ab Schuljahr").invalid);
        screen->type("Zweck", "Erklärvideos");
    }
    StagedScreen again{server, make_loan_request_screen, contact(), "#/ausleihen/neu"};
    CHECK(again->field("Zweck").value == "Erklärvideos");
    again->choose("Ab Schuljahr", "2026/27");
    again->type("Schuljahre", "2");
    again->type("Anzahl Koffer", "2");
    again->type("Mindestens nötig", "1");
    server.script("POST", "/api/loans", 201, encode(requested_loan()));
    again->click(ui::Role::button, "Anfrage senden");
    CHECK(sent_to(server, "/api/loans") ==
          R"({"school_id":1,"kit_type_id":1,"kit_id":null,"first_school_year":"2026-27","school_years":2,"quantity":2,)"
          R"("least_quantity":1,"purpose":"Erklärvideos","class_levels":null,"pupils":null,"planned_handover_on":null})");
    CHECK(again.route() == "#/ausleihen/17");
    CHECK(again.toasts == std::vector<std::string>{"Die Anfrage ist gesendet."});
}

TEST_CASE("the loans' screens are sound on every size", "[loans][screen]") {
    for (ScreenSize const& size : {desktop_size, phone_size}) {
        HeadlessPlatform server;
        serve_loan(server, lent(requested_loan()));
        for (auto const make : {make_loan_list_screen, make_loan_screen, make_loan_request_screen}) {
            StagedScreen screen{server, make, samples::coordinator(),
                                make == make_loan_list_screen ? "#/ausleihen" : make == make_loan_screen ? "#/ausleihen/17" : "#/ausleihen/neu",
                                size};
            require_sound(screen.view());
        }
    }
}

TEST_CASE("papers that wait for a signature say so, until what was signed by hand is added", "[loans][papers][screen]") {
    HeadlessPlatform server;
    Loan loan = lent(requested_loan());
    loan.signature_pending = true;
    loan.agreement_version = 3;
    serve_loan(server, loan);
    LoanPaper agreement{.id = {5},
                        .loan_id = {17},
                        .kind = LoanPaperKind::agreement,
                        .number = "UEV-2026-0012",
                        .template_version = 3,
                        .signing = PaperSigning::pending,
                        .signature_pending = true,
                        .issued_at = *parse_rfc3339("2026-08-20T07:00:00Z")};
    LoanPaper protocol = agreement;
    protocol.id = {6};
    protocol.kind = LoanPaperKind::handover;
    protocol.number = "UEP-2026-0017";
    server.script("GET", "/api/loans/17/papers", 200, page_json<LoanPaper>({agreement, protocol}));
    StagedScreen screen{server, make_loan_screen, contact(), "#/ausleihen/17", phone_size};
    CHECK(screen->has("Unterschrift steht aus"));
    CHECK(screen->has("Überlassungsvereinbarung UEV-2026-0012"));
    CHECK(screen->get(ui::Role::link, "UEP-2026-0017 als PDF herunterladen").href == "api/loans/17/papers/6");
    CHECK(screen->get(ui::Role::link, "UEP-2026-0017 lesen").href == "basis/papiere/6");
    CHECK_FALSE(screen->has("Briefkopf und Vereinbarung")); // the office's

    screen->click(ui::Role::button, "Unterschriebenes Papier anhängen");
    screen->click(ui::Role::button, "Anhängen");
    CHECK(screen->has("Bitte wählen Sie eine Datei."));
    server.script("POST", "/api/attachments", 201,
                  encode(Attachment{.sha256 = std::string(64, 'a'), .media_type = MediaType::pdf, .size = 90'000}));
    screen->choose_file("Datei wählen", "Scan.pdf");
    screen->click(ui::Role::checkbox, "Überlassungsvereinbarung UEV-2026-0012"); // only the protocol is on it
    protocol.signature_pending = false;
    protocol.scans = {{.position = 1, .sha256 = std::string(64, 'a'), .name = "Scan.pdf", .size = 90'000}};
    server.script("POST", "/api/loans/17/signed-papers", 200, page_json<LoanPaper>({agreement, protocol}));
    screen->click(ui::Role::button, "Anhängen");
    CHECK(sent_to(server, "/api/loans/17/signed-papers") ==
          R"({"paper_ids":[6],"attachments":[{"sha256":")" + std::string(64, 'a') + R"(","name":"Scan.pdf"}]})");
    CHECK(screen.toasts.back() == "Das unterschriebene Papier ist angehängt.");
    CHECK(screen->get(ui::Role::link, "Unterschrieben: Scan.pdf").href == "api/loans/17/papers/6/scans/1");
    CHECK(screen->has("Unterschriebenes Papier anhängen")); // the agreement still waits
    require_sound(screen.view());
}

TEST_CASE("a kit is promised when the kits are there, and the list of them can be asked for again", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    server.script("GET", "/api/kits", 503, problem("unavailable"));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17", phone_size};
    screen->click(ui::Role::button, "Zusagen");
    CHECK(screen->has("Die Koffer konnten nicht geladen werden"));
    screen->click(ui::Role::button, "Zusagen");
    CHECK(server.last_call("POST", "/api/loans/17/approve") == nullptr);
    require_sound(screen.view());
    serve_loan(server, requested_loan());
    screen->click(ui::Role::button, "Erneut versuchen");
    screen->choose("Koffer", "TK0007 · Koffer 07");
    CHECK_FALSE(screen->has("Die Koffer konnten nicht geladen werden"));
}

TEST_CASE("who asks for the only school hears that it ends, though no school is chosen", "[loans][screen]") {
    HeadlessPlatform server;
    serve_loan(server, requested_loan());
    StagedScreen screen{server, make_loan_request_screen, contact(), "#/ausleihen/neu"};
    screen->choose("Ab Schuljahr", "2026/27");
    server.script("POST", "/api/loans", 422, problem("invalid", {{"school_id", "school_ended", {}}}));
    screen->click(ui::Role::button, "Anfrage senden");
    CHECK(screen->has("Die Anfrage wurde nicht gesendet"));
    CHECK(screen->has_part("Die Schule besteht in diesem Schuljahr nicht mehr."));
}
