#include "tests/support/notes.hpp"
#include "tests/support/notes_store.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

Header const urlencoded{"Content-Type", "application/x-www-form-urlencoded"};

/// A page with a form that keeps a note, for the coordinator.
struct PagedNotebook : Notebook {
    PagedNotebook() {
        router().page("/pages/note", [](Call&) { return HttpResponse{.content_type = "text/html", .body = "form"}; });
        router().form("/pages/note", [this](Call& call, Form const& form) -> Result<HttpResponse> {
            TRY_ASSIGN(Person const person, call.get_person());
            TRY_ASSIGN(Access const access, grant(person, Action::report_ticket));
            TRY_ASSIGN(std::string const next, write_form_once(call, access, [&](WriteTx& tx) -> Result<std::string> {
                           ++runs;
                           if (form.get("text").empty()) return invalid("text", "required");
                           TRY_ASSIGN(auto const id, insert_note(tx, form.get("text")));
                           return "/pages/note?id=" + std::to_string(id);
                       }));
            return go_on_at(next);
        });
        router().page("/pages/fails", [](Call&) -> Result<HttpResponse> { throw std::runtime_error{"secret disk"}; });
        router().error_pages("/pages", [](Call&, int status, std::string_view code) {
            return HttpResponse{.status = status,
                                .content_type = "text/html",
                                .body = "error " + std::to_string(status) + ' ' + std::string{code}};
        });
    }
    HttpResponse send(std::string body, std::vector<Header> headers = {}) {
        headers.push_back(urlencoded);
        return answer(make_request("POST", "/pages/note", std::move(headers), std::move(body)));
    }
    int runs = 0;
};

} // namespace

TEST_CASE("a form is read as browsers send it", "[http][forms]") {
    auto const form = Form::parse("text=R%C3%A4ume+1%0D%0A2&empty=&text2&a%3Db=c");
    REQUIRE(form);
    CHECK(form->get("text") == "Räume 1\n2");
    CHECK(form->has("empty"));
    CHECK(form->get("empty").empty());
    CHECK(form->has("text2"));
    CHECK(form->get("a=b") == "c");
    CHECK_FALSE(form->has("nothing"));
    CHECK(Form::parse("a=1&a=2")->get("a") == "2");
    CHECK(Form::parse("")->fields().empty());
    CHECK_FALSE(Form::parse("a=%zz"));
    CHECK_FALSE(Form::parse("a=%ff"));
}

TEST_CASE("a form fills an entity by its Schema and names what is wrong", "[http][forms]") {
    Note note;
    auto const good = Form::parse("text=+Hallo+&color=green&due_on=2026-11-24&worth_cents=&id=9");
    CHECK(read_form(*good, note).empty());
    CHECK(note.text == "Hallo");
    CHECK(note.color == NoteColor::green);
    CHECK(note.due_on == Date{2026, 11, 24});
    CHECK(note.id.value == 0); // the server's own
    auto const bad = Form::parse("text=&color=blue&due_on=24.11.2026");
    auto const errors = read_form(*bad, note);
    REQUIRE(errors.size() == 3);
    CHECK(errors[0] == FieldError{"color", "unknown_value"});
    CHECK(errors[1] == FieldError{"due_on", "bad_date"});
    CHECK(errors[2] == FieldError{"text", "required"});
}

TEST_CASE("a form that was taken leads on, and sent twice it leads there again", "[http][forms]") {
    PagedNotebook notebook;
    auto const first = notebook.send("text=a&idempotency_key=k1", {cookie("coordinator")});
    CHECK(first.status == 303);
    CHECK(first.header("Location").starts_with("/pages/note?id="));
    auto const again = notebook.send("text=a&idempotency_key=k1", {cookie("coordinator")});
    CHECK(again.status == 303);
    CHECK(again.header("Location") == first.header("Location"));
    CHECK(notebook.runs == 1);
    CHECK(notebook.texts() == std::vector<std::string>{"a"});
    CHECK(notebook.send("text=b&idempotency_key=k1", {cookie("coordinator")}).status == 422);
    CHECK(notebook.send("text=b&idempotency_key=k2", {cookie("coordinator")}).status == 303);
    CHECK(notebook.texts().size() == 2);
}

TEST_CASE("a form that was refused may be mended under its key", "[http][forms]") {
    PagedNotebook notebook;
    CHECK(notebook.send("text=&idempotency_key=k1", {cookie("coordinator")}).status == 422);
    CHECK(notebook.send("text=a&idempotency_key=k1", {cookie("coordinator")}).status == 303);
    CHECK(notebook.texts() == std::vector<std::string>{"a"});
}

TEST_CASE("a form comes from our own pages, is a form, and has its limit", "[http][forms]") {
    PagedNotebook notebook;
    CHECK(notebook.send("text=a", {cookie("coordinator"), {"Sec-Fetch-Site", "cross-site"}}).status == 403);
    CHECK(notebook.send("text=a", {cookie("coordinator"), {"Origin", "http://evil.example"}}).status == 403);
    CHECK(notebook.send("text=a").status == 401);
    CHECK(notebook.send("text=" + std::string(max_form_bytes, 'x'), {cookie("coordinator")}).status == 413);
    CHECK(notebook.send(std::string{"text=a\0b", 8}, {cookie("coordinator")}).status == 303); // the rules' to judge
    CHECK(notebook.send("text=%ff", {cookie("coordinator")}).status == 422);
    CHECK(notebook.send("text=b&idempotency_key=" + std::string(201, 'k'), {cookie("coordinator")}).status == 422);
    auto const json = notebook.answer(make_request(
        "POST", "/pages/note", {cookie("coordinator"), {"Content-Type", "text/plain"}}, "text=c"));
    CHECK(json.status == 415);
    CHECK(notebook.send("text=d", {cookie("coordinator"), {"Content-Encoding", "gzip"}}).status == 415);
    CHECK(notebook.send("text=" + std::string(max_form_fields, '&'), {cookie("coordinator")}).status == 413);
    CHECK(notebook.texts().size() == 1);
    notebook.router().form("/pages/long", [](Call&, Form const&) { return go_on_at("/"); }, 2 * max_form_bytes);
    auto const send_long = [&](std::size_t size) {
        return notebook.answer(make_request("POST", "/pages/long", {urlencoded}, "text=" + std::string(size, 'x'))).status;
    };
    CHECK(send_long(max_form_bytes) == 303);
    CHECK(send_long(2 * max_form_bytes) == 413);
}

TEST_CASE("one address shows a page and takes its form, and nothing else", "[http][forms]") {
    PagedNotebook const notebook;
    CHECK(notebook.call("", "GET", "/pages/note").content() == "form");
    auto const refused = notebook.call("", "DELETE", "/pages/note");
    CHECK(refused.status == 405);
    CHECK(refused.header("Allow") == "GET, HEAD, POST");
}

TEST_CASE("errors below a path are its own pages, elsewhere problem documents", "[http][forms]") {
    PagedNotebook const notebook;
    CHECK(notebook.call("", "POST", "/pages/note", {urlencoded}, "text=a").content() == "error 401 unauthenticated");
    auto const failed = notebook.call("", "GET", "/pages/fails");
    CHECK(failed.status == 500);
    CHECK(failed.content_type == "text/html");
    REQUIRE(notebook.lines().size() >= 1);
    std::string const number{failed.content().substr(std::string_view{"error 500 "}.size())};
    CHECK(notebook.lines().back().find(number + " secret disk") != std::string::npos);
    CHECK(failed.content().find("secret") == std::string::npos);
    CHECK(notebook.call("", "GET", "/pagesandmore").content_type == "application/problem+json");
    CHECK(notebook.call("", "GET", "/api/nothing").content_type == "application/problem+json");
}
