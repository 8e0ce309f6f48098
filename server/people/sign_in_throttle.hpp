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
    static constexpr std::size_t allowed_failures = 10;
    static constexpr std::int64_t window_ms = 15 * 60 * 1000;

    bool allows(std::string const& address, std::string const& username, Instant now);
    void note_failure(std::string const& address, std::string const& username, Instant now);
    void note_success(std::string const& address, std::string const& username);

private:
    using Who = std::pair<std::string, std::string>;
    void forget_old(Instant now);

    std::mutex m_lock;
    std::map<Who, std::deque<Instant>> m_failures;
};

} // namespace schulkit
