#include "shared/differences/difference_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {

std::string difference_text(Strings const& strings, LoanDifference const& difference) {
    std::string const device = difference.asset_tag.value_or("") + " · " + difference.asset_name.value_or("");
    switch (difference.kind) {
    case DifferenceKind::device_missing:
        return strings.get("kits.slot", {{"slot", number_text(strings, difference.slot.value_or(0))}, {"label", difference.label}}) +
               ", " + device;
    case DifferenceKind::accessory_missing:
        return strings.get("handover.lacks", {{"count", number_text(strings, difference.quantity)}, {"label", difference.label}});
    case DifferenceKind::foreign_device:
        return strings.get("differences.foreign", {{"device", device}, {"kit", difference.other_kit_tag.value_or("")}});
    }
    return {};
}

std::string difference_title(Strings const& strings, LoanDifference const& difference) {
    std::string const text = difference_text(strings, difference);
    if (difference.kind == DifferenceKind::foreign_device) return text;
    return strings.get("difference.kind." + std::string{word_of(difference.kind)}) + ", " + text;
}

StatusTone tone_of(DifferenceState state) {
    switch (state) {
    case DifferenceState::told: return StatusTone::info;
    case DifferenceState::objected: return StatusTone::warning;
    case DifferenceState::counts: return StatusTone::danger;
    case DifferenceState::settled: return StatusTone::neutral;
    }
    return StatusTone::neutral;
}

std::string state_text(Strings const& strings, LoanDifference const& difference) {
    switch (difference.state) {
    case DifferenceState::told:
        return strings.get("differences.until", {{"date", date_text(strings, difference.object_until)}});
    case DifferenceState::objected: return strings.get("differences.objected");
    case DifferenceState::counts:
        if (difference.chases.empty()) return strings.get("differences.counts");
        return strings.get("differences.chased", {{"date", date_text(strings, difference.chases.back().chased_on)}});
    case DifferenceState::settled:
        return strings.get("difference.settled_as." + std::string{word_of(difference.settled_as.value_or(Settlement::noted))});
    }
    return {};
}

} // namespace schulkit
