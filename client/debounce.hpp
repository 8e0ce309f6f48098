#pragma once
// What is done once somebody pauses typing.

#include "client/platform/platform.hpp"

#include <functional>
#include <memory>

namespace schulkit {

inline constexpr int typing_pause_ms = 250;

/// Belongs to a model: nothing happens any more when it is gone.
class Debounce {
public:
    Debounce() = default;
    Debounce(Debounce const&) = delete;
    Debounce& operator=(Debounce const&) = delete;

    /// Replaces what still waits.
    void after(Platform& platform, int pause_ms, std::function<void()> due) {
        *m_round += 1;
        m_waiting = true;
        std::weak_ptr<int> const round = m_round;
        platform.call_after(pause_ms, [this, round, mine = *m_round, due = std::move(due)] {
            auto const now = round.lock();
            if (!now || *now != mine || !m_waiting) return;
            m_waiting = false;
            due();
        });
    }
    void cancel() { m_waiting = false; }
    bool waiting() const { return m_waiting; }

private:
    std::shared_ptr<int> m_round = std::make_shared<int>(0);
    bool m_waiting = false;
};

} // namespace schulkit
