#include "server/http/idle_sockets.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace schulkit {
namespace {

int must_open(int descriptor) {
    if (descriptor < 0) throw std::system_error{errno, std::generic_category(), "epoll"};
    return descriptor;
}

} // namespace

IdleSockets::IdleSockets(std::chrono::seconds timeout, Handover readable, Handover expired)
    : m_timeout{timeout}, m_readable{std::move(readable)}, m_expired{std::move(expired)},
      m_epoll{must_open(epoll_create1(EPOLL_CLOEXEC))}, m_wake{must_open(
                                                            eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))} {
    epoll_event event{.events = EPOLLIN, .data = {.fd = m_wake}};
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_wake, &event);
    m_watcher = std::thread{[this] { watch(); }};
}

IdleSockets::~IdleSockets() {
    stop();
    close(m_wake);
    close(m_epoll);
}

void IdleSockets::park(int socket) {
    {
        std::lock_guard lock{m_lock};
        if (!m_stopped) {
            bool const was_empty = m_parked.empty();
            m_by_socket[socket] = m_parked.insert(m_parked.end(), {socket, Clock::now() + m_timeout});
            epoll_event event{.events = EPOLLIN | EPOLLRDHUP, .data = {.fd = socket}};
            if (epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event) == 0) {
                if (was_empty) wake(); // it sleeps without a limit
                return;
            }
            m_parked.erase(m_by_socket[socket]);
            m_by_socket.erase(socket);
        }
    }
    m_expired(socket);
}

void IdleSockets::forget(int socket) {
    auto const found = m_by_socket.find(socket);
    epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
    m_parked.erase(found->second);
    m_by_socket.erase(found);
}

bool IdleSockets::expire_oldest() {
    int socket = -1;
    {
        std::lock_guard lock{m_lock};
        if (m_parked.empty()) return false;
        socket = m_parked.front().socket;
        forget(socket);
    }
    m_expired(socket);
    return true;
}

void IdleSockets::wake() {
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const written = write(m_wake, &one, sizeof one); // full: it will wake anyway
}

void IdleSockets::watch() {
    std::array<epoll_event, 64> events{};
    while (true) {
        std::vector<int> late;
        int wait_ms = -1;
        {
            std::lock_guard lock{m_lock};
            if (m_stopped) return;
            auto const now = Clock::now();
            while (!m_parked.empty() && m_parked.front().until <= now) {
                late.push_back(m_parked.front().socket);
                forget(m_parked.front().socket);
            }
            if (!m_parked.empty()) wait_ms = 1000;
        }
        for (int const socket : late)
            m_expired(socket);

        int const count = epoll_wait(m_epoll, events.data(), static_cast<int>(events.size()), wait_ms);
        for (int i = 0; i < count; ++i) {
            int const socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == m_wake) {
                std::uint64_t ignored = 0;
                [[maybe_unused]] auto const got = read(m_wake, &ignored, sizeof ignored);
                continue;
            }
            {
                std::lock_guard lock{m_lock};
                if (!m_by_socket.contains(socket)) continue; // expired meanwhile
                forget(socket);
            }
            m_readable(socket);
        }
    }
}

void IdleSockets::stop() {
    std::list<Parked> left;
    {
        std::lock_guard lock{m_lock};
        if (m_stopped) return;
        m_stopped = true;
        left.swap(m_parked);
        m_by_socket.clear();
    }
    wake();
    m_watcher.join();
    for (Parked const& parked : left)
        m_expired(parked.socket);
}

} // namespace schulkit
