#pragma once
// How values of a device read in a language.

#include "shared/assets/asset.hpp"
#include "shared/core/strings.hpp"

namespace schulkit {

std::string status_text(Strings const& strings, AssetStatus status);
/// The label of a field by its name on the wire; empty for fields that are never shown.
std::string asset_label(Strings const& strings, std::string_view field);
/// "31.08.2024", "1.234,56 €", "im Einsatz"; empty for a value that is absent.
std::string asset_value(Strings const& strings, Asset const& asset, std::string_view field);

} // namespace schulkit
