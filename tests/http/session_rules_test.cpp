#include "server/http/sessions.hpp"
#include "tests/support/notes.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

Header const host = {"Host", "schulkit.example"};
constexpr char const* note_body = R"({"text":"x"})";

int status_with(Notebook const& notebook, std::vector<Header> headers, std::string const& method = "POST") {
    headers.push_back(host);
    return notebook.answer(make_request(method, "/api/notes", std::move(headers), note_body)).status;
}

} // namespace

TEST_CASE("a browser's word on where a call comes from decides before Origin does", "[http][csrf]") {
    Notebook const notebook{make_deployment("https://schulkit.example").value()};
    Header const ours = {"Origin", "https://schulkit.example"};
    Header const theirs = {"Origin", "https://evil.example"};
    auto const [site, origin, status] = GENERATE_COPY(table<std::string, Header, int>({
        {"same-origin", ours, 201},
        {"none", ours, 201},
        {"same-site", ours, 403},
        {"cross-site", ours, 403},
        {"nonsense", ours, 403},
        {"same-origin", theirs, 201},
        {"", ours, 201},
        {"", theirs, 403},
        {"", {"Origin", "null"}, 403},
        {"", {"Origin", ""}, 403},
        {"", {"Origin", "https://schulkit.example.evil.example"}, 403},
        {"", {"X-Nothing", ""}, 201},
        {"cross-site", {"X-Nothing", ""}, 403},
        {"same-origin", {"X-Nothing", ""}, 201},
    }));
    INFO(site << " | " << origin.name << ": " << origin.value);
    std::vector<Header> headers = {cookie("coordinator"), origin};
    if (!site.empty()) headers.push_back({"Sec-Fetch-Site", site});
    CHECK(status_with(notebook, headers) == status);
    CHECK(notebook.texts().size() == (status == 201 ? 1u : 0u));
}

TEST_CASE("without a base address the Host header says who we are", "[http][csrf]") {
    Notebook const notebook;
    CHECK(status_with(notebook, {cookie("coordinator"), {"Origin", "http://schulkit.example"}}) == 201);
    CHECK(status_with(notebook, {cookie("coordinator"), {"Origin", "http://schulkit.example:81"}}) == 403);
    CHECK(status_with(notebook, {cookie("coordinator"), {"Origin", "http://other"}}) == 403);
}

TEST_CASE("a call with a token is never one that another site made", "[http][csrf]") {
    Notebook const notebook;
    CHECK(status_with(notebook, {bearer("coordinator"), {"Origin", "https://evil.example"}}) == 201);
    CHECK(status_with(notebook, {bearer("coordinator"), {"Sec-Fetch-Site", "cross-site"}}) ==
          409); // written already
}

TEST_CASE("reading is open to links from other sites, signing in and out is not", "[http][csrf]") {
    Notebook const notebook;
    CHECK(status_with(notebook, {cookie("coordinator"), {"Sec-Fetch-Site", "cross-site"}}, "GET") == 200);
    auto const rung =
        notebook.answer(make_request("DELETE", "/api/bell", {{"Sec-Fetch-Site", "cross-site"}}));
    CHECK(rung.status == 403);
    CHECK(code_of(rung) == "cross_site");
    CHECK(rung.header("Set-Cookie").empty());
}

TEST_CASE("a caller is known by cookie or token; a bad token never falls back to the cookie",
          "[http][sessions]") {
    Notebook const notebook;
    auto const status = [&](std::vector<Header> headers) {
        return status_with(notebook, std::move(headers), "GET");
    };
    CHECK(status({}) == 401);
    CHECK(status({cookie("coordinator")}) == 200);
    CHECK(status({cookie("nobody")}) == 401);
    CHECK(status({{"Cookie", "schulkit_session="}}) == 401);
    CHECK(status({bearer("coordinator")}) == 200);
    CHECK(status({{"Authorization", "bearer token-coordinator"}}) == 200);
    CHECK(status({cookie("coordinator"), bearer("nobody")}) == 401);
    CHECK(status({cookie("coordinator"), {"Authorization", "Basic Zm9v"}}) == 401);
    CHECK(status({cookie("coordinator"), {"Authorization", ""}}) == 401);
    CHECK(notebook.call("", "GET", "/api/notes").header("WWW-Authenticate") == "Bearer");
}

TEST_CASE("the session cookie is out of reach of scripts, other sites and plain http", "[http][sessions]") {
    auto const plain = session_cookie(Deployment{}, "abc", std::chrono::hours{12});
    CHECK(plain == "schulkit_session=abc; Path=/; Max-Age=43200; HttpOnly; SameSite=Lax");
    auto const proxied = make_deployment("https://h/schulkit").value();
    CHECK(session_cookie(proxied, "abc", std::chrono::hours{12}) ==
          "schulkit_session=abc; Path=/schulkit/; Max-Age=43200; HttpOnly; SameSite=Lax; Secure");
    CHECK(ended_session_cookie(proxied) ==
          "schulkit_session=; Path=/schulkit/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
}

TEST_CASE("an open endpoint sets its cookie without anybody signed in", "[http][sessions]") {
    Notebook const notebook;
    auto const rung = notebook.call("", "DELETE", "/api/bell");
    CHECK(rung.status == 204);
    CHECK(rung.content().empty());
    CHECK(rung.header("Set-Cookie").starts_with("schulkit_session=rung;"));
}
