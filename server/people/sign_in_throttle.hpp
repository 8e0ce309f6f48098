#pragma once
// Slows down the guessing of passwords: after ten failures for one name from one address within a quarter
// of an hour, further attempts are refused until the oldest of them is that old.

#include "shared/core/date.hpp"

#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace schulkit {

class SignInThrottle {
public:
    static constexpr std::size_t allowed_attempts = 10;
    static constexpr std::int64_t window_ms = 15 * 60 * 1000;

    /// Counts the attempt before its password is looked at: many at once are no way round. False: refused.
    bool begin(std::string const& address, std::string const& username, Instant now);
    void succeeded(std::string const& address, std::string const& username);

private:
    using Who = std::pair<std::string, std::string>;
    void forget_old(Instant now);

    std::mutex m_lock;
    std::map<Who, std::deque<Instant>> m_attempts;
};

} // namespace schulkit
