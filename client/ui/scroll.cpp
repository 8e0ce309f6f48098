#include "client/ui/scroll.hpp"

#include <algorithm>
#include <cmath>

namespace schulkit::ui {

namespace {
using Kind = TouchCommand::Kind;

/// Velocity left after a second of free run; the feel of a page in a phone's browser.
constexpr float kept_per_second = 0.05F;
constexpr float fastest_px_per_s = 6000;
/// A finger that rested before it was lifted does not fling.
constexpr std::int64_t rest_ms = 80;

float distance(float dx, float dy) { return std::sqrt(dx * dx + dy * dy); }
} // namespace

std::vector<TouchCommand> TouchScroll::down(float x, float y, std::int64_t now_ms) {
    bool const caught_fling = m_phase == Phase::flinging;
    m_start_x = m_x = x;
    m_start_y = m_y = y;
    m_down_ms = m_last_ms = now_ms;
    m_velocity_x = m_velocity_y = 0;
    // A finger that stops a running list presses nothing.
    m_phase = caught_fling ? Phase::scrolling : Phase::waiting;
    return {};
}

std::vector<TouchCommand> TouchScroll::move(float x, float y, std::int64_t now_ms) {
    float const dx = x - m_x;
    float const dy = y - m_y;
    if (m_phase == Phase::waiting) {
        if (distance(x - m_start_x, y - m_start_y) <= slop_px) return {};
        m_phase = Phase::scrolling;
    }
    if (m_phase == Phase::pressed) {
        m_x = x;
        m_y = y;
        m_last_ms = now_ms;
        return {{.kind = Kind::hover, .x = x, .y = y}};
    }
    if (m_phase != Phase::scrolling) return {};

    auto const elapsed_ms = std::max<std::int64_t>(1, now_ms - m_last_ms);
    auto const blend = [&](float velocity, float moved) {
        float const now = moved * 1000.0F / static_cast<float>(elapsed_ms);
        return std::clamp(0.4F * velocity + 0.6F * now, -fastest_px_per_s, fastest_px_per_s);
    };
    m_velocity_x = blend(m_velocity_x, dx);
    m_velocity_y = blend(m_velocity_y, dy);
    m_x = x;
    m_y = y;
    m_last_ms = now_ms;
    return {{.kind = Kind::scroll, .x = m_start_x, .y = m_start_y, .dx = dx, .dy = dy}};
}

std::vector<TouchCommand> TouchScroll::up(float x, float y, std::int64_t now_ms) {
    Phase const phase = m_phase;
    m_phase = Phase::idle;
    if (phase == Phase::waiting)
        return {{.kind = Kind::hover, .x = m_start_x, .y = m_start_y},
                {.kind = Kind::press, .x = m_start_x, .y = m_start_y},
                {.kind = Kind::release, .x = m_start_x, .y = m_start_y},
                {.kind = Kind::leave}};
    if (phase == Phase::pressed) return {{.kind = Kind::release, .x = x, .y = y}, {.kind = Kind::leave}};
    bool const rested = now_ms - m_last_ms > rest_ms;
    if (phase == Phase::scrolling && m_inertia && !rested &&
        distance(m_velocity_x, m_velocity_y) > least_fling_px_per_s) {
        m_phase = Phase::flinging;
        m_last_ms = now_ms;
    }
    return {};
}

std::vector<TouchCommand> TouchScroll::cancel() {
    Phase const phase = m_phase;
    m_phase = Phase::idle;
    // Released outside of everything, so that nothing is clicked.
    if (phase == Phase::pressed) return {{.kind = Kind::leave}, {.kind = Kind::release}, {.kind = Kind::leave}};
    return {};
}

std::vector<TouchCommand> TouchScroll::tick(std::int64_t now_ms) {
    if (m_phase == Phase::waiting && now_ms - m_down_ms >= hold_ms) {
        m_phase = Phase::pressed;
        return {{.kind = Kind::hover, .x = m_start_x, .y = m_start_y},
                {.kind = Kind::press, .x = m_start_x, .y = m_start_y}};
    }
    if (m_phase != Phase::flinging) return {};
    float const seconds = static_cast<float>(std::clamp<std::int64_t>(now_ms - m_last_ms, 0, 100)) / 1000.0F;
    m_last_ms = now_ms;
    float const dx = m_velocity_x * seconds;
    float const dy = m_velocity_y * seconds;
    float const kept = std::pow(kept_per_second, seconds);
    m_velocity_x *= kept;
    m_velocity_y *= kept;
    if (distance(m_velocity_x, m_velocity_y) < least_fling_px_per_s) m_phase = Phase::idle;
    return {{.kind = Kind::scroll, .x = m_start_x, .y = m_start_y, .dx = dx, .dy = dy}};
}

} // namespace schulkit::ui
