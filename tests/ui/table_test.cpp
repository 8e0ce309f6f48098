#include "tests/support/screen.hpp"

#include <algorithm>

using namespace schulkit;
using namespace schulkit::ui;

namespace {

struct Devices {
    int count = 50;
    std::int64_t first = 1;
    std::int64_t total = 50000;
    TableResult last = {};
    std::string route = {};
    int filled = 0; ///< rows asked for in the last picture

    void draw(Ui& ui) {
        AppFrame frame = {.page_key = "assets"};
        filled = 0;
        ui.app_frame(frame, [&] {
            ui.page("page", "Inventar", page_width, [&] {
                TableOptions options = {.label = "Geräte", .first_row = first, .total = total};
                options.columns = {
                    {.key = "tag", .label = "Etikett", .width = 140, .sortable = true, .card = CardPlace::title},
                    {.key = "name", .label = "Bezeichnung", .width = 200, .grow = 1, .sortable = true},
                    {.key = "room", .label = "Raum", .width = 120, .drop_order = 2},
                    {.key = "price", .label = "Wert", .width = 120, .number = true, .drop_order = 3},
                    {.key = "status", .label = "Status", .width = 160, .card = CardPlace::badge, .drop_order = 1}};
                options.sort_key = sort_key;
                options.sort = sort;
                TableResult const result = ui.table("devices", options, count, [&](int index, TableRow& row) {
                    ++filled;
                    std::string const number = std::to_string(first + index);
                    row.key = number;
                    row.route = "#/geraete/" + number;
                    row.text("T-" + number);
                    row.text("Beamer " + number);
                    row.muted("204");
                    row.text("499,00 €");
                    row.badge("im Einsatz", Tone::success);
                });
                if (result.opened >= 0 || !result.sort_key.empty()) last = result;
            });
        });
        if (auto const next = ui.take_route(); !next.empty()) route = next;
    }
    std::string sort_key = {};
    SortDirection sort = SortDirection::none;
};

Node const& row_of(HeadlessScreen const& screen, int index) {
    for (Node const& node : screen.tree().nodes)
        if (node.role == Role::row && node.row_index == index) return node;
    FAIL("There is no row " << index);
    return screen.tree().nodes.front();
}

} // namespace

TEST_CASE("a table has headers, rows that are numbered, and as many as there are", "[ui][table]") {
    Devices devices;
    devices.first = 51;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    Node const& table = screen.get(Role::table, "Geräte");
    REQUIRE(table.row_count == 50001);
    REQUIRE(screen.count(Role::columnheader) == 5);
    REQUIRE(row_of(screen, 1).parent == table.id);
    Node const& row = row_of(screen, 52);
    int cells = 0;
    for (Node const& node : screen.tree().nodes)
        if (node.role == Role::cell && node.parent == row.id) ++cells;
    REQUIRE(cells == 5);
    REQUIRE(screen.get(Role::link, "T-51").href == "#/geraete/51");
    require_sound(screen);
}

TEST_CASE("a click anywhere in a row opens it", "[ui][table]") {
    Devices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }, GENERATE(desktop_size, phone_size)};
    Rect const row = row_of(screen, 4).rect;
    screen.click_at(row.x + row.width - 30, row.y + row.height - 6);
    REQUIRE(devices.route == "#/geraete/3");
    REQUIRE(devices.last.opened == 2);
    screen.press(Role::link, "T-5");
    REQUIRE(devices.route == "#/geraete/5");
    screen.tap(Role::link, "T-2");
    REQUIRE(devices.route == "#/geraete/2");
}

TEST_CASE("rows out of sight are neither asked for nor recorded, and come when scrolled to", "[ui][table]") {
    Devices devices;
    devices.count = 50000;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }, GENERATE(desktop_size, phone_size)};
    REQUIRE(devices.filled < 40);
    REQUIRE(screen.has(Role::link, "T-1"));
    REQUIRE_FALSE(screen.has(Role::link, "T-1000"));
    screen.wheel(600 < screen.input().width ? 600 : 200, 400, 1000 * (screen.input().width < phone_below ? 100.F : 44.F));
    REQUIRE(devices.filled < 40);
    REQUIRE(screen.has(Role::link, "T-1000"));
    REQUIRE_FALSE(screen.has(Role::link, "T-1"));
    require_sound(screen);
}

TEST_CASE("the keyboard walks through all rows: the next one is always there", "[ui][table]") {
    Devices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    for (int i = 1; i <= 50; ++i) {
        screen.focus(Role::link, "T-" + std::to_string(i));
        Node const& link = screen.get(Role::link, "T-" + std::to_string(i));
        REQUIRE(link.focused);
        REQUIRE(link.rect.y >= link.clip.y);
        REQUIRE(link.rect.y + link.rect.height <= link.clip.y + link.clip.height);
    }
}

TEST_CASE("a header sorts: upwards first, then downwards", "[ui][table]") {
    Devices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    screen.click(Role::button, "Bezeichnung");
    REQUIRE(devices.last.sort_key == "name");
    REQUIRE(devices.last.sort == SortDirection::ascending);
    devices.sort_key = "name";
    devices.sort = SortDirection::ascending;
    screen.settle();
    REQUIRE(screen.get(Role::columnheader, "Bezeichnung").sort == 1);
    REQUIRE(screen.get(Role::columnheader, "Etikett").sort == 0);
    screen.press(Role::button, "Bezeichnung");
    REQUIRE(devices.last.sort == SortDirection::descending);
    devices.sort = SortDirection::descending;
    screen.settle();
    REQUIRE(screen.get(Role::columnheader, "Bezeichnung").sort == -1);
    REQUIRE_FALSE(screen.has(Role::button, "Raum"));
}

TEST_CASE("on a phone rows are cards, sorted by a choice", "[ui][table]") {
    Devices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }, phone_size};
    REQUIRE(screen.get(Role::columnheader, "Bezeichnung").rect.width == 0); // heard, not drawn
    REQUIRE(screen.has("Beamer 1"));
    REQUIRE(screen.has("im Einsatz"));
    screen.choose("Sortieren nach", "Bezeichnung, absteigend");
    REQUIRE(devices.last.sort_key == "name");
    REQUIRE(devices.last.sort == SortDirection::descending);
    require_sound(screen);
}

TEST_CASE("a narrow table drops columns in their order and keeps the others", "[ui][table]") {
    Devices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }, {1024, 768}};
    REQUIRE(screen.has(Role::columnheader, "Wert"));
    screen.input().width = 830;
    screen.settle();
    REQUIRE_FALSE(screen.has(Role::columnheader, "Wert"));
    REQUIRE(screen.has(Role::columnheader, "Raum"));
    screen.input().width = 720;
    screen.settle();
    REQUIRE_FALSE(screen.has(Role::columnheader, "Raum"));
    REQUIRE(screen.has(Role::columnheader, "Status"));
    require_sound(screen);
}

TEST_CASE("an empty table is still a table", "[ui][table]") {
    Devices devices;
    devices.count = 0;
    devices.total = 0;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    REQUIRE(screen.get(Role::table, "Geräte").row_count == 1);
    require_sound(screen);
}

TEST_CASE("a column of sentences wraps, its row grows, and a card has all of it", "[ui][table]") {
    std::string const sentence = "Erhält 2 von 3 Koffern: 14 Koffer angefragt, 10 frei; Schulen ohne Koffer im Vorjahr gehen vor, und"
                                 " weil es hier um Zeilen geht, geht es noch ein gutes Stück weiter bis zu diesem Punkt.";
    int rows = 3;
    auto const draw = [&](Ui& ui) {
        AppFrame const frame = {.page_key = "reasons"};
        ui.app_frame(frame, [&] {
            ui.page("page", "Vorschlag", page_width, [&] {
                ui.table("reasons",
                         {.label = "Gründe",
                          .columns = {{.key = "school", .label = "Schule", .width = 200, .row_header = true, .card = CardPlace::title},
                                      {.key = "reason", .label = "Grund", .width = 200, .grow = 1, .card = CardPlace::words, .wraps = true}}},
                         rows, [&](int index, TableRow& row) {
                             row.key = std::to_string(index);
                             row.text("Schule " + row.key);
                             row.text(index == 1 ? sentence : "Kurz.");
                         });
            });
        });
    };
    for (ScreenSize const& size : {ScreenSize{900, 700}, phone_size}) {
        HeadlessScreen screen{draw, size};
        auto const& nodes = screen.tree().nodes;
        auto const cell = std::find_if(nodes.begin(), nodes.end(), [&](Node const& node) { return node.value == sentence; });
        REQUIRE(cell != nodes.end());
        CHECK(cell->role == Role::cell);
        CHECK(cell->wrapped.size() == sentence.size()); // no word is lost: breaks stand where spaces were
        CHECK(row_of(screen, 3).rect.height > row_of(screen, 2).rect.height);
        CHECK(row_of(screen, 4).rect.y == row_of(screen, 3).rect.y + row_of(screen, 3).rect.height);
        require_sound(screen);
    }
    rows = 200; // longer than a page: only what is in sight is asked for, so all rows are alike
    HeadlessScreen screen{draw, {900, 700}};
    CHECK(row_of(screen, 3).rect.height == row_of(screen, 2).rect.height);
}
