#include "server/people/sign_in_throttle.hpp"

namespace schulkit {

void SignInThrottle::forget_old(Instant now) {
    for (auto entry = m_attempts.begin(); entry != m_attempts.end();) {
        auto& attempts = entry->second;
        while (!attempts.empty() && attempts.front().unix_ms + window_ms <= now.unix_ms) attempts.pop_front();
        entry = attempts.empty() ? m_attempts.erase(entry) : std::next(entry);
    }
}

bool SignInThrottle::begin(std::string const& address, std::string const& username, Instant now) {
    std::lock_guard lock{m_lock};
    forget_old(now);
    auto& attempts = m_attempts[{address, username}];
    if (attempts.size() >= allowed_attempts) return false;
    attempts.push_back(now);
    return true;
}

void SignInThrottle::succeeded(std::string const& address, std::string const& username) {
    std::lock_guard lock{m_lock};
    m_attempts.erase({address, username});
}

} // namespace schulkit
