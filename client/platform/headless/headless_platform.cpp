#include "client/platform/headless/headless_platform.hpp"

#include "embedded/strings.hpp"

#include <algorithm>

namespace schulkit {

std::string_view language_file(std::string_view language) {
    for (auto const& file : embedded::strings())
        if (file.name.substr(0, file.name.find('.')) == language) return file.bytes;
    return "{}";
}

void HeadlessPlatform::load_texts(std::string_view language, std::function<void(std::string_view json)> done) {
    done(language_file(language));
}

namespace {

std::string_view without_query(std::string_view path) { return path.substr(0, path.find('?')); }

} // namespace

void HeadlessPlatform::script(std::string method, std::string path, int status, std::string body, std::string etag) {
    m_script.emplace_back(std::move(method) + ' ' + std::move(path),
                          HttpAnswer{.status = status, .body = std::move(body), .etag = std::move(etag)});
}

HttpAnswer const* HeadlessPlatform::scripted(HttpCall const& call) const {
    static HttpAnswer const nothing = {};
    if (m_away) return &nothing;
    for (auto entry = m_script.rbegin(); entry != m_script.rend(); ++entry) {
        bool const with_query = entry->first.find('?') != std::string::npos;
        std::string_view const path = with_query ? std::string_view{call.path} : without_query(call.path);
        if (entry->first == call.method + ' ' + std::string{path}) return &entry->second;
    }
    return nullptr;
}

bool HeadlessPlatform::answer(std::string_view path, HttpAnswer answer) {
    auto const found = std::find_if(m_waiting.begin(), m_waiting.end(), [&](Waiting const& waiting) {
        return without_query(waiting.call.path) == without_query(path);
    });
    if (found == m_waiting.end()) return false;
    auto const done = std::move(found->done);
    if (!found->call.live) frame_requested = true;
    m_waiting.erase(found);
    done(std::move(answer));
    return true;
}

bool HeadlessPlatform::deliver() {
    auto const found = std::find_if(m_waiting.begin(), m_waiting.end(),
                                    [&](Waiting const& waiting) { return scripted(waiting.call) != nullptr; });
    if (found == m_waiting.end()) return false;
    HttpAnswer answer = *scripted(found->call);
    if (!found->call.live) frame_requested = true;
    auto const done = std::move(found->done);
    m_waiting.erase(found);
    done(std::move(answer));
    return true;
}

void HeadlessPlatform::report_upload(float part) {
    if (m_progress) m_progress(part);
}

HttpCall const* HeadlessPlatform::last_call(std::string_view method, std::string_view path) const {
    auto const found = std::find_if(m_calls.rbegin(), m_calls.rend(), [&](HttpCall const& call) {
        return call.method == method && without_query(call.path) == path;
    });
    return found == m_calls.rend() ? nullptr : &*found;
}

void HeadlessPlatform::pass_time(int ms) {
    std::int64_t const until = m_now_ms + ms;
    while (true) {
        auto const next = std::min_element(m_timers.begin(), m_timers.end(),
                                           [](Timer const& a, Timer const& b) { return a.due_ms < b.due_ms; });
        if (next == m_timers.end() || next->due_ms > until) break;
        m_now_ms = std::max(m_now_ms, next->due_ms);
        auto const due = std::move(next->due);
        m_timers.erase(next);
        due();
    }
    m_now_ms = until;
}

void HeadlessPlatform::send(HttpCall call, std::function<void(HttpAnswer)> done) {
    m_calls.push_back(call);
    m_waiting.push_back({std::move(call), std::move(done)});
}

void HeadlessPlatform::set_route(std::string_view route, HistoryMode mode) {
    if (mode == HistoryMode::push)
        history.emplace_back(route);
    else
        history.back() = route;
}

void HeadlessPlatform::request_frame(int after_ms) {
    if (after_ms <= 0)
        frame_requested = true;
    else
        call_after(after_ms, [this] { frame_requested = true; });
}

void HeadlessPlatform::call_after(int after_ms, std::function<void()> due) {
    m_timers.push_back({m_now_ms + after_ms, std::move(due)});
}

std::string HeadlessPlatform::random_key() {
    std::string key = std::to_string(++m_keys);
    return std::string(32 - key.size(), '0') + key;
}

std::string HeadlessPlatform::stored(std::string_view key) const {
    auto const found = storage.find(key);
    return found == storage.end() ? "" : found->second;
}

void HeadlessPlatform::store(std::string_view key, std::string_view value) {
    if (value.empty())
        storage.erase(std::string{key});
    else
        storage.insert_or_assign(std::string{key}, std::string{value});
}

bool HeadlessPlatform::tell_camera(std::string_view code, std::string_view words, ScanTone tone) {
    if (camera_open) camera_told.push_back({.code = std::string{code}, .words = std::string{words}, .tone = tone});
    return camera_open;
}

void HeadlessPlatform::move_focus(FocusTarget target) {
    last_focus = target;
    focus_moved = true;
}

} // namespace schulkit
