#include "tests/support/screen.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <map>
#include <string>

using namespace schulkit;
using namespace schulkit::ui;

namespace {

struct Shell {
    AppFrame frame = {
        .navigation = {{"home", "Start", embedded::icon_house, "#/", true},
                       {"assets", "Inventar", embedded::icon_boxes, "#/geraete"},
                       {"tickets", "Tickets", embedded::icon_ticket, "#/tickets", false, 3},
                       {"import", "Liste einlesen", embedded::icon_upload, "#/import"},
                       {"report", "Defekt melden", embedded::icon_triangle_alert, "#/melden"},
                       {"mine", "Meine Meldungen", embedded::icon_list, "#/meine"}},
        .user_name = "Erika Mustermann",
        .user_detail = "Koordination",
        .user_menu = {{"language", "English", embedded::icon_languages}, {"out", "Abmelden", embedded::icon_log_out}},
        .page_key = "home"};
    std::string activated = {};
    std::string route = {};
    int rows = 60;
    int last_row_clicks = 0;
    int made = 0;
    bool may_make = true;
    bool only_once = false;
    bool done = false;

    void draw(Ui& ui) {
        std::string const entry = ui.app_frame(frame, [&] {
            ui.page("page", "Start – Schulkit", page_width, [&] {
                ui.page_header("header", "Start", {.subtitle = "Guten Tag"},
                               [&] {
                                   if (!may_make || !ui.button("new", "Neu", Button::primary, {.enabled = !done})) return;
                                   ++made;
                                   done = only_once;
                               });
                for (int i = 0; i < rows; ++i) ui.paragraph("p" + std::to_string(i), "Zeile " + std::to_string(i));
                if (ui.button("last", "Ganz unten")) ++last_row_clicks;
            });
        });
        if (!entry.empty()) activated = entry;
        if (auto const next = ui.take_route(); !next.empty()) route = next;
    }
};

} // namespace

TEST_CASE("the frame has the landmarks of a page", "[ui][frame]") {
    Shell shell;
    ScreenSize const size = GENERATE(desktop_size, phone_size, ScreenSize{820, 1100}, ScreenSize{320, 600});
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, size};
    REQUIRE(screen.count(Role::banner) == 1);
    REQUIRE(screen.count(Role::navigation) == 1);
    REQUIRE(screen.count(Role::main) == 1);
    REQUIRE(screen.tree().title == "Start – Schulkit");
    REQUIRE(screen.get(Role::link, "Start").selected);
    REQUIRE(screen.get(Role::heading, "Start").level == 1);
    require_sound(screen);

    // Reading order is the visual order: on a phone the navigation stands below the main part.
    auto const place = [&](Role role) {
        for (std::size_t i = 0; i < screen.tree().nodes.size(); ++i)
            if (screen.tree().nodes[i].role == role) return i;
        return std::size_t{0};
    };
    REQUIRE(place(Role::banner) < place(Role::main));
    REQUIRE((place(Role::navigation) > place(Role::main)) == (size.width < phone_below));
}

TEST_CASE("the camera is at hand on every screen, unless large letters leave no room for it", "[ui][frame][camera]") {
    Shell shell;
    shell.frame.search = "Suchen";
    shell.frame.scan = "Mit Kamera scannen";
    shell.frame.help = "handbuch/de/index.html";
    auto const size = GENERATE(desktop_size, phone_size, ScreenSize{820, 1100}, ScreenSize{320, 600});
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, size};
    require_sound(screen);
    screen.click(Role::button, "Mit Kamera scannen");
    CHECK(shell.activated == "scan");
    screen.input().text_size = 2;
    screen.settle();
    require_sound(screen);
    CHECK(screen.has(Role::button, "Mit Kamera scannen") == (size.width > 320));
    CHECK(screen.has(Role::button, "Suchen"));
}

TEST_CASE("navigation leads where it says", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, GENERATE(desktop_size, phone_size)};
    screen.click(Role::link, "Inventar");
    REQUIRE(shell.route == "#/geraete");
    screen.press(Role::link, "Tickets (3)");
    REQUIRE(shell.route == "#/tickets");
}

TEST_CASE("on a phone what does not fit stands behind \"more\"", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, phone_size};
    REQUIRE_FALSE(screen.has(Role::link, "Meine Meldungen"));
    screen.tap(Role::button, "Mehr");
    require_sound(screen);
    screen.tap(Role::link, "Meine Meldungen");
    REQUIRE(shell.route == "#/meine");
    REQUIRE(screen.count(Role::dialog) == 0);
}

TEST_CASE("on a phone the main action stands above the bottom bar, in reach of the thumb", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, phone_size};
    auto const bar = [&] { return screen.get(Role::navigation, "Hauptmenü").rect; };
    Rect const action = screen.get(Role::button, "Neu").rect;
    CHECK(action.y + action.height <= bar().y);
    CHECK(action.y > bar().y - 70);
    CHECK(action.width > 300);
    require_sound(screen);

    // The list ends above it, and it stays where it is.
    screen.focus(Role::button, "Ganz unten");
    Rect const last = screen.get(Role::button, "Ganz unten").rect;
    CHECK(last.y + last.height <= action.y);
    CHECK(screen.get(Role::button, "Neu").rect.y == action.y);

    screen.tap(Role::button, "Neu");
    CHECK(shell.made == 1);
    screen.press(Role::button, "Neu");
    CHECK(shell.made == 2);

    // What it does is seen in the picture that tells of it.
    shell.only_once = true;
    screen.tap(Role::button, "Neu");
    CHECK(shell.made == 3);
    CHECK_FALSE(screen.get(Role::button, "Neu").enabled);

    shell.may_make = false;
    screen.settle();
    CHECK_FALSE(screen.has(Role::button, "Neu"));
    CHECK(screen.get(Role::main, "").rect.height + screen.get(Role::main, "").rect.y == bar().y);
}

TEST_CASE("with a keyboard on the phone's screen the main action stands in its header", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, {390, 420}};
    CHECK(screen.get(Role::button, "Neu").rect.y < screen.get(Role::navigation, "Hauptmenü").rect.y - 150);
    screen.tap(Role::button, "Neu");
    CHECK(shell.made == 1);
}

TEST_CASE("what the bottom bar leads to has no second place above it", "[ui][frame]") {
    Shell shell;
    bool linked = false;
    HeadlessScreen screen{[&](Ui& ui) {
                              ui.app_frame(shell.frame, [&] {
                                  ui.page_header("header", "Start", {}, [&] {
                                      ui.link_button("a", "Dorthin", linked ? shell.frame.navigation[1].route : "#/anderswo",
                                                     Button::primary);
                                  });
                              });
                          },
                          phone_size};
    CHECK(screen.get(Role::link, "Dorthin").rect.y > 600);
    linked = true;
    screen.settle();
    CHECK(screen.get(Role::link, "Dorthin").rect.y < 200);
}

TEST_CASE("the user's menu opens, tells what was chosen, and closes", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, GENERATE(desktop_size, phone_size)};
    screen.click(Role::button, "Konto: Erika Mustermann");
    REQUIRE(screen.has(Role::dialog, "Konto"));
    REQUIRE(screen.has("Koordination"));
    require_sound(screen);
    screen.click(Role::button, "Abmelden");
    REQUIRE(shell.activated == "out");
    REQUIRE(screen.count(Role::dialog) == 0);

    screen.click(Role::button, "Konto: Erika Mustermann");
    screen.click_at(screen.input().width / 2, screen.input().height - 100);
    REQUIRE(screen.count(Role::dialog) == 0);
}

TEST_CASE("a notice stands above everything and moves nothing out of the window", "[ui][frame]") {
    Shell shell;
    shell.frame.notice = "Vorführung: Alle Schulen, Geräte und Personen sind erfunden.";
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, GENERATE(desktop_size, phone_size)};
    REQUIRE(screen.has(shell.frame.notice));
    REQUIRE(screen.tree().nodes.front().role == Role::status);
    for (Node const& node : screen.tree().nodes)
        if (node.role == Role::main) REQUIRE(node.rect.y + node.rect.height <= screen.input().height);
    require_sound(screen);
}

TEST_CASE("the word that the connection is lost moves nothing that is on the screen", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, GENERATE(desktop_size, phone_size)};
    auto const places = [&] {
        std::map<std::string, float> all;
        for (Node const& node : screen.tree().nodes)
            if (!node.name.empty()) all[node.name] = node.rect.y;
        return all;
    };
    auto const before = places();
    shell.frame.trouble = "Keine Verbindung zum Server. Ihre Eingaben bleiben erhalten; es geht von selbst weiter.";
    screen.settle();
    REQUIRE(screen.has(shell.frame.trouble));
    auto const now = places();
    for (auto const& [name, y] : before) {
        INFO(name);
        REQUIRE(now.at(name) == y);
    }
    auto const& nodes = screen.tree().nodes;
    auto const main = std::find_if(nodes.begin(), nodes.end(), [](Node const& each) { return each.role == Role::main; });
    auto const trouble =
        std::find_if(nodes.begin(), nodes.end(), [&](Node const& each) { return each.value == shell.frame.trouble; });
    REQUIRE(main != nodes.end());
    REQUIRE(trouble != nodes.end());
    REQUIRE(main->rect.y + main->rect.height <= trouble->rect.y);
    REQUIRE(trouble->rect.y + trouble->rect.height <= screen.input().height);
    require_sound(screen);
}

TEST_CASE("the main part scrolls by wheel, by finger and to what gets the focus", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, GENERATE(desktop_size, phone_size)};
    float const x = screen.input().width / 2;
    auto const heading_y = [&] { return screen.get(Role::heading, "Start").rect.y; };
    float const top = heading_y();

    screen.wheel(x, 400, 120);
    REQUIRE(heading_y() == Catch::Approx(top - 120).margin(1));
    screen.drag_finger(x, 500, 0, -100);
    REQUIRE(heading_y() == Catch::Approx(top - 220).margin(1));
    screen.wheel(x, 400, -10000);
    REQUIRE(heading_y() == top);

    screen.focus(Role::button, "Ganz unten");
    Node const& last = screen.get(Role::button, "Ganz unten");
    REQUIRE(last.rect.y + last.rect.height <= last.clip.y + last.clip.height);
    REQUIRE(heading_y() < top);
    screen.tap(Role::button, "Ganz unten");
    REQUIRE(shell.last_row_clicks == 1);
    // The navigation over which the wheel turns does not move the page.
    float const now = heading_y();
    if (screen.input().width >= phone_below) {
        screen.wheel(20, 400, -500);
        REQUIRE(heading_y() == now);
    }
}

TEST_CASE("a finger that scrolls over a button does not press it", "[ui][frame]") {
    Shell shell;
    shell.rows = 3;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }, {390, 300}};
    Node const button = screen.get(Role::button, "Neu");
    screen.drag_finger(button.rect.x + 10, button.rect.y + 10, 0, -40);
    REQUIRE(screen.get(Role::button, "Neu").rect.y < button.rect.y);
    REQUIRE(shell.last_row_clicks == 0);
}

TEST_CASE("every page keeps its own scroll position", "[ui][frame]") {
    Shell shell;
    HeadlessScreen screen{[&](Ui& ui) { shell.draw(ui); }};
    auto const heading_y = [&] { return screen.get(Role::heading, "Start").rect.y; };
    float const top = heading_y();
    screen.wheel(600, 400, 200);
    float const scrolled = heading_y();
    REQUIRE(scrolled < top);
    shell.frame.page_key = "assets";
    screen.settle();
    REQUIRE(heading_y() == top);
    shell.frame.page_key = "home";
    screen.settle();
    REQUIRE(heading_y() == scrolled);
}

TEST_CASE("what appears above the field that somebody types in does not move it", "[ui][frame]") {
    bool told = false;
    std::string value;
    auto const draw = [&](Ui& ui) {
        AppFrame const frame = {.page_key = "form"};
        ui.app_frame(frame, [&] {
            ui.page("page", "Gerät", page_width, [&] {
                if (told) ui.alert("told", Tone::info, "Das Gerät wurde inzwischen geändert", "Ihre Eingaben bleiben.");
                for (int i = 0; i < 12; ++i) ui.paragraph("p" + std::to_string(i), "Zeile " + std::to_string(i));
                ui.text_field("room", "Raum", value);
                for (int i = 20; i < 80; ++i) ui.paragraph("p" + std::to_string(i), "Zeile " + std::to_string(i));
            });
        });
    };
    HeadlessScreen screen{draw, GENERATE(desktop_size, phone_size)};
    screen.focus(Role::textbox, "Raum");
    float const y = screen.field("Raum").rect.y;
    told = true;
    screen.settle();
    CHECK(screen.field("Raum").rect.y == y);
    told = false;
    screen.settle();
    CHECK(screen.field("Raum").rect.y == y);
    require_sound(screen);
}

TEST_CASE("a button that is held down while something appears above it is pressed all the same", "[ui][frame]") {
    bool told = false;
    int pressed = 0;
    auto const draw = [&](Ui& ui) {
        AppFrame const frame = {.page_key = "form"};
        ui.app_frame(frame, [&] {
            ui.page("page", "Gerät", page_width, [&] {
                if (told) ui.alert("told", Tone::info, "Das Gerät wurde inzwischen geändert", "Ihre Eingaben bleiben.");
                for (int i = 0; i < 60; ++i) ui.paragraph("p" + std::to_string(i), "Zeile " + std::to_string(i));
                if (ui.button("save", "Speichern")) ++pressed;
            });
        });
    };
    HeadlessScreen screen{draw, GENERATE(desktop_size, phone_size)};
    screen.focus(Role::button, "Speichern");
    Rect const button = screen.get(Role::button, "Speichern").rect;
    auto const mouse = [&](PointerKind kind) {
        screen.frame().pointer({.kind = kind, .x = button.x + 5, .y = button.y + 5, .now_ms = 100, .touch = false});
    };
    for (PointerKind const kind : {PointerKind::move, PointerKind::down}) {
        mouse(kind);
        screen.settle();
    }
    told = true; // in the same picture as the release
    mouse(PointerKind::up);
    screen.settle();
    REQUIRE(pressed == 1);
    REQUIRE(screen.get(Role::button, "Speichern").rect.y == button.y);
}
