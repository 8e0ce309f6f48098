#include "client/loans/loan_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Loan lent_loan() {
    return {.id = {17},
            .state = LoanState::handed_over,
            .school_id = {1},
            .school_code = "GYM-03",
            .school_name = "Gymnasium Ahornweg",
            .kit_type_id = {1},
            .kit_type_name = "iPad-Koffer",
            .kit_id = Id<Kit>{7},
            .kit_tag = "TK0007",
            .kit_name = "Koffer 07",
            .first_school_year = "2026-27",
            .last_school_year = "2026-27",
            .due_on = {2027, 7, 1},
            .requested_at = *parse_rfc3339("2026-08-17T07:00:00Z"),
            .handed_over_on = Date{2026, 8, 20}};
}

void serve_lent_loan(HeadlessPlatform& server) {
    server.script("GET", "/api/loans/17", 200, encode(lent_loan()));
    server.script("GET", "/api/loans/17/items", 200,
                  page_json<LoanItem>({{.id = 1, .slot = 1, .label = "Tablet", .asset_id = 31, .asset_tag = "TAB0001", .asset_name = "iPad", .given_on = {2026, 8, 20}},
                                       {.id = 2, .slot = 2, .label = "Tablet", .asset_id = 32, .asset_tag = "TAB0002", .asset_name = "iPad", .given_on = {2026, 8, 20}}}));
    server.script("GET", "/api/loans/17/supplements", 200,
                  page_json<LoanSupplement>({{.id = {4},
                                              .loan_id = {17},
                                              .number = 1,
                                              .kind = SupplementKind::delivery,
                                              .made_on = {2026, 9, 1},
                                              .made_by = "technician",
                                              .items = {{.label = "Eingabestift", .quantity = 2}}}}));
    server.script("GET", "/api/loans/17/differences", 200, page_json<LoanDifference>({}));
    server.script("GET", "/api/kits", 200,
                  page_json<KitSummary>({{.id = {7}, .tag = "TK0007", .name = "Koffer 07", .kit_type_id = {1}},
                                         {.id = {8}, .tag = "TK0008", .name = "Koffer 08", .kit_type_id = {1}}}));
    server.script("GET", "/api/kits/7", 200,
                  encode(Kit{.id = {7},
                             .tag = "TK0007",
                             .name = "Koffer 07",
                             .slots = {{.slot = 1, .label = "Tablet", .asset_id = 31},
                                       {.slot = 2, .label = "Tablet", .asset_id = 32},
                                       {.slot = 3, .label = "Tablet"}},
                             .accessories = {{.label = "Eingabestift", .expected = 3, .quantity = 2}}}));
    server.script("GET", "/api/stock", 200,
                  page_json<StockLine>({{.id = {1}, .store_id = {1}, .store_name = "Keller", .label = "Eingabestift"},
                                        {.id = {2}, .store_id = {2}, .store_name = "Zentrallager", .label = "eingabestift", .quantity = 12},
                                        {.id = {3}, .store_id = {2}, .store_name = "Zentrallager", .label = "Kopfhörer", .quantity = 4}}));
}

std::string posted(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("POST", path);
    REQUIRE(call != nullptr);
    return call->body;
}

} // namespace

TEST_CASE("a spare is scanned into the dialog of the swap", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    StagedScreen screen{server, make_loan_screen, technician(), "#/ausleihen/17", phone_size};
    CHECK(screen->has("Nachtrag 1: Nachlieferung"));
    CHECK(screen->has_part("Ausgegeben: 2 × Eingabestift"));
    CHECK_FALSE(screen.screen().on_scan("TAB0099")); // nothing asks for a device
    screen->click(ui::Role::button, "Gerät tauschen");
    REQUIRE(screen->has(ui::Role::dialog, "Gerät tauschen"));
    screen->choose("Gerät, das ersetzt wird", "Platz 2: Tablet, TAB0002 · iPad");
    CHECK(screen.screen().on_scan("TAB0099"));
    screen->settle();
    CHECK(screen->field("Ersatzgerät").value == "TAB0099");
    screen->choose("Das alte Gerät kommt", "in Reparatur");
    server.script("POST", "/api/loans/17/swap", 409, R"({"code":"in_other_kit","asset_tag":"TAB0099","kit":{"id":8,"tag":"TK0008","name":"Koffer 08"},"slot":4})");
    screen->click(ui::Role::button, "Gerät tauschen");
    CHECK(screen->has("Das Gerät liegt schon in einem anderen Koffer: TK0008 · Koffer 08."));
    CHECK(posted(server, "/api/loans/17/swap") == R"({"slot":2,"asset_code":"TAB0099","old_device":"repair","reason":null})");
    require_sound(screen.view());
    server.script("POST", "/api/loans/17/swap", 200, encode(lent_loan()));
    screen->click(ui::Role::button, "Gerät tauschen");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Gerät tauschen"));
    CHECK(screen.toasts == std::vector<std::string>{"Das Gerät ist getauscht, der Nachtrag steht bei A-17."});
}

TEST_CASE("what is lacking is delivered later: a device by scanning, accessories by number", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    StagedScreen screen{server, make_loan_screen, technician(), "#/ausleihen/17"};
    server.script("POST", "/api/loans/17/deliver", 200, encode(lent_loan()));
    screen->click(ui::Role::button, "Nachliefern");
    screen->choose("Was wird geliefert?", "Platz 3: Tablet");
    CHECK(screen.screen().on_scan("TAB0099"));
    screen->settle();
    screen->click(ui::Role::button, "Nachliefern");
    CHECK(posted(server, "/api/loans/17/deliver") ==
          R"({"items":[{"slot":3,"asset_tag":"TAB0099"}],"accessories":[],"store_id":null,"reason":null})");
    screen->click(ui::Role::button, "Nachliefern");
    screen->choose("Was wird geliefert?", "Eingabestift");
    screen->type("Anzahl", "2");
    server.script("POST", "/api/loans/17/deliver", 409, R"({"code":"stock_too_low","quantity":1})");
    screen->click(ui::Role::button, "Nachliefern");
    CHECK(posted(server, "/api/loans/17/deliver") == // the first store that has some
          R"({"items":[],"accessories":[{"label":"Eingabestift","quantity":2}],"store_id":2,"reason":null})");
    REQUIRE(screen->has(ui::Role::dialog, "Nachliefern"));
    screen->choose("Woher", "Gefunden, aus keinem Lager");
    server.script("POST", "/api/loans/17/deliver", 200, encode(lent_loan()));
    screen->click(ui::Role::button, "Nachliefern");
    CHECK(posted(server, "/api/loans/17/deliver") ==
          R"({"items":[],"accessories":[{"label":"Eingabestift","quantity":2}],"store_id":null,"reason":null})");
}

TEST_CASE("a lent kit is exchanged with what of it has come back", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    server.script("POST", "/api/loans/17/exchange", 200, encode(lent_loan()));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    screen->click(ui::Role::button, "Koffer tauschen");
    screen->choose("Koffer", "TK0008 · Koffer 08");
    screen->click(ui::Role::checkbox, "Platz 2: Tablet, TAB0002");
    screen->click(ui::Role::checkbox, "Auch unvollständig");
    require_sound(screen.view());
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(posted(server, "/api/loans/17/exchange") ==
          R"({"kit_id":8,"reason":null,"scanned":["TAB0001"],"missing_accepted":true})");
}

TEST_CASE("an exchange that is refused for one of the devices names it", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    server.script("POST", "/api/loans/17/exchange", 422, 
                  R"({"code":"invalid","errors":[{"field":"scanned.1","code":"not_in_loan","value":"TAB0002"}]})");
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    screen->click(ui::Role::button, "Koffer tauschen");
    screen->choose("Koffer", "TK0008 · Koffer 08");
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(screen->has("Das ist nicht möglich"));
    CHECK(screen->has_part("TAB0002: Dieses Gerät gehört nicht zu diesem Koffer."));
    server.script("POST", "/api/loans/17/exchange", 422, problem("invalid", {{"kit_id", "other_type", {}}}));
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(screen->field("Koffer").invalid); // and there only
    CHECK_FALSE(screen->has("Das ist nicht möglich"));
}

TEST_CASE("a delivery that is refused for its slot says why", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    server.script("POST", "/api/loans/17/deliver", 422, problem("invalid", {{"items.0.slot", "slot_is_filled", {}}}));
    StagedScreen screen{server, make_loan_screen, technician(), "#/ausleihen/17", phone_size};
    screen->click(ui::Role::button, "Nachliefern");
    screen->choose("Was wird geliefert?", "Platz 3: Tablet");
    screen->type("Gerät", "TAB0099");
    screen->click(ui::Role::button, "Nachliefern");
    CHECK(screen->has_part("Auf diesem Platz ist schon ein Gerät."));
    require_sound(screen.view());
}

TEST_CASE("a kit is not exchanged before its devices are known, or the school would hear that all are missing", "[supplements][screen]") {
    HeadlessPlatform server;
    serve_lent_loan(server);
    server.script("GET", "/api/loans/17/items", 503, problem("unavailable"));
    StagedScreen screen{server, make_loan_screen, samples::coordinator(), "#/ausleihen/17"};
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(screen->has("Die Geräte der Ausleihe konnten nicht geladen werden"));
    CHECK_FALSE(screen->has(ui::Role::checkbox, "Auch unvollständig"));
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(server.last_call("POST", "/api/loans/17/exchange") == nullptr);
    serve_lent_loan(server);
    screen->click(ui::Role::button, "Erneut versuchen");
    CHECK(screen->has(ui::Role::checkbox, "Platz 2: Tablet, TAB0002"));
    server.script("POST", "/api/loans/17/exchange", 200, encode(lent_loan()));
    screen->choose("Koffer", "TK0008 · Koffer 08");
    screen->click(ui::Role::button, "Koffer tauschen");
    CHECK(posted(server, "/api/loans/17/exchange") ==
          R"({"kit_id":8,"reason":null,"scanned":["TAB0001","TAB0002"],"missing_accepted":false})");
}
