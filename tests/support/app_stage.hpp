#pragma once
// The whole application on the headless platform: a person is signed in, the route is open, and the server
// answers what the test has scripted. What is done goes the way of the real one, from the widget to the call.

#include "client/app.hpp"
#include "tests/support/screen.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit::test {

using Server = std::function<void(HeadlessPlatform&)>;

inline Person person_with(Role role, std::vector<std::string> school_codes = {}) {
    return {.id = {7}, .username = "kim", .role = role, .school_codes = std::move(school_codes)};
}

inline Person const coordinator = person_with(Role::coordinator);
inline Person const teacher = person_with(Role::school_staff, {"GYM-03"});

template <class T> Page<T> page_of(std::vector<T> items) {
    auto const total = static_cast<std::int64_t>(items.size());
    return {.items = std::move(items), .total = total};
}

class AppStage {
public:
    AppStage(Person const& me, std::string route, Server const& server, ScreenSize size = desktop_size,
             std::string_view language = "de")
        : m_screen{m_platform,
                   [this](ui::Ui& ui) {
                       if (m_app) m_app->draw(ui);
                   },
                   size, language} {
        m_platform.script("GET", "/api/session", 200, encode(Session{.user = me}));
        m_platform.script("GET", "/healthz", 200, R"({"demo":false})");
        m_platform.storage["setting.language"] = std::string{language};
        m_platform.storage["setting.tour." + me.username] = "1"; // seen before
        m_platform.history = {std::move(route)};
        server(m_platform);
        m_app = std::make_unique<App>(m_platform, m_screen.frame());
        m_screen.settle();
    }

    ~AppStage() { m_app.reset(); }
    AppStage(AppStage const&) = delete;
    AppStage& operator=(AppStage const&) = delete;

    HeadlessScreen& screen() { return m_screen; }
    HeadlessPlatform& platform() { return m_platform; }
    App& app() { return *m_app; }
    std::string const& route() const { return m_platform.history.back(); }

    /// The browser's Back button.
    void back() {
        m_platform.history.pop_back();
        m_app->on_route_changed();
        m_screen.settle();
    }
    /// The page is loaded again: the same tab, another life of the application.
    void reload() {
        m_app = std::make_unique<App>(m_platform, m_screen.frame());
        m_app->on_route_changed();
        m_screen.settle();
    }
    /// What others have done arrives.
    void tell(std::vector<Change> items) {
        std::int64_t const last = ++m_sequence;
        m_platform.script("GET", "/api/changes", 200, encode(Changes{.last = last}),
                          '"' + std::to_string(last) + '"');
        m_screen.wait(6000); // the first answer only says where the sequence is
        m_platform.script("GET", "/api/changes", 200,
                          encode(Changes{.items = std::move(items), .last = ++m_sequence}));
        m_screen.wait(6000);
        m_platform.script("GET", "/api/changes", 304);
    }

private:
    HeadlessPlatform m_platform = {};
    std::unique_ptr<App> m_app = nullptr; // before the screen, which draws as soon as it is there
    HeadlessScreen m_screen;
    std::int64_t m_sequence = 100;
};

/// Every way a screen is looked at.
inline void in_every_look(std::function<void(ScreenSize, std::string_view)> const& look) {
    for (ScreenSize const size : {desktop_size, phone_size})
        for (std::string_view const language : {"de", "en"}) {
            INFO("width " << size.width << ", language " << language);
            look(size, language);
        }
}

} // namespace schulkit::test
