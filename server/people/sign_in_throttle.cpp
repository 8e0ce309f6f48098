#include "server/people/sign_in_throttle.hpp"

namespace schulkit {

void SignInThrottle::forget_old(Instant now) {
    for (auto entry = m_failures.begin(); entry != m_failures.end();) {
        auto& failures = entry->second;
        while (!failures.empty() && failures.front().unix_ms + window_ms <= now.unix_ms) failures.pop_front();
        entry = failures.empty() ? m_failures.erase(entry) : std::next(entry);
    }
}

bool SignInThrottle::allows(std::string const& address, std::string const& username, Instant now) {
    std::lock_guard lock{m_lock};
    forget_old(now);
    auto const found = m_failures.find({address, username});
    return found == m_failures.end() || found->second.size() < allowed_failures;
}

void SignInThrottle::note_failure(std::string const& address, std::string const& username, Instant now) {
    std::lock_guard lock{m_lock};
    m_failures[{address, username}].push_back(now);
}

void SignInThrottle::note_success(std::string const& address, std::string const& username) {
    std::lock_guard lock{m_lock};
    m_failures.erase({address, username});
}

} // namespace schulkit
