#include "client/kits/kit_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

Kit kit_to_split() {
    return {.id = {7},
            .tag = "TK0007",
            .name = "Koffer 07",
            .kit_type_id = {1},
            .kit_type_name = "iPad-Koffer",
            .slots = {{.slot = 1, .label = "Tablet", .asset_id = 31, .asset_tag = "TAB0001", .asset_name = "iPad"},
                      {.slot = 2, .label = "Tablet", .asset_id = 32, .asset_tag = "TAB0002", .asset_name = "iPad"},
                      {.slot = 3, .label = "Koffer"}},
            .accessories = {{.label = "Stift", .expected = 2, .quantity = 2}}};
}

void serve_regrouping(HeadlessPlatform& server) {
    server.script("GET", "/api/kits/7", 200, encode(kit_to_split()));
    server.script("GET", "/api/kit-types", 200, page_json<KitType>({{.id = {1}, .name = "iPad-Koffer"}, {.id = {2}, .name = "Halber"}}));
    server.script("GET", "/api/kits", 200,
                  page_json<KitSummary>({{.id = {7}, .tag = "TK0007", .name = "Koffer 07", .kit_type_name = "iPad-Koffer"},
                                         {.id = {8}, .tag = "TK0008", .name = "Koffer 08", .kit_type_name = "Halber"}}));
    Kit gone = kit_to_split();
    gone.id = {8};
    gone.dissolved_on = Date{2026, 11, 2};
    gone.merged_into_id = 7;
    gone.merged_into_tag = "TK0007";
    server.script("GET", "/api/kits/8", 200, encode(gone));
}

Json regroup_sent(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("POST", path);
    REQUIRE(call != nullptr);
    return *parse_json(call->body);
}

char const* const promised =
    R"({"code":"kit_has_claims","claims":[{"kit_id":7,"kit_tag":"TK0007","school_year":"2027-28","loan_id":12,"school_code":"GYM-03"}]})";

} // namespace

TEST_CASE("a split names what goes; what is promised is asked about and sent with the next try", "[kits][screen]") {
    HeadlessPlatform server;
    serve_regrouping(server);
    StagedScreen screen{server, make_kit_screen, samples::coordinator(), "#/koffer/7"};
    screen->click(ui::Role::button, "Teilen");
    screen->click(ui::Role::button, "Koffer teilen");
    CHECK(screen->has("Bitte wählen Sie aus, was in den neuen Koffer kommt."));
    CHECK(server.last_call("POST", "/api/kits/7/split") == nullptr);
    screen.screen().on_scan("TK0099"); // the label of the new kit
    server.request_frame(0);
    screen->settle();
    screen->type("Name", "Halber");
    screen->click(ui::Role::checkbox, "Platz 2: Tablet, TAB0002");
    screen->type("Stift für den neuen Koffer", "3");
    screen->click(ui::Role::button, "Koffer teilen");
    CHECK(screen->has("So viel ist nicht im Koffer."));
    screen->type("Stift für den neuen Koffer", "1");
    server.script("POST", "/api/kits/7/split", 409, promised);
    screen->click(ui::Role::button, "Koffer teilen");
    CHECK(screen->has("Der Koffer ist zugesagt"));
    CHECK(screen->has("2027/28 · GYM-03"));
    screen->choose("Zusagen", "TK0007 behält die Zusagen");
    KitPair pair{.kit = kit_to_split(), .new_kit = kit_to_split()};
    pair.new_kit.tag = "TK0099";
    server.script("POST", "/api/kits/7/split", 201, encode(pair));
    screen->click(ui::Role::button, "Koffer teilen");
    CHECK(regroup_sent(server, "/api/kits/7/split") ==
          Json{{"tag", "TK0099"}, {"name", "Halber"}, {"kit_type_id", 1}, {"slots", {2}},
               {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})}, {"keep_places", true}, {"claims", "old_kit"},
               {"reason", nullptr}});
    CHECK(screen.toasts.back() == "Der neue Koffer TK0099 ist angelegt");
}

TEST_CASE("a merge asks for the other kit, and whether it brings its promises", "[kits][screen]") {
    HeadlessPlatform server;
    serve_regrouping(server);
    StagedScreen screen{server, make_kit_screen, samples::coordinator(), "#/koffer/7"};
    screen->click(ui::Role::button, "Zusammenlegen");
    screen->click(ui::Role::button, "Koffer zusammenlegen");
    CHECK(screen->get(ui::Role::combobox, "Anderer Koffer").invalid);
    screen->choose("Anderer Koffer", "TK0008 · Koffer 08 (Halber)");
    server.script("POST", "/api/kits/7/merge", 409, promised);
    screen->click(ui::Role::button, "Koffer zusammenlegen");
    screen->click(ui::Role::checkbox, "Dieser Koffer übernimmt die Zusagen");
    server.script("POST", "/api/kits/7/merge", 409, R"({"code":"kit_is_needed","school_years":["2027-28","2028-29"]})");
    screen->click(ui::Role::button, "Koffer zusammenlegen");
    CHECK(regroup_sent(server, "/api/kits/7/merge") == Json{{"kit_id", 8}, {"take_claims", true}, {"reason", nullptr}});
    CHECK(screen->has("Alle Koffer dieses Typs sind zugesagt: 2027/28, 2028/29."));
    server.script("POST", "/api/kits/7/merge", 409, R"({"code":"kit_in_loan","kit_tag":"TK0008","loan_id":12,"school_code":"GYM-03"})");
    screen->click(ui::Role::button, "Koffer zusammenlegen");
    CHECK(screen->has_part("TK0008 gehört zur Ausleihe A-12 von GYM-03"));
}

TEST_CASE("a kit that went into another one is only looked at, and a technician splits none", "[kits][screen]") {
    HeadlessPlatform server;
    serve_regrouping(server);
    StagedScreen screen{server, make_kit_screen, samples::coordinator(), "#/koffer/8"};
    CHECK(screen->has("Am 02.11.2026 mit TK0007 zusammengelegt"));
    CHECK(screen->get(ui::Role::link, "Zum Koffer TK0007").href == "#/koffer/7");
    CHECK_FALSE(screen->has(ui::Role::button, "Teilen"));
    CHECK_FALSE(screen->has(ui::Role::button, "Einlegen"));
    CHECK_FALSE(screen.screen().on_scan("TAB0003"));
    StagedScreen other{server, make_kit_screen, samples::technician(), "#/koffer/7"};
    CHECK_FALSE(other->has(ui::Role::button, "Teilen"));
    CHECK(other->has(ui::Role::button, "Zubehör umbuchen"));
}
