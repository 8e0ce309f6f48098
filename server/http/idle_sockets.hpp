#pragma once
// Connections between two calls. They cost a file descriptor each and no thread: one thread watches them all.

#include <chrono>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace schulkit {

class IdleSockets {
public:
    using Handover = std::function<void(int socket)>;

    /// `readable` gets a socket with something to read (or that was closed over there), `expired` one that
    /// was idle for too long. Both own it from then on.
    IdleSockets(std::chrono::seconds timeout, Handover readable, Handover expired);
    ~IdleSockets();
    IdleSockets(IdleSockets const&) = delete;
    IdleSockets& operator=(IdleSockets const&) = delete;

    /// Owns the socket until it is handed over.
    void park(int socket);
    /// Expires the one that has been idle longest; false if there is none.
    bool expire_oldest();
    /// Expires all, and from now on whatever is parked.
    void stop();

private:
    using Clock = std::chrono::steady_clock;
    struct Parked {
        int socket = -1;
        Clock::time_point until = {};
    };

    void watch();
    /// One that is parked; m_lock is held.
    void forget(int socket);
    void wake();

    std::chrono::seconds const m_timeout;
    Handover const m_readable;
    Handover const m_expired;
    int const m_epoll;
    int const m_wake;
    std::mutex m_lock;
    std::list<Parked> m_parked; ///< the one to expire first is in front
    std::unordered_map<int, std::list<Parked>::iterator> m_by_socket;
    bool m_stopped = false;
    std::thread m_watcher;
};

} // namespace schulkit
