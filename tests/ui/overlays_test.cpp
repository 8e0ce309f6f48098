#include "tests/support/screen.hpp"

using namespace schulkit;
using namespace schulkit::ui;

namespace {

/// A page whose button opens a dialog that lies over it.
struct Page {
    bool open = false;
    int outside = 0;
    int inside = 0;
    std::string text = {};

    void draw(Ui& ui) {
        if (ui.button("open", "Öffnen")) open = true;
        for (int i = 0; i < 12; ++i)
            if (ui.button("below." + std::to_string(i), "Darunter " + std::to_string(i))) ++outside;
        ui.dialog("dialog", "Änderungen verwerfen?", open, {}, [&] {
            ui.paragraph("words", "Ihre Eingaben gehen verloren.");
            ui.text_field("why", "Grund", text);
            ui.actions("actions", [&] {
                if (ui.button("ok", "Verwerfen", Button::danger)) {
                    ++inside;
                    open = false;
                }
            });
        });
    }
};

} // namespace

TEST_CASE("a dialog is modal, named, and lies over everything", "[ui][overlays]") {
    Page page;
    HeadlessScreen screen{[&](Ui& ui) { page.draw(ui); }, GENERATE(desktop_size, phone_size)};
    REQUIRE(screen.count(Role::dialog) == 0);
    screen.click(Role::button, "Öffnen");
    Node const dialog = screen.get(Role::dialog, "Änderungen verwerfen?");
    REQUIRE(dialog.modal);
    REQUIRE(dialog.parent == 0);
    REQUIRE(screen.get(Role::heading, "Änderungen verwerfen?").parent == dialog.id);
    require_sound(screen);

    // Every button that lies below the dialog or its veil can no longer be reached.
    for (int i = 0; i < 12; ++i) {
        Rect const rect = screen.get(Role::button, "Darunter " + std::to_string(i)).rect;
        screen.click_at(rect.x + rect.width / 2, rect.y + rect.height / 2);
    }
    REQUIRE(page.outside == 0);
    REQUIRE(page.open);
    screen.press(Role::button, "Darunter 3");
    REQUIRE(page.outside == 0);

    screen.type("Grund", "Verwählt");
    REQUIRE(page.text == "Verwählt");
    screen.click(Role::button, "Verwerfen");
    REQUIRE(page.inside == 1);
    REQUIRE_FALSE(page.open);
    REQUIRE(screen.count(Role::dialog) == 0);

    screen.click(Role::button, "Darunter 3");
    REQUIRE(page.outside == 1);
    require_sound(screen);
}

TEST_CASE("Escape and the cross close a dialog", "[ui][overlays]") {
    Page page;
    HeadlessScreen screen{[&](Ui& ui) { page.draw(ui); }};
    screen.click(Role::button, "Öffnen");
    screen.escape();
    REQUIRE_FALSE(page.open);
    screen.press(Role::button, "Öffnen");
    REQUIRE(page.open);
    screen.click(Role::button, "Schließen");
    REQUIRE_FALSE(page.open);
    REQUIRE(page.inside == 0);
}

TEST_CASE("the focus moves into a dialog and back to where it was", "[ui][overlays]") {
    Page page;
    HeadlessScreen screen{[&](Ui& ui) { page.draw(ui); }};
    screen.press(Role::button, "Öffnen");
    Node const* focused = nullptr;
    for (Node const& node : screen.tree().nodes)
        if (node.focused) focused = &node;
    REQUIRE(focused != nullptr);
    REQUIRE(focused->parent == screen.get(Role::dialog, "Änderungen verwerfen?").id);
    screen.escape();
    REQUIRE(screen.get(Role::button, "Öffnen").focused);
}

TEST_CASE("of two dialogs Escape closes the upper one", "[ui][overlays]") {
    bool first = true;
    bool second = true;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.dialog("first", "Unten", first, {}, [&] {
            ui.button("a", "A");
            ui.dialog("second", "Oben", second, {}, [&] { ui.button("b", "B"); });
        });
    }};
    REQUIRE(screen.count(Role::dialog) == 2);
    screen.press(Role::button, "A");
    screen.escape();
    REQUIRE_FALSE(second);
    REQUIRE(first);
    screen.escape();
    REQUIRE_FALSE(first);
}

TEST_CASE("a dialog that is taller than the window scrolls", "[ui][overlays]") {
    bool open = true;
    int clicks = 0;
    HeadlessScreen screen{[&](Ui& ui) {
                              ui.dialog("d", "Lang", open, {}, [&] {
                                  for (int i = 0; i < 40; ++i)
                                      ui.paragraph("p" + std::to_string(i), "Zeile " + std::to_string(i));
                                  if (ui.button("end", "Ganz unten")) ++clicks;
                              });
                          },
                          GENERATE(desktop_size, phone_size)};
    Rect const dialog = screen.get(Role::dialog, "Lang").rect;
    REQUIRE(dialog.y >= 0);
    REQUIRE(dialog.y + dialog.height <= screen.input().height);
    screen.click(Role::button, "Ganz unten");
    REQUIRE(clicks == 1);
    require_sound(screen);
}

TEST_CASE("a toast is told in the status region and goes by itself", "[ui][overlays]") {
    HeadlessScreen screen{[&](Ui& ui) {
        if (ui.button("save", "Speichern")) ui.toast("Gespeichert");
    }};
    // The live regions (of toasts and of what was found) are there before they say something.
    REQUIRE(screen.count(Role::status) == 2);
    screen.click(Role::button, "Speichern");
    REQUIRE(screen.has("Gespeichert"));
    require_sound(screen);
    screen.wait(5000);
    REQUIRE(screen.has("Gespeichert"));
    screen.wait(2000);
    REQUIRE_FALSE(screen.has("Gespeichert"));
    int const quiet = screen.frames();
    screen.wait(5000);
    REQUIRE(screen.frames() <= quiet + 1);
}

TEST_CASE("a toast between frames is shown, and never more than three", "[ui][overlays]") {
    HeadlessScreen screen{[](Ui& ui) { ui.button("save", "Speichern"); }};
    for (int i = 0; i < 5; ++i) screen.frame().ui().toast("Meldung " + std::to_string(i));
    screen.settle();
    REQUIRE_FALSE(screen.has("Meldung 1"));
    REQUIRE(screen.has("Meldung 2"));
    REQUIRE(screen.has("Meldung 4"));
    require_sound(screen);
}
