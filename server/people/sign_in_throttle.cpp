#include "server/people/sign_in_throttle.hpp"

namespace schulkit {

SignInThrottle::Attempt* SignInThrottle::find(Number number) {
    bool const is_kept = number >= m_first && number - m_first < m_attempts.size();
    return is_kept ? &m_attempts[number - m_first] : nullptr;
}

void SignInThrottle::stop_counting(Attempt& attempt) {
    attempt.counts = false;
    auto const of_address = m_of_address.find(attempt.who.first);
    if (--of_address->second == 0) m_of_address.erase(of_address);
}

void SignInThrottle::drop_oldest() {
    if (Attempt& oldest = m_attempts.front(); oldest.counts) {
        stop_counting(oldest);
        auto const of_name = m_of_name.find(oldest.who);
        of_name->second.pop_front();
        if (of_name->second.empty()) m_of_name.erase(of_name);
    }
    m_attempts.pop_front();
    ++m_first;
}

std::optional<SignInThrottle::Number> SignInThrottle::begin(std::string const& address, std::string const& username,
                                                            Instant now) {
    std::lock_guard lock{m_lock};
    while (!m_attempts.empty() && m_attempts.front().at.unix_ms + window_ms <= now.unix_ms) drop_oldest();

    Who who{address, username};
    auto const of_address = m_of_address.find(address);
    if (of_address != m_of_address.end() && of_address->second >= allowed_of_address) return std::nullopt;
    auto const of_name = m_of_name.find(who);
    if (of_name != m_of_name.end() && of_name->second.size() >= allowed_attempts) return std::nullopt;

    if (m_attempts.size() >= most_kept) drop_oldest();
    Number const number = m_first + m_attempts.size();
    ++m_of_address[address];
    m_of_name[who].push_back(number);
    m_attempts.push_back({.at = now, .who = std::move(who)});
    return number;
}

void SignInThrottle::succeeded(Number number) {
    std::lock_guard lock{m_lock};
    Attempt const* const attempt = find(number);
    if (attempt == nullptr) return;
    auto const of_name = m_of_name.find(attempt->who);
    if (of_name == m_of_name.end()) return;
    for (Number const each : of_name->second) stop_counting(*find(each));
    m_of_name.erase(of_name);
}

void SignInThrottle::take_back(Number number) {
    std::lock_guard lock{m_lock};
    Attempt* const attempt = find(number);
    if (attempt == nullptr || !attempt->counts) return;
    stop_counting(*attempt);
    auto const of_name = m_of_name.find(attempt->who);
    std::erase(of_name->second, number);
    if (of_name->second.empty()) m_of_name.erase(of_name);
}

std::size_t SignInThrottle::kept() const {
    std::lock_guard lock{m_lock};
    return m_attempts.size();
}

} // namespace schulkit
