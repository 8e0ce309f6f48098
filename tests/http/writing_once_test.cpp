#include "server/http/idempotency_store.hpp"
#include "tests/support/notes.hpp"
#include "tests/support/notes_store.hpp"

#include <catch_amalgamated.hpp>

#include <thread>

using namespace schulkit;
using namespace schulkit::test;

namespace {

using Texts = std::vector<std::string>;

Header key(std::string value) {
    return {"Idempotency-Key", std::move(value)};
}

HttpResponse write(Notebook const& notebook, std::string const& text, std::vector<Header> headers,
                   std::string const& target = "/api/notes", std::string const& who = "coordinator") {
    return notebook.call(who, "POST", target, std::move(headers), R"({"text":")" + text + R"("})");
}

std::int64_t kept(Notebook& notebook) {
    return notebook.database().read([](Tx& tx) { return count_kept_answers(tx); });
}

} // namespace

TEST_CASE("a write repeated with its key gets the same bytes and changes nothing", "[http][idempotency]") {
    Notebook notebook;
    auto const first = write(notebook, "a", {key("k1")});
    REQUIRE(first.status == 201);
    auto const second = write(notebook, "a", {key("k1")});
    CHECK(second.status == 201);
    CHECK(second.body == first.body);
    CHECK(second.content_type == first.content_type);
    CHECK(notebook.handler_runs == 1);
    CHECK(notebook.texts() == Texts{"a"});
    CHECK(write(notebook, "b", {key("k2")}).status == 201);
    CHECK(kept(notebook) == 2);
}

TEST_CASE("without a key each write runs", "[http][idempotency]") {
    Notebook notebook;
    CHECK(write(notebook, "a", {}).status == 201);
    auto const second = write(notebook, "a", {});
    CHECK(second.status == 409);
    CHECK(code_of(second) == "taken");
    CHECK(notebook.handler_runs == 2);
    CHECK(kept(notebook) == 0);
}

TEST_CASE("a key used with another body or query is refused", "[http][idempotency]") {
    Notebook notebook;
    REQUIRE(write(notebook, "a", {key("k1")}).status == 201);
    auto const other = write(notebook, "b", {key("k1")});
    CHECK(other.status == 422);
    CHECK(code_of(other) == "idempotency_key_reused");
    CHECK(code_of(write(notebook, "a", {key("k1")}, "/api/notes?x=1")) == "idempotency_key_reused");
    CHECK(notebook.texts() == Texts{"a"});
    CHECK(write(notebook, "a", {key("k1")}).status == 201);
}

TEST_CASE("a key is the caller's own, for one method and path", "[http][idempotency]") {
    Notebook notebook;
    REQUIRE(write(notebook, "a", {key("k1")}).status == 201);
    CHECK(write(notebook, "b", {key("k1")}, "/api/trouble").status == 200);
    CHECK(notebook.call("coordinator", "PATCH", "/api/notes/1", {key("k1")}, R"({"text":"c"})").status ==
          200);
    CHECK(notebook.call("coordinator", "PATCH", "/api/notes/2", {key("k1")}, R"({"text":"c"})").status ==
          200);
    CHECK(kept(notebook) == 4);
    // The sub-path is no part of the path.
    Notebook proxied{make_deployment("https://h/schulkit").value()};
    REQUIRE(write(proxied, "a", {key("k1")}, "/schulkit/api/notes").status == 201);
    CHECK(write(proxied, "a", {key("k1")}, "/api/notes").status == 201);
    CHECK(proxied.handler_runs == 1);
}

TEST_CASE("a refusal is kept, its effects are not", "[http][idempotency]") {
    Notebook notebook;
    auto const first = write(notebook, "a", {key("k1")}, "/api/trouble?kind=conflict");
    REQUIRE(first.status == 409);
    CHECK(notebook.texts().empty());
    CHECK(kept(notebook) == 1);
    auto const second = write(notebook, "a", {key("k1")}, "/api/trouble?kind=conflict");
    CHECK(second.status == 409);
    CHECK(second.body == first.body);
    CHECK(second.content_type == "application/problem+json");
}

TEST_CASE("a body that is wrong before the handler runs is kept as a refusal too", "[http][idempotency]") {
    Notebook notebook;
    std::string const junk = GENERATE(R"({"text":""})", "no json", "");
    auto const first = notebook.call("coordinator", "POST", "/api/notes", {key("k1")}, junk);
    CHECK(first.status == 422);
    CHECK(notebook.call("coordinator", "POST", "/api/notes", {key("k1")}, junk).body == first.body);
    CHECK(code_of(write(notebook, "mended", {key("k1")})) == "idempotency_key_reused");
    CHECK(notebook.handler_runs == 0);
}

TEST_CASE("a failure of the server is not kept and leaves nothing", "[http][idempotency]") {
    Notebook notebook;
    std::string const kind = GENERATE("unavailable", "internal", "exception");
    INFO(kind);
    CHECK(write(notebook, "a", {key("k1")}, "/api/trouble?kind=" + kind).status >= 500);
    CHECK(notebook.texts().empty());
    CHECK(kept(notebook) == 0);
    CHECK(write(notebook, "a", {key("k1")}, "/api/trouble").status == 200);
    CHECK(notebook.texts() == Texts{"a"});
}

TEST_CASE("who may not write keeps no answer", "[http][idempotency]") {
    Notebook notebook;
    CHECK(write(notebook, "a", {key("k1")}, "/api/notes", "auditor").status == 403);
    CHECK(write(notebook, "a", {key("k1")}, "/api/notes", "").status == 401);
    CHECK(kept(notebook) == 0);
}

TEST_CASE("a key is 1 to 200 visible characters", "[http][idempotency]") {
    Notebook const notebook;
    CHECK(write(notebook, "a", {key(std::string(200, '~'))}).status == 201);
    auto const [bad, code] = GENERATE(table<std::string, std::string>({{"", "required"},
                                                                       {std::string(201, 'k'), "too_long"},
                                                                       {"a b", "bad_character"},
                                                                       {"\xC3\xA4", "bad_character"},
                                                                       {"a\x01", "bad_character"}}));
    auto const refused = write(notebook, "b", {key(bad)});
    CHECK(refused.status == 422);
    Json const body = json_of(refused);
    CHECK(body["errors"][0]["field"] == "Idempotency-Key");
    CHECK(body["errors"][0]["code"] == code);
    CHECK(notebook.texts().size() == 1);
}

TEST_CASE("the same write at the same time runs once, and all get its answer", "[http][idempotency]") {
    Notebook const notebook;
    std::array<HttpResponse, 8> answers{};
    std::vector<std::thread> callers;
    for (HttpResponse& answer : answers)
        callers.emplace_back([&] { answer = write(notebook, "a", {key("k1")}); });
    for (std::thread& caller : callers)
        caller.join();
    for (HttpResponse const& answer : answers) {
        CHECK(answer.status == 201);
        CHECK(answer.body == answers[0].body);
    }
    CHECK(notebook.handler_runs == 1);
    CHECK(notebook.texts() == Texts{"a"});
}

TEST_CASE("an answer is kept for 30 days", "[http][idempotency]") {
    Notebook notebook;
    REQUIRE(write(notebook, "a", {key("k1")}).status == 201);
    notebook.wait_ms(kept_for_ms);
    REQUIRE(write(notebook, "b", {key("k2")}).status == 201);
    CHECK(kept(notebook) == 2);
    notebook.wait_ms(1);
    REQUIRE(write(notebook, "c", {key("k3")}).status == 201);
    CHECK(kept(notebook) == 2);
    CHECK(write(notebook, "a", {key("k1")}).status == 409); // forgotten: it runs again
}

TEST_CASE("a dry run writes nothing and keeps nothing; the real run with its key does",
          "[http][idempotency]") {
    Notebook notebook;
    auto const send = [&](std::string const& target, std::string const& body) {
        return notebook.call("coordinator", "POST", target, {key("k1")}, body);
    };
    CHECK(send("/api/files?dry_run=true", "abc").status == 200);
    CHECK(notebook.texts().empty());
    CHECK(kept(notebook) == 0);
    auto const real = send("/api/files", "abc");
    CHECK(real.status == 200);
    CHECK(notebook.texts() == Texts{"3 bytes"});
    CHECK(send("/api/files", "abc").body == real.body);
    CHECK(notebook.texts().size() == 1);
    CHECK(code_of(send("/api/files", "abcd")) == "idempotency_key_reused");
}

TEST_CASE("what cannot be prepared is refused without a transaction", "[http][idempotency]") {
    Notebook notebook;
    auto const refused = notebook.call("coordinator", "POST", "/api/files", {}, "");
    CHECK(refused.status == 422);
    CHECK(code_of(refused) == "not_a_table");
    CHECK(kept(notebook) == 0);
}
