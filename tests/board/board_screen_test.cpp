#include "client/board/board_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Board small_board() {
    Board board;
    for (int year = 2026; year < 2029; ++year) board.school_years.push_back(usual_school_year(year));
    for (int i = 1; i <= 3; ++i)
        board.kits.push_back({.id = {i}, .tag = "TK000" + std::to_string(i), .name = "Koffer " + std::to_string(i), .kit_type_id = {1}});
    board.loans = {{.id = {11}, .state = LoanState::approved, .kit_id = Id<Kit>{1}, .kit_type_id = {1}, .school_code = "GYM-03",
                    .school_name = "Gymnasium Ahornweg", .first_school_year = "2026-27", .last_school_year = "2026-27",
                    .open_requirements = 2},
                   {.id = {12}, .state = LoanState::handed_over, .kit_id = Id<Kit>{2}, .kit_type_id = {1}, .school_code = "GYM-04",
                    .school_name = "Gymnasium Birkenallee", .first_school_year = "2025-26", .last_school_year = "2027-28"},
                   {.id = {13}, .state = LoanState::waitlisted, .kit_type_id = {1}, .school_code = "FS-01",
                    .school_name = "Förderschule am Fluß", .first_school_year = "2026-27", .last_school_year = "2026-27",
                    .waiting_place = 1}};
    return board;
}

void serve_board(HeadlessPlatform& server) {
    server.script("GET", "/api/board", 200, encode(small_board()));
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({{.id = {1}, .name = "iPad-Koffer"}}));
}

std::string posted(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("POST", path);
    REQUIRE(call != nullptr);
    return call->body;
}

/// The bar in the row's cell: where it lies.
ui::Rect bar_at(HeadlessScreen& screen, std::string_view label) { return screen.get(ui::Role::button, label).rect; }

} // namespace

TEST_CASE("the board is a table of kits and school years", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    StagedScreen screen{server, make_board_screen, samples::coordinator(), "#/planung"};
    for (char const* year : {"2026/27", "2027/28", "2028/29"}) CHECK(screen->has(ui::Role::columnheader, year));
    CHECK(screen->get(ui::Role::link, "TK0001").href == "#/koffer/1");
    CHECK(screen->get(ui::Role::button, "GYM-03").description == "Zugesagt, Gymnasium Ahornweg, 2026/27, 2 Voraussetzungen offen");
    CHECK(screen->has(ui::Role::cell, "GYM-04, weiter"));
    CHECK(screen->has("FS-01 · Förderschule am Fluß"));
    CHECK(screen->has("Warteliste 1"));
    require_sound(screen.view());
    screen->click(ui::Role::button, "GYM-03");
    CHECK(screen.route() == "#/ausleihen/11");
}

TEST_CASE("a free year of a kit is given to whoever waits for it", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    StagedScreen screen{server, make_board_screen, samples::coordinator(), "#/planung?q=TK0003"};
    screen->click(ui::Role::button, "Frei"); // the first: 2026-27
    REQUIRE(screen->has(ui::Role::dialog, "TK0003 im Schuljahr 2026/27"));
    server.script("POST", "/api/loans/13/approve", 200, encode(Loan{.id = {13},
                                                                      .state = LoanState::approved,
                                                                      .school_name = "Gymnasium Ahornweg",
                                                                      .kit_id = Id<Kit>{3},
                                                                      .kit_tag = "TK0003",
                                                                      .kit_name = "Koffer 03",
                                                                      .first_school_year = "2026-27",
                                                                      .last_school_year = "2026-27"}));
    screen->click(ui::Role::button, "Zusagen");
    CHECK(posted(server, "/api/loans/13/approve") == R"({"kit_id":3,"planned_handover_on":null})");
    CHECK_FALSE(screen->has(ui::Role::dialog, "TK0003 im Schuljahr 2026/27"));
    CHECK(screen.toasts == std::vector<std::string>{"Die Planung ist geändert: TK0003 · Koffer 03 für Gymnasium Ahornweg, 2026/27 (A-13)."});
}

TEST_CASE("a promise is dragged to another kit, but not onto one that is taken", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    StagedScreen screen{server, make_board_screen, samples::coordinator(), "#/planung"};
    server.script("POST", "/api/loans/11/exchange", 200, encode(Loan{.id = {11}, .state = LoanState::approved}));
    ui::Rect const bar = bar_at(screen.view(), "GYM-03");
    float const row = bar_at(screen.view(), "GYM-04").y - bar.y;
    screen->drag_mouse(bar.x + 20, bar.y + 10, 0, row); // TK0002 is at GYM-04
    CHECK(server.last_call("POST", "/api/loans/11/exchange") == nullptr);
    screen->drag_mouse(bar.x + 20, bar.y + 10, 0, 2 * row);
    CHECK(posted(server, "/api/loans/11/exchange") == R"({"kit_id":3,"reason":null,"scanned":[],"missing_accepted":false})");
    CHECK(screen.route() == "#/planung"); // a drag is no click
}

TEST_CASE("a loan is made longer by pulling its end", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    StagedScreen screen{server, make_board_screen, samples::coordinator(), "#/planung"};
    server.script("POST", "/api/loans/11/extend", 200, encode(Loan{.id = {11}, .state = LoanState::approved}));
    ui::Rect const bar = bar_at(screen.view(), "GYM-03");
    screen->drag_mouse(bar.x + bar.width, bar.y + 10, bar.width, 0);
    CHECK(posted(server, "/api/loans/11/extend") == R"({"school_years":1})");
}

TEST_CASE("what lies beyond a school's last day cannot be dragged or chosen", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    Board board = small_board();
    board.loans[0].school_ends_on = Date{2027, 7, 31}; // the last day of 2026-27
    board.loans[2].school_ends_on = Date{2027, 1, 31};
    server.script("GET", "/api/board", 200, encode(board));
    StagedScreen screen{server, make_board_screen, samples::coordinator(), "#/planung"};
    server.script("POST", "/api/loans/11/extend", 200, encode(Loan{.id = {11}, .state = LoanState::approved}));
    server.script("POST", "/api/loans/11/exchange", 200, encode(Loan{.id = {11}, .state = LoanState::approved}));
    ui::Rect const bar = bar_at(screen.view(), "GYM-03");
    float const row = bar_at(screen.view(), "GYM-04").y - bar.y;
    screen->drag_mouse(bar.x + bar.width, bar.y + 10, bar.width, 0);
    CHECK(server.last_call("POST", "/api/loans/11/extend") == nullptr);
    screen->drag_mouse(bar.x + 20, bar.y + 10, 0, 2 * row); // its own year stays possible
    CHECK(server.last_call("POST", "/api/loans/11/exchange") != nullptr);
    screen.go("#/planung?q=TK0003", HistoryMode::push);
    screen->settle();
    screen->click(ui::Role::button, "Frei"); // the first: 2026-27, which ends after FS-01 does
    REQUIRE(screen->has(ui::Role::dialog, "TK0003 im Schuljahr 2026/27"));
    CHECK_FALSE(screen->has(ui::Role::button, "Zusagen"));
}

TEST_CASE("whoever does not decide sees the board and changes nothing", "[board][screen]") {
    HeadlessPlatform server;
    serve_board(server);
    StagedScreen screen{server, make_board_screen, technician(), "#/planung", phone_size};
    CHECK_FALSE(screen->has(ui::Role::button, "Frei"));
    CHECK(screen->has(ui::Role::columnheader, "2026/27"));
    CHECK_FALSE(screen->has(ui::Role::columnheader, "2028/29"));
    screen->click(ui::Role::button, "Späteres Schuljahr");
    CHECK(screen->has(ui::Role::columnheader, "2028/29"));
    require_sound(screen.view());
}
