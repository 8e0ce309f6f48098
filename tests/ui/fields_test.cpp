#include "client/ui/theme.hpp"
#include "tests/support/screen.hpp"

#include <array>

using namespace schulkit;
using namespace schulkit::ui;

TEST_CASE("a text field says its label, value, hint and error, and takes what is typed", "[ui][fields]") {
    std::string value = "T-1";
    int changes = 0;
    std::string error;
    HeadlessScreen screen{[&](Ui& ui) {
                              if (ui.text_field("tag", "Etikett", value,
                                                {.required = true,
                                                 .error = error,
                                                 .hint = "Steht auf dem Aufkleber",
                                                 .max_length = 40,
                                                 .input_mode = "text"}))
                                  ++changes;
                          },
                          GENERATE(desktop_size, phone_size)};
    Node node = screen.get(Role::textbox, "Etikett");
    REQUIRE(node.value == "T-1");
    REQUIRE(node.required);
    REQUIRE_FALSE(node.invalid);
    REQUIRE(node.description == "Steht auf dem Aufkleber");
    REQUIRE(node.max_length == 40);
    REQUIRE(node.input_mode == "text");
    REQUIRE(node.focusable);

    screen.type("Etikett", "Grüße äöü€ß 漢");
    REQUIRE(value == "Grüße äöü€ß 漢");
    REQUIRE(changes == 1);
    REQUIRE(screen.get(Role::textbox, "Etikett").focused);

    screen.type("Etikett", "Grüße äöü€ß 漢");
    REQUIRE(changes == 1);

    error = "Bitte füllen Sie dieses Feld aus.";
    screen.settle();
    node = screen.get(Role::textbox, "Etikett");
    REQUIRE(node.invalid);
    REQUIRE(node.description == "Bitte füllen Sie dieses Feld aus. Steht auf dem Aufkleber");
    require_sound(screen);
}

TEST_CASE("the editor's text stands where the field's text is drawn", "[ui][fields]") {
    std::string value = "T-1";
    HeadlessScreen screen{[&](Ui& ui) { ui.text_field("tag", "Etikett", value); },
                          GENERATE(desktop_size, phone_size)};
    Node const& node = screen.get(Role::textbox, "Etikett");
    REQUIRE(node.text.size_px == (screen.input().width < phone_below ? 16 : 15));
    REQUIRE(node.text.inset_x == 12);
    REQUIRE(node.text.color == palette_of(Look::light)[static_cast<std::size_t>(Color::text)]);
    REQUIRE(node.text.background == palette_of(Look::light)[static_cast<std::size_t>(Color::surface)]);
}

TEST_CASE("a disabled field keeps its value", "[ui][fields]") {
    std::string value = "T-1";
    bool checked = false;
    std::string handle;
    std::string name;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.text_field("tag", "Etikett", value, {.enabled = false});
        ui.checkbox("on", "Aktiv", checked, {.enabled = false});
        ui.file_button("file", "Datei", handle, name, {.enabled = false});
    }};
    screen.type("Etikett", "anders");
    screen.click(Role::checkbox, "Aktiv");
    screen.press(Role::checkbox, "Aktiv");
    screen.choose_file("Datei", "liste.csv");
    REQUIRE(value == "T-1");
    REQUIRE_FALSE(checked);
    REQUIRE(handle.empty());
    REQUIRE_FALSE(screen.field("Etikett").enabled);
    REQUIRE_FALSE(screen.field("Etikett").focusable);
}

TEST_CASE("Enter in a field is told to the field and to its form", "[ui][fields]") {
    std::string tag;
    std::string room;
    int forms = 0;
    int fields = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.form("form", "Gerät", [&] {
                ui.text_field("tag", "Etikett", tag);
                if (ui.submitted()) ++fields;
                ui.text_field("room", "Raum", room);
            }))
            ++forms;
    }};
    screen.type("Etikett", "T-1");
    REQUIRE(forms == 0);
    screen.submit("Etikett");
    REQUIRE(forms == 1);
    REQUIRE(fields == 1);
    screen.submit("Raum");
    REQUIRE(forms == 2);
    REQUIRE(fields == 1);
}

TEST_CASE("what was typed before a click is known to the button, wherever it stands", "[ui][fields]") {
    std::string tag;
    std::string seen = "nothing";
    HeadlessScreen screen{[&](Ui& ui) {
        // The button stands above the field, as in a page's header.
        if (ui.button("save", "Speichern")) seen = tag;
        ui.text_field("tag", "Etikett", tag);
    }};
    // As a fast person or a scanner does it: all of it arrives between two frames.
    std::uint32_t const field = screen.field("Etikett").id;
    std::uint32_t const button = screen.get(Role::button, "Speichern").id;
    screen.frame().act({.id = field, .kind = ActKind::focus});
    screen.frame().act({.id = field, .kind = ActKind::set_value, .value = "T-"});
    screen.frame().act({.id = field, .kind = ActKind::set_value, .value = "T-1"});
    screen.frame().act({.id = button, .kind = ActKind::click});
    screen.frame().act({.id = field, .kind = ActKind::set_value, .value = "T-12"});
    screen.settle();
    REQUIRE(seen == "T-1");
    REQUIRE(tag == "T-12");
}

TEST_CASE("the search field reads its label out and takes a scan with Enter", "[ui][fields]") {
    std::string query;
    bool submitted = false;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.search_field("q", "Gerät suchen", query);
        if (ui.submitted()) submitted = true;
    }};
    Node const& node = screen.get(Role::searchbox, "Gerät suchen");
    REQUIRE(node.input_mode == "search");
    screen.type("Gerät suchen", "BEA0204");
    screen.submit("Gerät suchen");
    REQUIRE(query == "BEA0204");
    REQUIRE(submitted);
    require_sound(screen);
}

TEST_CASE("a text area keeps its lines", "[ui][fields]") {
    std::string value;
    HeadlessScreen screen{[&](Ui& ui) { ui.text_area("text", "Beschreibung", value, {.rows = 3}); }};
    screen.type("Beschreibung", "Erste Zeile\nzweite Zeile");
    REQUIRE(value == "Erste Zeile\nzweite Zeile");
    Node const& node = screen.get(Role::textarea, "Beschreibung");
    REQUIRE(node.value == value);
    REQUIRE(node.text.inset_y > 0);
    REQUIRE(node.rect.height > 3 * node.text.line_height_px);
    require_sound(screen);
}

TEST_CASE("a date field works with ISO dates", "[ui][fields]") {
    std::string value = "2024-08-31";
    HeadlessScreen screen{[&](Ui& ui) { ui.date_field("day", "Kaufdatum", value); }};
    REQUIRE(screen.get(Role::datebox, "Kaufdatum").value == "2024-08-31");
    screen.type("Kaufdatum", "2025-01-02");
    REQUIRE(value == "2025-01-02");
    screen.type("Kaufdatum", "");
    REQUIRE(value.empty());
    require_sound(screen);
}

TEST_CASE("a choice offers its options and takes one", "[ui][fields]") {
    std::string value = "in_use";
    HeadlessScreen screen{[&](Ui& ui) {
        std::array<Option, 2> const options = {{{"in_use", "im Einsatz"}, {"in_repair", "in Reparatur"}}};
        ui.choice("status", "Status", value, options);
    }};
    Node const& node = screen.get(Role::combobox, "Status");
    REQUIRE(node.options.size() == 2);
    REQUIRE(node.value == "in_use");
    screen.choose("Status", "in Reparatur");
    REQUIRE(value == "in_repair");
    require_sound(screen);
}

TEST_CASE("a checkbox is switched by mouse, finger, keyboard and assistive technology", "[ui][fields]") {
    bool value = false;
    int changes = 0;
    HeadlessScreen screen{[&](Ui& ui) {
                              if (ui.checkbox("on", "Gehört zum Schulbestand", value)) ++changes;
                          },
                          GENERATE(desktop_size, phone_size)};
    REQUIRE_FALSE(screen.get(Role::checkbox, "Gehört zum Schulbestand").checked);
    screen.click(Role::checkbox, "Gehört zum Schulbestand");
    REQUIRE(value);
    REQUIRE(screen.get(Role::checkbox, "Gehört zum Schulbestand").checked);
    screen.tap(Role::checkbox, "Gehört zum Schulbestand");
    REQUIRE_FALSE(value);
    screen.press(Role::checkbox, "Gehört zum Schulbestand");
    REQUIRE(value);
    screen.frame().act({.id = screen.field("Gehört zum Schulbestand").id, .kind = ActKind::set_value, .value = "false"});
    screen.settle();
    REQUIRE_FALSE(value);
    REQUIRE(changes == 4);
    require_sound(screen);
}

TEST_CASE("a file is chosen by handle and name", "[ui][fields]") {
    std::string handle;
    std::string name;
    int chosen = 0;
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.file_button("file", "Datei wählen", handle, name, {.accept = ".csv,.txt", .hint = "Höchstens 64 MB"}))
            ++chosen;
    }};
    Node const& node = screen.get(Role::file, "Datei wählen");
    REQUIRE(node.accept == ".csv,.txt");
    REQUIRE(node.description == "Höchstens 64 MB");
    screen.choose_file("Datei wählen", "Geräte/2024.csv");
    REQUIRE(handle == "1");
    REQUIRE(name == "Geräte/2024.csv");
    REQUIRE(screen.get(Role::file, "Datei wählen").value == "Geräte/2024.csv");
    screen.choose_file("Datei wählen", "zweite.csv");
    REQUIRE(handle == "2");
    REQUIRE(chosen == 2);
    require_sound(screen);
}

TEST_CASE("the keyboard's focus is seen on the node, and on one only", "[ui][fields]") {
    std::string a;
    std::string b;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.text_field("a", "Etikett", a);
        ui.text_field("b", "Raum", b);
        ui.button("save", "Speichern");
    }};
    auto const focused = [&] {
        std::string names;
        for (Node const& node : screen.tree().nodes)
            if (node.focused) names += node.name + ';';
        return names;
    };
    screen.focus(Role::textbox, "Raum");
    REQUIRE(focused() == "Raum;");
    screen.focus(Role::button, "Speichern");
    REQUIRE(focused() == "Speichern;");
    screen.focus(Role::textbox, "Etikett");
    REQUIRE(focused() == "Etikett;");
}
