#include "server/http/worker_pool.hpp"

#include <system_error>
#include <utility>

namespace schulkit {

WorkerPool::WorkerPool(std::size_t max_threads, std::chrono::milliseconds idle_timeout)
    : m_max_threads{max_threads}, m_idle_timeout{idle_timeout} {}

WorkerPool::~WorkerPool() {
    finish();
}

void WorkerPool::post(std::function<void()> work) {
    std::list<std::thread> ended;
    {
        std::lock_guard lock{m_lock};
        m_waiting.push_back(std::move(work));
        if (m_idle < m_waiting.size() && m_threads.size() < m_max_threads) start_thread();
        ended.swap(m_ended);
    }
    m_changed.notify_one();
    for (std::thread& thread : ended)
        thread.join();
}

void WorkerPool::start_thread() {
    auto const self = m_threads.emplace(m_threads.end());
    try {
        *self = std::thread{[this, self] { run(self); }};
    } catch (std::system_error const&) {
        // The system gives no more threads: those that run take the work, without any there is nobody to do
        // it.
        m_threads.erase(self);
        if (m_threads.empty()) throw;
    }
}

void WorkerPool::run(std::list<std::thread>::iterator self) {
    std::unique_lock lock{m_lock};
    while (true) {
        ++m_idle;
        m_changed.wait_for(lock, m_idle_timeout, [&] { return !m_waiting.empty() || m_finishing; });
        --m_idle;
        if (m_waiting.empty()) {
            if (!m_finishing) m_ended.splice(m_ended.end(), m_threads, self);
            return; // while finishing, finish() joins it where it is
        }
        auto const work = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        work();
        lock.lock();
    }
}

void WorkerPool::finish() {
    {
        std::lock_guard lock{m_lock};
        m_finishing = true;
    }
    m_changed.notify_all();
    // From here on no thread moves itself and nothing is posted.
    for (std::thread& thread : m_threads)
        thread.join();
    for (std::thread& thread : m_ended)
        thread.join();
    m_threads.clear();
    m_ended.clear();
}

} // namespace schulkit
