#pragma once
// How values of a device read in a language, and what is shown first.

#include "shared/assets/asset.hpp"
#include "shared/core/status_tone.hpp"
#include "shared/core/strings.hpp"

#include <array>

namespace schulkit {

/// What somebody in front of the device looks for first.
inline constexpr std::array first_asset_facts = {name_of(&Asset::status), name_of(&Asset::school_code),
                                                 name_of(&Asset::site_code), name_of(&Asset::room)};

StatusTone tone_of(AssetStatus status);
std::string status_text(Strings const& strings, AssetStatus status);
/// The label of a field by its name on the wire; empty for fields that are never shown.
std::string asset_label(Strings const& strings, std::string_view field);
/// "31.08.2024", "1.234,56 €", "im Einsatz"; empty for a value that is absent.
std::string asset_value(Strings const& strings, Asset const& asset, std::string_view field);

} // namespace schulkit
