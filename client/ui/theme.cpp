#include "client/ui/theme.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace schulkit::ui {

Palette const& palette_of(Look look) { return palettes[static_cast<std::size_t>(look)]; }

Palette palette_of(SystemColors const& system) {
    Palette palette = {};
    palette.fill(system.canvas);
    auto const set = [&](std::uint32_t rgb, std::initializer_list<Color> colors) {
        for (Color const color : colors) palette[static_cast<std::size_t>(color)] = rgb;
    };
    set(system.canvas_text,
        {Color::border, Color::control_border, Color::text, Color::text_muted, Color::placeholder, Color::neutral_text,
         Color::info_text, Color::success_text, Color::warning_text, Color::danger_text, Color::on_toast});
    set(system.gray_text, {Color::text_disabled});
    set(system.link_text, {Color::link});
    set(system.highlight, {Color::accent, Color::accent_hover, Color::accent_active, Color::danger,
                           Color::danger_hover, Color::focus});
    set(system.highlight_text, {Color::on_accent, Color::on_danger});
    return palette;
}

namespace {
constexpr float readable = 4.5F; ///< text, WCAG 1.4.3
constexpr float visible = 3.0F;  ///< controls, WCAG 1.4.11
} // namespace

std::array<ContrastPair, 42> const contrast_pairs = {{
    {Color::text, Color::canvas, readable},
    {Color::text, Color::surface, readable},
    {Color::text, Color::raised, readable},
    {Color::text, Color::chrome, readable},
    {Color::text, Color::hover, readable},
    {Color::text, Color::pressed, readable},
    {Color::text, Color::accent_soft, readable},
    {Color::text_muted, Color::canvas, readable},
    {Color::text_muted, Color::surface, readable},
    {Color::text_muted, Color::raised, readable},
    {Color::text_muted, Color::chrome, readable},
    {Color::text_muted, Color::hover, readable},
    {Color::text_muted, Color::pressed, readable},
    {Color::text_muted, Color::accent_soft, readable},
    {Color::placeholder, Color::surface, readable},
    {Color::placeholder, Color::raised, readable},
    {Color::on_accent, Color::accent, readable},
    {Color::on_accent, Color::accent_hover, readable},
    {Color::on_accent, Color::accent_active, readable},
    {Color::link, Color::canvas, readable},
    {Color::link, Color::surface, readable},
    {Color::link, Color::raised, readable},
    {Color::link, Color::accent_soft, readable},
    {Color::link, Color::hover, readable},
    {Color::on_danger, Color::danger, readable},
    {Color::on_danger, Color::danger_hover, readable},
    {Color::danger_text, Color::surface, readable},
    {Color::danger_text, Color::canvas, readable},
    {Color::danger_text, Color::raised, readable},
    {Color::neutral_text, Color::neutral_soft, readable},
    {Color::info_text, Color::info_soft, readable},
    {Color::success_text, Color::success_soft, readable},
    {Color::warning_text, Color::warning_soft, readable},
    {Color::danger_text, Color::danger_soft, readable},
    {Color::on_toast, Color::toast, readable},
    {Color::control_border, Color::surface, visible},
    {Color::control_border, Color::canvas, visible},
    {Color::control_border, Color::raised, visible},
    {Color::focus, Color::surface, visible},
    {Color::focus, Color::canvas, visible},
    {Color::focus, Color::raised, visible},
    {Color::accent, Color::surface, visible},
}};

float contrast(std::uint32_t a, std::uint32_t b) {
    // https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
    auto const luminance = [](std::uint32_t rgb) {
        auto const channel = [&](int shift) {
            float const c = static_cast<float>((rgb >> shift) & 0xffU) / 255.0F;
            return c <= 0.03928F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
        };
        return 0.2126F * channel(16) + 0.7152F * channel(8) + 0.0722F * channel(0);
    };
    float const la = luminance(a);
    float const lb = luminance(b);
    return (std::max(la, lb) + 0.05F) / (std::min(la, lb) + 0.05F);
}

Color soft(Tone tone) {
    switch (tone) {
    case Tone::neutral: return Color::neutral_soft;
    case Tone::info: return Color::info_soft;
    case Tone::success: return Color::success_soft;
    case Tone::warning: return Color::warning_soft;
    case Tone::danger: return Color::danger_soft;
    }
    return Color::neutral_soft;
}

Color text_on_soft(Tone tone) {
    switch (tone) {
    case Tone::neutral: return Color::neutral_text;
    case Tone::info: return Color::info_text;
    case Tone::success: return Color::success_text;
    case Tone::warning: return Color::warning_text;
    case Tone::danger: return Color::danger_text;
    }
    return Color::neutral_text;
}

Icon icon_of(Tone tone) {
    switch (tone) {
    case Tone::neutral: return embedded::icon_circle;
    case Tone::info: return embedded::icon_info;
    case Tone::success: return embedded::icon_circle_check;
    case Tone::warning: return embedded::icon_triangle_alert;
    case Tone::danger: return embedded::icon_circle_alert;
    }
    return embedded::icon_circle;
}

Measures measures(float window_width, float text_size, bool coarse) {
    Measures m;
    m.text = text_size;
    bool const phone = window_width < phone_below * text_size;
    if (phone) {
        m.page_padding = 16;
        m.card_padding = 16;
        m.navigation = 0;
        m.bottom_bar = 60;
    } else if (window_width < 1120 * text_size) {
        m.navigation = 108;
        m.page_padding = 24;
    }
    if (phone || coarse) m.control = m.table_head = m.target = 44;
    // What holds one line of words grows by what the line grows; the room around it stays.
    float const line = face_tokens[static_cast<std::size_t>(Face::body)].desktop_line * (text_size - 1);
    for (float* const height : {&m.control, &m.table_row, &m.table_head, &m.top_bar}) *height += line;
    if (m.navigation > 0) m.navigation *= text_size;
    if (m.bottom_bar > 0) {
        float const words = face_tokens[static_cast<std::size_t>(Face::tiny)].phone_line;
        float const icon = face_tokens[static_cast<std::size_t>(Face::icon_large)].phone;
        m.bottom_bar += (words + icon) * (text_size - 1);
    }
    return m;
}

} // namespace schulkit::ui
