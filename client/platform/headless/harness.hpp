#pragma once
// A screen without a browser: the same frames and the same events as in the page, at once and in the same
// thread. The pointer goes through ImGui at the place where the thing is drawn; fields are typed into by the
// acts that the mirror's editors send.
//
//     HeadlessScreen screen{[&](ui::Ui& ui) { draw_assets(model, context, ui); }};
//     screen.type("Etikett", "T-1");
//     screen.click(Role::button, "Speichern");
//     REQUIRE(screen.has("Gespeichert"));

#include "client/platform/headless/headless_platform.hpp"
#include "client/ui/frame.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace schulkit {

struct ScreenSize {
    float width = 1280;
    float height = 800;
};
inline constexpr ScreenSize desktop_size = {1280, 800};
inline constexpr ScreenSize phone_size = {390, 844};

class HeadlessScreen {
public:
    /// Called where the test asks for what is not there; must not return. A test program sets it to its FAIL;
    /// without it the program ends.
    /// A plain pointer: it is set before main(), in any order.
    static void (*on_failure)(std::string const&);

    explicit HeadlessScreen(std::function<void(ui::Ui&)> draw, ScreenSize size = desktop_size,
                            std::string_view language = "de");
    HeadlessScreen(HeadlessPlatform& platform, std::function<void(ui::Ui&)> draw, ScreenSize size = desktop_size,
                   std::string_view language = "de");

    HeadlessPlatform& platform() { return m_platform; }
    ui::Frame& frame() { return m_frame; }
    ui::FrameInput& input() { return m_input; }

    // --- time ---
    /// Draws frames and delivers answers until nothing happens any more. Every action below ends with it.
    void settle();
    /// Moves the clock; timers and frames that were asked for come in their time.
    void wait(int ms);
    /// Pictures drawn so far.
    int frames() const { return m_frames; }

    // --- doing; things are found by role and accessible name, and scrolled into sight first ---
    void click(ui::Role role, std::string_view name);
    void click_at(float x, float y);
    /// The mouse over it, without a click.
    void hover(ui::Role role, std::string_view name);
    /// With a finger.
    void tap(ui::Role role, std::string_view name);
    void drag_finger(float x, float y, float dx, float dy);
    /// With the mouse: what is taken up there is dropped so far away.
    void drag_mouse(float x, float y, float dx, float dy);
    /// Writes into the field with that label, in place of what stood there.
    void type(std::string_view field, std::string_view text);
    /// Of a choice, by the words of the option.
    void choose(std::string_view field, std::string_view option);
    void choose_file(std::string_view button, std::string_view file_name);
    /// Enter in a field.
    void submit(std::string_view field);
    /// Enter or Space on the thing that has the keyboard after Tab: an act, as from assistive technology.
    void press(ui::Role role, std::string_view name);
    void focus(ui::Role role, std::string_view name);
    void escape();
    void wheel(float x, float y, float delta_y);

    // --- looking ---
    ui::Tree const& tree() const { return m_frame.tree(); }
    std::string text() const { return to_text(tree()); }
    /// Some node has exactly these words as name, value or description.
    bool has(std::string_view words) const;
    /// Some node's name, value or description has these words in it.
    bool has_part(std::string_view words) const;
    bool has(ui::Role role, std::string_view name) const;
    int count(ui::Role role) const;
    ui::Node const& get(ui::Role role, std::string_view name);
    /// A field of any kind by its label.
    ui::Node const& field(std::string_view label);
    /// What the frame found wrong with the screen, plus controls that are too small or outside of the window.
    std::vector<std::string> problems() const;

private:
    void draw_once();
    void follow_dialogs();
    void set_focus(std::uint32_t id);
    ui::Node const& into_sight(ui::Role role, std::string_view name);
    void pointer(ui::PointerKind kind, float x, float y, bool touch);
    void send_value(ui::Node const& node, std::string value);
    [[noreturn]] void fail(std::string const& what) const;

    HeadlessPlatform m_own_platform = {};
    HeadlessPlatform& m_platform;
    ui::Frame m_frame;
    std::function<void(ui::Ui&)> m_draw;
    ui::FrameInput m_input = {};
    int m_next_frame_ms = 0;
    int m_frames = 0;
    int m_files = 0;
    std::uint32_t m_focus = 0;
    std::vector<std::uint32_t> m_dialogs = {};    ///< open ones
    std::vector<std::uint32_t> m_focus_before = {}; ///< where the focus was when they opened
};

} // namespace schulkit
