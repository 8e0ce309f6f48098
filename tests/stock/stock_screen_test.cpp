#include "client/stock/stock_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

void serve_stock(HeadlessPlatform& server) {
    server.script("GET", "/api/stores", 200, page_json<Store>({{.id = {1}, .name = "Zentrallager"}, {.id = {2}, .name = "Lager Nord"}}));
    server.script("GET", "/api/stock", 200,
                  page_json<StockLine>({{.id = {11}, .store_id = {1}, .store_name = "Zentrallager", .label = "Kopfhörer", .quantity = 18,
                                         .minimum = 32, .to_order = 14},
                                        {.id = {12}, .store_id = {1}, .store_name = "Zentrallager", .label = "Stift", .quantity = 45,
                                         .minimum = 32},
                                        {.id = {21}, .store_id = {2}, .store_name = "Lager Nord", .label = "Stift", .quantity = 3}}));
    server.script("GET", "/api/stock-moves", 200,
                  page_json<StockMove>({{.id = {5}, .kind = StockMoveKind::lost, .kit_id = Id<Kit>{7}, .kit_tag = "TK0007", .label = "Stift",
                                         .kit_change = -3, .loan_id = 12, .moved_by = "technician"}}));
}

Json stock_sent(HeadlessPlatform const& server, std::string_view method, std::string_view path) {
    HttpCall const* call = server.last_call(method, path);
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

/// Headphones and cables in one store.
void serve_two_lines(HeadlessPlatform& server) {
    serve_stock(server);
    server.script("GET", "/api/stock", 200,
                  page_json<StockLine>({{.id = {11}, .store_id = {1}, .store_name = "Zentrallager", .label = "Kopfhörer", .quantity = 18},
                                        {.id = {13}, .store_id = {1}, .store_name = "Zentrallager", .label = "Ladekabel", .quantity = 45}}));
}

} // namespace

TEST_CASE("the stock stands store by store, and what is below its minimum is marked", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    for (char const* words : {"Zentrallager", "Lager Nord", "Kopfhörer", "18 vorrätig", "Mindestbestand: 32 · 14 zu bestellen", "3 vorrätig"})
        CHECK(screen->has(words));
    CHECK(screen->get(ui::Role::link, "Zubehörlager").selected);
    CHECK(screen->has(ui::Role::button, "Zubehör aufnehmen"));
}

TEST_CASE("a movement is entered, and a refusal says how many there are", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    screen->click(ui::Role::button, "Kopfhörer");
    CHECK(screen->has("Kopfhörer, Zentrallager"));
    screen->click(ui::Role::button, "Buchen");
    CHECK(screen->get(ui::Role::textbox, "Anzahl").invalid);
    CHECK(server.last_call("POST", "/api/stock-moves") == nullptr);
    screen->choose("Art der Bewegung", "Verloren");
    screen->type("Anzahl", "20");
    server.script("POST", "/api/stock-moves", 409, R"({"code":"stock_too_low","quantity":18})");
    screen->click(ui::Role::button, "Buchen");
    CHECK(screen->has("So viel ist nicht im Lager: Vorrätig sind 18."));
    screen->type("Anzahl", "2");
    screen->type("Bemerkung", "Umzug");
    server.script("POST", "/api/stock-moves", 201, encode(StockMove{.id = {6}, .kind = StockMoveKind::lost, .label = "Kopfhörer"}));
    screen->click(ui::Role::button, "Buchen");
    CHECK(stock_sent(server, "POST", "/api/stock-moves") ==
          Json{{"kind", "lost"}, {"store_id", 1}, {"kit_id", nullptr}, {"label", "Kopfhörer"}, {"quantity", 2}, {"note", "Umzug"}});
    CHECK(screen.toasts.back() == "Die Bewegung ist gebucht");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Kopfhörer, Zentrallager"));
}

TEST_CASE("the minimum is the office's affair, the movements are a technician's, too", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    {
        StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
        screen->click(ui::Role::button, "Kopfhörer");
        screen->type("Mindestbestand", "viel");
        screen->click(ui::Role::button, "Mindestbestand speichern");
        CHECK(screen->get(ui::Role::textbox, "Mindestbestand").invalid);
        screen->type("Mindestbestand", "10");
        server.script("PATCH", "/api/stock/11", 200, encode(StockLine{.id = {11}, .label = "Kopfhörer", .minimum = 10}));
        screen->click(ui::Role::button, "Mindestbestand speichern");
        CHECK(stock_sent(server, "PATCH", "/api/stock/11") == Json{{"minimum", 10}});
    }
    StagedScreen screen{server, make_stock_screen, samples::technician(), "#/lager"};
    CHECK_FALSE(screen->has(ui::Role::button, "Zubehör aufnehmen"));
    screen->click(ui::Role::button, "Kopfhörer");
    CHECK(screen->has(ui::Role::button, "Buchen"));
    CHECK_FALSE(screen->has(ui::Role::button, "Mindestbestand speichern"));
}

TEST_CASE("a store and an accessory are added, and what is wrong is said beside the field", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    screen->click(ui::Role::button, "Zubehör aufnehmen");
    screen->type("Zubehör", "Stift");
    server.script("POST", "/api/stock", 409, problem("taken", {{"label", "taken", {}}}));
    screen->type("Mindestbestand", "4");
    screen->submit("Mindestbestand");
    CHECK(screen->has("Dieses Zubehör gibt es in diesem Lager schon."));
    CHECK(stock_sent(server, "POST", "/api/stock")["minimum"] == 4);
}

TEST_CASE("movements tell kind, place, number and loan; the order list can be saved", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    for (Look const& look : looks) {
        StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager/bewegungen", look.size, look.language};
        CHECK(screen->has_part("TK0007"));
        CHECK(screen->has_part("−3"));
        CHECK(screen->has_part("A-12"));
        StagedScreen orders{server, make_stock_screen, samples::coordinator(), "#/lager/bestellen", look.size, look.language};
        CHECK(server.last_call("GET", "/api/stock")->path == "/api/stock?below_minimum=true");
        CHECK(orders->has_part("14"));
        char const* const csv = look.language == "de" ? "Als CSV speichern" : "Save as CSV";
        CHECK(orders->get(ui::Role::link, csv).href == "api/order-list.csv?language=" + std::string{look.language});
    }
}

TEST_CASE("a movement that is refused for what cannot be chosen says why", "[stock][screen]") {
    HeadlessPlatform server;
    serve_stock(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    screen->click(ui::Role::button, "Kopfhörer");
    screen->type("Anzahl", "2");
    server.script("POST", "/api/stock-moves", 422, problem("invalid", {{"store_id", "unknown_store", {}}}));
    screen->click(ui::Role::button, "Buchen");
    CHECK(screen->has("Die Bewegung wurde nicht gebucht"));
    CHECK(screen->has_part("Dieses Lager gibt es nicht."));
}

TEST_CASE("the answer about one line of the stock leaves the dialog of another alone", "[stock][screen]") {
    HeadlessPlatform server;
    serve_two_lines(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    screen->click(ui::Role::button, "Kopfhörer");
    screen->type("Anzahl", "2");
    screen->click(ui::Role::button, "Buchen");
    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::button, "Ladekabel");
    CHECK(screen->has(ui::Role::dialog, "Kopfhörer, Zentrallager")); // is being sent
    CHECK(screen->field("Anzahl").value == "2");
    REQUIRE(server.answer("/api/stock-moves", {.status = 503, .body = problem("unavailable")}));
    screen->settle();
    CHECK(screen->has("Die Bewegung wurde nicht gebucht"));
    std::string const key = server.last_call("POST", "/api/stock-moves")->idempotency_key;

    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::button, "Ladekabel");
    REQUIRE(screen->has(ui::Role::dialog, "Ladekabel, Zentrallager"));
    CHECK(screen->field("Anzahl").value.empty());
    CHECK_FALSE(screen->has("Die Bewegung wurde nicht gebucht"));
    screen->click(ui::Role::button, "Abbrechen");

    // nobody knows whether it was booked: entered again it is the same movement
    screen->click(ui::Role::button, "Kopfhörer");
    screen->type("Anzahl", "2");
    screen->click(ui::Role::button, "Buchen");
    CHECK(server.last_call("POST", "/api/stock-moves")->idempotency_key == key);
}

TEST_CASE("the answer about one minimum does not close the dialog of another line", "[stock][screen]") {
    HeadlessPlatform server;
    serve_two_lines(server);
    StagedScreen screen{server, make_stock_screen, samples::coordinator(), "#/lager"};
    screen->click(ui::Role::button, "Kopfhörer");
    screen->type("Mindestbestand", "10");
    screen->click(ui::Role::button, "Mindestbestand speichern");
    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::button, "Ladekabel");
    CHECK(screen->has(ui::Role::dialog, "Kopfhörer, Zentrallager"));
    CHECK(screen->field("Mindestbestand").value == "10");
    REQUIRE(server.answer("/api/stock/11", {.status = 200, .body = encode(StockLine{.id = {11}, .label = "Kopfhörer", .minimum = 10})}));
    screen->settle();
    screen->click(ui::Role::button, "Ladekabel");
    CHECK(screen->has(ui::Role::dialog, "Ladekabel, Zentrallager"));
}
