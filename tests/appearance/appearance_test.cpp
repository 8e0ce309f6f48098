#include "client/appearance/appearance_model.hpp"
#include "tests/support/app_stage.hpp"

namespace schulkit::test {
using ui::Role;

namespace {

void serve(HeadlessPlatform&) {}

} // namespace

TEST_CASE("the appearance is chosen and kept; what is stored and means nothing counts as the device's", "[appearance]") {
    HeadlessPlatform platform;
    REQUIRE(read_appearance(platform) == AppearanceModel{});
    platform.storage["setting.colors"] = "purple";
    platform.storage["setting.text_size"] = "150";
    AppearanceModel const model = read_appearance(platform);
    REQUIRE(model.colors.empty());
    REQUIRE(model.text_size == "150");
    AppearanceModel changed = model;
    changed.colors = "dark";
    platform.storage["setting.text_size"] = "125"; // meanwhile, in another tab
    store_appearance(model, changed, platform);
    REQUIRE(platform.storage["setting.colors"] == "dark");
    REQUIRE(platform.storage["setting.text_size"] == "125");
}

TEST_CASE("the page of the appearance is sound, and each choice is stored at once", "[appearance]") {
    in_every_look([](ScreenSize size, std::string_view language) {
        AppStage stage{teacher, "#/darstellung", serve, size, language};
        require_sound(stage.screen());
    });
    AppStage stage{teacher, "#/darstellung", serve};
    stage.screen().choose("Farben", "Dunkel");
    stage.screen().choose("Kontrast", "Hoher Kontrast");
    stage.screen().choose("Schriftgröße", "200\u00A0%");
    stage.screen().choose("Bewegung", "Möglichst wenig");
    CHECK(read_appearance(stage.platform()) ==
          AppearanceModel{.colors = "dark", .contrast = "more", .text_size = "200", .motion = "less"});
    stage.screen().choose("Sprache", "English");
    CHECK(stage.screen().has(Role::heading, "Appearance"));
    CHECK(stage.platform().storage["setting.language"] == "en");
}

} // namespace schulkit::test
