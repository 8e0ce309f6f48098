#include "tests/support/app_stage.hpp"

namespace schulkit::test {

namespace {

AppStage without_later_part(std::string const& route) {
    return AppStage{person_with(schulkit::Role::coordinator), route, [](HeadlessPlatform& server) {
                        server.later_part = false;
                        server.script("GET", "/api/changes", 304);
                    }};
}

void bring(AppStage& stage, bool is_here) {
    stage.platform().later_part = is_here;
    REQUIRE(stage.platform().wants_later_part);
    stage.platform().wants_later_part(is_here);
    stage.screen().settle();
}

} // namespace

TEST_CASE("a screen of the later part waits for it and then opens", "[app][parts]") {
    AppStage stage = without_later_part("#/koffertypen");
    CHECK(stage.screen().has_part("Wird geladen"));
    CHECK(stage.platform().last_call("GET", "/api/kit-types") == nullptr);
    bring(stage, true);
    CHECK(stage.platform().last_call("GET", "/api/kit-types") != nullptr);
}

TEST_CASE("a later part that does not come can be asked for again", "[app][parts]") {
    AppStage stage = without_later_part("#/koffertypen");
    bring(stage, false);
    CHECK(stage.screen().has_part("Dieser Teil von Schulkit ist nicht angekommen"));
    stage.platform().wants_later_part = {};
    stage.screen().click(ui::Role::button, "Erneut versuchen");
    bring(stage, true);
    CHECK(stage.platform().last_call("GET", "/api/kit-types") != nullptr);
}

TEST_CASE("who has gone on meanwhile stays where they are when the later part comes", "[app][parts]") {
    AppStage stage = without_later_part("#/koffertypen");
    stage.platform().set_route("#/geraete", HistoryMode::push);
    stage.app().on_route_changed();
    stage.screen().settle();
    bring(stage, true);
    CHECK(stage.platform().last_call("GET", "/api/kit-types") == nullptr);
    CHECK(stage.platform().last_call("GET", "/api/assets") != nullptr);
}

TEST_CASE("the daily work needs no later part", "[app][parts]") {
    AppStage stage = without_later_part("#/geraete");
    CHECK(stage.platform().last_call("GET", "/api/assets") != nullptr);
    CHECK_FALSE(stage.platform().wants_later_part);
}

} // namespace schulkit::test
