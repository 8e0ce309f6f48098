// Over real sockets. Bounds of time are generous: they tell "at once" from "after a time limit", not fast
// from slow.

#include "tests/support/http_client.hpp"
#include "tests/support/notes.hpp"
#include "tests/support/running_server.hpp"

#include <catch_amalgamated.hpp>

#include <filesystem>
#include <future>

using namespace schulkit;
using namespace schulkit::test;
using namespace std::chrono_literals;

namespace {

class NotesServer {
public:
    explicit NotesServer(ServerOptions options = {})
        : m_server{[this](HttpRequest const& request) { return m_notebook.answer(request); },
                   std::move(options)} {}
    int port() const { return m_server.port(); }
    void stop() { m_server.stop(); }
    Notebook& notebook() { return m_notebook; }

private:
    Notebook m_notebook;
    RunningServer m_server;
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string post_head(std::string const& target, std::string const& length_line) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-coordinator\r\n" +
           length_line + "\r\n\r\n";
}

constexpr char const* get_notes =
    "GET /api/notes HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer token-auditor\r\n\r\n";

std::string body_of(std::string const& answer) {
    auto const end = answer.find("\r\n\r\n");
    return end == answer.npos ? "" : answer.substr(end + 4);
}

long resident_kb() {
    std::FILE* const file = std::fopen("/proc/self/statm", "r");
    long pages = 0;
    long resident = 0;
    if (file == nullptr) return -1;
    int const read = std::fscanf(file, "%ld %ld", &pages, &resident);
    std::fclose(file);
    return read == 2 ? resident * 4 : -1;
}

} // namespace

TEST_CASE("calls go over one kept connection, whatever their method", "[http][server]") {
    NotesServer server;
    HttpClient client{server.port()};
    auto const created = client.post("/api/notes", R"({"text":"Größe"})", {bearer("coordinator")});
    CHECK(created.status == 201);
    CHECK(created.content_type == "application/json");
    CHECK(json_of(created)["text"] == "Größe");
    CHECK(!created.header("Date").empty());
    CHECK(client.get("/api/notes", {cookie("auditor")}).status == 200);
    CHECK(client.call("PATCH", "/api/notes/1", {bearer("coordinator")}, R"({"color":"green"})").status ==
          200);
    CHECK(client.call("PUT", "/api/notes/1", {}, "x").status == 405);
    auto const rung = client.call("DELETE", "/api/bell");
    CHECK(rung.status == 204);
    CHECK(rung.header("Content-Length").empty());
    auto const scanned = client.get("/api/scan/https%3A%2F%2Fhost%2Fg%2FBEA%200204", {bearer("auditor")});
    CHECK(json_of(scanned)["text"] == "https://host/g/BEA 0204");
}

TEST_CASE("HEAD says how long the answer would be and leaves it out", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    socket.send(get_notes);
    std::string const full = socket.read_answer();
    std::string head_request = get_notes;
    head_request.replace(0, 3, "HEAD");
    socket.send(head_request);
    socket.send("GET /nothing HTTP/1.1\r\n\r\n");
    socket.send("GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n");
    // Were a body sent, the next status line would not follow at once.
    RawSocket fresh{server.port()};
    fresh.send(head_request + "GET /nothing HTTP/1.1\r\nConnection: close\r\n\r\n");
    fresh.is_closed_within(5s);
    std::string const both = fresh.read_answer(0ms);
    std::string const length = "Content-Length: " + std::to_string(body_of(full).size()) + "\r\n";
    CHECK(both.starts_with("HTTP/1.1 200"));
    CHECK(both.find(length) != both.npos);
    auto const head_end = both.find("\r\n\r\n");
    REQUIRE(head_end != both.npos);
    CHECK(both.substr(head_end + 4).starts_with("HTTP/1.1 404"));
}

TEST_CASE("calls sent ahead are answered in their order", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    std::string const body = R"({"text":"first"})";
    socket.send(post_head("/api/notes", "Content-Length: " + std::to_string(body.size())) + body + get_notes +
                "GET /nothing HTTP/1.1\r\n\r\n");
    CHECK(status_of_answer(socket.read_answer()) == 201);
    std::string const list = socket.read_answer();
    CHECK(status_of_answer(list) == 200);
    CHECK(list.find("first") != list.npos);
    CHECK(status_of_answer(socket.read_answer()) == 404);
}

TEST_CASE("a body in pieces is put together, and held to the same limit", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    socket.send(post_head("/api/notes", "Transfer-Encoding: chunked") +
                "8\r\n{\"text\":\r\n5\r\n\"abc\"\r\n1\r\n}\r\n0\r\n\r\n");
    CHECK(status_of_answer(socket.read_answer()) == 201);
    CHECK(server.notebook().texts() == std::vector<std::string>{"abc"});
    socket.send(get_notes);
    CHECK(status_of_answer(socket.read_answer()) == 200);

    RawSocket greedy{server.port()};
    greedy.send(post_head("/api/notes", "Transfer-Encoding: chunked"));
    std::string const chunk = "10000\r\n" + std::string(0x10000, '0') + "\r\n";
    for (int i = 0; i < 17; ++i)
        greedy.send(chunk);
    std::string const answer = greedy.read_answer();
    CHECK(status_of_answer(answer) == 413);
    CHECK(answer.find("too_large") != answer.npos);
}

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

TEST_CASE("a small body that nobody wants does not cost the connection", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    socket.send("POST /api/notes HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(status_of_answer(socket.read_answer()) == 401);
    socket.send(get_notes);
    CHECK(status_of_answer(socket.read_answer()) == 200);
    // With GET it is never read, so what follows it cannot be told from it.
    socket.send("GET /nothing HTTP/1.1\r\nContent-Length: 5\r\n\r\nGET /");
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 404);
    CHECK(answer.find("Connection: close") != answer.npos);
}

TEST_CASE("a post without a body is one with an empty body, at once", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    auto const start = std::chrono::steady_clock::now();
    socket.send("POST /api/notes HTTP/1.1\r\nAuthorization: Bearer token-coordinator\r\n\r\n");
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 422);
    CHECK(answer.find("bad_json") != answer.npos);
    CHECK(seconds_since(start) < 5);
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

TEST_CASE("a form or a range is none of the server's business", "[http][server]") {
    NotesServer server;
    RawSocket socket{server.port()};
    std::string const body = R"({"text":"abc"})";
    socket.send(post_head("/api/notes", "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: " +
                                            std::to_string(body.size())) +
                body);
    CHECK(status_of_answer(socket.read_answer()) == 201);
    std::string ranged = get_notes;
    ranged.insert(ranged.size() - 2, "Range: bytes=0-3\r\n");
    socket.send(ranged);
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 200);
    CHECK(answer.find("Accept-Ranges") == answer.npos);
}

TEST_CASE("broken UTF-8 is refused in bodies and found nowhere in paths", "[http][server]") {
    NotesServer server;
    HttpClient client{server.port()};
    auto const body = client.post("/api/notes", "{\"text\":\"a\xC3\"}", {bearer("coordinator")});
    CHECK(body.status == 422);
    CHECK(code_of(body) == "bad_json");
    CHECK(client.get("/api/scan/%C3", {bearer("auditor")}).status == 404);
    CHECK(client.get("/api/notes?q=%C3", {bearer("auditor")}).status == 422);
}

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

TEST_CASE("a port that is taken is said, not shared", "[http][server]") {
    NotesServer server;
    HttpServer second{{.port = server.port()}, [](HttpRequest const&) { return HttpResponse{}; }};
    auto const bound = second.bind();
    REQUIRE(!bound);
    CHECK(bound.error().code == "cannot_listen");
}

TEST_CASE("the caller's address reaches the handler", "[http][server]") {
    RunningServer server{[](HttpRequest const& request) {
        return HttpResponse{.content_type = "text/plain",
                            .body = request.peer_address + ' ' + request.path + '?' + request.query};
    }};
    HttpClient client{server.port()};
    CHECK(client.get("/a%2Fb/../c?d=%20", {{"REMOTE_ADDR", "1.2.3.4"}}).body ==
          "127.0.0.1 /a%2Fb/../c?d=%20");
}

TEST_CASE("nothing of a header reaches the wire as a second one", "[http][server]") {
    RunningServer server{[](HttpRequest const&) {
        HttpResponse response = redirect_to("/x\r\nSet-Cookie: a=b");
        response.body = "x";
        return response;
    }};
    HttpClient client{server.port()};
    auto const response = client.get("/");
    CHECK(response.status == 302);
    CHECK(response.header("Set-Cookie").empty());
}
