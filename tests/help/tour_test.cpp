#include "client/help/tour.hpp"
#include "tests/support/app_stage.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

/// The application as somebody finds it who has never been here.
AppStage first_visit(Person const& me, ScreenSize size = desktop_size, std::string_view language = "de") {
    return AppStage{me, "#/darstellung", [&](HeadlessPlatform& server) { server.storage.erase("setting.tour.kim"); },
                    size, language};
}

} // namespace

TEST_CASE("the first sign-in is greeted by a tour of the person's role, once", "[help][tour]") {
    auto const role = GENERATE(schulkit::Role::school_staff, schulkit::Role::technician, schulkit::Role::coordinator,
                               schulkit::Role::admin, schulkit::Role::auditor);
    for (ScreenSize const size : {desktop_size, phone_size}) {
        AppStage stage = first_visit(person_with(role), size);
        REQUIRE(stage.screen().has(Role::dialog, "Willkommen bei Schulkit"));
        for (int step = 1; step < tour_steps; ++step) {
            require_sound(stage.screen());
            stage.screen().click(Role::button, "Weiter");
            CHECK(stage.screen().has("Schritt " + std::to_string(step + 1) + " von 4"));
        }
        stage.screen().click(Role::button, "Zurück");
        stage.screen().click(Role::button, "Weiter");
        stage.screen().click(Role::button, "Einführung beenden");
        CHECK(stage.screen().count(Role::dialog) == 0);
        stage.reload();
        CHECK(stage.screen().count(Role::dialog) == 0);
    }
}

TEST_CASE("the tour can be skipped, closed, and seen again from the person's menu", "[help][tour]") {
    AppStage stage = first_visit(person_with(schulkit::Role::technician));
    stage.screen().click(Role::button, "Überspringen");
    CHECK(stage.screen().count(Role::dialog) == 0);
    CHECK(stage.platform().storage["setting.tour.kim"] == "1");
    stage.screen().click(Role::button, "Konto: kim");
    stage.screen().click(Role::button, "Einführung ansehen");
    CHECK(stage.screen().has(Role::dialog, "Willkommen bei Schulkit"));
    stage.screen().escape();
    CHECK(stage.screen().count(Role::dialog) == 0);
}

TEST_CASE("the overview of shortcuts opens by its key and is sound", "[help]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        AppStage stage{person_with(schulkit::Role::technician), "#/darstellung", [](HeadlessPlatform&) {}, size, language};
        stage.app().on_command(AppCommand::shortcuts);
        stage.screen().settle();
        REQUIRE(stage.screen().count(Role::dialog) == 1);
        require_sound(stage.screen());
        stage.screen().escape();
        CHECK(stage.screen().count(Role::dialog) == 0);
    });
}

TEST_CASE("every screen has its page of the manual one step away", "[help]") {
    AppStage stage{person_with(schulkit::Role::technician), "#/darstellung", [](HeadlessPlatform&) {}};
    CHECK(stage.screen().get(Role::link, "Hilfe zu dieser Seite (neues Fenster)").href == "handbuch/de/darstellung.html");
    stage.screen().click(Role::link, "Hilfe zu dieser Seite (neues Fenster)");
    CHECK(stage.route() == "#/darstellung"); // the browser opens it by itself
}

} // namespace schulkit::test
