#pragma once
// The platform of the native tests: a clock that stands still until it is moved, a server that answers what
// the test says, a history that can be read.

#include "client/platform/platform.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace schulkit {

/// shared/strings/<language>.json; "{}": there is no such language.
std::string_view language_file(std::string_view language);

class HeadlessPlatform : public Platform {
public:
    // --- what the server says ---
    /// Answers every later call with that method and path. A path without "?" stands for all its queries;
    /// what was said last counts. Calls that nothing was said about wait.
    void script(std::string method, std::string path, int status, std::string body = {}, std::string etag = {});
    /// Answers the oldest waiting call of that path (without its query). False: there is none.
    bool answer(std::string_view path, HttpAnswer answer);
    /// From now on nothing answers (status 0), or again as scripted.
    void set_away(bool away) { m_away = away; }
    void report_upload(float part);

    // --- what the client did ---
    std::vector<HttpCall> const& calls() const { return m_calls; }
    /// The last call with that method and path (without query); nullptr: there was none.
    HttpCall const* last_call(std::string_view method, std::string_view path) const;
    std::size_t waiting() const { return m_waiting.size(); }
    std::vector<std::string> history = {"#/"}; ///< routes; the last is shown
    std::map<std::string, std::string, std::less<>> storage = {};
    std::string copied = {};
    struct CameraAnswer {
        std::string code = {};
        std::string words = {};
        ScanTone tone = ScanTone::good;
    };
    bool later_part = true;                               ///< false: load_later_part() waits for the test
    std::function<void(bool is_here)> wants_later_part = {}; ///< who has asked last
    bool camera_open = false;
    std::vector<CameraAnswer> camera_told = {};
    FocusTarget last_focus = FocusTarget::none;
    bool focus_moved = false; ///< move_focus() was called; the harness takes it
    bool unsaved = false;
    bool signed_out = false;
    bool reloaded = false;
    bool frame_requested = false;

    // --- the world goes on ---
    /// Delivers one answer that is due; but for live calls it asks for a frame. False: nothing is due.
    bool deliver();
    /// Moves the clock and runs what is due.
    void pass_time(int ms);

    // --- Platform ---
    void send(HttpCall call, std::function<void(HttpAnswer)> done) override;
    void on_upload_progress(std::function<void(float)> progress) override { m_progress = std::move(progress); }
    std::string route() const override { return history.back(); }
    void set_route(std::string_view route, HistoryMode mode) override;
    void request_frame(int after_ms) override;
    void call_after(int after_ms, std::function<void()> due) override;
    void call_after_live(int after_ms, std::function<void()> due) override { call_after(after_ms, std::move(due)); }
    std::int64_t now_unix_ms() const override { return m_now_ms; }
    std::string random_key() override;
    std::string stored(std::string_view key) const override;
    void store(std::string_view key, std::string_view value) override;
    void open_camera() override { camera_open = true; }
    void close_camera() override { camera_open = false; }
    bool tell_camera(std::string_view code, std::string_view words, ScanTone tone) override;
    void load_texts(std::string_view language, std::function<void(std::string_view json)> done) override;
    bool has_later_part() const override { return later_part; }
    void load_later_part(std::function<void(bool is_here)> done) override { wants_later_part = std::move(done); }
    void copy_text(std::string_view text) override { copied = text; }
    void move_focus(FocusTarget target) override;
    void set_unsaved(bool now) override { unsaved = now; }
    void reload() override { reloaded = true; }
    void show_sign_in() override { signed_out = true; }

private:
    struct Waiting {
        HttpCall call = {};
        std::function<void(HttpAnswer)> done = {};
    };
    struct Timer {
        std::int64_t due_ms = 0;
        std::function<void()> due = {};
    };
    HttpAnswer const* scripted(HttpCall const& call) const;

    std::vector<std::pair<std::string, HttpAnswer>> m_script = {}; ///< "GET /api/assets"
    std::vector<Waiting> m_waiting = {};
    std::vector<HttpCall> m_calls = {};
    std::vector<Timer> m_timers = {};
    std::function<void(float)> m_progress = {};
    std::int64_t m_now_ms = 1'795'500'000'000; // 2026-11-24T06:00:00Z
    int m_keys = 0;
    bool m_away = false;
};

} // namespace schulkit
