// Too much, too long and no HTTP at all. Bounds of time are generous: they tell "at once" from "after a time limit",
// not fast from slow.

#include "tests/support/notes_server.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;
using namespace std::chrono_literals;

TEST_CASE("200 MB of zeros are refused at once, without being kept, and the answer arrives",
          "[http][limits]") {
    NotesServer server;
    constexpr std::size_t size = 200u << 20;
    std::string const target = GENERATE("/api/files", "/api/notes");
    INFO(target);
    RawSocket socket{server.port()};
    auto const start = std::chrono::steady_clock::now();
    socket.send(post_head(target, "Content-Length: " + std::to_string(size)));

    // Before a byte of it is sent.
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 413);
    CHECK(seconds_since(start) < 5);
    CHECK(json_of({.body = body_of(answer)})["code"] == "too_large");

    // A sender that does not look before all is sent is let through to the end.
    RawSocket stubborn{server.port()};
    long const before = resident_kb();
    stubborn.send(post_head(target, "Content-Length: " + std::to_string(size)));
    std::string const piece(1u << 20, '\0');
    bool is_all_sent = true;
    for (std::size_t sent = 0; sent < size; sent += piece.size())
        is_all_sent = is_all_sent && stubborn.send(piece);
    CHECK(is_all_sent);
    CHECK(status_of_answer(stubborn.read_answer()) == 413);
    CHECK(resident_kb() - before < 64 * 1024);
    CHECK(stubborn.is_closed_within(5s));
}

TEST_CASE("a sender that was refused and falls silent does not hold up others", "[http][limits]") {
    NotesServer server{{.max_threads = 1}};
    RawSocket silent{server.port()};
    silent.send(post_head("/api/notes", "Content-Length: 200000000"));
    CHECK(status_of_answer(silent.read_answer()) == 413);
    RawSocket other{server.port()};
    other.send(get_notes);
    CHECK(status_of_answer(other.read_answer()) == 200); // long before the time is over that a sender may take
}

TEST_CASE("a sender that waits for a go-ahead gets it, or the refusal instead", "[http][limits]") {
    NotesServer server;
    RawSocket socket{server.port()};
    std::string const body = R"({"text":"abc"})";
    socket.send(
        post_head("/api/notes", "Expect: 100-continue\r\nContent-Length: " + std::to_string(body.size())));
    CHECK(socket.read_answer() == "HTTP/1.1 100 Continue\r\n\r\n");
    socket.send(body);
    CHECK(status_of_answer(socket.read_answer()) == 201);

    RawSocket large{server.port()};
    large.send(post_head("/api/notes", "Expect: 100-continue\r\nContent-Length: 200000000"));
    CHECK(status_of_answer(large.read_answer()) == 413);
    RawSocket stranger{server.port()};
    stranger.send("POST /api/notes HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 12\r\n\r\n");
    CHECK(status_of_answer(stranger.read_answer()) == 401);
}

TEST_CASE("what is no request gets a problem document and the end of the connection", "[http][malformed]") {
    NotesServer server;
    std::string const bad = GENERATE(
        as<std::string>{}, "GARBAGE\r\n\r\n", "GET /api/notes HTTP/3.0\r\n\r\n",
        "GET  /two-blanks HTTP/1.1\r\n\r\n", "GET /api/notes HTTP/1.1\r\nbad header\r\n\r\n",
        "TRACE / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        "POST /api/notes HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "POST /api/notes HTTP/1.1\r\nContent-Length: -5\r\n\r\nhello", "OPTIONS * HTTP/1.1\r\n\r\n",
        "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nX-Long: " + std::string(9000, 'a') + "\r\n\r\n",
        "POST /api/notes HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd");
    INFO(bad.substr(0, 60));
    RawSocket socket{server.port()};
    socket.send(bad + get_notes);
    std::string const answer = socket.read_answer();
    int const status = status_of_answer(answer);
    CHECK((status == 400 || status == 414));
    CHECK(answer.find("application/problem+json") != answer.npos);
    CHECK(json_of({.body = body_of(answer)})["code"] == "malformed_request");
    socket.finish_sending();
    CHECK(socket.read_answer(5s).empty()); // what came after it is not taken for a request
    CHECK(socket.is_closed_within(5s));
}

TEST_CASE("too many headers are refused", "[http][malformed]") {
    NotesServer server;
    RawSocket socket{server.port()};
    std::string request = "GET /api/notes HTTP/1.1\r\n";
    for (int i = 0; i < 101; ++i)
        request += "X-" + std::to_string(i) + ": 1\r\n";
    socket.send(request + "\r\n");
    CHECK(status_of_answer(socket.read_answer()) == 400);
}

TEST_CASE("after nonsense of any kind the server answers the next caller", "[http][malformed]") {
    NotesServer server;
    for (std::string const& nonsense :
         {std::string(3, '\0'), std::string{"\x16\x03\x01\x02\x00\x01\x00"}, std::string(70'000, 'x'),
          std::string{"\r\n\r\n"},
          std::string{"POST /api/notes HTTP/1.1\r\nContent-Length: 100\r\n\r\nshort"},
          post_head("/api/notes", "Transfer-Encoding: chunked") + "zz\r\n",
          post_head("/api/notes", "Transfer-Encoding: chunked") + "ffffffffffffffff\r\nx",
          post_head("/api/notes", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3") +
              "abc",
          post_head("/api/notes", "Content-Type: multipart/form-data\r\nContent-Length: 3") + "abc",
          post_head("/api/notes", "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 3") +
              "a=%",
          std::string{"GET /api/notes HTTP/1.1\r\nRange: bytes=5-2\r\n\r\n"}}) {
        RawSocket socket{server.port()};
        socket.send(nonsense);
        socket.finish_sending();
        std::string const answer = socket.read_answer();
        INFO(nonsense.substr(0, 40) << " -> " << answer.substr(0, 15));
        CHECK(status_of_answer(answer) < 500);
        RawSocket next{server.port()};
        next.send(get_notes);
        CHECK(status_of_answer(next.read_answer()) == 200);
    }
}
