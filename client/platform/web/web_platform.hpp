#pragma once
// The platform of the page. It keeps what is to be called later; the page calls back by number.

#include "client/platform/platform.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace schulkit {

class WebPlatform final : public Platform {
public:
    WebPlatform();

    void send(HttpCall call, std::function<void(HttpAnswer)> done) override;
    void on_upload_progress(std::function<void(float)> progress) override;
    std::string route() const override { return m_route; }
    void set_route(std::string_view route, HistoryMode mode) override;
    void request_frame(int after_ms) override;
    void call_after(int after_ms, std::function<void()> due) override;
    void call_after_live(int after_ms, std::function<void()> due) override;
    std::int64_t now_unix_ms() const override;
    std::string random_key() override;
    std::string stored(std::string_view key) const override;
    void store(std::string_view key, std::string_view value) override;
    void open_camera() override;
    void close_camera() override;
    bool tell_camera(std::string_view code, std::string_view words, ScanTone tone) override;
    void load_texts(std::string_view language, std::function<void(std::string_view json)> done) override;
    bool has_later_part() const override;
    void load_later_part(std::function<void(bool is_here)> done) override;
    void copy_text(std::string_view text) override;
    void move_focus(FocusTarget target) override;
    void set_unsaved(bool unsaved) override;
    void reload() override;
    void show_sign_in() override;

    // --- from the page ---
    void take_answer(int id, HttpAnswer answer);
    void take_upload_progress(float part);
    void take_timer(int id);
    void take_texts(std::string_view language, std::string texts);
    void take_later_part(bool is_here);
    /// The address bar has another route.
    void take_route(std::string_view route) { m_route = route; }

private:
    int keep_timer(std::function<void()> due);

    std::string m_route;
    int m_next_id = 1;
    std::map<int, std::function<void(HttpAnswer)>> m_calls = {};
    std::map<int, std::function<void()>> m_timers = {};
    std::function<void(float)> m_progress = {};
    std::map<std::string, std::string, std::less<>> m_texts = {}; ///< by language
    std::map<std::string, std::function<void(std::string_view)>, std::less<>> m_texts_wanted = {};
    std::function<void(bool)> m_later_part_wanted = {};
    bool m_unsaved = false;
};

} // namespace schulkit
