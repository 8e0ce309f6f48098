#include "client/requirements/requirements_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Person school_contact() {
    return {.id = {9}, .username = "kontakt", .role = schulkit::Role::school_staff, .is_contact = true, .school_codes = {"GYM-03"}};
}

void serve_requirements(HeadlessPlatform& server, RequirementState state) {
    SchoolRequirement shown{.school_id = {1}, .school_code = "GYM-03", .code = "wlan", .label = "WLAN", .state = state};
    if (state != RequirementState::open) shown.evidence = "Messung vom 3. September";
    server.script("GET", "/api/schools", 200,
                  page_json<School>({{.id = {1}, .code = "GYM-03", .name = "Gymnasium Ahornweg"},
                                     {.id = {2}, .code = "GYM-04", .name = "Gymnasium Birkenallee"}}));
    server.script("GET", "/api/schools/1/requirements", 200, page_json<SchoolRequirement>({shown}));
    server.script("GET", "/api/schools/1/standards", 200,
                  page_json<SchoolStandard>({{.school_id = {1}, .school_code = "GYM-03", .standard = Standard::wlan,
                                              .state = StandardState::partly, .note = "Altbau fehlt"}}));
    server.script("GET", "/api/trainings?school_code=GYM-03", 200,
                  page_json<Training>({{.id = {3}, .title = "Tablets im Unterricht", .held_on = {2026, 9, 14},
                                        .schools = {{.school_code = "GYM-03", .people = 6}}}}));
    server.script("PUT", "/api/schools/1/requirements/wlan", 200, encode(shown));
}

} // namespace

TEST_CASE("a school submits evidence for a requirement of its own", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::open);
    StagedScreen screen{server, make_requirements_screen, school_contact(), "#/voraussetzungen"};
    CHECK(screen->has("Gymnasium Ahornweg"));
    CHECK(screen->has("Offen"));
    screen->click(ui::Role::button, "WLAN");
    screen->click(ui::Role::button, "Nachweis einreichen");
    CHECK(screen->field("Nachweis").invalid);
    CHECK(server.last_call("PUT", "/api/schools/1/requirements/wlan") == nullptr);
    screen->type("Nachweis", "Messung vom 3. September");
    screen->click(ui::Role::button, "Nachweis einreichen");
    CHECK(server.last_call("PUT", "/api/schools/1/requirements/wlan")->body ==
          R"({"state":"submitted","evidence":"Messung vom 3. September","evidence_on":null,"valid_until":null,"attachments":[],"version":0})");
    CHECK(screen.toasts == std::vector<std::string>{"Der Nachweis ist eingereicht."});
    CHECK_FALSE(screen->has(ui::Role::dialog, "WLAN"));
}

TEST_CASE("the office confirms what a school has shown", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::submitted);
    StagedScreen screen{server, make_requirements_screen, samples::coordinator(), "#/voraussetzungen"};
    CHECK(screen->has("Bitte wählen Sie eine Schule"));
    screen->choose("Schule", "GYM-03 · Gymnasium Ahornweg");
    CHECK(screen.route() == "#/voraussetzungen?schule=GYM-03");
    CHECK(screen->has("Eingereicht"));
    screen->click(ui::Role::button, "WLAN");
    CHECK(screen->field("Nachweis").value == "Messung vom 3. September");
    server.script("PUT", "/api/schools/1/requirements/wlan", 409, problem("stale"));
    screen->click(ui::Role::button, "Bestätigen");
    CHECK(screen->has("Das wurde nicht gespeichert"));
    serve_requirements(server, RequirementState::met);
    screen->click(ui::Role::button, "Bestätigen");
    CHECK(screen->has("Erfüllt"));
}

TEST_CASE("the office does not confirm what the school has changed meanwhile, before it has seen it", "[requirements][screen]") {
    constexpr char const* path = "/api/schools/1/requirements/wlan";
    constexpr char const* files_path = "/api/schools/1/requirements/wlan/attachments";
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::submitted);
    auto const with_file = [](char digit, char const* name) { return AttachedFile{.position = 1, .sha256 = std::string(64, digit), .name = name, .size = 9}; };
    SchoolRequirement shown{.school_id = {1}, .school_code = "GYM-03", .code = "wlan", .label = "WLAN", .state = RequirementState::submitted,
                            .evidence = "Messung vom 3. September", .version = 4};
    shown.attachments = {{.sha256 = std::string(64, 'a'), .name = "Plan.pdf"}};
    server.script("GET", "/api/schools/1/requirements", 200, page_json<SchoolRequirement>({shown}));
    server.script("GET", files_path, 200, page_json<AttachedFile>({with_file('a', "Plan.pdf")}));
    StagedScreen screen{server, make_requirements_screen, samples::coordinator(), "#/voraussetzungen?schule=GYM-03", ScreenSize{1280, 1600}};
    screen->click(ui::Role::button, "WLAN");
    CHECK(screen->get(ui::Role::file, "Datei wählen").enabled);
    screen->type("Gilt bis", "2028-07-31");

    SchoolRequirement newer = shown;
    newer.evidence = "Messung vom 9. September";
    newer.attachments = {{.sha256 = std::string(64, 'b'), .name = "Messung.pdf"}};
    newer.version = 5;
    server.script("GET", "/api/schools/1/requirements", 200, page_json<SchoolRequirement>({newer}));
    server.script("GET", files_path, 200, page_json<AttachedFile>({with_file('b', "Messung.pdf")}));
    screen.change("school_requirement", 1);
    CHECK(screen->field("Nachweis").value == "Messung vom 3. September");
    server.script("PUT", path, 409, dump_json(Json{{"code", "stale"}, {"current", encode_value(newer)}}));
    screen->click(ui::Role::button, "Bestätigen");
    Json sent = *parse_json(server.last_call("PUT", path)->body);
    CHECK(sent["version"] == 4);
    CHECK(sent["evidence"] == "Messung vom 3. September");
    CHECK(screen->has("Inzwischen hat jemand anderes hier etwas geändert"));
    CHECK(screen->has("Nachweis: Messung vom 3. September → Messung vom 9. September (übernommen)"));
    CHECK(screen->has("Dateien zum Nachweis: Plan.pdf → Messung.pdf (übernommen)"));
    CHECK(screen->field("Nachweis").value == "Messung vom 9. September");
    CHECK(screen->field("Gilt bis").value == "2028-07-31");
    require_sound(screen.view());

    server.script("PUT", path, 200, encode(newer));
    screen->click(ui::Role::button, "Bestätigen");
    sent = *parse_json(server.last_call("PUT", path)->body);
    CHECK(sent["version"] == 5);
    CHECK(sent["evidence"] == "Messung vom 9. September");
    CHECK(sent["attachments"][0]["name"] == "Messung.pdf");
    CHECK(sent["valid_until"] == "2028-07-31");
}

TEST_CASE("no file is added to evidence before its stored files are there, or it would take their place", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::submitted);
    SchoolRequirement shown{.school_id = {1}, .school_code = "GYM-03", .code = "wlan", .label = "WLAN", .state = RequirementState::submitted,
                            .evidence = "Messung", .version = 4};
    shown.attachments = {{.sha256 = std::string(64, 'a'), .name = "Plan.pdf"}};
    server.script("GET", "/api/schools/1/requirements", 200, page_json<SchoolRequirement>({shown}));
    server.script("GET", "/api/schools/1/requirements/wlan/attachments", 503, problem("unavailable"));
    StagedScreen screen{server, make_requirements_screen, school_contact(), "#/voraussetzungen", ScreenSize{1280, 1600}};
    screen->click(ui::Role::button, "WLAN");
    CHECK_FALSE(screen->get(ui::Role::file, "Datei wählen").enabled);
}

TEST_CASE("of evidence that two have written, one's own words stay until they are given up", "[requirements][screen]") {
    constexpr char const* path = "/api/schools/1/requirements/wlan";
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::submitted);
    StagedScreen screen{server, make_requirements_screen, school_contact(), "#/voraussetzungen", ScreenSize{1280, 1600}};
    screen->click(ui::Role::button, "WLAN");
    screen->type("Nachweis", "Messung vom 8. September");
    SchoolRequirement const newer{.school_id = {1}, .school_code = "GYM-03", .code = "wlan", .label = "WLAN",
                                  .state = RequirementState::submitted, .evidence = "Messung vom 9. September", .version = 1};
    server.script("PUT", path, 409, dump_json(Json{{"code", "stale"}, {"current", encode_value(newer)}}));
    screen->click(ui::Role::button, "Nachweis einreichen");
    CHECK(screen->field("Nachweis").value == "Messung vom 8. September");
    screen->click(ui::Role::button, "Nachweis nicht überschreiben");
    CHECK(screen->field("Nachweis").value == "Messung vom 9. September");
}

TEST_CASE("evidence goes back to the school only with words", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::submitted);
    StagedScreen screen{server, make_requirements_screen, samples::coordinator(), "#/voraussetzungen?schule=GYM-03",
                        ScreenSize{1280, 1200}}; // the whole dialog is in sight
    screen->click(ui::Role::button, "WLAN");
    screen->click(ui::Role::button, "Zurückgeben");
    CHECK(screen->field("Antwort an die Schule").invalid);
    CHECK(server.last_call("PUT", "/api/schools/1/requirements/wlan") == nullptr);
    screen->type("Antwort an die Schule", "Bitte das Datum nennen.");
    screen->click(ui::Role::button, "Zurückgeben");
    INFO(screen->text());
    REQUIRE(server.last_call("PUT", "/api/schools/1/requirements/wlan") != nullptr);
    std::string const sent = server.last_call("PUT", "/api/schools/1/requirements/wlan")->body;
    CHECK(sent.find(R"("state":"open")") != std::string::npos);
    CHECK(sent.find(R"("answer":"Bitte das Datum nennen.")") != std::string::npos);
}

TEST_CASE("the school reads its IT standards and its trainings beside its requirements", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::open);
    StagedScreen screen{server, make_requirements_screen, school_contact(), "#/voraussetzungen"};
    CHECK(screen->has("WLAN überall"));
    CHECK(screen->has("Teilweise erfüllt"));
    CHECK(screen->has("Tablets im Unterricht"));
    screen->click(ui::Role::button, "WLAN überall");
    CHECK(screen->has("Altbau fehlt"));
    CHECK_FALSE(screen->has(ui::Role::button, "Speichern"));
    require_sound(screen.view());
}

TEST_CASE("the office says how far a school is with a standard", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::open);
    server.script("PUT", "/api/schools/1/standards/wlan", 200, encode(SchoolStandard{.standard = Standard::wlan}));
    StagedScreen screen{server, make_requirements_screen, samples::coordinator(), "#/voraussetzungen?schule=GYM-03"};
    screen->click(ui::Role::button, "WLAN überall");
    screen->type("Anmerkung", "Altbau fertig");
    screen->click(ui::Role::button, "Speichern");
    CHECK(server.last_call("PUT", "/api/schools/1/standards/wlan")->body ==
          R"({"state":"partly","note":"Altbau fertig","checked_on":null,"version":0})");
    CHECK(screen.toasts == std::vector<std::string>{"Der IT-Standard ist gespeichert."});
}

TEST_CASE("staff who are no contacts read and do not submit", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::met);
    Person reader = school_contact();
    reader.is_contact = false;
    StagedScreen screen{server, make_requirements_screen, reader, "#/voraussetzungen", phone_size};
    screen->click(ui::Role::button, "WLAN");
    CHECK(screen->has("Messung vom 3. September"));
    CHECK_FALSE(screen->has(ui::Role::button, "Nachweis einreichen"));
    require_sound(screen.view());
}

TEST_CASE("the answer about one requirement leaves the dialog of another alone", "[requirements][screen]") {
    HeadlessPlatform server;
    serve_requirements(server, RequirementState::open);
    server.script("GET", "/api/schools/1/requirements", 200,
                  page_json<SchoolRequirement>({{.school_id = {1}, .school_code = "GYM-03", .code = "concept", .label = "Medienkonzept"},
                                                {.school_id = {1}, .school_code = "GYM-03", .code = "power", .label = "Ladeplätze"}}));
    StagedScreen screen{server, make_requirements_screen, school_contact(), "#/voraussetzungen"};
    screen->click(ui::Role::button, "Medienkonzept");
    screen->type("Nachweis", "Beschluss vom 3. September");
    screen->click(ui::Role::button, "Nachweis einreichen");
    screen->click(ui::Role::button, "Schließen");
    screen->click(ui::Role::button, "Ladeplätze");
    CHECK(screen->has(ui::Role::dialog, "Medienkonzept")); // is being sent
    REQUIRE(server.answer("/api/schools/1/requirements/concept", {.status = 422, .body = problem("invalid", {{"evidence", "required", {}}})}));
    screen->settle();
    CHECK(screen->field("Nachweis").invalid);
    screen->click(ui::Role::button, "Schließen");
    screen->click(ui::Role::button, "Ladeplätze");
    CHECK(screen->has(ui::Role::dialog, "Ladeplätze"));
    CHECK_FALSE(screen->field("Nachweis").invalid);
    CHECK(screen->field("Nachweis").value.empty());
}
