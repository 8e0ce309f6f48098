#include "client/allocation/allocation_rules_screen.hpp"
#include "client/allocation/proposal_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

constexpr char const* proposal_call = "/api/school-years/2027-28/proposal";
constexpr char const* accept_call = "/api/school-years/2027-28/proposal/accept";
constexpr char const* nord_pins = "/api/school-years/2027-28/pins/5";

ProposalRequest sample_decision(std::int64_t id, std::string code, std::string name, std::int64_t wanted, std::vector<Id<Kit>> kits,
                                std::vector<std::string> tags) {
    ProposalRequest request{.id = {id},
                            .school_code = std::move(code),
                            .kit_type_name = "iPad-Koffer",
                            .first_school_year = "2027-28",
                            .last_school_year = "2027-28",
                            .open_requirements = 2,
                            .requested_at = *parse_rfc3339("2026-08-17T07:00:00Z")};
    for (std::int64_t i = 0; i < wanted; ++i) request.loan_ids.push_back({id * 10 + i});
    request.decision = {.request_id = {id},
                        .school_id = {id},
                        .school_name = std::move(name),
                        .kit_type_id = {1},
                        .quantity = wanted,
                        .needed = 1,
                        .kit_ids = std::move(kits),
                        .kit_tags = std::move(tags),
                        .asked = 3,
                        .free = 2,
                        .available = 2};
    return request;
}

YearProposal sample_proposal() {
    YearProposal proposal{.school_year = "2027-28", .fingerprint = "abc", .points = 1500, .asked = 3, .given = 2};
    proposal.rules.id = {2027};
    proposal.rules.version = 0;
    proposal.requests.push_back(sample_decision(5, "GYM-03", "Gymnasium Nord", 2, {{7}}, {"TK0007"}));
    proposal.requests.back().decision.reason = AllocationReason::ranks_lower;
    proposal.requests.back().decision.rule = AllocationRule::last_year;
    proposal.requests.back().decision.rival_name = "Gymnasium Süd";
    proposal.requests.back().decision.shares = {{.rule = AllocationRule::needed_kits, .points = 100}};
    proposal.requests.push_back(sample_decision(6, "GYM-04", "Gymnasium Süd", 1, {{8}}, {"TK0008"}));
    proposal.requests.back().decision.reason = AllocationReason::pinned;
    proposal.requests.back().pinned = true;
    proposal.requests.back().pinned_kit_ids = {{8}};
    proposal.kits = {{.id = {7}, .tag = "TK0007", .name = "Koffer 07", .kit_type_id = {1}},
                     {.id = {8}, .tag = "TK0008", .name = "Koffer 08", .kit_type_id = {1}},
                     {.id = {9}, .tag = "TK0009", .name = "Koffer 09", .kit_type_id = {1}, .condition = KitCondition::broken,
                      .availability = KitAvailability::kept_back},
                     {.id = {10}, .tag = "TK0010", .name = "Koffer 10", .kit_type_id = {1}, .availability = KitAvailability::booked}};
    proposal.rest = {{.kit_type_id = {1}, .free = 2, .asked = 3}};
    return proposal;
}

void serve_proposal(HeadlessPlatform& server, YearProposal const& proposal = sample_proposal()) {
    server.script("GET", proposal_call, 200, encode(proposal));
    server.script("GET", "/api/school-years", 200,
                  page_json<SchoolYear>({usual_school_year(2025), usual_school_year(2026), usual_school_year(2027)}));
}

std::string body_of(HeadlessPlatform const& server, std::string_view method, std::string_view path) {
    HttpCall const* call = server.last_call(method, path);
    REQUIRE(call != nullptr);
    return call->body;
}

} // namespace

TEST_CASE("a proposal tells each decision with its sentence, the rules and the stock", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
    for (char const* words :
         {"Vorschlag für 2027/28", "2 Anfragen: 3 Koffer gewünscht, 2 vorgeschlagen", "A-50", "1 von 2: TK0007", "Teilweise",
          "Zusage, festgelegt",
          "Erhält 1 von 2 Koffern: 3 Koffer angefragt, 2 frei; Schulen ohne Koffer im Vorjahr gehen vor (hier: Gymnasium Süd).",
          "2 frei, 3 gewünscht, 0 bleiben übrig", "400 Punkte",
          "1 Koffer bleibt für Zusagen, bei denen der Koffer noch nicht feststeht: TK0009"})
        CHECK(screen->has(words));
    CHECK(screen->get(ui::Role::link, "GYM-03 · Gymnasium Nord").href == "#/vorschlag/2027-28?anfrage=5");
    CHECK(screen->get(ui::Role::link, "Regeln ändern").href == "#/vorschlag/2027-28/regeln");
    require_sound(screen.view());
}

TEST_CASE("a decision is looked at, pinned to a kit and left to the rules again", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
    screen->click(ui::Role::link, "GYM-03 · Gymnasium Nord");
    REQUIRE(screen->has(ui::Role::dialog, "GYM-03 · Gymnasium Nord"));
    CHECK(screen->has("2 × iPad-Koffer"));
    CHECK(screen->has("Koffer bis Mindestmenge"));
    screen->choose("Von Hand festlegen", "Bestimmte Koffer");
    screen->choose("Koffer 1", "TK0009 · Koffer 09 (Defekt)"); // kept back for others, but could be given
    CHECK(screen->has("Koffer 2"));
    require_sound(screen.view());
    server.script("PUT", nord_pins, 422, R"({"code":"invalid","errors":[{"field":"kit_ids.0","code":"pinned_twice"}]})");
    screen->click(ui::Role::button, "Festlegung speichern");
    CHECK(screen->has("Dieser Koffer ist schon für eine Anfrage festgelegt."));
    CHECK_FALSE(screen->has("Das ist nicht möglich"));
    // meanwhile fewer are asked for: there is no third choice
    server.script("PUT", nord_pins, 422, R"({"code":"invalid","errors":[{"field":"kit_ids.2","code":"pinned_twice"}]})");
    screen->click(ui::Role::button, "Festlegung speichern");
    CHECK(screen->has("Das ist nicht möglich"));
    CHECK(screen->has_part("Dieser Koffer ist schon für eine Anfrage festgelegt."));
    YearProposal pinned = sample_proposal();
    pinned.requests[0].pinned = true;
    pinned.requests[0].pinned_kit_ids = {{9}};
    serve_proposal(server, pinned);
    server.script("PUT", nord_pins, 200, encode(RequestPins{.kit_ids = {{9}}}));
    screen->click(ui::Role::button, "Festlegung speichern");
    CHECK(body_of(server, "PUT", nord_pins) == R"({"pinned":true,"kit_ids":[9]})");
    CHECK(screen.toasts == std::vector<std::string>{"Das ist festgelegt. Der Vorschlag ist neu berechnet."});
    screen->choose("Von Hand festlegen", "Nach den Regeln");
    server.script("DELETE", nord_pins, 200, encode(RequestPins{.pinned = false}));
    serve_proposal(server);
    screen->click(ui::Role::button, "Festlegung speichern");
    REQUIRE(server.last_call("DELETE", nord_pins) != nullptr);
    screen->click(ui::Role::button, "Schließen");
    CHECK(screen.route() == "#/vorschlag/2027-28");
    CHECK_FALSE(screen->has(ui::Role::dialog, "GYM-03 · Gymnasium Nord"));
}

TEST_CASE("accepting asks first, and one decision is accepted alone", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
    screen->click(ui::Role::button, "Vorschlag annehmen");
    CHECK(screen->has("2 Koffer werden zugesagt, 1 angefragter Koffer kommt auf die Warteliste oder bleibt dort."));
    CHECK(server.last_call("POST", accept_call) == nullptr);
    screen->click(ui::Role::button, "Abbrechen");
    screen->click(ui::Role::link, "GYM-04 · Gymnasium Süd");
    screen->click(ui::Role::button, "Entscheidung annehmen");
    CHECK(screen->has("1 Koffer wird zugesagt."));
    server.script("POST", accept_call, 200, encode(AcceptedProposal{.school_year = "2027-28", .approved = 1}));
    YearProposal rest = sample_proposal();
    rest.requests.pop_back();
    serve_proposal(server, rest);
    screen->click(ui::Role::button, "Jetzt annehmen");
    CHECK(body_of(server, "POST", accept_call) == R"({"fingerprint":"abc","request_ids":[6]})");
    CHECK(screen.toasts == std::vector<std::string>{"1 Koffer zugesagt, 0 auf der Warteliste."});
    CHECK(screen.route() == "#/vorschlag/2027-28");
    CHECK_FALSE(screen->has("GYM-04 · Gymnasium Süd"));
}

TEST_CASE("only what was looked at is accepted, also if the proposal changes while it is asked", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
    screen->click(ui::Role::button, "Vorschlag annehmen");
    YearProposal other = sample_proposal();
    other.fingerprint = "def";
    serve_proposal(server, other);
    screen.change("allocation_pins", 5);
    server.script("POST", accept_call, 409, R"({"code":"proposal_changed"})");
    screen->click(ui::Role::button, "Jetzt annehmen");
    CHECK(body_of(server, "POST", accept_call) == R"({"fingerprint":"abc","request_ids":null})");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Vorschlag annehmen"));
    CHECK(screen->has("Inzwischen hat sich etwas geändert, und der Vorschlag ist ein anderer. Es wurde nichts zugesagt. Bitte sehen Sie ihn noch einmal durch."));
}

TEST_CASE("a distance that is none is not sent", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28?anfrage=5"};
    screen->type("Entfernung der Schule in km", "viel");
    screen->click(ui::Role::button, "Entfernung speichern");
    CHECK(screen->field("Entfernung der Schule in km").invalid);
    CHECK(server.last_call("PUT", "/api/schools/5/distance") == nullptr);
    server.script("PUT", "/api/schools/5/distance", 200, R"({"distance_km":12})");
    screen->type("Entfernung der Schule in km", "12");
    screen->click(ui::Role::button, "Entfernung speichern");
    CHECK(body_of(server, "PUT", "/api/schools/5/distance") == R"({"distance_km":12})");
}

TEST_CASE("without requests, in a past or an unknown year and without a server the proposal says so", "[allocation][screen]") {
    HeadlessPlatform server;
    YearProposal empty{.school_year = "2027-28", .fingerprint = "x"};
    serve_proposal(server, empty);
    {
        StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
        CHECK(screen->has("Keine offenen Anfragen"));
        CHECK_FALSE(screen->has(ui::Role::button, "Vorschlag annehmen"));
        require_sound(screen.view());
    }
    for (auto const& [status, code, words] : {std::tuple{409, "past_school_year", "Dieses Schuljahr ist schon vorbei."},
                                              std::tuple{404, "not_found", "Dieses Schuljahr gibt es nicht"},
                                              std::tuple{503, "database_locked", "Der Vorschlag konnte nicht geladen werden"}}) {
        INFO(code);
        server.script("GET", proposal_call, status, std::string{R"({"code":")"} + code + R"("})");
        StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
        CHECK(screen->has(words));
        require_sound(screen.view());
    }
}

TEST_CASE("rules are changed in a form, and somebody else's change is joined", "[allocation][screen]") {
    HeadlessPlatform server;
    serve_proposal(server);
    StagedScreen screen{server, make_allocation_rules_screen, samples::coordinator(), "#/vorschlag/2027-28/regeln"};
    std::string const rules_call = "/api/school-years/2027-28/allocation-rules";
    screen->click(ui::Role::checkbox, "Schulen mit erfüllten Voraussetzungen gehen vor");
    screen->type("Vorjahr ohne Koffer", "900");
    AllocationRules theirs = sample_proposal().rules;
    theirs.version = 1;
    theirs.pupils = true;
    server.script("PATCH", rules_call, 409, R"({"code":"stale","current":)" + encode(theirs) + "}");
    screen->click(ui::Role::button, "Speichern");
    CHECK(body_of(server, "PATCH", rules_call) == R"({"requirements":false,"last_year_points":900,"version":0})");
    AllocationRules joined = theirs;
    joined.requirements = false;
    joined.last_year_points = 900;
    joined.version = 2;
    server.script("PATCH", rules_call, 200, encode(joined));
    screen->click(ui::Role::button, "Speichern");
    CHECK(body_of(server, "PATCH", rules_call) == R"({"requirements":false,"last_year_points":900,"version":1})");
    CHECK(screen.route() == "#/vorschlag/2027-28");
}

TEST_CASE("the proposal's screens are sound on every size and in every language", "[allocation][screen]") {
    for (Look const& look : looks) {
        HeadlessPlatform server;
        YearProposal proposal = sample_proposal();
        proposal.left_out = {{.id = {8}, .loan_id = {80}, .school_code = "FS-01", .school_name = "Weidenschule", .code = "school_ended"}};
        proposal.lost_pins = {{.request_id = {5}, .school_code = "GYM-03", .kit_tag = "TK0010", .code = "kit_not_free"}};
        serve_proposal(server, proposal);
        for (char const* route : {"#/vorschlag/2027-28", "#/vorschlag/2027-28?anfrage=5"}) {
            StagedScreen screen{server, make_proposal_screen, samples::coordinator(), route, look.size, look.language};
            require_sound(screen.view());
        }
        StagedScreen rules{server, make_allocation_rules_screen, samples::coordinator(), "#/vorschlag/2027-28/regeln", look.size, look.language};
        require_sound(rules.view());
    }
}

TEST_CASE("three hundred decisions are shown fifty at a time", "[allocation][screen]") {
    HeadlessPlatform server;
    YearProposal proposal = sample_proposal();
    proposal.requests.clear();
    for (std::int64_t i = 1; i <= 300; ++i)
        proposal.requests.push_back(sample_decision(i, "S-" + std::to_string(i), "Schule " + std::to_string(i), 1, {}, {}));
    serve_proposal(server, proposal);
    StagedScreen screen{server, make_proposal_screen, samples::coordinator(), "#/vorschlag/2027-28"};
    CHECK(screen->has("S-50 · Schule 50"));
    CHECK_FALSE(screen->has("S-51 · Schule 51"));
    screen->click(ui::Role::button, "Nächste Seite");
    CHECK(screen->has("S-51 · Schule 51"));
    require_sound(screen.view());
}
