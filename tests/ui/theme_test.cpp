#include "client/ui/theme.hpp"
#include "client/ui/fonts.hpp"
#include "tests/support/screen.hpp"

#include "embedded/fonts.hpp"
#include "embedded/strings.hpp"

#include <imgui.h>

#include <cmath>
#include <set>

using namespace schulkit;
using namespace schulkit::ui;

TEST_CASE("contrast is that of WCAG", "[ui][theme]") {
    REQUIRE(contrast(0x000000, 0xffffff) == Catch::Approx(21));
    REQUIRE(contrast(0xffffff, 0xffffff) == Catch::Approx(1));
    REQUIRE(contrast(0x777777, 0xffffff) == Catch::Approx(4.48).margin(0.01));
}

TEST_CASE("every colour keeps its contrast in every look, and more of it in high contrast", "[ui][theme]") {
    for (std::size_t look = 0; look < palettes.size(); ++look)
        for (ContrastPair const& pair : contrast_pairs) {
            bool const high = look >= static_cast<std::size_t>(Look::contrast_light);
            float const least = high && pair.least > 4 ? 7.0F : pair.least;
            std::uint32_t const front = palettes[look][static_cast<std::size_t>(pair.front)];
            std::uint32_t const ground = palettes[look][static_cast<std::size_t>(pair.ground)];
            CAPTURE(look, static_cast<int>(pair.front), static_cast<int>(pair.ground));
            CHECK(contrast(front, ground) >= least);
        }
}

TEST_CASE("in forced colours only the system's colours are drawn, words on their ground", "[ui][theme]") {
    SystemColors const system = {.canvas = 0x101010,
                                 .canvas_text = 0xfafafa,
                                 .link_text = 0x80c0ff,
                                 .highlight = 0xffff00,
                                 .highlight_text = 0x000001,
                                 .gray_text = 0x808080};
    Palette const palette = palette_of(system);
    std::set<std::uint32_t> const allowed = {system.canvas,    system.canvas_text,    system.link_text,
                                             system.highlight, system.highlight_text, system.gray_text};
    for (std::uint32_t const rgb : palette) REQUIRE(allowed.count(rgb) == 1);
    for (ContrastPair const& pair : contrast_pairs)
        REQUIRE(palette[static_cast<std::size_t>(pair.front)] != palette[static_cast<std::size_t>(pair.ground)]);
}

TEST_CASE("every colour of words is tested", "[ui][theme]") {
    std::set<Color> tested;
    for (ContrastPair const& pair : contrast_pairs) tested.insert(pair.front);
    for (Color const color :
         {Color::text, Color::text_muted, Color::placeholder, Color::link, Color::on_accent, Color::on_danger,
          Color::neutral_text, Color::info_text, Color::success_text, Color::warning_text, Color::danger_text,
          Color::on_toast, Color::control_border, Color::focus, Color::accent})
        REQUIRE(tested.count(color) == 1);
}

TEST_CASE("the sizes of a font are read from its tables", "[ui][fonts]") {
    // Roboto: 1900 and -500 of 2048 (its hhea table).
    FontMetrics const roboto = read_metrics(embedded::font_regular());
    REQUIRE(roboto.units_per_em == 2048);
    REQUIRE(roboto.ascent == 1900);
    REQUIRE(roboto.descent == -500);
    REQUIRE(roboto.height_per_em() == Catch::Approx(1.171875));
    REQUIRE(read_metrics("no font at all").units_per_em == 0);
    REQUIRE(read_metrics("").units_per_em == 0);
}

TEST_CASE("ImGui's widths are the font's own advances at the CSS size", "[ui][fonts]") {
    HeadlessScreen screen{[](Ui& ui) { ui.row("r", [&] { ui.paragraph("p", "nnnnnnnnnn"); }); }};
    Node const* words = nullptr;
    for (Node const& node : screen.tree().nodes)
        if (node.value == "nnnnnnnnnn") words = &node;
    REQUIRE(words != nullptr);
    REQUIRE(words->text.size_px == 15);
    // The advance of "n" in Roboto Regular is 1130 of 2048 units.
    bool found = false;
    for (ImFont const* font : ImGui::GetIO().Fonts->Fonts) {
        float const scale = 15 * 1.171875F / font->FontSize; // as it is drawn
        found = found || std::abs(font->FindGlyph('n')->AdvanceX * scale - 1130.0F / 2048 * 15) < 0.01F;
    }
    REQUIRE(found);
    REQUIRE(words->rect.width == Catch::Approx(10 * 1130.0 / 2048 * 15).margin(1));
}

TEST_CASE("a sharper screen gets a sharper atlas, within what WebGL 2 guarantees, and the same places",
          "[ui][fonts]") {
    HeadlessScreen screen{[](Ui& ui) { ui.heading("h", 1, "Größe"); }, GENERATE(desktop_size, phone_size)};
    Rect const before = screen.get(Role::heading, "Größe").rect;
    int uploads = 0;
    screen.frame().on_new_fonts([&] {
        ++uploads;
        ImGui::GetIO().Fonts->SetTexID(&uploads);
    });
    for (float const dpr : {1.5F, 2.0F, 3.0F, 4.0F}) {
        screen.input().dpr = dpr;
        screen.settle();
        CHECK(ImGui::GetIO().Fonts->TexWidth <= 2048);
        CHECK(ImGui::GetIO().Fonts->TexHeight <= 2048);
        Rect const after = screen.get(Role::heading, "Größe").rect;
        CHECK(after.x == before.x);
        CHECK(after.width == Catch::Approx(before.width).margin(1));
    }
    REQUIRE(uploads == 3); // above 3 the atlas stays as it is
    screen.settle();
    REQUIRE(uploads == 3);
}

namespace {

/// Code points of well-formed UTF-8.
std::set<unsigned> characters_of(std::string_view text) {
    std::set<unsigned> found;
    char const* at = text.data();
    char const* const end = at + text.size();
    while (at < end) {
        auto const first = static_cast<unsigned char>(*at);
        int const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
        unsigned code = more == 0 ? first : first & (0x3fU >> more);
        for (int i = 1; i <= more; ++i) code = code << 6U | (static_cast<unsigned char>(at[i]) & 0x3fU);
        found.insert(code);
        at += more + 1;
    }
    return found;
}

} // namespace

TEST_CASE("every character of every text can be drawn", "[ui][fonts]") {
    HeadlessScreen screen{[](Ui& ui) { ui.paragraph("p", "…"); }};
    for (ImFont const* font : ImGui::GetIO().Fonts->Fonts) {
        if (font->FindGlyphNoFallback(static_cast<ImWchar>('a')) == nullptr) continue; // the icons
        for (auto const& file : embedded::strings())
            for (unsigned const code : characters_of(file.bytes)) {
                if (code < 0x20) continue;
                CAPTURE(std::string{file.name}, code);
                CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
            }
        for (unsigned const code : characters_of("ÄÖÜäöüßẞ€„“‚‘–…→ŠšČčŁłŽžÉéÀàŒœ"))
            CHECK(font->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr);
    }
}

TEST_CASE("every icon of a tone is in the icon font", "[ui][fonts]") {
    HeadlessScreen screen{[](Ui& ui) { ui.paragraph("p", "…"); }};
    for (Tone const tone : {Tone::neutral, Tone::info, Tone::success, Tone::warning, Tone::danger}) {
        unsigned const code = *characters_of(icon_of(tone)).begin();
        bool found = false;
        for (ImFont const* font : ImGui::GetIO().Fonts->Fonts)
            found = found || font->FindGlyphNoFallback(static_cast<ImWchar>(code)) != nullptr;
        REQUIRE(found);
    }
}
