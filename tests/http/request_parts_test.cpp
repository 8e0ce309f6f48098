#include "server/http/decode_request.hpp"
#include "server/http/path_pattern.hpp"
#include "server/http/request_head.hpp"
#include "tests/support/notes.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// The values of a path that matches; "no" where it does not.
std::string match(std::string_view pattern, std::string_view path) {
    PathValues values;
    if (!PathPattern{pattern}.matches(path, values)) return "no";
    std::string text;
    for (auto const& [name, value] : values)
        text += std::string{name} + '=' + value + ' ';
    return text;
}

std::string malformed(std::string const& head) {
    auto const read = read_request_head(head);
    return read ? "" : read.error().code;
}

} // namespace

TEST_CASE("a path parameter takes exactly one segment, decoded", "[http][paths]") {
    CHECK(match("/api/assets/{id}", "/api/assets/12") == "id=12 ");
    CHECK(match("/api/assets/{id}", "/api/assets/a%2Fb%20c") == "id=a/b c ");
    CHECK(match("/api/tickets/{id}/comments", "/api/tickets/7/comments") == "id=7 ");
    for (char const* path :
         {"/api/assets/", "/api/assets", "/api/assets/1/2", "/api/assets/1/", "/api//1", "/API/assets/1",
          "api/assets/1", "", "/", "/api/assets/%", "/api/assets/%4", "/api/assets/%zz"}) {
        INFO(path);
        CHECK(match("/api/assets/{id}", path) == "no");
    }
    CHECK(match("/api/tickets/{id}/comments", "/api/tickets/7/comments/") == "no");
    CHECK(match("/api/tickets/{id}/comments", "/api/tickets/7") == "no");
}

TEST_CASE("a parameter with dots takes the rest of the path, slashes and all", "[http][paths]") {
    CHECK(match("/api/lookup/{code...}", "/api/lookup/BEA0204") == "code=BEA0204 ");
    CHECK(match("/api/lookup/{code...}", "/api/lookup/https%3A%2F%2Fhost%2Fg%2FBEA0204") ==
          "code=https://host/g/BEA0204 ");
    CHECK(match("/api/lookup/{code...}", "/api/lookup/https://host/g/BEA0204") ==
          "code=https://host/g/BEA0204 ");
    CHECK(match("/api/lookup/{code...}", "/api/lookup/a/") == "code=a/ ");
    CHECK(match("/api/lookup/{code...}", "/api/lookup/a+b") == "code=a+b ");
    CHECK(match("/api/lookup/{code...}", "/api/lookup/") == "no");
    CHECK(match("/api/lookup/{code...}", "/api/lookup") == "no");
}

TEST_CASE("a path without parameters matches itself only", "[http][paths]") {
    CHECK(match("/api/assets", "/api/assets").empty());
    CHECK(match("/api/assets", "/api/assets/") == "no");
    CHECK(match("/api/assets", "/api/Assets") == "no");
}

TEST_CASE("a path that is no value of its type is not found", "[http][paths]") {
    CHECK(decode_path<IdPath<Note>>({{"id", "12"}}).value().id.value == 12);
    for (char const* id : {"x", "1x", "-", "01", "1.5", "99999999999999999999", " 1"}) {
        INFO(id);
        auto const path = decode_path<IdPath<Note>>({{"id", id}});
        REQUIRE(!path);
        CHECK(path.error().kind == ErrorKind::not_found);
    }
    CHECK(decode_path<ScanPath>({{"code", std::string(100, 'x')}}).has_value());
    CHECK(!decode_path<ScanPath>({{"code", std::string(101, 'x')}}));
    CHECK(!decode_path<ScanPath>({{"code", "\xC3"}}));
    CHECK(!decode_path<ScanPath>({{"code", std::string("a\0b", 3)}}));
}

TEST_CASE("a query is read by its Schema, the last of a name counts, unknown names do not", "[http][query]") {
    auto const query =
        decode_query<NoteQuery>("q=gr%C3%BCn+blau&limit=10&limit=20&color=green&due_on=2026-02-28"
                                "&exact=true&page=7&&=3&flag&%zz=1");
    REQUIRE(query);
    CHECK(*query == NoteQuery{.q = "grün blau",
                              .limit = 20,
                              .color = NoteColor::green,
                              .due_on = Date{2026, 2, 28},
                              .exact = true});
    CHECK(decode_query<NoteQuery>("") == NoteQuery{});
    CHECK(decode_query<NoteQuery>("q=&color=&due_on=") == NoteQuery{});
    CHECK(decode_query<NoteQuery>("q=%20%20a%20") == NoteQuery{.q = "a"});
}

TEST_CASE("a bad value of a query is refused by the parameter's name", "[http][query]") {
    auto const [text, field, code] = GENERATE(table<std::string, std::string, std::string>({
        {"limit=x", "limit", "bad_number"},
        {"limit=", "limit", "bad_number"},
        {"limit=99999999999", "limit", "bad_number"},
        {"color=red", "color", "unknown_value"},
        {"due_on=2026-02-30", "due_on", "bad_date"},
        {"exact=yes", "exact", "wrong_type"},
        {"q=%C3", "q", "bad_encoding"},
        {"q=%zz", "q", "bad_encoding"},
        {"q=a%00b", "q", "bad_character"},
        {"q=12345678901", "q", "too_long"},
    }));
    INFO(text);
    auto const query = decode_query<NoteQuery>(text);
    REQUIRE(!query);
    CHECK(query.error().kind == ErrorKind::invalid);
    REQUIRE(query.error().fields.size() == 1);
    CHECK(query.error().fields[0].field == field);
    CHECK(query.error().fields[0].code == code);
}

TEST_CASE("all bad values of a query are named at once", "[http][query]") {
    auto const query = decode_query<NoteQuery>("limit=x&color=red&exact=1");
    REQUIRE(!query);
    CHECK(query.error().fields.size() == 3);
}

TEST_CASE("a body is cleaned and held to its rules", "[http][body]") {
    CHECK(decode_body<Note>(R"({"text":"  Beamer defekt "})").value().text == "Beamer defekt");
    CHECK(decode_body<Note>(R"({"text":"x","unknown":{"a":[1]}})").has_value());

    auto const [text, field, code] = GENERATE(table<std::string, std::string, std::string>({
        {R"({})", "text", "required"},
        {R"({"text":""})", "text", "required"},
        {R"({"text":7})", "text", "wrong_type"},
        {R"({"text":null})", "text", "wrong_type"},
        {R"({"text":"x","color":"red"})", "color", "unknown_value"},
        {R"({"text":"x","due_on":"31.08.2024"})", "due_on", "bad_date"},
        {R"({"text":"x","worth_cents":1001})", "worth_cents", "out_of_range"},
        {R"({"text":"x","worth_cents":1.5})", "worth_cents", "wrong_type"},
        {R"({"text":"x","labels":["a",2]})", "labels.1", "wrong_type"},
        {R"([])", "", "wrong_type"},
    }));
    INFO(text);
    auto const body = decode_body<Note>(text);
    REQUIRE(!body);
    CHECK(body.error().kind == ErrorKind::invalid);
    REQUIRE(!body.error().fields.empty());
    CHECK(body.error().fields[0].field == field);
    CHECK(body.error().fields[0].code == code);
}

TEST_CASE("a body that is no JSON, too deep or not UTF-8 is refused", "[http][body]") {
    CHECK(decode_body<Note>("").error().code == "bad_json");
    CHECK(decode_body<Note>("{\"text\":\"a\xC3\"}").error().code == "bad_json");
    CHECK(decode_body<Note>("{\"text\":\"a\"} x").error().code == "bad_json");
    CHECK(decode_body<Note>(std::string(100'000, '[')).error().code == "too_deep");
    CHECK(decode_body<Note>("{\"text\":\"\xED\xA0\x80\"}").error().code == "bad_json");
}

TEST_CASE("what the server sets is neither taken from a body nor wrong in it", "[http][body]") {
    CHECK(decode_body<Note>(R"({"id":5,"text":"x"})").value().id.value == 0);
    CHECK(decode_body<Note>(R"({"id":"five","text":"x"})").has_value());
}

TEST_CASE("a patch is taken as it was sent", "[http][body]") {
    auto const patch = decode_body<Patch<Note>>(R"({"text":"","due_on":null,"id":5})");
    REQUIRE(patch);
    CHECK(patch->members.size() == 3);
    CHECK(!decode_body<Patch<Note>>("[]"));
}

TEST_CASE("the head of a request is read in its order and its own spelling", "[http][head]") {
    auto const head =
        read_request_head("PATCH /api/assets/1%2F2?a=b?c HTTP/1.1\r\nHost: x\r\nCookie:  a=%41; b=2 \r\n"
                          "X-Forwarded-For: 1.1.1.1\r\nx-forwarded-for: 2.2.2.2\r\n"
                          "Content-Length: 12\r\nExpect: 100-Continue\r\n\r\n");
    REQUIRE(head);
    CHECK(head->request.method == "PATCH");
    CHECK(head->request.path == "/api/assets/1%2F2");
    CHECK(head->request.query == "a=b?c");
    CHECK(head->request.header("cookie") == "a=%41; b=2");
    CHECK(head->request.cookie("a") == "%41");
    CHECK(head->request.cookie("b") == "2");
    CHECK(head->request.cookie("c").empty());
    CHECK(head->request.headers[2].value == "1.1.1.1");
    CHECK(head->request.headers[3].value == "2.2.2.2");
    CHECK(head->body_bytes == 12);
    CHECK(head->expects_continue);
    CHECK(head->keeps_connection);
    CHECK(!read_request_head("GET / HTTP/1.0\r\n\r\n")->keeps_connection);
    CHECK(!read_request_head("GET / HTTP/1.1\r\nConnection: keep-alive, Close\r\n\r\n")->keeps_connection);
    CHECK(read_request_head("GET http://host:8080/a?b HTTP/1.1\r\n\r\n")->request.path == "/a");
    CHECK(read_request_head("GET http://host HTTP/1.1\r\n\r\n")->request.path == "/");
    CHECK(read_request_head("POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n")->is_chunked);
}

TEST_CASE("a head that two readers could understand differently is refused", "[http][head]") {
    std::string const bad = GENERATE(
        as<std::string>{}, "GET /\r\n\r\n", "GET  HTTP/1.1\r\n\r\n", "GET * HTTP/1.1\r\n\r\n",
        "G(T / HTTP/1.1\r\n\r\n", "GET /a b HTTP/1.1\r\n\r\n", "GET /\x01 HTTP/1.1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: +5\r\n\r\n", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 5, 5\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: \r\n\r\n",
        "POST / HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n",
        "GET / HTTP/1.1\r\nX : 1\r\n\r\n", "GET / HTTP/1.1\r\n: 1\r\n\r\n",
        "GET / HTTP/1.1\r\nX: a\nY: b\r\n\r\n", "GET / HTTP/1.1\r\n folded: 1\r\n\r\n");
    INFO(bad);
    CHECK(malformed(bad) == "malformed_request");
}

TEST_CASE("the same length said twice is one length", "[http][head]") {
    CHECK(
        read_request_head("POST / HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\n")->body_bytes ==
        5);
}
