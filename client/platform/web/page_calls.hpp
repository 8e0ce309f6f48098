#pragma once
// What the client asks of the page: web/application.mjs, #host(). Plain functions over Emscripten's bridge.

#include "client/platform/platform.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace schulkit::page {

/// Takes the changes of the tree (tree_encoder.hpp); applied once the frame is drawn.
void publish(std::span<char const> changes);

/// The answer comes back by schulkit_answer() with that number.
void send(int id, HttpCall const& call);

std::string route();
void set_route(std::string_view route, HistoryMode mode);

void request_frame(int after_ms);
/// work: the page is not idle until then. live: nobody waits for it, and a hidden page lets it wait.
enum class Timer { work, live };
/// schulkit_timer() is called with that number.
void call_after(int id, int after_ms, Timer timer);
std::int64_t now_unix_ms();
std::string random_key();

std::string stored(std::string_view key);
void store(std::string_view key, std::string_view value);
void open_camera();
void close_camera();
bool tell_camera(std::string_view code, std::string_view words, ScanTone tone);
/// They come by schulkit_texts().
void load_texts(std::string_view language);
bool has_later_part();
/// schulkit_later_part() tells how it went.
void load_later_part();
void copy_text(std::string_view text);
void move_focus(std::string_view target);
void set_unsaved(bool unsaved);
void reload();
void show_sign_in();

} // namespace schulkit::page
