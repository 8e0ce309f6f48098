#include "server/http/socket_io.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <sys/socket.h>
#include <utility>

namespace schulkit {
namespace {

constexpr std::size_t bytes_per_second = 16384;
constexpr std::size_t worth_sending_bytes = 65536;
constexpr std::size_t max_lingering_bytes = std::size_t{512} << 20;
constexpr std::chrono::seconds lingering_time{30};
constexpr std::chrono::seconds silence_while_lingering{2};
constexpr std::chrono::seconds writing_time{20};
constexpr std::chrono::seconds stopping_time{2};
constexpr std::chrono::milliseconds glance_at_stopping{250};

} // namespace

void SocketIo::allow(std::chrono::seconds time) {
    m_deadline = Clock::now() + time;
    m_timed_out = false;
}

void SocketIo::gain_time(std::size_t bytes) {
    m_deadline += std::chrono::microseconds{bytes * 1'000'000 / bytes_per_second};
}

bool SocketIo::wait_for(short events) {
    while (true) {
        auto const now = Clock::now();
        bool const stopping = m_stopping.load();
        if (stopping) m_deadline = std::min(m_deadline, now + stopping_time);
        if (now >= m_deadline) {
            m_timed_out = true;
            return false;
        }
        auto const left = std::chrono::duration_cast<std::chrono::milliseconds>(m_deadline - now);
        auto const slice = std::min(left, glance_at_stopping) + std::chrono::milliseconds{1};
        pollfd wanted{.fd = m_socket, .events = events, .revents = 0};
        int const ready = poll(&wanted, 1, static_cast<int>(slice.count()));
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

ssize_t SocketIo::fill() {
    while (true) {
        ssize_t const got = recv(m_socket, m_in.data(), m_in.size(), MSG_DONTWAIT);
        if (got >= 0) {
            gain_time(static_cast<std::size_t>(got));
            return got;
        }
        if (errno == EINTR) continue;
        if (errno != EAGAIN && errno != EWOULDBLOCK) return -1;
        if (!flush() || !wait_for(POLLIN)) return -1;
    }
}

ssize_t SocketIo::read(char* bytes, std::size_t size) {
    if (!has_unread()) {
        ssize_t const got = fill();
        if (got <= 0) return got;
        m_in_next = 0;
        m_in_end = static_cast<std::size_t>(got);
    }
    std::size_t const count = std::min(size, m_in_end - m_in_next);
    std::memcpy(bytes, m_in.data() + m_in_next, count);
    m_in_next += count;
    if (m_recording) m_record.append(bytes, count);
    return static_cast<ssize_t>(count);
}

std::string SocketIo::end_record() {
    m_recording = false;
    return std::exchange(m_record, {});
}

void SocketIo::write(std::string_view bytes) {
    m_out += bytes;
    if (m_out.size() >= worth_sending_bytes) flush();
}

bool SocketIo::flush() {
    std::string_view rest = m_out;
    auto const deadline_of_reading = m_deadline;
    if (!rest.empty()) m_deadline = Clock::now() + writing_time;
    while (!rest.empty() && !m_failed) {
        ssize_t const sent = send(m_socket, rest.data(), rest.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent > 0) {
            rest.remove_prefix(static_cast<std::size_t>(sent));
            gain_time(static_cast<std::size_t>(sent));
        } else if (errno != EINTR && (errno != EAGAIN || !wait_for(POLLOUT))) {
            m_failed = true;
        }
    }
    m_deadline = deadline_of_reading;
    m_out.clear();
    return !m_failed;
}

void SocketIo::linger() {
    if (!flush() || shutdown(m_socket, SHUT_WR) != 0) return;
    auto const end = Clock::now() + lingering_time;
    std::size_t taken = 0;
    while (taken < max_lingering_bytes && Clock::now() < end && !m_stopping.load()) {
        m_deadline = std::min(end, Clock::now() + silence_while_lingering);
        ssize_t const got = fill();
        if (got <= 0) return;
        taken += static_cast<std::size_t>(got);
    }
}

} // namespace schulkit
