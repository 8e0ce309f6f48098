#pragma once
// Slows down the guessing of passwords. Ten failures for one name from one address within a quarter of an hour, or a
// hundred from one address for any names, and further attempts are refused until the oldest of them is that old.

#include "shared/core/date.hpp"

#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace schulkit {

class SignInThrottle {
public:
    static constexpr std::size_t allowed_attempts = 10;
    static constexpr std::size_t allowed_of_address = 100;
    static constexpr std::int64_t window_ms = 15 * 60 * 1000;
    /// Above that the oldest are forgotten: memory is bounded, whoever calls.
    static constexpr std::size_t most_kept = 20'000;

    /// An attempt under way.
    using Number = std::uint64_t;

    /// Counts the attempt before its password is looked at: many at once are no way round. Nothing: refused.
    std::optional<Number> begin(std::string const& address, std::string const& username, Instant now);
    /// The password was right: the failures of that name are forgiven, those of the address for other names are not.
    void succeeded(Number number);
    /// The password was not looked at.
    void take_back(Number number);
    std::size_t kept() const;

private:
    using Who = std::pair<std::string, std::string>;
    struct Attempt {
        Instant at = {};
        Who who = {};
        bool counts = true;
    };

    Attempt* find(Number number);
    void stop_counting(Attempt& attempt);
    void drop_oldest();

    mutable std::mutex m_lock;
    std::deque<Attempt> m_attempts; ///< oldest first
    Number m_first = 0;             ///< number of the oldest
    std::map<Who, std::deque<Number>> m_of_name; ///< those that count, oldest first
    std::map<std::string, std::size_t> m_of_address;
};

} // namespace schulkit
