#pragma once
// What lists call the state of a device, in German and English, and Snipe-IT's status labels.

#include "shared/assets/asset.hpp"

#include <optional>
#include <string_view>

namespace schulkit {

struct StatusReading {
    bool is_known = false;
    /// Absent for a known word that says how good a device is and not where ("gut", "gebraucht"). on_loan is
    /// recognised, but an import may not set it.
    std::optional<AssetStatus> status = {};
};

/// Reads also Snipe-IT's "Ready to Deploy (deployed)": what stands in brackets says whether the device is
/// given out.
StatusReading read_status_cell(std::string_view cell);

} // namespace schulkit
