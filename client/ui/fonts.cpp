#include "client/ui/fonts.hpp"

#include "embedded/icons.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {

int read_u16(std::string_view bytes, std::size_t at) {
    if (at + 2 > bytes.size()) return 0;
    return static_cast<unsigned char>(bytes[at]) << 8 | static_cast<unsigned char>(bytes[at + 1]);
}

int read_s16(std::string_view bytes, std::size_t at) { return static_cast<std::int16_t>(read_u16(bytes, at)); }

/// Offset of a table; npos if there is none. https://learn.microsoft.com/typography/opentype/spec/otff
std::size_t table_at(std::string_view bytes, std::string_view tag) {
    int const tables = read_u16(bytes, 4);
    for (int i = 0; i < tables; ++i) {
        std::size_t const record = 12 + static_cast<std::size_t>(i) * 16;
        if (record + 16 > bytes.size()) break;
        if (bytes.substr(record, 4) == tag)
            return static_cast<std::size_t>(read_u16(bytes, record + 8)) << 16 |
                   static_cast<std::size_t>(read_u16(bytes, record + 10));
    }
    return std::string_view::npos;
}

/// The largest glyphs in device pixels per CSS px of the tokens; beyond that the atlas would outgrow the 4096 px that
/// phones have as the longest side of a texture.
constexpr float max_density = 3;
constexpr float max_density_times_text = 4;

} // namespace

float FontMetrics::height_per_em() const {
    return units_per_em > 0 ? static_cast<float>(ascent - descent) / static_cast<float>(units_per_em) : 1;
}

FontMetrics read_metrics(std::string_view truetype) {
    std::size_t const head = table_at(truetype, "head");
    std::size_t const hhea = table_at(truetype, "hhea");
    if (head == std::string_view::npos || hhea == std::string_view::npos) return {};
    return {.units_per_em = read_u16(truetype, head + 18),
            .ascent = read_s16(truetype, hhea + 4),
            .descent = read_s16(truetype, hhea + 6)};
}

FontSet::FontSet() : atlas(std::make_unique<ImFontAtlas>()) {}
FontSet::~FontSet() = default;

std::shared_ptr<FontSet const> make_fonts(FontFiles files, FontChoice choice) {
    auto const [density, phone, text_size] = choice;
    auto set = std::make_shared<FontSet>();
    ImFontAtlas& atlas = *set->atlas;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    atlas.TexDesiredWidth = density * text_size > 3 ? 4096 : density * text_size > 1 ? 2048 : 1024;
    for (std::size_t i = 0; i < face_tokens.size(); ++i) {
        FaceToken const& size = face_tokens[i];
        bool const icons = i >= static_cast<std::size_t>(Face::icon_small);
        std::string_view const file =
            icons ? files.icons : size.weight == Weight::medium ? files.medium : files.regular;
        FaceSize& face = set->faces[i];
        face.css_px = std::round((phone ? size.phone : size.desktop) * text_size);
        face.line_px = std::round((phone ? size.phone_line : size.desktop_line) * text_size);
        face.weight = size.weight;
        FontMetrics const metrics = read_metrics(file);
        face.glyph_px = face.css_px * metrics.height_per_em();
        float const px_per_unit = face.css_px / static_cast<float>(std::max(1, metrics.units_per_em));
        face.ascent_px = std::round(static_cast<float>(metrics.ascent) * px_per_unit);
        face.descent_px = std::round(static_cast<float>(-metrics.descent) * px_per_unit);

        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        // ImGui 1.90 cuts sizes to whole pixels; drawn at glyph_px the face is that much larger again. The density
        // makes up for it, so that one pixel of the atlas is one pixel of the screen.
        float const enlarged = face.glyph_px / std::floor(face.glyph_px);
        config.RasterizerDensity = density * enlarged;
        // ImGui's own ascent, in its smaller size; the baseline shall be ascent_px below the top.
        float const imgui_ascent = std::floor(static_cast<float>(metrics.ascent) * px_per_unit / enlarged + 1);
        float const exact_ascent = static_cast<float>(metrics.ascent) * px_per_unit;
        float const whole = density * enlarged; // an icon keeps to whole pixels of the screen
        config.GlyphOffset.y = icons ? std::round((exact_ascent / enlarged - imgui_ascent) * whole) / whole
                                     : face.ascent_px / enlarged - imgui_ascent;
        config.OversampleH = density > 1 ? 1 : 2;
        config.OversampleV = 1;
        // ImGui only reads the bytes.
        face.font = atlas.AddFontFromMemoryTTF(const_cast<char*>(file.data()), static_cast<int>(file.size()),
                                               face.glyph_px, &config,
                                               icons ? embedded::icon_ranges : embedded::text_ranges);
    }
    atlas.Build();
    return set;
}

bool Fonts::prepare(float dpr, bool phone, float text_size) {
    float const density = std::clamp(dpr, 1.0F, std::min(max_density, max_density_times_text / text_size));
    FontChoice const wanted{.density = density, .phone = phone, .text_size = text_size};
    if (wanted == m_choice) return false;
    m_choice = wanted;
    m_set.reset(); // a phone has no room for two
    m_set = m_source(wanted);
    ImGui::GetIO().Fonts = atlas();
    return true;
}

} // namespace schulkit::ui
