#include "client/platform/web/page_calls.hpp"

#include <emscripten.h>

#include <cstdlib>
#include <memory>

// Texts and bytes go as a place and a length; texts come back as malloc'ed C strings.
// clang-format off
EM_JS(void, page_publish, (char const* place, int length), { Module.host.publish(place, length); });
EM_JS(void, page_send, (int id, char const* place, int length, int live), {
    Module.host.send(id, place, length, live !== 0);
});
EM_JS(char*, page_route, (), { return Module.host.route(); });
EM_JS(void, page_set_route, (char const* place, int length, int replace), {
    Module.host.set_route(place, length, replace !== 0);
});
EM_JS(void, page_request_frame, (int after_ms), { Module.host.request_frame(after_ms); });
EM_JS(void, page_call_after, (int id, int after_ms, int live), { Module.host.call_after(id, after_ms, live !== 0); });
EM_JS(double, page_now, (), { return Date.now(); });
EM_JS(char*, page_random_key, (), { return Module.host.random_key(); });
EM_JS(char*, page_stored, (char const* place, int length), { return Module.host.stored(place, length); });
EM_JS(void, page_store, (char const* key, int key_length, char const* value, int value_length), {
    Module.host.store(key, key_length, value, value_length);
});
EM_JS(void, page_open_camera, (), { Module.host.open_camera(); });
EM_JS(void, page_close_camera, (), { Module.host.close_camera(); });
EM_JS(int, page_tell_camera, (char const* code, int code_length, char const* words, int words_length, int good), {
    return Module.host.tell_camera(code, code_length, words, words_length, good !== 0) ? 1 : 0;
});
EM_JS(void, page_load_texts, (char const* place, int length), { Module.host.load_texts(place, length); });
EM_JS(int, page_has_later_part, (), { return Module.host.has_later_part() ? 1 : 0; });
EM_JS(void, page_load_later_part, (), { Module.host.load_later_part(); });
EM_JS(void, page_copy_text, (char const* place, int length), { Module.host.copy_text(place, length); });
EM_JS(void, page_move_focus, (char const* place, int length), { Module.host.move_focus(place, length); });
EM_JS(void, page_set_unsaved, (int unsaved), { Module.host.set_unsaved(unsaved !== 0); });
EM_JS(void, page_reload, (), { Module.host.reload(); });
EM_JS(void, page_show_sign_in, (), { Module.host.show_sign_in(); });
// clang-format on

namespace schulkit::page {

namespace {

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string take(char* text) {
    std::unique_ptr<char, decltype(&std::free)> const owner{text, &std::free};
    return text == nullptr ? std::string{} : std::string{text};
}

} // namespace

void publish(std::span<char const> changes) { page_publish(changes.data(), static_cast<int>(changes.size())); }

void send(int id, HttpCall const& call) {
    // Divided by NUL, which none of them holds; the body comes last and may be anything.
    std::string all;
    std::string const max_file_bytes = std::to_string(call.max_file_bytes);
    for (std::string const* part : {&call.method, &call.path, &call.content_type, &call.idempotency_key,
                                    &call.if_none_match, &call.file_handle, &max_file_bytes}) {
        all += *part;
        all += '\0';
    }
    all += call.body;
    page_send(id, all.data(), length_of(all), call.live ? 1 : 0);
}

std::string route() { return take(page_route()); }

void set_route(std::string_view route, HistoryMode mode) {
    page_set_route(route.data(), length_of(route), mode == HistoryMode::replace ? 1 : 0);
}

void request_frame(int after_ms) { page_request_frame(after_ms); }
void call_after(int id, int after_ms, Timer timer) {
    page_call_after(id, after_ms, timer == Timer::live ? 1 : 0);
}
std::int64_t now_unix_ms() { return static_cast<std::int64_t>(page_now()); }
std::string random_key() { return take(page_random_key()); }
std::string stored(std::string_view key) { return take(page_stored(key.data(), length_of(key))); }

void store(std::string_view key, std::string_view value) {
    page_store(key.data(), length_of(key), value.data(), length_of(value));
}

void open_camera() { page_open_camera(); }
void close_camera() { page_close_camera(); }
bool tell_camera(std::string_view code, std::string_view words, ScanTone tone) {
    return page_tell_camera(code.data(), length_of(code), words.data(), length_of(words),
                            tone == ScanTone::good ? 1 : 0) != 0;
}
void load_texts(std::string_view language) { page_load_texts(language.data(), length_of(language)); }
bool has_later_part() { return page_has_later_part() != 0; }
void load_later_part() { page_load_later_part(); }
void copy_text(std::string_view text) { page_copy_text(text.data(), length_of(text)); }
void move_focus(std::string_view target) { page_move_focus(target.data(), length_of(target)); }
void set_unsaved(bool unsaved) { page_set_unsaved(unsaved ? 1 : 0); }
void reload() { page_reload(); }
void show_sign_in() { page_show_sign_in(); }

} // namespace schulkit::page
