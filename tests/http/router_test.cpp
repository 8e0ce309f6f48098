#include "server/http/negotiation.hpp"
#include "server/http/problem.hpp"
#include "tests/support/notes.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("each kind of error has its status, and its problem document names it", "[http][problems]") {
    Notebook const notebook;
    auto const [kind, status, code] = GENERATE(table<std::string, int, std::string>({
        {"invalid", 422, "invalid"},
        {"unauthenticated", 401, "unauthenticated"},
        {"forbidden", 403, "forbidden"},
        {"not_found", 404, "not_found"},
        {"conflict", 409, "stale"},
        {"too_large", 413, "too_large"},
        {"unavailable", 503, "busy"},
        {"internal", 500, "internal"},
        {"exception", 500, "internal"},
    }));
    INFO(kind);
    auto const response =
        notebook.call("coordinator", "POST", "/api/trouble?kind=" + kind, {}, R"({"text":"x"})");
    CHECK(response.status == status);
    CHECK(response.content_type == "application/problem+json");
    Json const body = json_of(response);
    CHECK(body["status"] == status);
    CHECK(body["code"] == code);
    CHECK(body["type"] == "about:blank");
    CHECK(!body["title"].get<std::string>().empty());
    CHECK(response.body.find("secret") == std::string::npos);
    CHECK(notebook.texts().empty());
}

TEST_CASE("bad fields are listed, and what an error brings along joins without overwriting",
          "[http][problems]") {
    Notebook const notebook;
    auto const invalid_note =
        notebook.call("coordinator", "POST", "/api/trouble?kind=invalid", {}, R"({"text":"x"})");
    CHECK(json_of(invalid_note)["errors"] == Json::parse(R"([{"field":"text","code":"odd","value":"x"}])"));
    Json const stale =
        json_of(notebook.call("coordinator", "POST", "/api/trouble?kind=conflict", {}, R"({"text":"x"})"));
    CHECK(stale["current"]["text"] == "ours");
    CHECK(stale["status"] == 409);
}

TEST_CASE("a failure's number joins the answer with the log, which alone has the reason",
          "[http][problems]") {
    Notebook const notebook;
    auto const response =
        notebook.call("coordinator", "POST", "/api/trouble?kind=exception&x=private", {}, R"({"text":"x"})");
    std::string const id = json_of(response)["request_id"].get<std::string>();
    CHECK(id.size() == 8);
    REQUIRE(notebook.lines().size() == 1);
    std::string const line = notebook.lines()[0];
    CHECK(line.starts_with("POST /api/trouble 500 "));
    CHECK(line.find(id + " secret disk") != line.npos);
    CHECK(line.find("private") == line.npos);
}

TEST_CASE("an address that is none is a problem document under /api", "[http][routing]") {
    Notebook const notebook;
    for (char const* path :
         {"/api", "/api/", "/api/nothing", "/api/notes/", "/api/notes/x", "/api/notes/99", "/nothing"}) {
        INFO(path);
        auto const response = notebook.call("coordinator", "GET", path);
        CHECK(response.status == 404);
        CHECK(code_of(response) == "not_found");
    }
}

TEST_CASE("a method that an address does not take is refused with those it does", "[http][routing]") {
    Notebook const notebook;
    auto const allowed = [&](std::string const& method, std::string const& target) {
        auto const response = notebook.call("coordinator", method, target);
        return std::to_string(response.status) + ' ' + std::string{response.header("Allow")};
    };
    CHECK(allowed("PUT", "/api/notes") == "405 GET, HEAD, POST");
    CHECK(allowed("OPTIONS", "/api/notes") == "405 GET, HEAD, POST");
    CHECK(allowed("DELETE", "/api/notes/1") == "405 GET, HEAD, PATCH");
    CHECK(allowed("BREW", "/api/files") == "405 POST");
    CHECK(allowed("POST", "/api/openapi.json") == "405 GET, HEAD");
}

TEST_CASE("HEAD is answered like GET", "[http][routing]") {
    Notebook const notebook;
    CHECK(notebook.call("coordinator", "HEAD", "/api/notes").status == 200);
    CHECK(notebook.call("", "HEAD", "/api/notes").status == 401);
}

TEST_CASE("pages and the rest are answered outside of the API", "[http][routing]") {
    Notebook notebook;
    notebook.router().page("/g/{tag...}", [](Call& call) {
        return redirect_to(call.deployment().path("/assets?tag=") + call.path_values()[0].second);
    });
    CHECK(notebook.call("", "GET", "/g/BEA%200204").header("Location") == "/assets?tag=BEA 0204");
    CHECK(notebook.call("", "GET", "/g/").status == 404);
    CHECK(notebook.call("", "POST", "/g/BEA0204").status == 405);
    notebook.router().otherwise(
        [](Call&) { return HttpResponse{.content_type = "text/plain", .body = "page"}; });
    CHECK(notebook.call("", "GET", "/anything").body == "page");
    CHECK(notebook.call("", "POST", "/anything").status == 405);
    CHECK(notebook.call("", "GET", "/api/anything").status == 404);
}

TEST_CASE("who may not is refused before the body is looked at", "[http][access]") {
    Notebook const notebook;
    bool is_read = false;
    auto request = make_request("POST", "/api/notes", {bearer("auditor")});
    request.read_body = [&](std::size_t) -> Result<std::string> {
        is_read = true;
        return std::string{"junk"};
    };
    auto const refused = notebook.answer(request);
    CHECK(refused.status == 403);
    CHECK(code_of(refused) == "forbidden");
    CHECK(!is_read);
    request.headers = {};
    CHECK(notebook.answer(request).status == 401);
    CHECK(!is_read);
    request.headers = {bearer("coordinator")};
    CHECK(notebook.answer(request).status == 422);
    CHECK(is_read);
}

TEST_CASE("every endpoint that is mounted names who may use it", "[http][access]") {
    Notebook notebook;
    REQUIRE(notebook.router().endpoints().size() == 9);
    for (Mounted const& mounted : notebook.router().endpoints()) {
        INFO(mounted.name);
        CHECK(mounted.action.has_value() == (mounted.guard != Guard::open));
        CHECK(mounted.pattern.text().starts_with("/api/"));
        CHECK((mounted.guard == Guard::write) == (mounted.method != Method::get && mounted.name != "ring"));
    }
}

TEST_CASE("a body is taken up to its endpoint's own limit", "[http][limits]") {
    Notebook const notebook;
    std::string const long_text = R"({"text":")" + std::string(max_json_bytes, 'x') + R"("})";
    auto const too_long = notebook.call("coordinator", "POST", "/api/notes", {}, long_text);
    CHECK(too_long.status == 413);
    CHECK(code_of(too_long) == "too_large");
    CHECK(notebook.call("coordinator", "POST", "/api/files", {}, long_text).status == 200);
}

TEST_CASE("a compressed request is refused by name", "[http][limits]") {
    Notebook const notebook;
    auto const squeezed =
        notebook.call("coordinator", "POST", "/api/notes", {{"Content-Encoding", "gzip"}}, "x");
    CHECK(squeezed.status == 415);
    CHECK(code_of(squeezed) == "unsupported_encoding");
    CHECK(
        notebook
            .call("coordinator", "POST", "/api/notes", {{"Content-Encoding", "identity"}}, R"({"text":"x"})")
            .status == 201);
}

TEST_CASE("a body that breaks off or takes too long is named", "[http][limits]") {
    Notebook const notebook;
    auto const [code, status] =
        GENERATE(table<std::string_view, int>({{broken_body, 400}, {body_timeout, 408}}));
    auto request = make_request("POST", "/api/notes", {bearer("coordinator")});
    request.read_body = [code = code](std::size_t) -> Result<std::string> {
        return fail(ErrorKind::invalid, std::string{code});
    };
    auto const response = notebook.answer(request);
    CHECK(response.status == status);
    CHECK(code_of(response) == code);
}

TEST_CASE("every answer forbids what a page of ours never needs", "[http][headers]") {
    Notebook const notebook;
    std::string const target = GENERATE("/api/notes", "/api/nothing", "/nothing", "/api/openapi.json");
    auto const response = notebook.call("coordinator", "GET", target);
    std::string_view const policy = response.header("Content-Security-Policy");
    CHECK(policy.find("default-src 'self'") != policy.npos);
    CHECK(policy.find("script-src 'self' 'wasm-unsafe-eval';") != policy.npos);
    CHECK(policy.find("frame-ancestors 'none'") != policy.npos);
    CHECK(policy.find("unsafe-inline") == policy.npos);
    CHECK(response.header("X-Content-Type-Options") == "nosniff");
    CHECK(response.header("Referrer-Policy") == "same-origin");
    CHECK(response.header("Permissions-Policy").starts_with("camera=(self)"));
    CHECK(response.header("Cross-Origin-Opener-Policy") == "same-origin");
    CHECK(response.header("Cache-Control") == "no-store");
}

TEST_CASE("long JSON is compressed for whoever takes it", "[http][encoding]") {
    Notebook const notebook;
    std::string const body = R"({"text":")" + std::string(1500, 'x') + R"("})";
    REQUIRE(notebook.call("coordinator", "POST", "/api/notes", {}, body).status == 201);
    auto const plain = notebook.call("coordinator", "GET", "/api/notes");
    CHECK(plain.header("Content-Encoding").empty());
    CHECK(plain.header("Vary") == "Accept-Encoding");
    auto const squeezed =
        notebook.call("coordinator", "GET", "/api/notes", {{"Accept-Encoding", "br, gzip;q=0.5"}});
    CHECK(squeezed.header("Content-Encoding") == "gzip");
    CHECK(squeezed.body == gzip(plain.body));
    CHECK(squeezed.body.size() < plain.body.size() / 5);
    CHECK(notebook.call("coordinator", "GET", "/api/notes?q=none", {{"Accept-Encoding", "gzip"}})
              .header("Content-Encoding")
              .empty());
}

TEST_CASE("Accept-Encoding is read with its weights", "[http][encoding]") {
    CHECK(accepts_coding("gzip, deflate, br", "br"));
    CHECK(accepts_coding("GZIP", "gzip"));
    CHECK(accepts_coding("br;q=0.1", "br"));
    CHECK(accepts_coding("*", "br"));
    CHECK(!accepts_coding("", "gzip"));
    CHECK(!accepts_coding("gzip", "br"));
    CHECK(!accepts_coding("br;q=0", "br"));
    CHECK(!accepts_coding("br; q=0.000, *", "br"));
    CHECK(!accepts_coding("*;q=0", "br"));
    CHECK(!accepts_coding("brotli", "br"));
}

TEST_CASE("what follows the change sequence is not made again for who has it", "[http][fresh]") {
    Notebook notebook;
    auto const first = notebook.call("coordinator", "GET", "/api/news");
    REQUIRE(first.status == 200);
    std::string const etag{first.header("ETag")};
    REQUIRE(etag.size() > 4);
    CHECK(notebook.looks == 1);
    auto const again = notebook.call("coordinator", "GET", "/api/news", {{"If-None-Match", etag}});
    CHECK(again.status == 304);
    CHECK(again.content().empty());
    CHECK(again.header("ETag") == etag);
    REQUIRE(etag.starts_with("W/"));
    CHECK(notebook.call("coordinator", "GET", "/api/news", {{"If-None-Match", etag.substr(2)}}).status ==
          304);
    CHECK(notebook.looks == 1);
    CHECK(notebook.call("auditor", "GET", "/api/news", {{"If-None-Match", etag}}).status == 200);
    CHECK(notebook.call("coordinator", "GET", "/api/news?since=1", {{"If-None-Match", etag}}).status == 200);
    CHECK(notebook.call("", "GET", "/api/news", {{"If-None-Match", etag}}).status == 401);
}

TEST_CASE("under a sub-path every address works with it and, behind a proxy that takes it off, without",
          "[http][proxy]") {
    Notebook const notebook{make_deployment("https://h/schulkit").value()};
    CHECK(notebook.call("coordinator", "GET", "/schulkit/api/notes").status == 200);
    CHECK(notebook.call("coordinator", "GET", "/api/notes").status == 200);
    CHECK(notebook.call("coordinator", "GET", "/schulkit2/api/notes").status == 404);
    auto const bare = notebook.call("", "GET", "/schulkit");
    CHECK(bare.status == 302);
    CHECK(bare.header("Location") == "/schulkit/");
    CHECK(notebook.call("", "DELETE", "/schulkit/api/bell").header("Set-Cookie").find("Path=/schulkit/; ") !=
          std::string_view::npos);
}
