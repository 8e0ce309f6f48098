#pragma once
// The composition root of the client: the session, the list of screens, navigation, live updates, and what
// is said when the server is away.

#include "client/help/tour.hpp"
#include "client/palette/palette_view.hpp"
#include "client/screen.hpp"
#include "shared/people/session_api.hpp"

#include <memory>
#include <optional>
#include <string>

namespace schulkit::ui {
class Frame;
}

namespace schulkit {

struct ScreenEntry;

/// What a key of the page asks for (web/keyboard.mjs); COMMAND in web/program.mjs has these numbers.
enum class AppCommand : std::uint8_t { search, shortcuts };

class App {
public:
    /// Starts by asking who is signed in. Both outlive the application.
    App(Platform& platform, ui::Frame& frame);
    ~App();
    App(App const&) = delete;
    App& operator=(App const&) = delete;

    void draw(ui::Ui& ui);
    /// The address bar has another route: a link, Back, Forward, a typed one.
    void on_route_changed();
    /// A scanner has typed a code, wherever the focus was, or the camera has read one.
    void on_scan(std::string_view code);
    void on_command(AppCommand command);
    /// The page is seen again after it was hidden, or somebody has signed in again.
    void on_visible();
    /// The server has a newer client than this one; it is told, and used when somebody agrees.
    void on_new_release();

private:
    void load_session();
    void take_session(Person me);
    void resume();
    void start_without_server();
    void open_route();
    bool waits_for_later_part() const;
    void load_later_part();
    void go(std::string_view route, HistoryMode mode);
    void on_error(Error const& error);
    void ask_whether_server_is_back();
    void schedule_changes();
    void ask_for_changes();
    void take_changes(HttpAnswer const& answer);
    void set_language(std::string_view language, std::string_view texts);
    void choose_language(std::string_view language);
    void draw_wait_for_later_part(ui::Ui& ui);
    void draw_frame(ui::Ui& ui, Person const& me);
    ui::AppFrame frame_of(ui::Ui const& ui, Person const& me) const;
    std::vector<PaletteCommand> palette_commands(ui::Ui const& ui, Person const& me) const;
    void run(std::string_view command);
    void sign_out();

    Platform& m_platform;
    ui::Frame& m_frame;
    Api m_api;
    std::optional<Person> m_me = std::nullopt;
    Error m_session_error = {};
    bool m_session_failed = false;
    std::string m_language = "de";
    std::string m_wanted_language = {}; ///< chosen here; its texts may still be on their way
    std::string m_route = {}; ///< shown now
    ScreenEntry const* m_entry = nullptr;
    bool m_later_part_failed = false;
    std::unique_ptr<Api> m_screen_api = nullptr;
    std::unique_ptr<ScreenContext> m_context = nullptr;
    std::unique_ptr<Screen> m_screen = nullptr;
    std::optional<std::string> m_next_route = std::nullopt; ///< wanted while drawing; followed after
    HistoryMode m_next_mode = HistoryMode::push;
    PaletteModel m_palette = {};
    TourModel m_tour = {};
    bool m_shortcuts_open = false;
    bool m_drawing = false;
    bool m_server_away = false;
    bool m_demo = false;
    bool m_is_remembered = false; ///< m_me is of an earlier visit: the server has not answered yet
    bool m_new_release = false;
    bool m_asks_for_changes = false;
    std::int64_t m_last_change = -1; ///< of the change sequence; -1: not asked yet
};

} // namespace schulkit
