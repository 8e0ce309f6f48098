#include "client/appearance/appearance_model.hpp"

#include <algorithm>
#include <span>

namespace schulkit {
namespace {

constexpr std::string_view colors_key = "setting.colors";
constexpr std::string_view contrast_key = "setting.contrast";
constexpr std::string_view text_size_key = "setting.text_size";
constexpr std::string_view motion_key = "setting.motion";
constexpr std::string_view single_keys_key = "setting.single_keys";

/// What is stored, if it still means something.
std::string known(Platform const& platform, std::string_view key, std::span<std::string_view const> words) {
    std::string const word = platform.stored(key);
    return std::find(words.begin(), words.end(), word) == words.end() ? std::string{} : word;
}

} // namespace

AppearanceModel read_appearance(Platform const& platform) {
    return {.colors = known(platform, colors_key, color_choices),
            .contrast = known(platform, contrast_key, contrast_choices),
            .text_size = known(platform, text_size_key, text_size_choices),
            .motion = known(platform, motion_key, motion_choices),
            .single_keys = known(platform, single_keys_key, single_key_choices)};
}

void store_appearance(AppearanceModel const& before, AppearanceModel const& now, Platform& platform) {
    auto const store = [&](std::string_view key, std::string AppearanceModel::*setting) {
        if (now.*setting != before.*setting) platform.store(key, now.*setting);
    };
    store(colors_key, &AppearanceModel::colors);
    store(contrast_key, &AppearanceModel::contrast);
    store(text_size_key, &AppearanceModel::text_size);
    store(motion_key, &AppearanceModel::motion);
    store(single_keys_key, &AppearanceModel::single_keys);
}

} // namespace schulkit
