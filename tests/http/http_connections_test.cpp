// Many connections, slow ones, broken ones, and the end of the server. Bounds of time tell "at once" from "after a time
// limit", not fast from slow.

#include "tests/support/notes_server.hpp"

#include <catch_amalgamated.hpp>

#include <future>

using namespace schulkit;
using namespace schulkit::test;
using namespace std::chrono_literals;

TEST_CASE("500 idle connections do not hold up another", "[http][idle]") {
    NotesServer server;
    // Half of them have been used before, half have never said anything.
    std::vector<RawSocket> idle;
    for (int i = 0; i < 500; ++i) {
        idle.emplace_back(server.port());
        if (i % 2 == 0) {
            idle.back().send(get_notes);
            REQUIRE(status_of_answer(idle.back().read_answer()) == 200);
        }
    }
    HttpClient client{server.port()};
    auto const start = std::chrono::steady_clock::now();
    for (int i = 0; i < 20; ++i)
        CHECK(client.get("/api/notes", {bearer("auditor")}).status == 200);
    double const twenty_calls = seconds_since(start);
    INFO("20 calls took " << twenty_calls << " s");
    CHECK(twenty_calls < 2);

    // They are all alive.
    for (RawSocket& socket : idle) {
        socket.send(get_notes);
        CHECK(status_of_answer(socket.read_answer()) == 200);
    }
}

TEST_CASE("100 callers that are slow to ask do not hold up another", "[http][idle]") {
    NotesServer server;
    std::vector<RawSocket> slow;
    for (int i = 0; i < 100; ++i) {
        slow.emplace_back(server.port());
        slow.back().send("GET /api/notes HTTP/1.1\r\nX-Slow"); // and nothing more
    }
    HttpClient client{server.port()};
    auto const start = std::chrono::steady_clock::now();
    CHECK(client.get("/api/notes", {bearer("auditor")}).status == 200);
    CHECK(seconds_since(start) < 2);
}

TEST_CASE("above the bound a new connection takes the place of an idle one", "[http][idle]") {
    NotesServer server{{.max_connections = 3}};
    std::vector<RawSocket> sockets;
    for (int i = 0; i < 3; ++i) {
        sockets.emplace_back(server.port());
        sockets.back().send(get_notes);
        REQUIRE(status_of_answer(sockets.back().read_answer()) == 200);
    }
    // Answered is not yet idle: until one of the three is, the fourth is turned away.
    auto const start = std::chrono::steady_clock::now();
    int status = 0;
    while (status == 0 && seconds_since(start) < 10) {
        RawSocket fourth{server.port()};
        fourth.send(get_notes);
        status = status_of_answer(fourth.read_answer());
    }
    CHECK(status == 200);
    int still_open = 0;
    for (RawSocket& socket : sockets) {
        socket.send(get_notes);
        if (status_of_answer(socket.read_answer()) == 200) ++still_open;
    }
    CHECK(still_open == 2);
}

TEST_CASE("more calls at once than threads are all answered", "[http][idle]") {
    std::atomic<int> running = 0;
    std::atomic<int> most = 0;
    RunningServer server{[&](HttpRequest const&) {
                             int const now = ++running;
                             for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
                             }
                             std::this_thread::sleep_for(20ms);
                             --running;
                             return HttpResponse{.content_type = "text/plain", .body = "done"};
                         },
                         {.max_threads = 4}};
    std::vector<std::future<int>> calls;
    for (int i = 0; i < 40; ++i)
        calls.push_back(
            std::async(std::launch::async, [&] { return HttpClient{server.port()}.get("/").status; }));
    for (auto& call : calls)
        CHECK(call.get() == 200);
    CHECK(most == 4);
}

TEST_CASE("a call that does not come to its end is given up", "[http][timeouts]") {
    NotesServer server{{.idle_timeout = 1s, .header_timeout = 1s, .body_timeout = 1s}};
    auto const start = std::chrono::steady_clock::now();

    RawSocket silent{server.port()};
    RawSocket half_head{server.port()};
    half_head.send("GET /api/notes HTTP/1.1\r\nX-");
    RawSocket half_body{server.port()};
    half_body.send(post_head("/api/notes", "Content-Length: 100") + "{");
    RawSocket half_chunk{server.port()};
    half_chunk.send(post_head("/api/notes", "Transfer-Encoding: chunked") + "5\r\nab");

    for (RawSocket* socket : {&half_body, &half_chunk}) {
        std::string const answer = socket->read_answer();
        CHECK(status_of_answer(answer) == 408);
        CHECK(answer.find("body_timeout") != answer.npos);
    }
    CHECK(half_head.is_closed_within(10s));
    CHECK(silent.is_closed_within(10s));
    double const took = seconds_since(start);
    CHECK(took >= 1);
    CHECK(took < 10);
    CHECK(server.notebook().texts().empty());
}

TEST_CASE("a body that breaks off writes nothing", "[http][timeouts]") {
    NotesServer server;
    RawSocket socket{server.port()};
    socket.send(post_head("/api/files", "Content-Length: 100") + "only this");
    socket.finish_sending();
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 400);
    CHECK(answer.find("broken_body") != answer.npos);
    CHECK(server.notebook().texts().empty());
}

TEST_CASE("stopping finishes the calls under way and closes the rest", "[http][stop]") {
    std::promise<void> entered;
    RunningServer server{[&](HttpRequest const&) {
        entered.set_value();
        std::this_thread::sleep_for(300ms);
        return HttpResponse{.content_type = "text/plain", .body = "done"};
    }};
    RawSocket idle{server.port()};
    auto under_way = std::async(std::launch::async, [&] { return HttpClient{server.port()}.get("/").body; });
    entered.get_future().wait();
    auto const start = std::chrono::steady_clock::now();
    server.stop();
    CHECK(seconds_since(start) < 5);
    CHECK(under_way.get() == "done");
    CHECK(idle.is_closed_within(5s));
    CHECK_THROWS(RawSocket{server.port()});
}

TEST_CASE("stopping does not wait for a sender that dawdles", "[http][stop]") {
    NotesServer server;
    RawSocket socket{server.port()};
    socket.send(post_head("/api/notes", "Content-Length: 100") + "{");
    RawSocket other{server.port()};
    other.send(get_notes);
    CHECK(status_of_answer(other.read_answer()) == 200); // by now the first one is being read
    auto const start = std::chrono::steady_clock::now();
    server.stop();
    CHECK(seconds_since(start) < 10);
}

TEST_CASE("a server stopped before it serves does not begin", "[http][stop]") {
    HttpServer server{{}, [](HttpRequest const&) { return HttpResponse{}; }};
    REQUIRE(server.bind());
    server.stop();
    server.serve();
    SUCCEED("serve() came back");
}
