// The checks themselves: a screen that is wrong must be found out.
#include "client/ui/state.hpp"
#include "tests/support/screen.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

using namespace schulkit;
using namespace schulkit::ui;

namespace {

bool complains(HeadlessScreen const& screen, std::string_view about) {
    auto const problems = screen.problems();
    return std::any_of(problems.begin(), problems.end(),
                       [&](std::string const& problem) { return problem.find(about) != std::string::npos; });
}

} // namespace

TEST_CASE("asking for what is not on the screen ends the test, not the program", "[ui][checks]") {
    struct Ended {};
    HeadlessScreen screen{[](Ui& ui) { ui.button("save", "Speichern"); }};
    REQUIRE(HeadlessScreen::on_failure != nullptr);
    auto* const before = std::exchange(HeadlessScreen::on_failure, [](std::string const&) { throw Ended{}; });
    CHECK_THROWS_AS(screen.click(Role::button, "Senden"), Ended);
    CHECK_THROWS_AS(screen.type("Titel", "Beamer"), Ended);
    HeadlessScreen::on_failure = before;
    screen.click(Role::button, "Speichern");
}

TEST_CASE("two siblings with one key are reported", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.button("save", "Speichern");
        ui.button("save", "Senden");
    }};
    REQUIRE(complains(screen, "two widgets with the key \"save\""));
}

TEST_CASE("the same key in different scopes is no duplicate", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.card("a", {.title = "A"}, [&] { ui.button("save", "Speichern"); });
        ui.card("b", {.title = "B"}, [&] { ui.button("save", "Speichern"); });
    }};
    require_sound(screen);
}

TEST_CASE("a control without a name is reported", "[ui][checks]") {
    std::string value;
    HeadlessScreen screen{[&](Ui& ui) {
        ui.button("nameless", "");
        ui.text_field("empty", "", value, {.hide_label = true});
    }};
    REQUIRE(complains(screen, "button \"nameless\" has no name"));
    REQUIRE(complains(screen, "textbox \"empty\" has no name"));
}

TEST_CASE("a button that the pointer cannot use is reported", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        add_node(ui.state(), Role::button, "dead", "Speichern", {0, 0, 80, 40}).focusable = true;
    }};
    REQUIRE(complains(screen, "button \"dead\" cannot be reached by the pointer"));
}

TEST_CASE("something drawn past the widgets is reported", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.button("save", "Speichern");
        ImGui::SetCursorScreenPos({300, 300});
        ImGui::Button("Heimlich");
    }};
    REQUIRE(complains(screen, "ImGui item \"Heimlich\" has no node"));
}

TEST_CASE("a missing text is reported and shows its key", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) { ui.paragraph("p", ui.text("no.such.key")); }};
    REQUIRE(screen.has("no.such.key"));
    REQUIRE(complains(screen, "no text for no.such.key"));
}

TEST_CASE("a failed assertion inside ImGui fails this screen and nothing else", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.button("save", "Speichern");
        IM_ASSERT(1 + 1 == 3);
    }};
    REQUIRE(complains(screen, "1 + 1 == 3"));
}

TEST_CASE("a control that is too small for a thumb is reported", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) { ui.button("save", "Speichern"); }, phone_size};
    REQUIRE_FALSE(complains(screen, "lower than"));
    // Its frame believes in a wide window, the phone's rule looks at the narrow one.
    HeadlessScreen wide{[](Ui& ui) { ui.button("save", "Speichern"); }, {1280, 800}};
    wide.input().width = 390;
    REQUIRE(complains(wide, "lower than"));
}

TEST_CASE("ids are the same in every frame, every language and every window", "[ui][checks]") {
    auto const draw = [](Ui& ui) {
        ui.card("facts", {.title = ui.text("ui.account")}, [&] { ui.button("close", ui.text("ui.close")); });
    };
    HeadlessScreen german{draw, desktop_size, "de"};
    HeadlessScreen english{draw, phone_size, "en"};
    std::uint32_t const before = german.get(Role::button, "Schließen").id;
    german.wait(1000);
    REQUIRE(german.get(Role::button, "Schließen").id == before);
    REQUIRE(english.get(Role::button, "Close").id == before);
    REQUIRE(english.tree().language == "en");
}

TEST_CASE("a screen left alone draws nothing", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) {
        ui.heading("h", 1, "Ruhig");
        ui.button("save", "Speichern");
    }};
    int const before = screen.frames();
    FrameResult const result = screen.frame().draw(screen.input(), [](Ui& ui) {
        ui.heading("h", 1, "Ruhig");
        ui.button("save", "Speichern");
    });
    REQUIRE(result.next_frame_ms == -1);
    REQUIRE_FALSE(result.tree_changed);
    REQUIRE(screen.frames() == before);
}

TEST_CASE("a spinner turns, and stands still for those who want no motion", "[ui][checks]") {
    HeadlessScreen screen{[](Ui& ui) { ui.loading("l", "Wird geladen"); }};
    int const before = screen.frames();
    screen.wait(500);
    REQUIRE(screen.frames() > before + 5);
    screen.input().reduced_motion = true;
    screen.settle();
    int const still = screen.frames();
    screen.wait(500);
    REQUIRE(screen.frames() <= still + 1);
    require_sound(screen);
}
