#pragma once
// How IT standards look: what the application and the plain pages share.

#include "shared/core/status_tone.hpp"
#include "shared/schools/school_standard.hpp"

namespace schulkit {

constexpr StatusTone tone_of(StandardState state) {
    switch (state) {
    case StandardState::unknown: return StatusTone::neutral;
    case StandardState::missing: return StatusTone::danger;
    case StandardState::partly: return StatusTone::warning;
    case StandardState::met: return StatusTone::success;
    }
    return StatusTone::neutral;
}

} // namespace schulkit
