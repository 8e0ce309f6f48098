#pragma once
// Threads for the calls under way: as many as are needed, up to a bound; those without work end.

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace schulkit {

class WorkerPool {
public:
    explicit WorkerPool(std::size_t max_threads,
                        std::chrono::milliseconds idle_timeout = std::chrono::seconds{10});
    ~WorkerPool();
    WorkerPool(WorkerPool const&) = delete;
    WorkerPool& operator=(WorkerPool const&) = delete;

    /// `work` does not throw.
    void post(std::function<void()> work);
    /// Returns when everything posted is done; nothing is posted after that.
    void finish();

private:
    void start_thread();
    void run(std::list<std::thread>::iterator self);

    std::size_t const m_max_threads;
    std::chrono::milliseconds const m_idle_timeout;
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_waiting;
    std::list<std::thread> m_threads;
    std::list<std::thread> m_ended; ///< still to be joined
    std::size_t m_idle = 0;
    bool m_finishing = false;
};

} // namespace schulkit
