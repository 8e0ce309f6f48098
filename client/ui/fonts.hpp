#pragma once
// The font atlas. Font sizes are CSS sizes everywhere outside of this file; ImGui's size is the height from
// ascent to descent, so that drawn and mirrored text coincide.

#include "client/ui/tree.hpp"
#include "embedded/tokens.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

struct ImFont;

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

class Fonts {
public:
    explicit Fonts(FontFiles files) : m_files(files) {}

    /// Builds the atlas of the current ImGui context if it is not the one wanted. True: there is a new one.
    /// text_size: factor on the tokens' sizes.
    bool prepare(float dpr, bool phone, float text_size);
    FaceSize const& operator[](Face face) const { return m_faces[static_cast<std::size_t>(face)]; }

private:
    FontFiles m_files;
    float m_density = 0;
    bool m_phone = false;
    float m_text_size = 0;
    std::array<FaceSize, static_cast<std::size_t>(Face::count)> m_faces = {};
};

} // namespace schulkit::ui
