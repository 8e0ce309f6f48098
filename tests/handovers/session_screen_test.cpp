#include "client/handovers/session_screen.hpp"
#include "tests/support/app_stage.hpp"
#include "tests/support/staged_screen.hpp"
#include "tests/support/ticket_samples.hpp"

using namespace schulkit;
using namespace schulkit::samples;

namespace {

HandoverSession two_tablets() {
    return {.id = {12},
            .school_id = {1},
            .school_code = "GYM-03",
            .school_name = "Gymnasium Ahornweg",
            .loans = {{.loan_id = {17}, .kit_id = {7}, .kit_tag = "TK0007", .kit_name = "Koffer 07"}},
            .slots = {{.loan_id = {17}, .slot = 1, .label = "Tablet", .asset_id = 31, .asset_tag = "TAB0001", .asset_name = "iPad"},
                      {.loan_id = {17}, .slot = 2, .label = "Tablet", .asset_id = 32, .asset_tag = "TAB0002", .asset_name = "iPad"}},
            .accessories = {{.loan_id = {17}, .label = "Eingabestift", .expected = 16}},
            .started_by = "technician",
            .started_at = *parse_rfc3339("2026-11-23T07:15:00Z"),
            .version = 1};
}

HandoverSession ticked(HandoverSession session, std::size_t slot) {
    session.slots[slot].scanned_by = "technician";
    session.slots[slot].scanned_at = *parse_rfc3339("2026-11-23T07:16:00Z");
    ++session.version;
    return session;
}

std::string body_sent(HeadlessPlatform const& server, std::string_view path) {
    HttpCall const* call = server.last_call("POST", path);
    REQUIRE(call != nullptr);
    return call->body;
}

constexpr char const* scan_path = "/api/handover-sessions/12/scan";
constexpr char const* count_path = "/api/handover-sessions/12/accessories";
constexpr char const* pens = "Eingabestift (von 16)";

HandoverSession counted(std::int64_t quantity, std::int64_t version) {
    HandoverSession session = ticked(ticked(two_tablets(), 0), 1);
    session.accessories[0].quantity = quantity;
    session.version = version;
    return session;
}

std::vector<std::int64_t> counts_sent(HeadlessPlatform const& server) {
    std::vector<std::int64_t> sent;
    for (HttpCall const& call : server.calls())
        if (call.method == "PUT" && call.path == count_path)
            sent.push_back((*parse_json(call.body))["accessories"][0]["quantity"].get<std::int64_t>());
    return sent;
}

} // namespace

TEST_CASE("each scan ticks a device off, wherever the focus is", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(two_tablets()));
    server.script("POST", scan_path, 200, encode(ticked(two_tablets(), 0)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12", phone_size};
    CHECK(screen->has("0 von 2 Geräten"));
    CHECK(screen.screen().on_scan("tab0001"));
    screen->settle();
    CHECK(body_sent(server, scan_path) == R"({"code":"tab0001","note":null,"taken_back":false})");
    CHECK(screen->has("1 von 2 Geräten"));
    CHECK(screen->has("TAB0001 ist abgehakt"));
    CHECK(screen->has("Da"));
}

TEST_CASE("a scan is told as ticked off, also where the news of it was faster than its answer", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(two_tablets()));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12", phone_size};
    CHECK(screen.screen().on_scan("TAB0001"));
    server.script("GET", "/api/handover-sessions/12", 200, encode(ticked(two_tablets(), 0)));
    screen.change(Schema<HandoverSession>::name, 12);
    CHECK(screen->has("1 von 2 Geräten"));
    REQUIRE(server.answer(scan_path, {.status = 200, .body = encode(ticked(two_tablets(), 0))}));
    screen->settle();
    CHECK(screen->has("TAB0001 ist abgehakt"));
}

TEST_CASE("a wrong device is named and the session goes on", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(two_tablets()));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    server.script("POST", scan_path, 422, R"({"code":"invalid","errors":[{"field":"code","code":"unknown_asset","value":"XYZ"}]})");
    screen.screen().on_scan("XYZ");
    screen->settle();
    CHECK(screen->has_part("Zu dieser Nummer ist kein Gerät bekannt."));
    server.script("POST", scan_path, 409,
                  R"({"code":"in_other_kit","asset_tag":"TAB0099","kit":{"id":8,"tag":"TK0008","name":"Koffer 08"},"slot":4})");
    screen.screen().on_scan("TAB0099");
    screen->settle();
    CHECK(screen->has("TAB0099 liegt schon in TK0008 auf Platz 4."));
    server.script("POST", scan_path, 200, encode(ticked(two_tablets(), 1)));
    screen.screen().on_scan("TAB0002");
    screen->settle();
    CHECK(screen->has("TAB0002 ist abgehakt"));
    CHECK_FALSE(screen->has("TAB0099 liegt schon in TK0008 auf Platz 4."));
}

TEST_CASE("without a connection scans wait in their order, and are sent when it is back", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(two_tablets()));
    server.script("POST", scan_path, 0, "");
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen.screen().on_scan("TAB0001");
    screen.screen().on_scan("TAB0002");
    screen->settle();
    CHECK(screen->has("2 Scans warten auf die Verbindung"));
    CHECK(screen.screen().unsaved());
    server.script("POST", scan_path, 200, encode(ticked(ticked(two_tablets(), 0), 1)));
    screen.refresh();
    CHECK(body_sent(server, scan_path) == R"({"code":"TAB0002","note":null,"taken_back":false})");
    CHECK(screen->has("2 von 2 Geräten"));
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("what is missing is listed, and handed over only knowingly", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(ticked(two_tablets(), 0)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    CHECK(screen->has_part("Platz 2: Tablet: TAB0002"));
    screen->click(ui::Role::button, "Unvollständig übergeben");
    CHECK(screen->field("Name").invalid);
    screen->choose("Unterschriften", "Auf Papier");
    screen->type("Name", "Dr. Petra Lindhorst");
    screen->type("Funktion", "Schulleitung");
    screen->choose("Zusatz", "i. V. (in Vertretung)");
    server.script("POST", "/api/handover-sessions/12/complete", 409,
                  R"({"code":"requirements_not_met","requirements":[{"code":"wlan","label":"WLAN","state":"open","due_on":null}]})");
    screen->click(ui::Role::button, "Unvollständig übergeben");
    CHECK(screen->has("WLAN: Offen"));
    screen->type("Ausnahme mit Begründung", "WLAN kommt im Herbst");
    HandoverSession done = ticked(two_tablets(), 0);
    done.state = SessionState::completed;
    done.signer_name = "Dr. Petra Lindhorst";
    done.signer_function = "Schulleitung";
    done.on_behalf = OnBehalf::i_v;
    done.signature_pending = true;
    server.script("GET", "/api/loans/17/papers", 200, encode(Page<LoanPaper>{}));
    server.script("POST", "/api/handover-sessions/12/complete", 200, encode(done));
    screen->click(ui::Role::button, "Unvollständig übergeben");
    CHECK(body_sent(server, "/api/handover-sessions/12/complete") ==
          R"({"missing_accepted":true,"override_reason":"WLAN kommt im Herbst","signed_by":{"name":"Dr. Petra Lindhorst",)"
          R"("function":"Schulleitung","on_behalf":"i_v","signature":null},"county_signed_by":null,"seal_number":null,"notes":null})");
    CHECK(screen->has("Unterschrift steht aus"));
    CHECK(screen->has("i. V. Dr. Petra Lindhorst, Schulleitung"));
    CHECK(screen.toasts == std::vector<std::string>{"Der Koffer ist übergeben."});
    require_sound(screen.view());
}

TEST_CASE("both sign on the screen before the kit goes out, and the papers of it can be opened", "[handovers][screen]") {
    HeadlessPlatform server;
    HandoverSession const all = ticked(ticked(two_tablets(), 0), 1);
    server.script("GET", "/api/handover-sessions/12", 200, encode(all));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12", phone_size};
    screen->type("Name", "Dr. Petra Lindhorst");
    screen->type("Funktion", "Schulleitung");
    screen->type("Name (Schulträger)", "Jörg Weiß");
    screen->type("Funktion (Schulträger)", "Schul-IT");
    screen->click(ui::Role::button, "Koffer übergeben");
    CHECK(server.last_call("POST", "/api/handover-sessions/12/complete") == nullptr);
    CHECK(screen->has("Die Unterschrift fehlt. Bitte unterschreiben Sie auf dem Bildschirm, oder wählen Sie „Auf Papier“."));

    auto const sign = [&](char const* button, SignatureAnswer answer) {
        screen->click(ui::Role::button, button);
        REQUIRE(server.signature_done);
        CHECK(server.signature_title == button);
        std::exchange(server.signature_done, {})(std::move(answer));
        screen->settle();
    };
    std::string const strokes = "[[[0.1,0.5],[0.9,0.4]]]";
    sign("Für die Schule unterschreiben", {.outcome = SignatureOutcome::drawn, .strokes = strokes});
    CHECK(server.signature_who == "Dr. Petra Lindhorst, Schulleitung");
    CHECK(screen->has("Für die Schule unterschrieben"));
    sign("Für den Schulträger unterschreiben", {}); // closed again
    CHECK_FALSE(screen->has("Für den Schulträger unterschrieben"));
    sign("Für den Schulträger unterschreiben", {.outcome = SignatureOutcome::drawn, .strokes = strokes});

    HandoverSession done = all;
    done.state = SessionState::completed;
    done.county_signer_name = "Jörg Weiß";
    done.county_signer_function = "Schul-IT";
    done.county_on_behalf = OnBehalf::i_a;
    server.script("POST", "/api/handover-sessions/12/complete", 200, encode(done));
    LoanPaper const paper{.id = {5}, .loan_id = {17}, .kind = LoanPaperKind::handover, .number = "UEP-2026-0017", .session_id = 12};
    LoanPaper const of_another{.id = {6}, .loan_id = {17}, .kind = LoanPaperKind::supplement, .number = "UEV-2026-0012/N1"};
    server.script("GET", "/api/loans/17/papers", 200, encode(Page<LoanPaper>{.items = {paper, of_another}, .total = 2}));
    screen->click(ui::Role::button, "Koffer übergeben");
    std::string const body = body_sent(server, "/api/handover-sessions/12/complete");
    CHECK(body.find(R"("signature":"[[[0.1,0.5],[0.9,0.4]]]"},"county_signed_by":{"name":"Jörg Weiß")") != std::string::npos);
    CHECK(screen->has("i. A. Jörg Weiß, Schul-IT"));
    CHECK(screen->has("Übergabeprotokoll UEP-2026-0017"));
    CHECK_FALSE(screen->has_part("UEV-2026-0012/N1"));
    CHECK(screen->has("UEP-2026-0017 als PDF herunterladen"));
    require_sound(screen.view());
}

TEST_CASE("who cannot write on the screen chooses paper in the dialog to sign in", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(ticked(two_tablets(), 0)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->click(ui::Role::button, "Für die Schule unterschreiben");
    REQUIRE(server.signature_done);
    server.signature_done({.outcome = SignatureOutcome::on_paper});
    screen->settle();
    CHECK_FALSE(screen->has("Für die Schule unterschreiben"));
    CHECK(screen->has_part("Die Papiere werden zum Unterschreiben gedruckt."));
}

TEST_CASE("a tick by mistake is taken back by pressing it again", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(ticked(two_tablets(), 0)));
    HandoverSession undone = two_tablets();
    undone.version = 3;
    server.script("POST", scan_path, 200, encode(undone));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->click(ui::Role::button, "Platz 1: Tablet");
    CHECK(body_sent(server, scan_path) == R"({"code":"TAB0001","note":null,"taken_back":true})");
    CHECK(screen->has("0 von 2 Geräten"));
}

TEST_CASE("a device of another kit that was scanned by mistake is taken back", "[handovers][screen]") {
    HeadlessPlatform server;
    HandoverSession session = two_tablets();
    session.kind = SessionKind::collection;
    server.script("GET", "/api/handover-sessions/12", 200, encode(session));
    HandoverSession foreign = session;
    foreign.foreign = {{.asset_id = 99, .asset_tag = "TAB0099", .asset_name = "iPad", .kit_tag = "TK0008", .slot = 4, .loan_id = {18}}};
    foreign.version = 2;
    server.script("POST", scan_path, 200, encode(foreign));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12", phone_size};
    screen.screen().on_scan("TAB0099");
    screen->settle();
    CHECK(screen->has("TAB0099 gehört in einen anderen Koffer dieser Schule und ist angenommen"));
    require_sound(screen.view());
    session.version = 3;
    server.script("POST", scan_path, 200, encode(session));
    screen->click(ui::Role::button, "TAB0099 ist doch nicht dabei");
    CHECK(body_sent(server, scan_path) == R"({"code":"TAB0099","note":null,"taken_back":true})");
    CHECK_FALSE(screen->has_part("TAB0099"));
}

TEST_CASE("a damaged device is reported from the session, the one scanned last is chosen", "[handovers][screen]") {
    HeadlessPlatform server;
    HandoverSession session = two_tablets();
    session.kind = SessionKind::check;
    server.script("GET", "/api/handover-sessions/12", 200, encode(session));
    server.script("GET", "/api/handover-sessions/12/photos", 200, page_json<AttachedFile>({}));
    server.script("POST", scan_path, 200, encode(ticked(session, 1)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12", phone_size};
    screen.screen().on_scan("TAB0002");
    screen->settle();
    screen->click(ui::Role::button, "Schaden melden");
    REQUIRE(screen->has(ui::Role::dialog, "Schaden melden"));
    CHECK(screen->field("Beschädigtes Gerät").value == "TAB0002");
    screen->click(ui::Role::button, "Schaden melden");
    CHECK(screen->field("Titel").invalid);
    CHECK(server.last_call("POST", "/api/handover-sessions/12/damage") == nullptr);
    CHECK(screen.screen().on_scan("tab0001")); // this one it is
    screen->settle();
    CHECK(screen->field("Beschädigtes Gerät").value == "TAB0001");
    screen->type("Titel", "Display gesprungen");
    HandoverSession damaged = ticked(ticked(session, 1), 0);
    damaged.slots[0].ticket_id = 88;
    server.script("POST", "/api/handover-sessions/12/damage", 200, encode(damaged));
    screen->click(ui::Role::button, "Schaden melden");
    CHECK(body_sent(server, "/api/handover-sessions/12/damage") ==
          R"({"code":"TAB0001","title":"Display gesprungen","description":"","attachments":[]})");
    CHECK_FALSE(screen->has(ui::Role::dialog, "Schaden melden"));
    CHECK(screen->has("Beschädigt"));
    CHECK(screen.toasts == std::vector<std::string>{"Der Schaden an TAB0001 ist gemeldet."});
    require_sound(screen.view());
}

TEST_CASE("of a count only what was typed last is sent, after what was sent before has been answered", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(counted(16, 2)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->type(pens, "1");
    screen->type(pens, "15");
    screen->type(pens, "14");
    CHECK(counts_sent(server) == std::vector<std::int64_t>{1});
    CHECK_FALSE(screen->get(ui::Role::button, "Koffer übergeben").enabled); // what is signed counts what was typed
    CHECK(screen.screen().unsaved());
    REQUIRE(server.answer(count_path, {.status = 200, .body = encode(counted(1, 3))}));
    screen->settle();
    CHECK(counts_sent(server) == std::vector<std::int64_t>{1, 14});
    CHECK(screen->field(pens).value == "14");
    REQUIRE(server.answer(count_path, {.status = 200, .body = encode(counted(14, 4))}));
    screen->settle();
    CHECK_FALSE(screen.screen().unsaved());
    CHECK(screen->has_part("2 × Eingabestift"));

    // what somebody else counts is shown, too
    server.script("GET", "/api/handover-sessions/12", 200, encode(counted(12, 5)));
    screen.change("handover_session", 12);
    CHECK(screen->field(pens).value == "12");
}

TEST_CASE("a count that cannot be read says so at its field, and nothing is completed with it", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(counted(16, 2)));
    server.script("PUT", count_path, 200, encode(counted(12, 3)));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->type(pens, "12x");
    CHECK(screen->field(pens).invalid);
    CHECK(screen->has("Bitte geben Sie eine Anzahl von 0 bis 1000 ein."));
    CHECK_FALSE(screen->get(ui::Role::button, "Koffer übergeben").enabled);
    screen->type(pens, "");
    CHECK(screen->field(pens).invalid);
    CHECK(counts_sent(server).empty());
    screen->type(pens, "12");
    CHECK_FALSE(screen->field(pens).invalid);
    CHECK(counts_sent(server) == std::vector<std::int64_t>{12});
    CHECK(screen->get(ui::Role::button, "Unvollständig übergeben").enabled);

    screen->type(pens, "12x");
    CHECK(screen.screen().unsaved());
    HandoverSession ended = counted(12, 4);
    ended.state = SessionState::abandoned; // by somebody else
    server.script("GET", "/api/handover-sessions/12", 200, encode(ended));
    screen.change("handover_session", 12);
    CHECK(screen->field(pens).value == "12");
    CHECK_FALSE(screen.screen().unsaved());
}

TEST_CASE("without a connection a count waits, and is sent with the same key when it is back", "[handovers][screen]") {
    HeadlessPlatform server;
    server.script("GET", "/api/handover-sessions/12", 200, encode(counted(16, 2)));
    server.script("PUT", count_path, 0, "");
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->type(pens, "12");
    CHECK(screen->has("1 Zählung wartet auf die Verbindung"));
    CHECK(screen->field(pens).value == "12");
    std::string const key = server.last_call("PUT", count_path)->idempotency_key;
    server.script("PUT", count_path, 200, encode(counted(12, 3)));
    screen.refresh();
    CHECK(counts_sent(server) == std::vector<std::int64_t>{12, 12});
    CHECK(server.last_call("PUT", count_path)->idempotency_key == key);
    CHECK_FALSE(screen->has("1 Zählung wartet auf die Verbindung"));
    CHECK_FALSE(screen.screen().unsaved());
    require_sound(screen.view());
}

TEST_CASE("what keeps a session from being completed is told, also where no field is concerned", "[handovers][screen]") {
    HeadlessPlatform server;
    HandoverSession session = ticked(ticked(two_tablets(), 0), 1);
    session.kind = SessionKind::check;
    server.script("GET", "/api/handover-sessions/12", 200, encode(session));
    server.script("POST", "/api/handover-sessions/12/complete", 409, problem("taken", {{"asset_id", "taken", {}}}));
    StagedScreen screen{server, make_session_screen, technician(), "#/uebergabe/12"};
    screen->click(ui::Role::button, "Prüfung abschließen");
    CHECK(screen->has("Noch nicht abgeschlossen"));
    CHECK(screen->has_part("Das ist schon vergeben."));
}
