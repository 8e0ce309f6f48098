#pragma once
// One screen as the application shows it, without the application: its routes lead back to it, other routes
// are only written down.

#include "client/screen.hpp"
#include "tests/support/screen.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace schulkit {

class StagedScreen {
public:
    using Make = std::unique_ptr<Screen> (*)(ScreenContext const&);

    /// Opens the platform's route. What the server says must be scripted before.
    StagedScreen(HeadlessPlatform& platform, Make make, Person me, std::string route,
                 ScreenSize size = desktop_size, std::string_view language = "de")
        : m_platform{platform}, m_me{std::move(me)}, m_api{platform,
                                                           [this](Error const& e) { errors.push_back(e); }},
          m_context{.api = m_api,
                    .me = m_me,
                    .go = [this](std::string_view to, HistoryMode mode) { go(to, mode); },
                    .toast = [this](std::string message) { toasts.push_back(std::move(message)); },
                    .set_language = [this](std::string_view chosen) { languages.emplace_back(chosen); }} {
        platform.history = {std::move(route)};
        m_screen = make(m_context);
        open();
        m_view.emplace(
            platform, [this](ui::Ui& ui) { draw(ui); }, size, language);
    }

    /// The pictures, and what can be done with them.
    HeadlessScreen* operator->() { return &*m_view; }
    HeadlessScreen& view() { return *m_view; }
    Screen& screen() { return *m_screen; }
    std::string const& route() const { return m_platform.history.back(); }

    /// As from a link, a scanner, or the address bar.
    void go(std::string_view to, HistoryMode mode) {
        if (m_drawing) {
            m_next = {std::string{to}, mode};
            return;
        }
        m_platform.set_route(to, mode);
        open();
        m_platform.request_frame(0);
    }
    void go_back() {
        REQUIRE(m_platform.history.size() > 1);
        m_platform.history.pop_back();
        open();
        m_view->settle();
    }
    void change(Changes const& changes) {
        m_screen->on_changes(changes);
        m_view->settle();
    }
    void change(std::string_view entity, std::int64_t id, std::string_view action = "update") {
        change(
            {.items = {
                 {.id = 1, .entity = std::string{entity}, .entity_id = id, .action = std::string{action}}}});
    }
    void refresh() {
        m_screen->refresh();
        m_view->settle();
    }

    std::vector<std::string> languages = {};
    std::vector<std::string> toasts = {};
    std::vector<Error> errors = {}; ///< what the application would have heard of

private:
    void open() {
        Route const route = parse_route(m_platform.route());
        if (m_path.empty()) m_path = route.path;
        if (route.path == m_path) m_screen->open(route);
    }
    void draw(ui::Ui& ui) {
        m_drawing = true;
        ui::AppFrame frame;
        frame.user_name = m_me.username;
        frame.page_key = to_text(Route{.path = m_path});
        ui.app_frame(frame, [&] { m_screen->draw(ui); });
        m_drawing = false;
        if (std::string const route = ui.take_route(); !route.empty()) go(route, HistoryMode::push);
        if (auto next = std::exchange(m_next, std::nullopt)) go(next->first, next->second);
    }

    HeadlessPlatform& m_platform;
    Person m_me;
    Api m_api;
    ScreenContext m_context;
    std::vector<std::string> m_path = {};
    std::unique_ptr<Screen> m_screen = nullptr;
    std::optional<std::pair<std::string, HistoryMode>> m_next = std::nullopt;
    bool m_drawing = false;
    std::optional<HeadlessScreen> m_view = std::nullopt;
};

struct Look {
    ScreenSize size;
    std::string_view language;
};
inline constexpr Look looks[] = {
    {desktop_size, "de"}, {desktop_size, "en"}, {phone_size, "de"}, {phone_size, "en"}};

} // namespace schulkit
