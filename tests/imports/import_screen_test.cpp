#include "shared/imports/import_api.hpp"
#include "tests/support/app_stage.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

constexpr char const* dry_run = "/api/imports";
constexpr char const* real_run = "/api/imports?dry_run=false";
constexpr char const* partial_run = "/api/imports?dry_run=false&partial=true";

ImportReport good_report() {
    return {.format = "snipe_it",
            .encoding = "windows-1252",
            .created = 2,
            .updated = 1,
            .unchanged = 3,
            .rows = {{.row = 4,
                      .action = RowAction::updated,
                      .tag = "T-3",
                      .name = "Beamer",
                      .changed = {"room", "status"}},
                     {.row = 2, .action = RowAction::created, .tag = "T-1", .name = "Tablet 1"},
                     {.row = 3, .action = RowAction::created, .tag = "T-2", .name = "Tablet 2"}},
            .columns = {"tag", "name", "purchased_on"},
            .ignored = {"Garantie"},
            .new_categories = {"Dokumentenkamera"}};
}

ImportReport mixed_report() {
    ImportReport report = good_report();
    report.rejected = 2;
    report.rows.insert(
        report.rows.begin(),
        {{.row = 7,
          .action = RowAction::rejected,
          .tag = "T-9",
          .name = "Board",
          .errors = {{"purchased_on", "bad_date", "31.02.2024"}, {"status", "bad_status", "weg"}}},
         {.row = 8, .action = RowAction::rejected, .errors = {{"tag", "required", ""}}}});
    return report;
}

ImportReport stored(ImportReport report) {
    report.stored = true;
    return report;
}

std::string refusal(ImportReport const& report) {
    Json body = encode_value(report);
    body["code"] = "rows_rejected";
    return dump_json(body);
}

Server answers(std::string path, int status, std::string body) {
    return [=](HeadlessPlatform& server) { server.script("POST", path, status, body); };
}

void nothing(HeadlessPlatform&) {}

} // namespace

TEST_CASE("the import is sound in every state, size and language", "[imports][screen]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        bool const german = language == "de";
        std::string const choose = german ? "Datei wählen" : "Choose file";
        auto const stage_with = [&](Server const& server) {
            return std::make_unique<AppStage>(coordinator, "#/import", server, size, language);
        };
        {
            INFO("choice, running, uploading, rows");
            auto stage = stage_with(nothing);
            require_sound(stage->screen());
            stage->screen().choose_file(choose, "geraete.csv");
            require_sound(stage->screen());
            stage->platform().report_upload(0.4F);
            stage->screen().settle();
            require_sound(stage->screen());
        }
        {
            INFO("fine, storing, stored");
            auto stage = stage_with(answers(dry_run, 200, encode(good_report())));
            stage->screen().choose_file(choose, "geraete.csv");
            require_sound(stage->screen());
            stage->platform().script("POST", partial_run, 200, encode(stored(good_report())));
            stage->platform().script("POST", real_run, 200, encode(stored(good_report())));
            stage->screen().click(Role::button, german ? "Übernehmen" : "Import");
            require_sound(stage->screen());
        }
        {
            INFO("with bad rows, then only the good ones");
            auto stage = stage_with(answers(dry_run, 200, encode(mixed_report())));
            stage->screen().choose_file(choose, "geraete.csv");
            require_sound(stage->screen());
            stage->platform().script("POST", partial_run, 200, encode(stored(mixed_report())));
            stage->screen().click(Role::button, german ? "Fehlerfreie Zeilen übernehmen"
                                                       : "Import only the rows without errors");
            require_sound(stage->screen());
        }
        for (std::string const code :
             {"not_a_table", "no_rows", "missing_column", "bad_encoding", "unterminated_quote"}) {
            INFO(code);
            auto stage = stage_with(answers(dry_run, 422, R"({"code":")" + code + R"("})"));
            stage->screen().choose_file(choose, "geraete.csv");
            require_sound(stage->screen());
        }
    });
}

TEST_CASE("a coordinator looks at a list and takes it over", "[imports][screen]") {
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(good_report()))};
    HeadlessScreen& screen = stage.screen();
    screen.choose_file("Datei wählen", "geraete.csv");
    CHECK(screen.has("Alle Zeilen sind in Ordnung"));
    CHECK(screen.has("Snipe-IT"));
    CHECK(screen.has("Windows-1252"));
    CHECK(screen.has("Inventarnummer, Bezeichnung, Kaufdatum"));
    CHECK(screen.has("Garantie"));
    CHECK(screen.has("Dokumentenkamera"));
    CHECK(screen.has("Raum, Status"));
    CHECK(stage.platform().last_call("POST", "/api/imports")->path == "/api/imports");

    stage.platform().script("POST", real_run, 200, encode(stored(good_report())));
    screen.click(Role::button, "Übernehmen");
    CHECK(screen.has_part("Die Liste wurde übernommen"));
    CHECK(screen.has_part("Liste übernommen: 2 neu, 1 geändert"));
    CHECK(stage.platform().last_call("POST", "/api/imports")->file_handle == "1");
    stage.platform().script("GET", "/api/assets", 200,
                            R"({"items":[],"total":0,"total_is_exact":true,"next_cursor":null})");
    screen.click(Role::link, "Zum Inventar");
    CHECK(stage.route() == "#/geraete");
}

TEST_CASE("bad rows are named by row, column and value, and stop the list", "[imports][screen]") {
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(mixed_report()))};
    HeadlessScreen& screen = stage.screen();
    screen.choose_file("Datei wählen", "geraete.csv");
    CHECK(screen.has_part("2 Zeilen haben Fehler"));
    CHECK(screen.has_part("Es wurde nichts gespeichert"));
    CHECK_FALSE(screen.has(Role::button, "Übernehmen"));
    std::string const text = screen.text();
    CHECK(text.find("31.02.2024") != std::string::npos);
    CHECK(text.find("Kaufdatum") != std::string::npos);
    CHECK(text.find("Kein gültiges Datum") != std::string::npos);
    CHECK(text.find("Angabe fehlt") != std::string::npos);
    CHECK(text.find("Zeilen mit Fehlern") < text.find("Neue und geänderte Geräte"));

    stage.platform().script("POST", partial_run, 200, encode(stored(mixed_report())));
    screen.click(Role::button, "Fehlerfreie Zeilen übernehmen");
    CHECK(screen.has_part("2 Zeilen wurden nicht übernommen"));
}

TEST_CASE("a list that became wrong after its preview is refused with its rows", "[imports][screen]") {
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(good_report()))};
    stage.screen().choose_file("Datei wählen", "geraete.csv");
    stage.platform().script("POST", real_run, 422, refusal(mixed_report()));
    stage.screen().click(Role::button, "Übernehmen");
    CHECK(stage.screen().has_part("Nicht übernommen: 2 Zeilen haben Fehler"));
    CHECK(stage.screen().has_part("31.02.2024"));
    require_sound(stage.screen());
}

TEST_CASE("a file that is no list is explained, and another one can be chosen", "[imports][screen]") {
    auto const shows = [](int status, std::string const& body, std::string const& words) {
        INFO(body);
        AppStage stage{coordinator, "#/import", answers(dry_run, status, body)};
        stage.screen().choose_file("Datei wählen", "geraete.csv");
        CHECK(stage.screen().has_part(words));
        CHECK_FALSE(stage.screen().has(Role::button, "Erneut versuchen"));
        stage.platform().script("POST", dry_run, 200, encode(good_report()));
        stage.screen().choose_file("Andere Datei wählen", "besser.csv");
        CHECK(stage.screen().has("Alle Zeilen sind in Ordnung"));
    };
    shows(413, R"({"code":"too_large"})", "höchstens 64 MB");
    shows(422, R"({"code":"not_a_table"})", "keine lesbare Tabelle");
    shows(422, R"({"code":"no_rows"})", "keine Geräte");
    shows(422, R"({"code":"missing_column","errors":[{"field":"tag","code":"missing_column"}]})",
          "Es fehlt die Spalte „Inventarnummer“.");
    shows(422, R"({"code":"bad_encoding","errors":[{"field":"row","code":"bad_encoding","value":"17"}]})",
          "Der Fehler steht in Zeile 17.");
}

TEST_CASE("one sees how far the file and its rows are", "[imports][screen]") {
    AppStage stage{coordinator, "#/import", nothing};
    HeadlessScreen& screen = stage.screen();
    screen.choose_file("Datei wählen", "geraete.csv");
    CHECK(screen.has(Role::progressbar, "Die Liste wird geprüft"));
    stage.platform().report_upload(0.4F);
    screen.settle();
    CHECK(screen.get(Role::progressbar, "Die Datei wird übertragen").progress == 0.4F);
    stage.platform().report_upload(1);
    stage.platform().script("GET", "/api/imports/progress", 200, encode(ImportProgress{1500, 6000}));
    screen.wait(350);
    CHECK(screen.get(Role::progressbar, "Zeile 1.500 von 6.000").progress == 0.25F);
    CHECK(stage.platform().unsaved);
}

TEST_CASE("no answer while storing: it is said that a second try stores nothing twice", "[imports][screen]") {
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(good_report()))};
    HeadlessScreen& screen = stage.screen();
    screen.choose_file("Datei wählen", "geraete.csv");
    stage.platform().set_away(true);
    screen.click(Role::button, "Übernehmen");
    CHECK(screen.has_part("Es kam keine Antwort vom Server"));
    CHECK(screen.has_part("nicht doppelt"));
    require_sound(screen);
    std::string const key = stage.platform().last_call("POST", "/api/imports")->idempotency_key;
    stage.platform().set_away(false);
    stage.platform().script("POST", real_run, 200, encode(stored(good_report())));
    screen.click(Role::button, "Erneut versuchen");
    CHECK(stage.platform().last_call("POST", "/api/imports")->idempotency_key == key);
    CHECK(screen.has_part("Die Liste wurde übernommen"));
}

TEST_CASE("a list that changes nothing need not be taken over", "[imports][screen]") {
    ImportReport const same{.format = "list", .encoding = "utf-8", .unchanged = 6};
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(same))};
    stage.screen().choose_file("Datei wählen", "geraete.csv");
    CHECK(stage.screen().has_part("Nichts zu übernehmen"));
    CHECK_FALSE(stage.screen().has(Role::button, "Übernehmen"));
    require_sound(stage.screen());
}

TEST_CASE("a long report says how much of it is shown", "[imports][screen]") {
    ImportReport report{.format = "list", .encoding = "utf-8", .created = 6000};
    for (int i = 0; i < 1000; ++i)
        report.rows.push_back(
            {.row = i + 2, .action = RowAction::created, .tag = "T" + std::to_string(i), .name = "Tablet"});
    AppStage stage{coordinator, "#/import", answers(dry_run, 200, encode(report))};
    stage.screen().choose_file("Datei wählen", "geraete.csv");
    CHECK(stage.screen().has("Gezeigt werden 1.000 von 6.000 Zeilen."));
    require_sound(stage.screen());
}

TEST_CASE("who may not import is told so", "[imports][screen][access]") {
    AppStage stage{person_with(schulkit::Role::technician), "#/import", nothing};
    CHECK(stage.screen().has_part("Dafür sind Sie nicht berechtigt"));
}

} // namespace schulkit::test
