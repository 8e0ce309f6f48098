#include "tests/support/screen.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>

using namespace schulkit;
using namespace schulkit::ui;

TEST_CASE("a button says its role, name and state, and a click of the mouse reaches it", "[ui]") {
    ScreenSize const size = GENERATE(desktop_size, phone_size);
    int clicks = 0;
    HeadlessScreen screen{[&](Ui& ui) {
                              ui.column("c", {}, [&] {
                                  if (ui.button("save", "Speichern", Button::primary, {.description = "Sofort"}))
                                      ++clicks;
                              });
                          },
                          size};
    Node const& node = screen.get(Role::button, "Speichern");
    REQUIRE(node.key == "save");
    REQUIRE(node.enabled);
    REQUIRE(node.focusable);
    REQUIRE(node.description == "Sofort");
    REQUIRE(node.rect.height >= (size.width < phone_below ? 44 : 32));
    screen.click(Role::button, "Speichern");
    REQUIRE(clicks == 1);
    screen.tap(Role::button, "Speichern");
    REQUIRE(clicks == 2);
    screen.press(Role::button, "Speichern");
    REQUIRE(clicks == 3);
    require_sound(screen);
}

TEST_CASE("a disabled or busy button takes neither clicks nor acts", "[ui]") {
    int clicks = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.button("off", "Aus", Button::primary, {.enabled = false})) ++clicks;
        if (ui.button("busy", "Läuft", Button::primary, {.busy = true})) ++clicks;
    }};
    REQUIRE_FALSE(screen.get(Role::button, "Aus").enabled);
    REQUIRE_FALSE(screen.get(Role::button, "Läuft").enabled);
    REQUIRE_FALSE(screen.get(Role::button, "Aus").focusable);
    for (char const* name : {"Aus", "Läuft"}) {
        screen.click(Role::button, name);
        screen.tap(Role::button, name);
        screen.press(Role::button, name);
    }
    REQUIRE(clicks == 0);
    require_sound(screen);
}

TEST_CASE("a press that ends beside the button is no click", "[ui]") {
    int clicks = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.button("save", "Speichern")) ++clicks;
    }};
    Rect const rect = screen.get(Role::button, "Speichern").rect;
    auto const event = [&](PointerKind kind, float x, float y) {
        screen.frame().pointer(
            {.kind = kind, .x = x, .y = y, .now_ms = screen.platform().now_unix_ms(), .touch = false});
        screen.settle();
    };
    event(PointerKind::down, rect.x + 5, rect.y + 5);
    event(PointerKind::up, rect.x + 5, rect.y + rect.height + 60);
    REQUIRE(clicks == 0);
    event(PointerKind::down, rect.x + 5, rect.y + 5);
    event(PointerKind::cancel, 0, 0);
    REQUIRE(clicks == 0);
}

TEST_CASE("an icon button has a name although none is seen", "[ui]") {
    int clicks = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.icon_button("edit", embedded::icon_pencil, "Bearbeiten")) ++clicks;
    }};
    REQUIRE(screen.get(Role::button, "Bearbeiten").text.size_px == 0);
    screen.click(Role::button, "Bearbeiten");
    REQUIRE(clicks == 1);
    require_sound(screen);
}

TEST_CASE("links give their route to the application, once", "[ui]") {
    std::string followed;
    int times = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.link("words", "Zum Gerät", "#/geraete/12");
        ui.link_button("button", "Neu", "#/geraete/neu", Button::primary, {.icon = embedded::icon_plus});
        if (std::string const route = ui.take_route(); !route.empty()) {
            followed = route;
            ++times;
        }
    }};
    REQUIRE(screen.get(Role::link, "Zum Gerät").href == "#/geraete/12");
    screen.click(Role::link, "Zum Gerät");
    REQUIRE(followed == "#/geraete/12");
    screen.press(Role::link, "Neu");
    REQUIRE(followed == "#/geraete/neu");
    REQUIRE(times == 2);
    require_sound(screen);
}

TEST_CASE("headings, texts and badges are recorded with their words and where the words stand", "[ui]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.heading("h", 1, "Inventar");
        ui.paragraph("p", "Ein Satz.\nNoch einer.");
        ui.badge("b", "In Reparatur", Tone::warning);
        ui.icon("i", embedded::icon_wifi, "WLAN vorhanden");
    }};
    REQUIRE(screen.get(Role::heading, "Inventar").level == 1);
    REQUIRE(screen.get(Role::heading, "Inventar").text.size_px == 26);
    REQUIRE(screen.has("Ein Satz.\nNoch einer."));
    REQUIRE(screen.has("In Reparatur"));
    REQUIRE(screen.has(Role::image, "WLAN vorhanden"));
    require_sound(screen);
}

TEST_CASE("a text that wraps tells the mirror where its lines end", "[ui]") {
    std::string const words = "Der Beamer in Raum 204 zeigt nur noch ein grünes Bild, das Kabel ist in Ordnung.";
    HeadlessScreen screen{[&](Ui& ui) {
        ui.column("narrow", {.max_width = 200}, [&] { ui.paragraph("p", words); });
    }};
    Node const* node = nullptr;
    for (Node const& each : screen.tree().nodes)
        if (each.value == words) node = &each;
    REQUIRE(node != nullptr);
    std::string unwrapped = node->wrapped;
    REQUIRE(unwrapped.find('\n') != std::string::npos);
    for (char& c : unwrapped)
        if (c == '\n') c = ' ';
    REQUIRE(unwrapped == words);
    REQUIRE(node->rect.width <= 200);
    REQUIRE(node->text.inset_y == 0);
    float const lines = static_cast<float>(1 + std::count(node->wrapped.begin(), node->wrapped.end(), '\n'));
    REQUIRE(node->rect.height == lines * node->text.line_height_px);
}

TEST_CASE("tabs are links to the views of a list and say which one is shown", "[ui]") {
    HeadlessScreen screen{[&](Ui& ui) {
        std::array<TabEntry, 3> const entries = {
            {{"open", "Offen", 3, "#/a"}, {"mine", "Meine", -1, "#/b"}, {"all", "Alle", -1, "#/c"}}};
        ui.tabs("tabs", "Ansicht", entries, "open");
    }};
    REQUIRE(screen.get(Role::link, "Offen (3)").selected);
    REQUIRE_FALSE(screen.get(Role::link, "Meine").selected);
    screen.click(Role::link, "Meine");
    REQUIRE(screen.frame().ui().take_route() == "#/b");
    screen.press(Role::link, "Alle");
    REQUIRE(screen.frame().ui().take_route() == "#/c");
    screen.click(Role::link, "Offen (3)"); // one is there already
    REQUIRE(screen.frame().ui().take_route().empty());
    require_sound(screen);
}

TEST_CASE("alerts interrupt where it is urgent and are quiet elsewhere", "[ui]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.alert("a", Tone::danger, "Nicht gespeichert", "Bitte prüfen Sie die Angaben.");
        ui.alert("b", Tone::info, "Hinweis");
        std::array<std::string, 2> const errors = {"Etikett fehlt", "Raum ist zu lang"};
        ui.form_errors("c", "Es fehlt noch etwas", errors);
        ui.form_errors("d", "Nichts", {});
    }};
    REQUIRE(screen.count(Role::alert) == 2);
    REQUIRE(screen.count(Role::status) == 3); // the note, and the regions of toasts and of what was found
    REQUIRE(screen.has("Bitte prüfen Sie die Angaben."));
    REQUIRE(screen.has("Raum ist zu lang"));
    REQUIRE_FALSE(screen.has("Nichts"));
    require_sound(screen);
}

TEST_CASE("progress says how far it is, or that nobody knows", "[ui]") {
    float part = 0.42F;
    HeadlessScreen screen{[&](Ui& ui) { ui.progress("p", "Datei wird gelesen", part); }};
    REQUIRE(screen.get(Role::progressbar, "Datei wird gelesen").progress == 0.42F);
    REQUIRE(screen.get(Role::progressbar, "Datei wird gelesen").value == "42\u00A0%");
    part = -1;
    screen.settle();
    REQUIRE(screen.get(Role::progressbar, "Datei wird gelesen").progress == -1);
    require_sound(screen);
}

TEST_CASE("empty and failed states offer their way on", "[ui]") {
    int created = 0;
    int retried = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.empty_state("none", {.icon = embedded::icon_box,
                                    .title = "Noch keine Geräte",
                                    .hint = "Lesen Sie eine Liste ein.",
                                    .action = "Liste einlesen"}))
            ++created;
        if (ui.error_state("failed", "Das hat nicht geklappt", "Der Server antwortet nicht.")) ++retried;
    }};
    screen.click(Role::button, "Liste einlesen");
    screen.click(Role::button, "Erneut versuchen");
    REQUIRE(created == 1);
    REQUIRE(retried == 1);
    require_sound(screen);
}

TEST_CASE("an empty state of several lines stands in the middle", "[ui]") {
    HeadlessScreen screen{[&](Ui& ui) {
        ui.empty_state("none", {.icon = embedded::icon_box,
                                .title = "Noch keine Geräte",
                                .hint = "Lesen Sie die Liste der Geräte Ihrer Schule ein. Das geht mit jeder Datei, die eine "
                                        "Tabelle ist."});
    }};
    auto const part = [&](std::string_view key) -> Node const& {
        auto const& nodes = screen.tree().nodes;
        return *std::find_if(nodes.begin(), nodes.end(), [key](Node const& node) { return node.key == key; });
    };
    Node const& words = part("words");
    Node const& title = part("title");
    REQUIRE(words.text.inset_y >= 0); // of several lines
    REQUIRE(words.text.centered);
    REQUIRE(std::abs(words.rect.x + words.rect.width / 2 - title.rect.x - title.rect.width / 2) <= 1);
}

TEST_CASE("lists, definitions and timelines are lists with their entries", "[ui]") {
    std::string route;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.list("found", "Ergebnisse", [&] {
            ui.list_link("1", {.title = "Beamer", .detail = "Raum 204", .route = "#/melden/1", .badge = "Defekt"});
            ui.list_link("2", {.title = "WLAN", .route = "#/melden/2"});
        });
        ui.definitions("facts", "Angaben", [&] {
            ui.definition("tag", "Etikett", "BEA0204");
            ui.definition("none", "Notiz", "");
            ui.definition("status", "Status", [&] { ui.badge("badge", "Im Einsatz", Tone::success); });
        });
        ui.timeline("log", "Verlauf", [&] {
            ui.timeline_entry("1", {.title = "Gemeldet", .author = "Frau Muster", .time = "heute", .body = "Kaputt"});
            ui.timeline_entry("2", {.title = "Geändert", .changes = {"Raum: 204 → 205"}});
        });
        if (auto const next = ui.take_route(); !next.empty()) route = next;
    }};
    REQUIRE(screen.count(Role::list) == 3);
    REQUIRE(screen.count(Role::listitem) == 7);
    REQUIRE(screen.has("Raum: 204 → 205"));
    REQUIRE(screen.has("Frau Muster · heute"));
    screen.click(Role::link, "WLAN");
    REQUIRE(route == "#/melden/2");
    require_sound(screen);
}

TEST_CASE("the pager offers what there is", "[ui]") {
    PageMove moved = PageMove::none;
    PagerOptions options = {.first_shown = 1, .last_shown = 50, .total = 6012, .has_next = true};
    HeadlessScreen screen{[&](Ui& ui) {
                              if (PageMove const move = ui.pager("pager", options); move != PageMove::none) moved = move;
                          },
                          GENERATE(desktop_size, phone_size)};
    REQUIRE(screen.has("1–50 von 6.012"));
    screen.click(Role::button, "Vorige Seite");
    REQUIRE(moved == PageMove::none);
    screen.click(Role::button, "Nächste Seite");
    REQUIRE(moved == PageMove::next);
    options = {.first_shown = 51, .last_shown = 100, .total = 1000, .total_is_exact = false, .has_previous = true};
    screen.settle();
    REQUIRE(screen.has("51–100 von mehr als 1.000"));
    screen.click(Role::button, "Vorige Seite");
    REQUIRE(moved == PageMove::previous);
    options = {};
    screen.settle();
    REQUIRE(screen.has("Keine Einträge"));
    require_sound(screen);
}
