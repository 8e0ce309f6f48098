#pragma once
// How many bytes of large bodies may be in memory at once. Each call may send its 10 or 64 MB, and many calls at once may
// be one person with a script: the sum is what has to fit, and nobody takes all of it.

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <utility>

namespace schulkit {

class BodyBudget {
public:
    /// Given back when it goes.
    class Share {
    public:
        Share() = default;
        Share(BodyBudget& budget, std::int64_t who, std::size_t bytes) : m_budget{&budget}, m_who{who}, m_bytes{bytes} {}
        Share(Share&& other) noexcept
            : m_budget{std::exchange(other.m_budget, nullptr)}, m_who{other.m_who}, m_bytes{other.m_bytes} {}
        Share& operator=(Share&& other) noexcept {
            std::swap(m_budget, other.m_budget);
            std::swap(m_who, other.m_who);
            std::swap(m_bytes, other.m_bytes);
            return *this;
        }
        ~Share() {
            if (m_budget != nullptr) m_budget->give_back(m_who, m_bytes);
        }
        explicit operator bool() const { return m_budget != nullptr; }

    private:
        BodyBudget* m_budget = nullptr;
        std::int64_t m_who = 0;
        std::size_t m_bytes = 0;
    };

    /// bytes: of all together. of_one: of one person; all who are not signed in are one, and get a quarter of that.
    BodyBudget(std::size_t bytes, std::size_t of_one) : m_bytes{bytes}, m_of_one{of_one} {}
    BodyBudget(BodyBudget const&) = delete;
    BodyBudget& operator=(BodyBudget const&) = delete;

    /// who: the person's id; 0: nobody is signed in. An empty share: not now.
    Share take(std::int64_t who, std::size_t bytes) {
        std::lock_guard const lock{m_mutex};
        std::size_t const most = who == 0 ? m_of_one / 4 : m_of_one;
        auto const known = m_taken_by.find(who);
        std::size_t const own = known == m_taken_by.end() ? 0 : known->second;
        if (bytes > m_bytes || m_taken > m_bytes - bytes || bytes > most || own > most - bytes) return {};
        m_taken += bytes;
        m_taken_by[who] = own + bytes;
        return {*this, who, bytes};
    }
    std::size_t taken() const {
        std::lock_guard const lock{m_mutex};
        return m_taken;
    }

private:
    void give_back(std::int64_t who, std::size_t bytes) {
        std::lock_guard const lock{m_mutex};
        m_taken -= bytes;
        auto const known = m_taken_by.find(who);
        known->second -= bytes;
        if (known->second == 0) m_taken_by.erase(known);
    }

    mutable std::mutex m_mutex = {};
    std::size_t m_bytes;
    std::size_t m_of_one;
    std::size_t m_taken = 0;
    std::map<std::int64_t, std::size_t> m_taken_by = {};
};

} // namespace schulkit
