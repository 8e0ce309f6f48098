#pragma once
// One finger: is it a tap, a hold or a scroll? Plain logic without ImGui; times and places come in, commands
// come out. Frame uses it; the platform only reports pointer events.

#include <cstdint>
#include <vector>

namespace schulkit::ui {

struct TouchCommand {
    enum class Kind : std::uint8_t {
        hover,   ///< the pointer is at x, y, nothing is pressed
        press,   ///< button down at x, y
        release, ///< button up at x, y
        leave,   ///< no pointer any more, so that nothing stays highlighted
        scroll   ///< move the content under x, y by dx, dy (a finger going up gives dy < 0: content follows it)
    };
    Kind kind = Kind::hover;
    float x = 0;
    float y = 0;
    float dx = 0;
    float dy = 0;
    bool operator==(TouchCommand const&) const = default;
};

class TouchScroll {
public:
    static constexpr float slop_px = 8;   ///< less is a shaky tap
    static constexpr int hold_ms = 150;   ///< a finger that has rested so long presses (shown as pressed)
    static constexpr float least_fling_px_per_s = 60;

    std::vector<TouchCommand> down(float x, float y, std::int64_t now_ms);
    std::vector<TouchCommand> move(float x, float y, std::int64_t now_ms);
    std::vector<TouchCommand> up(float x, float y, std::int64_t now_ms);
    std::vector<TouchCommand> cancel();
    /// Called once a frame: a hold becomes a press; after a fling the content goes on, ever slower.
    std::vector<TouchCommand> tick(std::int64_t now_ms);
    /// The next tick matters; frames go on until it does not.
    bool is_moving() const { return m_phase == Phase::waiting || m_phase == Phase::flinging; }
    void set_inertia(bool on) { m_inertia = on; }

private:
    enum class Phase : std::uint8_t { idle, waiting, pressed, scrolling, flinging };
    Phase m_phase = Phase::idle;
    bool m_inertia = true;
    float m_start_x = 0;
    float m_start_y = 0;
    float m_x = 0;
    float m_y = 0;
    float m_velocity_x = 0; ///< px per second
    float m_velocity_y = 0;
    std::int64_t m_down_ms = 0;
    std::int64_t m_last_ms = 0;
};

} // namespace schulkit::ui
