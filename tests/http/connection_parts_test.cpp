#include "server/http/idle_sockets.hpp"
#include "server/http/worker_pool.hpp"

#include <catch_amalgamated.hpp>

#include <array>
#include <future>
#include <sys/socket.h>
#include <unistd.h>

using namespace schulkit;
using namespace std::chrono_literals;

namespace {

/// Two ends of one connection.
struct Pair {
    std::array<int, 2> ends = {-1, -1};
    Pair() { REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0); }
    ~Pair() {
        for (int const end : ends)
            close(end);
    }
    Pair(Pair const&) = delete;
    int here() const { return ends[0]; }
    void speak() const { REQUIRE(write(ends[1], "x", 1) == 1); }
};

/// What was handed over, in its order.
class Handed {
public:
    void add(int socket) {
        {
            std::lock_guard lock{m_lock};
            m_sockets.push_back(socket);
        }
        m_changed.notify_all();
    }
    std::vector<int> wait_for(std::size_t count) {
        std::unique_lock lock{m_lock};
        m_changed.wait_for(lock, 10s, [&] { return m_sockets.size() >= count; });
        return m_sockets;
    }

private:
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::vector<int> m_sockets;
};

struct Watched {
    Handed readable;
    Handed expired;
    IdleSockets idle;
    explicit Watched(std::chrono::seconds timeout)
        : idle{timeout, [this](int socket) { readable.add(socket); },
               [this](int socket) { expired.add(socket); }} {}
};

using Sockets = std::vector<int>;

} // namespace

TEST_CASE("an idle connection is handed over when something arrives, and no earlier", "[http][idle]") {
    Pair a;
    Pair b;
    Watched watched{60s};
    watched.idle.park(a.here());
    watched.idle.park(b.here());
    b.speak();
    CHECK(watched.readable.wait_for(1) == Sockets{b.here()});
    a.speak();
    CHECK(watched.readable.wait_for(2) == Sockets{b.here(), a.here()});
    CHECK(watched.expired.wait_for(0).empty());
    watched.idle.park(b.here()); // what it had not read is still there
    CHECK(watched.readable.wait_for(3).back() == b.here());
}

TEST_CASE("a connection that was closed over there is handed over too", "[http][idle]") {
    Pair a;
    Watched watched{60s};
    watched.idle.park(a.here());
    shutdown(a.ends[1], SHUT_RDWR);
    CHECK(watched.readable.wait_for(1) == Sockets{a.here()});
}

TEST_CASE("the connection that has been idle longest goes first", "[http][idle]") {
    Pair a;
    Pair b;
    Pair c;
    Watched watched{60s};
    for (Pair const* pair : {&b, &a, &c})
        watched.idle.park(pair->here());
    CHECK(watched.idle.expire_oldest());
    CHECK(watched.expired.wait_for(1) == Sockets{b.here()});
    CHECK(watched.idle.expire_oldest());
    CHECK(watched.idle.expire_oldest());
    CHECK(!watched.idle.expire_oldest());
    CHECK(watched.expired.wait_for(3) == Sockets{b.here(), a.here(), c.here()});
}

TEST_CASE("a connection that stays idle expires", "[http][idle]") {
    Pair a;
    Watched watched{1s};
    auto const start = std::chrono::steady_clock::now();
    watched.idle.park(a.here());
    CHECK(watched.expired.wait_for(1) == Sockets{a.here()});
    CHECK(std::chrono::steady_clock::now() - start >= 1s);
}

TEST_CASE("after the end whatever is parked expires at once", "[http][idle]") {
    Pair a;
    Pair b;
    Watched watched{60s};
    watched.idle.park(a.here());
    watched.idle.stop();
    CHECK(watched.expired.wait_for(1) == Sockets{a.here()});
    watched.idle.park(b.here());
    CHECK(watched.expired.wait_for(2) == Sockets{a.here(), b.here()});
}

TEST_CASE("work that blocks does not hold up other work until all threads are taken", "[http][workers]") {
    WorkerPool pool{3};
    std::promise<void> gate;
    auto const opened = gate.get_future().share();
    for (int i = 0; i < 2; ++i)
        pool.post([opened] { opened.wait(); });
    std::promise<void> third;
    pool.post([&] { third.set_value(); });
    CHECK(third.get_future().wait_for(10s) == std::future_status::ready);
    gate.set_value();
}

TEST_CASE("threads without work end, and come back when there is some", "[http][workers]") {
    WorkerPool pool{8, 50ms};
    for (int round = 0; round < 5; ++round) {
        std::atomic<int> done = 0;
        std::promise<void> all;
        for (int i = 0; i < 8; ++i)
            pool.post([&] {
                if (++done == 8) all.set_value();
            });
        REQUIRE(all.get_future().wait_for(10s) == std::future_status::ready);
        std::this_thread::sleep_for(80ms); // longer than a thread waits for work
    }
}

TEST_CASE("finishing runs everything that was posted", "[http][workers]") {
    std::atomic<int> done = 0;
    WorkerPool pool{2};
    for (int i = 0; i < 100; ++i)
        pool.post([&] { ++done; });
    pool.finish();
    CHECK(done == 100);
}
