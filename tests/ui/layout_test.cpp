#include "tests/support/screen.hpp"

using namespace schulkit;
using namespace schulkit::ui;

namespace {

Rect rect_of(HeadlessScreen& screen, std::string_view name) { return screen.get(Role::button, name).rect; }

} // namespace

TEST_CASE("a column stacks with its gap", "[ui][layout]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.column("c", {.gap = 10}, [&] {
            ui.button("a", "A");
            ui.button("b", "B");
            ui.space(6);
            ui.button("c", "C");
        });
    }};
    Rect const a = rect_of(screen, "A");
    REQUIRE(rect_of(screen, "B").y == a.y + a.height + 10);
    REQUIRE(rect_of(screen, "C").y == a.y + 2 * (a.height + 10) + 6);
    REQUIRE(rect_of(screen, "B").x == a.x);
}

TEST_CASE("a row flows to the right and wraps where the window ends", "[ui][layout]") {
    HeadlessScreen screen{[](Ui& ui) {
                              ui.row("r", [&] {
                                  for (char name = 'A'; name <= 'H'; ++name)
                                      ui.button(std::string{name}, std::string(6, name));
                              });
                          },
                          phone_size};
    Rect const first = rect_of(screen, "AAAAAA");
    REQUIRE(rect_of(screen, "BBBBBB").x == first.x + first.width + 8);
    REQUIRE(rect_of(screen, "BBBBBB").y == first.y);
    REQUIRE(rect_of(screen, "HHHHHH").y > first.y);
    for (char name = 'A'; name <= 'H'; ++name) {
        Rect const rect = rect_of(screen, std::string(6, name));
        REQUIRE(rect.x + rect.width <= 390);
    }
}

TEST_CASE("what grows takes what the others leave over, in the first picture already", "[ui][layout]") {
    std::string value;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.row("r", [&] {
            ui.button("a", "Links");
            ui.grow();
            ui.search_field("q", "Suchen", value);
            ui.button("b", "Rechts");
        });
    }};
    REQUIRE(screen.frames() == 1);
    Rect const left = rect_of(screen, "Links");
    Rect const field = screen.field("Suchen").rect;
    Rect const right = rect_of(screen, "Rechts");
    REQUIRE(field.x == left.x + left.width + 8);
    REQUIRE(right.x == field.x + field.width + 8);
    REQUIRE(right.x + right.width == Catch::Approx(1280).margin(1));
}

TEST_CASE("what is pushed stands at the right edge, and stays together when there is no room", "[ui][layout]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.row("r", [&] {
            ui.paragraph("p", "Ein Satz, der Platz braucht");
            ui.push_right();
            ui.button("a", "Abbrechen");
            ui.button("b", "Speichern");
        });
    }};
    Rect const last = rect_of(screen, "Speichern");
    REQUIRE(last.x + last.width == Catch::Approx(1280).margin(1));
    screen.input().width = 320;
    screen.settle();
    REQUIRE(rect_of(screen, "Abbrechen").y == rect_of(screen, "Speichern").y);
    REQUIRE(rect_of(screen, "Speichern").x + rect_of(screen, "Speichern").width <= 320.5F);
    require_sound(screen);
}

TEST_CASE("a header without any action leaves the whole line to its title", "[ui][layout]") {
    std::string const title = "Der Bildschirm bleibt schwarz, obwohl die Lampe leuchtet und das Kabel steckt";
    bool may = false;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.page_header("head", title, {.subtitle = "T-17"}, [&] {
            if (!may) return;
            ui.button("a", "Zuweisen");
            ui.button("b", "Erledigt");
        });
        ui.button("below", "Darunter");
    }};
    Rect const alone = screen.get(Role::heading, title).rect;
    float const below = rect_of(screen, "Darunter").y;
    REQUIRE(alone.width > 600);
    REQUIRE(alone.height < 50); // one line

    may = true; // the answer has come
    screen.settle();
    REQUIRE(rect_of(screen, "Zuweisen").y == rect_of(screen, "Erledigt").y);
    REQUIRE(rect_of(screen, "Erledigt").x + rect_of(screen, "Erledigt").width > 1200);
    REQUIRE(screen.get(Role::heading, title).rect.x == alone.x);

    may = false;
    screen.settle();
    REQUIRE(screen.get(Role::heading, title).rect.height == alone.height);
    REQUIRE(rect_of(screen, "Darunter").y == below);
}

TEST_CASE("a grid has as many equal columns as fit", "[ui][layout]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.grid("g", {.min_column = 300, .gap = 20, .max_columns = 3}, [&] {
            for (char name = 'A'; name <= 'D'; ++name) ui.button(std::string{name}, std::string{name}, Button::primary, {.wide = true});
        });
    }};
    Rect const a = rect_of(screen, "A");
    REQUIRE(a.width == Catch::Approx((1280 - 40) / 3.0).margin(1));
    REQUIRE(rect_of(screen, "B").x == Catch::Approx(a.x + a.width + 20).margin(1));
    REQUIRE(rect_of(screen, "C").y == a.y);
    REQUIRE(rect_of(screen, "D").y == a.y + a.height + 20);
    REQUIRE(rect_of(screen, "D").x == a.x);
    screen.input().width = 390;
    screen.settle();
    REQUIRE(rect_of(screen, "B").y > rect_of(screen, "A").y);
    REQUIRE(rect_of(screen, "A").width == Catch::Approx(390).margin(1));
}

TEST_CASE("a split has its side beside the main part, and below it on a phone", "[ui][layout]") {
    auto const draw = [](Ui& ui) {
        ui.split(
            "s", {.side_width = 300, .gap = 20}, [&] { ui.button("m", "Haupt", Button::secondary, {.wide = true}); },
            [&] { ui.button("s", "Seite", Button::secondary, {.wide = true}); });
    };
    HeadlessScreen wide{draw};
    REQUIRE(rect_of(wide, "Seite").y == rect_of(wide, "Haupt").y);
    REQUIRE(rect_of(wide, "Haupt").width == Catch::Approx(960).margin(1));
    REQUIRE(rect_of(wide, "Seite").x == Catch::Approx(980).margin(1));
    HeadlessScreen narrow{draw, phone_size};
    REQUIRE(rect_of(narrow, "Seite").y > rect_of(narrow, "Haupt").y);
    REQUIRE(rect_of(narrow, "Seite").width == Catch::Approx(390).margin(1));
}

TEST_CASE("a filter bar hides its filters behind a button on a phone", "[ui][layout]") {
    std::string query;
    std::string room;
    auto const draw = [&](Ui& ui) {
        ui.filter_bar(
            "filters", "Suche", room.empty() ? 0 : 1,
            [&] {
                ui.grow();
                ui.search_field("q", "Suchen", query);
            },
            [&] { ui.text_field("room", "Raum", room); });
    };
    HeadlessScreen wide{draw};
    REQUIRE(wide.has(Role::textbox, "Raum"));
    REQUIRE_FALSE(wide.has(Role::button, "Filter"));
    HeadlessScreen narrow{draw, phone_size};
    REQUIRE_FALSE(narrow.has(Role::textbox, "Raum"));
    narrow.tap(Role::button, "Filter");
    narrow.type("Raum", "204");
    REQUIRE(room == "204");
    REQUIRE(narrow.has(Role::button, "Filter (1)"));
    narrow.tap(Role::button, "Filter (1)");
    REQUIRE_FALSE(narrow.has(Role::textbox, "Raum"));
    require_sound(narrow);
}

TEST_CASE("content that grows later settles before anybody sees it", "[ui][layout]") {
    int lines = 1;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.card("c", {.title = "Karte"}, [&] {
            for (int i = 0; i < lines; ++i) ui.paragraph("p" + std::to_string(i), "Zeile");
        });
        ui.button("below", "Darunter");
    }};
    lines = 20;
    int const before = screen.frames();
    screen.settle();
    REQUIRE(screen.frames() == before + 1);
    Rect const card = screen.get(Role::region, "Karte").rect;
    REQUIRE(card.height > 20 * 20);
    REQUIRE(rect_of(screen, "Darunter").y >= card.y + card.height);
}
