#include "client/ui/table_drawing.hpp"
#include "client/ui/ui.hpp"
#include "tests/support/screen.hpp"

#include <set>

using namespace schulkit;
using namespace schulkit::ui;

namespace {

struct ChosenDevices {
    std::string columns = {};
    std::set<std::string> chosen = {};
    int changes = 0;

    void draw(Ui& ui) {
        TableOptions options = {.label = "Geräte", .total = 3};
        options.columns = {{.key = "tag", .label = "Etikett", .width = 140, .row_header = true},
                           {.key = "name", .label = "Bezeichnung", .width = 200, .grow = 1, .card = CardPlace::title},
                           {.key = "room", .label = "Raum", .width = 120}};
        options.column_choice = &columns;
        options.chosen = &chosen;
        auto const tools = [&] { ui.muted("count", std::to_string(chosen.size()) + " ausgewählt"); };
        options.tools = tools;
        TableResult const result = ui.table("devices", options, 3, [](int index, TableRow& row) {
            row.key = std::to_string(index);
            row.route = "#/geraete/" + row.key;
            row.text("T-" + row.key);
            row.text("Beamer " + row.key);
            row.text("20" + row.key);
        });
        if (result.columns_changed) ++changes;
    }
};

} // namespace

TEST_CASE("the choice of columns is a text that can be kept", "[ui][table]") {
    ColumnChoice const choice = {.hidden = {"room"}, .widths = {{"name", 320.0F}, {"tag", 90.0F}}};
    REQUIRE(to_text(choice) == "-room,name:320,tag:90");
    REQUIRE(parse_columns(to_text(choice)) == choice);
    REQUIRE(parse_columns("") == ColumnChoice{});
    REQUIRE(parse_columns("tag:9999999,name:abc,,:,-") .widths.at("tag") == most_column_px);
    REQUIRE(parse_columns("tag:1").widths.at("tag") == least_column_px);
}

TEST_CASE("a column is hidden and shown again, the name stays", "[ui][table]") {
    ChosenDevices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    require_sound(screen);
    screen.click(Role::button, "Spalten");
    require_sound(screen);
    REQUIRE_FALSE(screen.get(Role::checkbox, "Bezeichnung").enabled);
    screen.click(Role::checkbox, "Raum");
    REQUIRE(devices.columns == "-room");
    REQUIRE(devices.changes == 1);
    REQUIRE_FALSE(screen.get(Role::button, "Raum breiter").enabled);
    screen.click(Role::button, "Etikett breiter");
    REQUIRE(devices.columns == "-room,tag:160");
    screen.escape();
    REQUIRE_FALSE(screen.has(Role::columnheader, "Raum"));
    REQUIRE(screen.get(Role::columnheader, "Etikett").rect.width == 160);
    screen.click(Role::button, "Spalten");
    screen.click(Role::button, "Zurücksetzen");
    screen.click(Role::button, "Fertig");
    REQUIRE(devices.columns.empty());
    REQUIRE(screen.has(Role::columnheader, "Raum"));
}

TEST_CASE("a column gets as wide as its edge is dragged", "[ui][table]") {
    ChosenDevices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    Rect const before = screen.get(Role::columnheader, "Etikett").rect;
    float const edge = before.x + before.width;
    float const y = before.y + before.height / 2;
    auto const pointer = [&](PointerKind kind, float x) {
        screen.frame().pointer({.kind = kind, .x = x, .y = y, .now_ms = screen.input().now_ms});
        screen.settle();
    };
    pointer(PointerKind::move, edge);
    pointer(PointerKind::down, edge);
    pointer(PointerKind::move, edge + 60);
    pointer(PointerKind::up, edge + 60);
    REQUIRE(screen.get(Role::columnheader, "Etikett").rect.width == before.width + 60);
    REQUIRE(devices.columns == "tag:200");
}

TEST_CASE("rows are chosen one by one and all at once", "[ui][table]") {
    ChosenDevices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }};
    screen.click(Role::checkbox, "T-1 auswählen");
    REQUIRE(devices.chosen == std::set<std::string>{"1"});
    REQUIRE(screen.has("1 ausgewählt"));
    REQUIRE(screen.get(Role::checkbox, "T-1 auswählen").checked);
    REQUIRE(screen.frame().ui().take_route().empty()); // the row itself was not opened
    screen.press(Role::checkbox, "Alle auf dieser Seite auswählen");
    REQUIRE(devices.chosen.size() == 3);
    screen.press(Role::checkbox, "Alle auf dieser Seite auswählen");
    REQUIRE(devices.chosen.empty());
    screen.click(Role::link, "Beamer 2");
    REQUIRE(screen.frame().ui().take_route() == "#/geraete/2");
    require_sound(screen);
}

TEST_CASE("which row it is stands in its header, also for a list of links", "[ui][table]") {
    ChosenDevices devices;
    HeadlessScreen screen{[&](Ui& ui) { devices.draw(ui); }, GENERATE(desktop_size, phone_size)};
    int headers = 0;
    for (Node const& node : screen.tree().nodes)
        if (node.role == Role::rowheader) ++headers;
    REQUIRE(headers == 3);
    REQUIRE(screen.get(Role::link, "Beamer 1").description == "T-1");
    REQUIRE(screen.has(Role::columnheader, "Etikett"));
}
