#pragma once
// Reading and writing of one connection, buffered and never without a time limit.

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <string_view>
#include <sys/types.h>

namespace schulkit {

class SocketIo {
public:
    /// Neither opens nor closes `socket`. Once `stopping` is set, waiting ends within two seconds.
    SocketIo(int socket, std::atomic<bool> const& stopping) : m_socket{socket}, m_stopping{stopping} {}
    SocketIo(SocketIo const&) = delete;
    SocketIo& operator=(SocketIo const&) = delete;

    /// The time that what follows may take; each 16 KB that get through give it a second more.
    void allow(std::chrono::seconds time);
    bool timed_out() const { return m_timed_out; }

    /// Bytes read, 0 at the end, -1 for a failure. Sends first what was written.
    ssize_t read(char* bytes, std::size_t size);
    /// What is read between the two, as it came in.
    void begin_record() { m_recording = true; }
    std::string end_record();
    bool has_unread() const { return m_in_next < m_in_end; }

    /// Kept back until it is much, or until flush() or read().
    void write(std::string_view bytes);
    /// False if it, or an earlier one, failed.
    bool flush();

    /// Says that nothing more will be sent, and takes in what the other side still sends, until it is silent
    /// for two seconds, and within bounds: to close at once would make its system throw away the answer.
    void linger();

private:
    using Clock = std::chrono::steady_clock;

    bool wait_for(short events);
    void gain_time(std::size_t bytes);
    ssize_t fill();

    int const m_socket;
    std::atomic<bool> const& m_stopping;
    Clock::time_point m_deadline = {};
    bool m_timed_out = false;
    bool m_failed = false;
    std::string m_out = {};
    bool m_recording = false;
    std::string m_record = {};
    std::array<char, 16384> m_in = {};
    std::size_t m_in_next = 0;
    std::size_t m_in_end = 0;
};

} // namespace schulkit
