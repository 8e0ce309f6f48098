#include "client/ui/theme.hpp"

#include "embedded/icons.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

// In the order of Color.
Palette const light_palette = {
    0xf5f7f9, // canvas
    0xffffff, // surface
    0xffffff, // raised
    0xffffff, // chrome
    0xdde2e8, // border
    0x7b8693, // control_border
    0x17212c, // text
    0x53606e, // text_muted
    0x7d8793, // text_disabled
    0x66717e, // placeholder
    0x0b6471, // accent
    0x09535e, // accent_hover
    0x07424b, // accent_active
    0xffffff, // on_accent
    0xe0f0f2, // accent_soft
    0x0b6471, // link
    0x1b66d6, // focus
    0xf0f4f6, // hover
    0xe3e9ed, // pressed
    0xeef1f4, // disabled
    0xb3261e, // danger
    0x8f1e18, // danger_hover
    0xffffff, // on_danger
    0xe9edf1, // neutral_soft
    0x3d4855, // neutral_text
    0xe0edfd, // info_soft
    0x1b4f91, // info_text
    0xdff3e4, // success_soft
    0x1a5f35, // success_text
    0xfdf0d3, // warning_soft
    0x754600, // warning_text
    0xfde6e3, // danger_soft
    0x9a1f17, // danger_text
    0x1d2a37, // toast
    0xffffff, // on_toast
};

Palette const dark_palette = {
    0x10161c, // canvas
    0x182028, // surface
    0x1e2833, // raised
    0x141b22, // chrome
    0x2b3743, // border
    0x7f8c99, // control_border
    0xe8edf2, // text
    0xa6b2be, // text_muted
    0x75818d, // text_disabled
    0x95a1ad, // placeholder
    0x44b8c6, // accent
    0x63c8d4, // accent_hover
    0x82d6e0, // accent_active
    0x04252a, // on_accent
    0x12363d, // accent_soft
    0x63c8d4, // link
    0x78b6ff, // focus
    0x202b36, // hover
    0x2a3743, // pressed
    0x222c36, // disabled
    0xf4837a, // danger
    0xf79d96, // danger_hover
    0x2c0806, // on_danger
    0x2a3540, // neutral_soft
    0xd3dbe3, // neutral_text
    0x15304f, // info_soft
    0xa9d0ff, // info_text
    0x12351f, // success_soft
    0x9be0b3, // success_text
    0x3b2c08, // warning_soft
    0xf5d48a, // warning_text
    0x45171a, // danger_soft
    0xffb4ab, // danger_text
    0xe8edf2, // toast
    0x17212c, // on_toast
};

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

Measures measures(float window_width) {
    Measures m;
    if (window_width < phone_below) {
        m.control = 44;
        m.page_padding = 16;
        m.card_padding = 16;
        m.navigation = 0;
        m.bottom_bar = 60;
    } else if (window_width < 1120) {
        m.navigation = 108;
        m.page_padding = 24;
    }
    return m;
}

} // namespace schulkit::ui
