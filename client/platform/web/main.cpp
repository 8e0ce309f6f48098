// What the page calls (web/program.mjs). Texts are UTF-8 with NUL at the end and belong to the page; times are
// milliseconds of performance.now(); places are CSS pixels from the canvas' upper left corner.

#include "client/platform/web/web_page.hpp"
#include "shared/assets/scanned_code.hpp"
#include "shared/core/text.hpp"

#include <emscripten.h>

#include <cstddef>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace {

using namespace schulkit;

// ACT and POINTER in web/program.mjs are these numbers.
static_assert(static_cast<int>(ui::ActKind::click) == 0 && static_cast<int>(ui::ActKind::submit) == 4);
// COMMAND there and LOOKS in web/appearance.mjs too.
static_assert(static_cast<int>(AppCommand::search) == 0 && static_cast<int>(AppCommand::shortcuts) == 1);
static_assert(static_cast<int>(ui::Look::light) == 0 && static_cast<int>(ui::Look::contrast_dark) == 3);
static_assert(static_cast<int>(ui::PointerKind::down) == 0 && static_cast<int>(ui::PointerKind::leave) == 4);

ui::FontFiles fonts = {};
std::pair<std::string, std::string> first_texts = {};
float width = 0;
float height = 0;
int pixel_width = 0;
int pixel_height = 0;
Appearance appearance = {};
std::optional<WebPage> page = std::nullopt;

} // namespace

extern "C" {

/// The bytes stay where they are for as long as the page lives. 0: regular, 1: medium, 2: icons.
EMSCRIPTEN_KEEPALIVE void schulkit_font(int which, char const* bytes, int length) {
    std::string_view const file{bytes, static_cast<std::size_t>(length)};
    (which == 0 ? fonts.regular : which == 1 ? fonts.medium : fonts.icons) = file;
}

/// Texts of a language (shared/strings). Of the language that the application starts in before it starts.
EMSCRIPTEN_KEEPALIVE void schulkit_texts(char const* language, char const* texts) {
    if (page)
        page->platform().take_texts(language, texts);
    else
        first_texts = {language, texts};
}

EMSCRIPTEN_KEEPALIVE void schulkit_later_part(int is_here) { page->platform().take_later_part(is_here != 0); }

/// 1: the application is there. 0: the browser has no WebGL 2. After the fonts, the texts and the first size.
EMSCRIPTEN_KEEPALIVE int schulkit_start() {
    page.emplace(fonts);
    page->platform().take_texts(first_texts.first, std::exchange(first_texts.second, {}));
    page->resize(width, height, pixel_width, pixel_height);
    page->set_appearance(appearance);
    return page->start() ? 1 : 0;
}

EMSCRIPTEN_KEEPALIVE void schulkit_resize(float new_width, float new_height, int new_pixel_width,
                                          int new_pixel_height) {
    width = new_width;
    height = new_height;
    pixel_width = new_pixel_width;
    pixel_height = new_pixel_height;
    if (page) page->resize(width, height, pixel_width, pixel_height);
}

/// look: number of ui::Look. The colours are those of forced colours, 0xRRGGBB, if they are on.
EMSCRIPTEN_KEEPALIVE void schulkit_appearance(int look, float text_size, int reduced_motion, int coarse,
                                              int is_forced, unsigned canvas, unsigned canvas_text, unsigned link_text,
                                              unsigned highlight, unsigned highlight_text, unsigned gray_text) {
    appearance = {.look = static_cast<ui::Look>(look),
                  .text_size = text_size,
                  .reduced_motion = reduced_motion != 0,
                  .coarse = coarse != 0};
    if (is_forced != 0)
        appearance.forced = ui::SystemColors{.canvas = canvas,
                                             .canvas_text = canvas_text,
                                             .link_text = link_text,
                                             .highlight = highlight,
                                             .highlight_text = highlight_text,
                                             .gray_text = gray_text};
    if (page) page->set_appearance(appearance);
}

EMSCRIPTEN_KEEPALIVE int schulkit_frame(double now_ms) { return page->draw(static_cast<std::int64_t>(now_ms)); }

EMSCRIPTEN_KEEPALIVE void schulkit_pointer(int kind, float x, float y, double now_ms, int touch) {
    page->frame().pointer({.kind = static_cast<ui::PointerKind>(kind),
                           .x = x,
                           .y = y,
                           .now_ms = static_cast<std::int64_t>(now_ms),
                           .touch = touch != 0});
}

EMSCRIPTEN_KEEPALIVE void schulkit_wheel(float x, float y, float delta_x, float delta_y) {
    page->frame().wheel(x, y, delta_x, delta_y);
}

EMSCRIPTEN_KEEPALIVE void schulkit_escape() { page->frame().escape(); }

EMSCRIPTEN_KEEPALIVE void schulkit_act(unsigned id, int kind, char const* value) {
    page->frame().act({.id = id, .kind = static_cast<ui::ActKind>(kind), .value = value});
}

EMSCRIPTEN_KEEPALIVE void schulkit_scan(char const* code) { page->app().on_scan(code); }

/// What a read code means as a code: two of one meaning are one (shared/assets/scanned_code). The text is the page's to free.
EMSCRIPTEN_KEEPALIVE char* schulkit_scan_key(char const* code) {
    return strdup(code_key(scanned_code(code)).c_str());
}

EMSCRIPTEN_KEEPALIVE void schulkit_command(int command) {
    page->app().on_command(static_cast<AppCommand>(command));
}

EMSCRIPTEN_KEEPALIVE void schulkit_route(char const* route) {
    page->platform().take_route(route);
    page->app().on_route_changed();
}

/// status 0: no answer came.
EMSCRIPTEN_KEEPALIVE void schulkit_answer(int id, int status, char const* body, int length, char const* etag) {
    page->platform().take_answer(
        id, {.status = status, .body = std::string{body, static_cast<std::size_t>(length)}, .etag = etag});
}

EMSCRIPTEN_KEEPALIVE void schulkit_upload_progress(float part) { page->platform().take_upload_progress(part); }
EMSCRIPTEN_KEEPALIVE void schulkit_timer(int id) { page->platform().take_timer(id); }
EMSCRIPTEN_KEEPALIVE void schulkit_visible() {
    page->show_again();
    page->app().on_visible();
}
EMSCRIPTEN_KEEPALIVE void schulkit_new_release() { page->app().on_new_release(); }
EMSCRIPTEN_KEEPALIVE void schulkit_context_restored() { page->restore_context(); }

} // extern "C"

/// Nothing yet: the page brings the fonts first and then starts the application.
int main() { return 0; }
