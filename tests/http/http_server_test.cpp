// What a call gets over real sockets.

#include "tests/support/notes_server.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;
using namespace std::chrono_literals;

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
