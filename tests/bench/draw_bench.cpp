// How long one picture of the heaviest screen takes natively: the whole application on the inventory as the coordinator
// sees it, a page of 50 devices of 50,000, on a desktop and on a phone. The picture is drawn as when the pointer moves:
// everything again, and the semantic tree's changes written for the page.

#include "client/app.hpp"
#include "client/platform/headless/harness.hpp"
#include "client/platform/web/tree_encoder.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/people/session_api.hpp"
#include "shared/schools/school_api.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

namespace {

using namespace schulkit;

Page<Asset> page_of_50() {
    Page<Asset> page{.total = 50000, .next_cursor = "seite2"};
    for (int i = 0; i < 50; ++i)
        page.items.push_back({.id = {i + 1},
                              .tag = "TAB" + std::to_string(10000 + i),
                              .name = "Tablet Apple iPad (9. Generation) Nummer " + std::to_string(i),
                              .category = "Tablet",
                              .status = EnumWords<AssetStatus>::values[static_cast<std::size_t>(i) % 7].first,
                              .school_code = "GYM-03",
                              .room = std::to_string(100 + i)});
    return page;
}

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Median of the CPU time of a picture, ms.
double measure(ScreenSize size) {
    Person const me{.id = {1}, .username = "koordination", .role = Role::coordinator};
    HeadlessPlatform platform;
    platform.script("GET", "/api/session", 200, encode(Session{.user = me}));
    platform.script("GET", "/healthz", 200, R"({"demo":false})");
    platform.script("GET", "/api/assets", 200, encode(page_of_50()));
    platform.script("GET", "/api/schools", 200, encode(Page<School>{}));
    platform.script("GET", "/api/categories", 200, encode(Page<Category>{}));
    platform.storage["setting.tour.koordination"] = "1"; // seen before
    platform.history = {"#/geraete"};
    std::unique_ptr<App> app;
    auto const draw = [&](ui::Ui& ui) {
        if (app) app->draw(ui);
    };
    HeadlessScreen view{platform, draw, size};
    app = std::make_unique<App>(platform, view.frame());
    view.settle();
    if (view.count(ui::Role::row) != 51) {
        std::fprintf(stderr, "the page has not 50 rows:\n%s", view.text().c_str());
        return -1;
    }
    TreeEncoder encoder;
    std::vector<double> times;
    for (int i = 0; i < 400; ++i) {
        view.frame().pointer({.kind = ui::PointerKind::move, .x = 600, .y = static_cast<float>(200 + i % 300)});
        view.input().now_ms += 16;
        double const before = cpu_ms();
        encoder.encode(*view.frame().draw(view.input(), draw).tree);
        times.push_back(cpu_ms() - before);
    }
    std::nth_element(times.begin(), times.begin() + 200, times.end());
    return times[200];
}

} // namespace

int main() {
    double const desktop = measure({1440, 900});
    double const phone = measure(phone_size);
    std::printf("a picture of the application on the inventory, 50 rows of 50,000: %.2f ms on a desktop, %.2f ms on a phone (limit 2 ms)\n",
                desktop, phone);
    return desktop >= 0 && phone >= 0 && desktop <= 2 && phone <= 2 ? 0 : 1;
}
