#include "client/kits/line_list.hpp"
#include "shared/kits/kit_type.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;

namespace {

constexpr Date day = {2026, 11, 24};

KitType type_with(KitTypeApp app, std::int64_t kits) {
    return {.name = "iPad-Koffer",
            .slots = {{.label = "Tablet", .category = "tablet", .quantity = 16},
                      {.label = "Koffer", .category = "Tablet-Koffer", .quantity = 1},
                      {.label = "Tablet", .model = "iPad mini", .quantity = 2}},
            .apps = {std::move(app)},
            .kits = kits};
}

AppShortfall shortfall(KitTypeApp const& app, std::int64_t kits) {
    KitType const type = type_with(app, kits);
    return shortfall_of(type, type.apps.front(), day);
}

} // namespace

TEST_CASE("each tablet of each kit needs a licence", "[kits]") {
    KitTypeApp app{.name = "Book Creator", .licences = 36, .privacy_released_on = Date{2025, 2, 3}};
    CHECK(tablet_count(type_with(app, 2)) == 18); // the case is none
    CHECK_FALSE(shortfall(app, 2));
    CHECK(shortfall(app, 3) == AppShortfall{.licences_needed = 54, .licences_missing = 18});
    app.licences.reset(); // needs none
    CHECK_FALSE(shortfall(app, 300));
}

TEST_CASE("an app is released by data protection from its day on", "[kits]") {
    KitTypeApp app{.name = "Anton"};
    CHECK(shortfall(app, 1).not_released);
    app.privacy_released_on = Date{2026, 11, 25};
    CHECK(shortfall(app, 1).not_released);
    app.privacy_released_on = day;
    CHECK_FALSE(shortfall(app, 1));
}

TEST_CASE("a line that moves keeps its key, and nothing moves over an end", "[kits]") {
    std::vector<char> lines = {'a', 'b', 'c'};
    LineKeys keys;
    keys.fit(3);
    CHECK(keys.keys == std::vector{1, 2, 3});
    CHECK(change_line(lines, keys, 2, LineAct::up));
    CHECK(lines == std::vector{'a', 'c', 'b'});
    CHECK(keys.keys == std::vector{1, 3, 2});
    CHECK_FALSE(change_line(lines, keys, 0, LineAct::up));
    CHECK_FALSE(change_line(lines, keys, 2, LineAct::down));
    CHECK(change_line(lines, keys, 0, LineAct::remove));
    CHECK(keys.keys == std::vector{3, 2});
    lines.push_back('d');
    keys.fit(3);
    CHECK(keys.keys == std::vector{3, 2, 4}); // a new line is none that was there
}
