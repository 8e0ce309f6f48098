#include "tests/support/app_stage.hpp"

namespace schulkit::test {

namespace {

Person const kim = person_with(schulkit::Role::technician);

AppStage open_inventory() {
    return AppStage{kim, "#/geraete", [](HeadlessPlatform& server) {
                        server.script("GET", "/api/assets", 200, R"({"items":[],"total":0,"next_cursor":null})");
                        server.script("GET", "/api/changes", 304);
                    }};
}

std::size_t count_calls(AppStage& stage, std::string_view path) {
    std::size_t count = 0;
    for (HttpCall const& call : stage.platform().calls())
        if (std::string_view{call.path}.starts_with(path)) ++count;
    return count;
}

/// What another tab has done to the cookie both have.
struct OtherTab {
    int status;
    std::string body;
};
OtherTab other_person() {
    Person lena = kim;
    lena.id = {8};
    return {200, encode(Session{.user = lena})};
}
OtherTab nobody() { return {401, R"({"code":"unauthenticated"})"}; }

} // namespace

TEST_CASE("a tab that is seen again under another person's session shows the form and loads nothing of theirs",
          "[app][session]") {
    OtherTab const other = GENERATE(other_person(), nobody());
    AppStage stage = open_inventory();
    std::size_t const loaded = count_calls(stage, "/api/assets");
    stage.platform().script("GET", "/api/session", other.status, other.body);
    stage.app().on_visible();
    stage.screen().settle();
    CHECK(stage.platform().signed_out);
    CHECK(count_calls(stage, "/api/assets") == loaded);
}

TEST_CASE("a tab whose server is back under another person's session shows the form", "[app][session]") {
    OtherTab const other = GENERATE(other_person(), nobody());
    AppStage stage = open_inventory();
    stage.platform().set_away(true);
    stage.app().on_visible();
    stage.screen().settle();
    REQUIRE(stage.screen().has_part("Keine Verbindung zum Server"));
    std::size_t const loaded = count_calls(stage, "/api/assets");
    stage.platform().set_away(false);
    stage.platform().script("GET", "/api/session", other.status, other.body);
    stage.screen().wait(3000);
    CHECK(stage.platform().signed_out);
    CHECK(count_calls(stage, "/api/assets") == loaded);
}

TEST_CASE("a tab that is seen again loads its screen anew and asks for changes only once", "[app][session]") {
    AppStage stage = open_inventory();
    std::size_t const loaded = count_calls(stage, "/api/assets");
    for (int i = 0; i < 3; ++i) {
        stage.app().on_visible();
        stage.screen().settle();
    }
    CHECK_FALSE(stage.platform().signed_out);
    CHECK(count_calls(stage, "/api/assets") > loaded);
    std::size_t const asked = count_calls(stage, "/api/changes");
    stage.screen().wait(1000);
    CHECK(count_calls(stage, "/api/changes") == asked + 1);
}

} // namespace schulkit::test
