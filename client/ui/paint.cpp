#include "client/ui/paint.hpp"

#include "embedded/icons.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace schulkit::ui {

namespace {

ImU32 paint_of(State const& state, Color color, float alpha = 1) {
    std::uint32_t const rgb = state.rgb(color);
    return IM_COL32((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff, static_cast<int>(alpha * 255));
}

ImVec2 min_of(Rect const& rect) { return {rect.x, rect.y}; }
ImVec2 max_of(Rect const& rect) { return {rect.x + rect.width, rect.y + rect.height}; }

} // namespace

ImDrawList& draw_list() { return *ImGui::GetWindowDrawList(); }

Rect clip_rect() {
    ImVec2 const min = draw_list().GetClipRectMin();
    ImVec2 const max = draw_list().GetClipRectMax();
    return {min.x, min.y, std::max(0.0F, max.x - min.x), std::max(0.0F, max.y - min.y)};
}

float text_width(State const& state, Face face, std::string_view words) {
    FaceSize const& f = state.face(face);
    return f.font->CalcTextSizeA(f.glyph_px, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

std::vector<std::string_view> wrap(State const& state, Face face, std::string_view words, float width) {
    FaceSize const& f = state.face(face);
    std::vector<std::string_view> lines;
    while (true) {
        auto const newline = words.find('\n');
        std::string_view rest = words.substr(0, newline);
        do {
            // 1 px to spare: the browser must not break a line that just fits here.
            char const* cut = f.font->CalcWordWrapPositionA(f.glyph_px / f.font->FontSize, rest.data(),
                                                            rest.data() + rest.size(), width);
            auto length = static_cast<std::size_t>(cut - rest.data());
            if (length == 0 && !rest.empty()) length = 1;
            std::string_view line = rest.substr(0, length);
            rest.remove_prefix(length);
            if (!rest.empty())
                while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
            lines.push_back(line);
            while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        } while (!rest.empty());
        if (newline == std::string_view::npos) return lines;
        words.remove_prefix(newline + 1);
    }
}

std::string shorten(State const& state, Face face, std::string_view words, float width) {
    if (text_width(state, face, words) <= width) return std::string{words};
    FaceSize const& f = state.face(face);
    float const room = width - text_width(state, face, "…");
    char const* cut = words.data();
    if (room > 0)
        f.font->CalcTextSizeA(f.glyph_px, room, 0, words.data(), words.data() + words.size(), &cut);
    std::string_view kept = words.substr(0, static_cast<std::size_t>(cut - words.data()));
    while (!kept.empty() && kept.back() == ' ') kept.remove_suffix(1);
    return std::string{kept} + "…";
}

void draw_text(State const& state, Face face, Color color, float x, float y, float line_height,
               std::string_view words) {
    FaceSize const& f = state.face(face);
    // As CSS places a line: the mirror's text lies exactly over this one.
    float const above = std::floor((line_height - f.ascent_px - f.descent_px) / 2);
    draw_list().AddText(f.font, f.glyph_px, {std::round(x), std::round(y) + above}, paint_of(state, color),
                        words.data(), words.data() + words.size());
}

void draw_icon(State const& state, Face face, Color color, float x, float y, float side, Icon icon) {
    if (icon == nullptr) return;
    FaceSize const& f = state.face(face);
    draw_list().AddText(f.font, f.glyph_px,
                        {std::round(x + (side - f.css_px) / 2), std::round(y + (side - f.glyph_px) / 2)},
                        paint_of(state, color), icon);
}

void fill(State const& state, Rect rect, Color color, float radius) {
    draw_list().AddRectFilled(min_of(rect), max_of(rect), paint_of(state, color), radius);
}

void stroke(State const& state, Rect rect, Color color, float radius, float thickness) {
    // AddRect's line runs along the middle of the edge, inwards by half a pixel.
    draw_list().AddRect(min_of(rect), max_of(rect), paint_of(state, color), radius, 0, thickness);
}

void draw_ring(State const& state, Rect rect, float radius) {
    Rect const outside = inner(rect, -3);
    draw_list().AddRect(min_of(outside), max_of(outside), paint_of(state, Color::focus), radius + 3, 0, 2);
}

void draw_shadow(Rect rect, float radius) {
    for (int i = 10; i > 0; --i) {
        float const spread = static_cast<float>(i) * 1.8F;
        Rect const at = inner({rect.x, rect.y + 4, rect.width, rect.height}, -spread);
        draw_list().AddRectFilled(min_of(at), max_of(at), IM_COL32(10, 20, 30, 5), radius + spread);
    }
}

void draw_spinner(State& state, Color color, float x, float y, float side) {
    constexpr int turn_ms = 1000;
    float const middle_x = x + side / 2;
    float const middle_y = y + side / 2;
    float const radius = side / 2 - 2;
    draw_list().AddCircle({middle_x, middle_y}, radius, paint_of(state, color, 0.25F), 0, 2);
    float turn = 0;
    if (!state.input.reduced_motion) {
        turn = static_cast<float>(state.input.now_ms % turn_ms) / turn_ms * 2 * std::numbers::pi_v<float>;
        want_frame(state, 33);
    }
    draw_list().PathArcTo({middle_x, middle_y}, radius, turn, turn + 1.6F);
    draw_list().PathStroke(paint_of(state, color), 0, 2);
}

void draw_line(State const& state, float x1, float y1, float x2, float y2, Color color) {
    // Filled, so that it covers whole pixels.
    draw_list().AddRectFilled({x1, y1}, {std::max(x2, x1 + 1), std::max(y2, y1 + 1)}, paint_of(state, color));
}

Rect inner(Rect rect, float padding) {
    return {rect.x + padding, rect.y + padding, rect.width - 2 * padding, rect.height - 2 * padding};
}

Clip::Clip(Rect rect) { ImGui::PushClipRect(min_of(rect), max_of(rect), true); }
Clip::~Clip() { ImGui::PopClipRect(); }

} // namespace schulkit::ui
