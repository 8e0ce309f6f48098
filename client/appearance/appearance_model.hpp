#pragma once
// How the application looks for the person at this device. The settings stay in the browser (web/appearance.mjs
// applies them to the page and to what is drawn); an empty word means: as the device has it.

#include "client/platform/platform.hpp"

#include <array>
#include <string>
#include <string_view>

namespace schulkit {

struct AppearanceModel {
    std::string colors = {};    ///< "light", "dark"
    std::string contrast = {};  ///< "more", "normal"
    std::string text_size = {}; ///< per cent of the browser's own: "125"
    std::string motion = {};    ///< "less", "normal"
    std::string single_keys = {}; ///< "off": "/" and "?" are no shortcuts (WCAG 2.1.4)
    bool operator==(AppearanceModel const&) const = default;
};

inline constexpr std::array<std::string_view, 3> color_choices = {"", "light", "dark"};
inline constexpr std::array<std::string_view, 3> contrast_choices = {"", "normal", "more"};
inline constexpr std::array<std::string_view, 3> motion_choices = {"", "normal", "less"};
inline constexpr std::array<std::string_view, 6> text_size_choices = {"", "110", "125", "150", "175", "200"};

inline constexpr std::array<std::string_view, 2> single_key_choices = {"", "off"};

AppearanceModel read_appearance(Platform const& platform);
/// Only what differs from `before`: the palette and other tabs change single settings, too.
void store_appearance(AppearanceModel const& before, AppearanceModel const& now, Platform& platform);

} // namespace schulkit
