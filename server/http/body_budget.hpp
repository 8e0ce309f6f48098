#pragma once
// How many bytes of large bodies may be in memory at once. Each call may send its 10 or 64 MB, and many calls at once may
// be one person with a script: the sum is what has to fit.

#include <atomic>
#include <cstddef>
#include <utility>

namespace schulkit {

class BodyBudget {
public:
    /// Given back when it goes.
    class Share {
    public:
        Share() = default;
        Share(BodyBudget& budget, std::size_t bytes) : m_budget{&budget}, m_bytes{bytes} {}
        Share(Share&& other) noexcept : m_budget{std::exchange(other.m_budget, nullptr)}, m_bytes{other.m_bytes} {}
        Share& operator=(Share&& other) noexcept {
            std::swap(m_budget, other.m_budget);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Share() {
            if (m_budget != nullptr) m_budget->m_taken -= m_bytes;
        }
        explicit operator bool() const { return m_budget != nullptr; }

    private:
        BodyBudget* m_budget = nullptr;
        std::size_t m_bytes = 0;
    };

    explicit BodyBudget(std::size_t bytes) : m_bytes{bytes} {}
    BodyBudget(BodyBudget const&) = delete;
    BodyBudget& operator=(BodyBudget const&) = delete;

    /// An empty share: not now.
    Share take(std::size_t bytes) {
        std::size_t taken = m_taken.load();
        do {
            if (bytes > m_bytes || taken > m_bytes - bytes) return {};
        } while (!m_taken.compare_exchange_weak(taken, taken + bytes));
        return {*this, bytes};
    }
    std::size_t taken() const { return m_taken.load(); }

private:
    std::size_t m_bytes;
    std::atomic<std::size_t> m_taken = 0;
};

} // namespace schulkit
