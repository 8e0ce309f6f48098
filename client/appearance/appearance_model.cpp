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

void store_appearance(AppearanceModel const& model, Platform& platform) {
    platform.store(colors_key, model.colors);
    platform.store(contrast_key, model.contrast);
    platform.store(text_size_key, model.text_size);
    platform.store(motion_key, model.motion);
    platform.store(single_keys_key, model.single_keys);
}

} // namespace schulkit
