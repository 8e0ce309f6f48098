// Bars over the whole width: the demo county, no connection, a new version.
#include "client/ui/notices.hpp"

#include "client/ui/layout.hpp"
#include "client/ui/paint.hpp"
#include "client/ui/pieces.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

float news_button_width(State& state, AppFrame::News const& news) {
    return std::ceil(text_width(state, Face::body_medium, news.action)) + 32;
}

float news_button_height(State& state) { return std::max(44.0F, state.face(Face::body_medium).line_px + 14); }

} // namespace

float notice_height(State& state, std::string_view words) {
    if (words.empty()) return 0;
    float const padding = state.size.page_padding / 2;
    float const words_at = padding + state.face(Face::icon_small).css_px + 8;
    return words_height(state, Face::small_medium, words, state.input.width - words_at - padding) + 12;
}

void draw_notice(Ui& ui, std::string_view key, std::string_view words, Tone tone, Rect bar) {
    if (words.empty()) return;
    State& state = ui.state();
    float const padding = state.size.page_padding / 2;
    float const side = state.face(Face::icon_small).css_px;
    float const words_at = padding + side + 8;
    fill(state, bar, soft(tone));
    draw_icon(state, Face::icon_small, text_on_soft(tone), padding,
              bar.y + 6 + (state.face(Face::small_medium).line_px - side) / 2, side, icon_of(tone));
    add_node(state, Role::status, key, "", bar);
    Scope const scope{state, id_of(state, key)};
    Parent const parent{state, state.scopes.back()};
    draw_words(state, Role::text, "words", words, Face::small_medium, text_on_soft(tone), words_at, bar.y + 6,
               bar.width - words_at - padding);
}

float news_height(State& state, AppFrame::News const& news) {
    if (news.words.empty()) return 0;
    float const padding = state.size.page_padding / 2;
    float const words_at = padding + state.face(Face::icon_small).css_px + 8;
    float const room = state.input.width - words_at - 2 * padding - news_button_width(state, news);
    return std::max(words_height(state, Face::small_medium, news.words, room) + 12, news_button_height(state) + 8);
}

void draw_news(Ui& ui, AppFrame::News const& news, Rect bar, std::string& activated) {
    if (news.words.empty()) return;
    State& state = ui.state();
    float const padding = state.size.page_padding / 2;
    float const side = state.face(Face::icon_small).css_px;
    float const words_at = padding + side + 8;
    float const width = news_button_width(state, news);
    float const room = bar.width - words_at - 2 * padding - width;
    float const height = words_height(state, Face::small_medium, news.words, room);
    float const top = bar.y + std::floor((bar.height - height) / 2);
    fill(state, bar, soft(Tone::info));
    draw_icon(state, Face::icon_small, text_on_soft(Tone::info), padding,
              top + (state.face(Face::small_medium).line_px - side) / 2, side, icon_of(Tone::info));
    Scope const scope{state, id_of(state, "news")};
    {
        add_node(state, Role::status, "words", "", {0, bar.y, words_at + room, bar.height});
        Scope const words_scope{state, id_of(state, "words")};
        Parent const parent{state, state.scopes.back()};
        draw_words(state, Role::text, "text", news.words, Face::small_medium, text_on_soft(Tone::info), words_at, top,
                   room);
    }
    float const button_height = news_button_height(state);
    Rect const button = {bar.width - padding - width, bar.y + std::floor((bar.height - button_height) / 2), width,
                         button_height};
    std::uint32_t const id = id_of(state, "use");
    Use const use = use_item(state, id, button, news.action, true);
    fill(state, button, use.held || use.hovered ? Color::accent_hover : Color::accent, radius_control);
    draw_text(state, Face::body_medium, Color::on_accent, button.x + 16, button.y, button.height, news.action);
    if (use.ring) draw_ring(state, button, radius_control);
    Node& node = add_node(state, Role::button, "use", news.action, button);
    node.focusable = true;
    node.text = style_of(state, Face::body_medium, Color::on_accent, Color::accent, 16);
    if (use.clicked) activated = "news";
}

} // namespace schulkit::ui
