// How long one picture of the heaviest screens takes natively: the whole application as the coordinator sees it on the
// inventory (a page of 50 devices of 50,000) and on the planning board (500 kits × 8 school years), on a desktop and on a
// phone. The picture is drawn as when somebody reads on: everything again, and the semantic tree's changes written for the page.

#include "client/app.hpp"
#include "client/platform/headless/harness.hpp"
#include "client/platform/web/tree_encoder.hpp"
#include "shared/assets/asset_api.hpp"
#include "shared/board/board.hpp"
#include "shared/people/session_api.hpp"
#include "shared/schools/school_api.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
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

/// 500 kits × 8 school years, every cell taken: three loans of each kit, of two, three and three years.
Board large_board() {
    Board board;
    for (int year = 2026; year < 2034; ++year) board.school_years.push_back(usual_school_year(year));
    constexpr int firsts[] = {0, 2, 5, 8};
    for (int kit = 1; kit <= 500; ++kit) {
        board.kits.push_back({.id = {kit},
                              .tag = "TK" + std::to_string(1000 + kit),
                              .name = "Tablet-Koffer Nummer " + std::to_string(kit),
                              .kit_type_id = {1}});
        for (int i = 0; i < 3; ++i)
            board.loans.push_back({.id = {kit * 3 + i},
                                   .state = i == 0 ? LoanState::handed_over : LoanState::approved,
                                   .kit_id = Id<Kit>{kit},
                                   .kit_type_id = {1},
                                   .school_code = "GYM-" + std::to_string(10 + kit % 22),
                                   .school_name = "Gymnasium am Ahornweg",
                                   .first_school_year = board.school_years[static_cast<std::size_t>(firsts[i])].id,
                                   .last_school_year = board.school_years[static_cast<std::size_t>(firsts[i + 1] - 1)].id,
                                   .open_requirements = i});
    }
    return board;
}

struct Sample {
    char const* route;
    std::function<void(HeadlessPlatform&)> serve;
    int least_rows; ///< of the semantic tree, or the screen is not what is to be measured
};

/// Median of the CPU time of a picture, ms. The pointer moves, and the wheel turns a little, as somebody reads on.
double measure(Sample const& sample, ScreenSize size) {
    Person const me{.id = {1}, .username = "koordination", .role = Role::coordinator};
    HeadlessPlatform platform;
    platform.script("GET", "/api/session", 200, encode(Session{.user = me}));
    platform.script("GET", "/healthz", 200, R"({"demo":false})");
    sample.serve(platform);
    platform.storage["setting.tour.koordination"] = "1"; // seen before
    platform.history = {sample.route};
    std::unique_ptr<App> app;
    auto const draw = [&](ui::Ui& ui) {
        if (app) app->draw(ui);
    };
    HeadlessScreen view{platform, draw, size};
    app = std::make_unique<App>(platform, view.frame());
    view.settle();
    if (auto const rows = static_cast<int>(view.count(ui::Role::row)); rows < sample.least_rows) {
        std::fprintf(stderr, "%s has %d rows:\n%s", sample.route, rows, view.text().c_str());
        return -1;
    }
    TreeEncoder encoder;
    std::vector<double> times;
    for (int i = 0; i < 400; ++i) {
        view.frame().pointer({.kind = ui::PointerKind::move, .x = 600, .y = static_cast<float>(200 + i % 300)});
        if (i % 4 == 0) view.frame().wheel(600, 500, 0, 120);
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
    struct Case {
        char const* words;
        Sample sample;
        double limit_ms;
    };
    std::vector<Case> const cases = {
        {"the inventory, 50 rows of 50,000",
         {"#/geraete",
          [](HeadlessPlatform& server) {
              server.script("GET", "/api/assets", 200, encode(page_of_50()));
              server.script("GET", "/api/schools", 200, encode(Page<School>{}));
              server.script("GET", "/api/categories", 200, encode(Page<Category>{}));
          },
          51},
         2},
        {"the planning board, 500 kits × 8 school years",
         {"#/planung",
          [](HeadlessPlatform& server) {
              server.script("GET", "/api/board", 200, encode(large_board()));
              server.script("GET", "/api/kit-types", 200, encode(Page<KitType>{}));
          },
          2},
         3}};
    bool good = true;
    for (Case const& each : cases) {
        double const desktop = measure(each.sample, {1440, 900});
        double const phone = measure(each.sample, phone_size);
        std::printf("a picture of the application on %s: %.2f ms on a desktop, %.2f ms on a phone (limit %.0f ms)\n",
                    each.words, desktop, phone, each.limit_ms);
        good = good && desktop >= 0 && phone >= 0 && desktop <= each.limit_ms && phone <= each.limit_ms;
    }
    return good ? 0 : 1;
}
