#include "server/http/static_files.hpp"
#include "tests/support/notes.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr std::string_view index_text =
    "<!doctype html>\n<html lang=\"de\">\n<head>\n<title>x</title></head></html>";
std::array<embedded::WebFile, 4> const files = {{
    {"app-1a2b.wasm", "application/wasm", "\"w1\"", true, "plain wasm", "gzipped", "brotlied"},
    {"icon.svg", "image/svg+xml", "\"i1\"", false, "<svg/>", "", ""},
    {"index.html", "text/html; charset=utf-8", "\"h1\"", false, index_text, "not used", "not used"},
    {"sub/a.css", "text/css", "\"c1\"", false, "a{}", "gz", ""},
}};

class Served {
public:
    explicit Served(Deployment deployment = {}) : m_files{files, deployment}, m_notebook{deployment} {
        m_notebook.router().otherwise([this](Call& call) { return m_files.answer(call); });
    }
    HttpResponse get(std::string const& target, std::vector<Header> headers = {}) {
        return m_notebook.call("", "GET", target, std::move(headers));
    }
    Notebook& notebook() { return m_notebook; }

private:
    StaticFiles m_files;
    Notebook m_notebook;
};

} // namespace

TEST_CASE("a file comes in the best encoding that the browser takes", "[http][files]") {
    Served served;
    auto const [accepted, encoding, bytes] = GENERATE(table<std::string, std::string, std::string>({
        {"gzip, deflate, br", "br", "brotlied"},
        {"gzip", "gzip", "gzipped"},
        {"br;q=0, gzip", "gzip", "gzipped"},
        {"", "", "plain wasm"},
        {"identity", "", "plain wasm"},
    }));
    INFO(accepted);
    auto const file = served.get("/app-1a2b.wasm", {{"Accept-Encoding", accepted}});
    CHECK(file.status == 200);
    CHECK(file.content() == bytes);
    CHECK(file.header("Content-Encoding") == encoding);
    CHECK(file.content_type == "application/wasm");
    CHECK(file.header("Vary") == "Accept-Encoding");
}

TEST_CASE("a file of the bundle is found by its plain name", "[http][files]") {
    constexpr std::array<embedded::WebFile, 4> hashed = {{
        {"index.html", "text/html; charset=utf-8", "\"h1\"", false, index_text, "", ""},
        {"static/pages-0123456789ab.css", "text/css", "\"c1\"", true, "a{}", "", ""},
        {"static/pages-more-0123456789ab.css", "text/css", "\"c2\"", true, "b{}", "", ""},
        {"static/tokens-ba9876543210.css", "text/css", "\"c3\"", true, "c{}", "", ""},
    }};
    StaticFiles const served{hashed, Deployment{}};
    CHECK(served.path_of("pages.css") == "/static/pages-0123456789ab.css");
    CHECK(served.path_of("tokens.css") == "/static/tokens-ba9876543210.css");
    CHECK(served.path_of("index.html") == "/index.html");
    CHECK(served.path_of("pages.svg").empty());
    CHECK(served.path_of("page.css").empty());
    CHECK(served.path_of("").empty());
}

TEST_CASE("a file that compression would not shrink comes as it is", "[http][files]") {
    Served served;
    auto const icon = served.get("/icon.svg", {{"Accept-Encoding", "br, gzip"}});
    CHECK(icon.content() == "<svg/>");
    CHECK(icon.header("Content-Encoding").empty());
    CHECK(served.get("/sub/a.css", {{"Accept-Encoding", "br, gzip"}}).header("Content-Encoding") == "gzip");
}

TEST_CASE("a browser that has the file gets no bytes", "[http][files]") {
    Served served;
    std::string const etag{served.get("/icon.svg").header("ETag")};
    REQUIRE(etag == "W/\"i1\"");
    for (std::string const& held :
         {etag, std::string{"\"i1\""}, std::string{"\"other\", W/\"i1\""}, std::string{"*"}}) {
        INFO(held);
        auto const unchanged = served.get("/icon.svg", {{"If-None-Match", held}});
        CHECK(unchanged.status == 304);
        CHECK(unchanged.content().empty());
        CHECK(unchanged.header("ETag") == etag);
    }
    CHECK(served.get("/icon.svg", {{"If-None-Match", "\"i2\""}}).status == 200);
}

TEST_CASE("names with a hash are kept for ever, others are asked for again", "[http][files]") {
    Served served;
    CHECK(served.get("/app-1a2b.wasm").header("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(served.get("/icon.svg").header("Cache-Control") == "no-cache");
    CHECK(served.get("/").header("Cache-Control") == "no-cache");
    CHECK(!served.get("/").header("Content-Security-Policy").empty());
}

TEST_CASE("every address inside the application is its page", "[http][files]") {
    Served served;
    std::string const page{served.get("/index.html").content()};
    for (char const* path : {"/", "/assets", "/assets/12", "/tickets/12/", "/assets?q=a.b"}) {
        INFO(path);
        auto const response = served.get(path);
        CHECK(response.status == 200);
        CHECK(response.content() == page);
        CHECK(response.content_type == "text/html; charset=utf-8");
    }
    CHECK(served.get("/missing.js").status == 404);
    CHECK(served.get("/../etc/passwd.txt").status == 404);
    CHECK(served.get("/api/missing").status == 404);
}

TEST_CASE("the page knows the sub-path it lives under", "[http][files][proxy]") {
    Served at_root;
    Served proxied{make_deployment("https://h/schulkit").value()};
    CHECK(at_root.get("/").content().find("<head><base href=\"/\">") != std::string_view::npos);
    auto const page = proxied.get("/schulkit/assets/12");
    CHECK(page.content().find("<head><base href=\"/schulkit/\">") != std::string_view::npos);
    CHECK(page.header("ETag") != at_root.get("/").header("ETag"));
    CHECK(proxied.get("/schulkit/icon.svg").content() == "<svg/>");
}

TEST_CASE("a server without a web client has no pages", "[http][files]") {
    StaticFiles const none{{}, Deployment{}};
    Notebook notebook;
    notebook.router().otherwise([&](Call& call) { return none.answer(call); });
    CHECK(notebook.call("", "GET", "/").status == 404);
}
