#pragma once
// The font atlas. Font sizes are CSS sizes everywhere outside of this file; ImGui's size is the height from
// ascent to descent, so that drawn and mirrored text coincide.

#include "client/ui/tree.hpp"
#include "embedded/tokens.hpp"

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>
#include <utility>

struct ImFont;
struct ImFontAtlas;

namespace schulkit::ui {

/// TrueType files; they must outlive the Frame. The page fetches the same files as web fonts.
struct FontFiles {
    std::string_view regular;
    std::string_view medium;
    std::string_view icons;
};

/// From a TrueType file's head and hhea tables; units_per_em 0: not a TrueType file.
struct FontMetrics {
    int units_per_em = 0;
    int ascent = 0;
    int descent = 0; ///< below the baseline, negative
    /// ImGui's size for a CSS font size of 1 px.
    float height_per_em() const;
};
FontMetrics read_metrics(std::string_view truetype);

/// A face as it is drawn now.
struct FaceSize {
    float css_px = 0;
    Weight weight = Weight::regular;
    float line_px = 0;  ///< distance of two lines of a text
    float glyph_px = 0;   ///< ImGui's size
    float ascent_px = 0;  ///< above and below the baseline, in whole CSS px as browsers round them
    float descent_px = 0;
    ImFont* font = nullptr;
};

/// What decides about an atlas.
struct FontChoice {
    float density = 0; ///< device pixels per CSS px
    bool phone = false;
    float text_size = 1; ///< factor on the tokens' sizes
    auto operator<=>(FontChoice const&) const = default;
};

struct FontSet {
    std::unique_ptr<ImFontAtlas> atlas;
    std::array<FaceSize, static_cast<std::size_t>(Face::count)> faces = {};
    FontSet();
    ~FontSet();
};

/// Draws every glyph once: some 10 ms natively.
std::shared_ptr<FontSet const> make_fonts(FontFiles files, FontChoice choice);
/// make_fonts() with some files, or what remembers its results. Screens may share a set, drawing one after the other: ImGui locks it
/// while it draws.
using FontSource = std::function<std::shared_ptr<FontSet const>(FontChoice)>;

class Fonts {
public:
    explicit Fonts(FontSource source) : m_source(std::move(source)) {}

    /// For ImGui::CreateContext: ImGui then leaves atlases to us.
    ImFontAtlas* atlas() const { return m_set->atlas.get(); }
    /// Gives the current ImGui context the set that is wanted. True: it is another one.
    bool prepare(float dpr, bool phone, float text_size);
    FaceSize const& operator[](Face face) const { return m_set->faces[static_cast<std::size_t>(face)]; }

private:
    FontSource m_source;
    FontChoice m_choice = {};
    std::shared_ptr<FontSet const> m_set = std::make_shared<FontSet>(); ///< none yet
};

} // namespace schulkit::ui
