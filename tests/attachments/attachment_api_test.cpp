// Sending files, reading them back, and what of it others see.

#include "server/attachments/attachment_changes.hpp"
#include "server/attachments/sha256.hpp"
#include "tests/attachments/media_samples.hpp"
#include "tests/support/county.hpp"
#include "tests/support/http_client.hpp"
#include "tests/support/running_server.hpp"

#include <catch_amalgamated.hpp>

#include <thread>

using namespace schulkit;
using namespace schulkit::test;
using namespace schulkit::samples;

namespace {

Reply upload(County const& county, std::string const& who, std::string const& bytes, std::string const& name = {},
             std::vector<Header> headers = {}) {
    return county.send_bytes(who, "POST", "/api/attachments" + (name.empty() ? "" : "?name=" + percent_encode(name)), bytes,
                             std::move(headers));
}

std::string path_of(std::string const& sha256) { return "/api/attachments/" + sha256; }

std::int64_t count_attachments(County const& county) {
    return county.database().read(
        [](Tx& tx) { return *find_row<std::int64_t>(tx, "select count(*) from attachments"); });
}

std::string run_sql(County const& county, char const* sql) {
    auto const changed = county.database().write({}, [&](WriteTx& tx) { return execute(tx, sql); });
    return changed ? "changed" : changed.error().code;
}

} // namespace

TEST_CASE("a PDF that is sent comes back byte by byte, to who sent it", "[attachments][api]") {
    County county;
    Reply const sent = upload(county, "teacher", pdf_file());
    REQUIRE(sent.status == 201);
    CHECK(sent.word("sha256") == sha256_of(pdf_file()));
    CHECK(sent.word("media_type") == "application/pdf");
    CHECK(sent.number("size") == static_cast<std::int64_t>(pdf_file().size()));
    Reply const back = county.get("teacher", path_of(sent.word("sha256")));
    CHECK(back.status == 200);
    CHECK(back.text == pdf_file());
}

TEST_CASE("the same bytes are one row, and each sender has sent them", "[attachments][api]") {
    County county;
    std::string const sha256 = upload(county, "teacher", jpeg_file()).word("sha256");
    county.wait_ms(1000);
    CHECK(county.get("other_teacher", path_of(sha256)).status == 404);
    Reply const again = upload(county, "teacher", jpeg_file() + "behind its end");
    CHECK(again.word("sha256") == sha256);
    std::int64_t const before = county.database().last_change();
    Reply const other = upload(county, "other_teacher", jpeg_file());
    CHECK(other.word("sha256") == sha256);
    // it does not tell that somebody else has sent it before
    CHECK(other.word("created_at") == to_rfc3339(county.database().now()));
    CHECK(again.word("created_at") != other.word("created_at"));
    CHECK(county.database().last_change() == before + 1);
    CHECK(count_attachments(county) == 1);
    CHECK(county.get("other_teacher", path_of(sha256)).status == 200);
}

TEST_CASE("nobody but the sender and an administrator reads what belongs to nothing", "[attachments][api]") {
    County county;
    std::string const sha256 = upload(county, "teacher", png_file()).word("sha256");
    for (char const* who : {"coordinator", "technician", "station_technician", "other_teacher"}) {
        INFO(who);
        Reply const refused = county.get(who, path_of(sha256));
        CHECK(refused.status == 404);
        CHECK(refused.text == county.get(who, path_of(std::string(64, 'a'))).text); // as for what is not there
    }
    CHECK(county.get("auditor", path_of(sha256)).status == 403);
    CHECK(county.get("admin", path_of(sha256)).status == 200);
    CHECK(county.get("", path_of(sha256)).status == 401);
    for (char const* odd : {"1", "..%2F..%2Fetc%2Fpasswd", "%00", "AAAA"})
        CHECK(county.get("teacher", path_of(odd)).status == 404);
}

TEST_CASE("a file goes out so that nothing in it can run", "[attachments][api]") {
    County county;
    // whatever the sender says it is
    std::string const pdf = pdf_file("<html><script>alert(1)</script>");
    Reply const sent = upload(county, "teacher", pdf, "seite.html", {{"Content-Type", "text/html"}});
    REQUIRE(sent.status == 201);
    Reply const back = county.get("teacher", path_of(sent.word("sha256")));
    CHECK(back.raw.content_type == "application/pdf");
    CHECK(back.raw.header("X-Content-Type-Options") == "nosniff");
    CHECK(back.raw.header("Content-Disposition").starts_with("attachment; filename=\"anhang-"));
    CHECK(back.raw.header("Content-Security-Policy") == "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    CHECK(back.raw.header("Cache-Control") == "private, no-cache");
    CHECK(back.raw.header("Cross-Origin-Resource-Policy") == "same-origin");
    std::string const image = upload(county, "teacher", jpeg_file(), "x.svg", {{"Content-Type", "image/svg+xml"}}).word("sha256");
    Reply const shown = county.get("teacher", path_of(image));
    CHECK(shown.raw.content_type == "image/jpeg");
    CHECK(shown.raw.header("Content-Disposition").starts_with("inline; "));
    CHECK(shown.raw.header("Content-Security-Policy").ends_with("; sandbox"));
}

TEST_CASE("who has the bytes already gets none, and only who may have them", "[attachments][api]") {
    County county;
    std::string const sha256 = upload(county, "teacher", jpeg_file()).word("sha256");
    std::string const etag{county.get("teacher", path_of(sha256)).raw.header("ETag")};
    CHECK(etag == '"' + sha256 + '"');
    Reply const same = county.send_bytes("teacher", "GET", path_of(sha256), "", {{"If-None-Match", etag}});
    CHECK(same.status == 304);
    CHECK(same.text.empty());
    CHECK(county.send_bytes("other_teacher", "GET", path_of(sha256), "", {{"If-None-Match", etag}}).status == 404);
}

TEST_CASE("what is refused leaves nothing behind", "[attachments][api]") {
    County county;
    std::int64_t const before = county.database().last_change();
    auto const code = [&](std::string const& bytes, std::string const& name = {}) {
        Reply const refused = upload(county, "teacher", bytes, name);
        CHECK(refused.status == 422);
        return refused.code();
    };
    CHECK(code("") == "empty_file");
    CHECK(code("kein PDF", "Nachweis.pdf") == "not_a_pdf");
    CHECK(code(jpeg_file().substr(0, 100)) == "not_an_image");
    CHECK(code(heic_file()) == "heic_photo");
    CHECK(code("<svg onload='alert(1)'/>", "bild.svg") == "unknown_media");
    CHECK(code(png_file("", 65'535, 65'535)) == "too_many_pixels");
    CHECK(upload(county, "auditor", pdf_file()).status == 403);
    CHECK(upload(county, "", pdf_file()).status == 401);
    CHECK(count_attachments(county) == 0);
    CHECK(county.database().last_change() == before);
}

TEST_CASE("ten megabytes are taken, a byte more is not, and the answer names the limit", "[attachments][api]") {
    County county;
    std::string const words = pdf_file("");
    std::string const largest = pdf_file(std::string(max_attachment_bytes - words.size() - 8, 'x'));
    REQUIRE(largest.size() <= max_attachment_bytes);
    REQUIRE(largest.size() > max_attachment_bytes - 64);
    std::string const filled = largest + std::string(max_attachment_bytes - largest.size(), '\n');
    CHECK(upload(county, "teacher", filled).status == 201);
    Reply const refused = upload(county, "teacher", filled + '\n');
    CHECK(refused.status == 413);
    CHECK(refused.code() == "too_large");
    CHECK(refused.number("limit_bytes") == static_cast<std::int64_t>(max_attachment_bytes));
    CHECK(count_attachments(county) == 1);
}

TEST_CASE("60 MB are refused before they are sent, and the connection is answered properly", "[attachments][api][http]") {
    County county;
    RunningServer server{[&](HttpRequest const& request) { return county.router().answer(request); }};
    RawSocket socket{server.port()};
    std::string const head = "POST /api/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: " +
                             county.authorization("teacher").value + "\r\nContent-Length: 62914560\r\n\r\n";
    socket.send(head);
    std::string const answer = socket.read_answer();
    CHECK(status_of_answer(answer) == 413);
    CHECK(answer.find("\"limit_bytes\":10485760") != std::string::npos);
    // who sends on without looking is let through to the end, and hears the same
    RawSocket stubborn{server.port()};
    stubborn.send(head);
    std::string const piece(1u << 20, '\0');
    bool all_sent = true;
    for (int sent = 0; sent < 60; ++sent) all_sent = all_sent && stubborn.send(piece);
    CHECK(all_sent);
    CHECK(status_of_answer(stubborn.read_answer()) == 413);
    CHECK(upload(county, "teacher", pdf_file()).status == 201);
}

TEST_CASE("many large files at once do not fill the memory: some wait for the others", "[attachments][api][http]") {
    County county;
    RunningServer server{[&](HttpRequest const& request) { return county.router().answer(request); }};
    auto const head_of = [&](char const* who) {
        return "POST /api/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: " + county.authorization(who).value +
               "\r\nContent-Length: 10485760\r\n\r\n";
    };
    std::string const head = head_of("teacher");
    std::vector<RawSocket> sending; // each holds its share while its body comes
    std::size_t const of_one = max_large_bodies_of_one / max_attachment_bytes;
    for (std::size_t i = 0; i < max_large_bodies / max_attachment_bytes; ++i) {
        sending.emplace_back(server.port());
        sending.back().send(head_of(i < of_one ? "contact" : i < 2 * of_one ? "other_contact" : "teacher") + "%PDF-");
    }
    // looked at from outside: an upload to try it would take the share of one that is about to begin
    auto const all_have_begun = [&] { return county.router().large_body_bytes() == max_large_bodies; };
    for (int tries = 0; tries < 500 && !all_have_begun(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    REQUIRE(all_have_begun());
    CHECK(upload(county, "teacher", pdf_file(), "", {{"Content-Length", "300"}}).status == 429);
    RawSocket late{server.port()};
    late.send(head);
    std::string const refusal = late.read_answer();
    CHECK(status_of_answer(refusal) == 429);
    CHECK(refusal.find("\"busy\"") != std::string::npos);
    sending.clear(); // they break off
    int stored = 0;
    for (int tries = 0; tries < 200 && stored != 201; ++tries) {
        stored = upload(county, "teacher", pdf_file(), "", {{"Content-Length", "300"}}).status;
        if (stored != 201) std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    CHECK(stored == 201);
}

TEST_CASE("one person's slow uploads, and those of nobody, leave room for others'", "[attachments][api][http]") {
    County county;
    RunningServer server{[&](HttpRequest const& request) { return county.router().answer(request); }};
    std::vector<RawSocket> sending;
    auto const send = [&](std::string const& head) {
        sending.emplace_back(server.port());
        sending.back().send(head);
    };
    std::string const form = "POST /basis/voraussetzungen/1/wlan HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n"
                             "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 10485760\r\n\r\n--b";
    std::string const mine = "POST /api/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: " + county.authorization("contact").value +
                             "\r\nContent-Length: 10485760\r\n\r\n%PDF-";
    for (int i = 0; i < 40; ++i) send(i % 2 == 0 ? form : mine);
    std::size_t const own = max_large_bodies_of_one / max_attachment_bytes * max_attachment_bytes;
    std::size_t const of_nobody = max_large_bodies_of_one / 4 / max_attachment_bytes * max_attachment_bytes;
    auto const all_have_begun = [&] { return county.router().large_body_bytes() >= own + of_nobody; };
    for (int tries = 0; tries < 500 && !all_have_begun(); ++tries) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    CHECK(county.router().large_body_bytes() == own + of_nobody);
    CHECK(upload(county, "contact", pdf_file(), "", {{"Content-Length", "10485760"}}).status == 429);
    CHECK(upload(county, "teacher", pdf_file(), "", {{"Content-Length", "300"}}).status == 201);
}

TEST_CASE("a repeated call stores once", "[attachments][api]") {
    County county;
    std::vector<Header> const key = {{"Idempotency-Key", "photo-1"}};
    Reply const first = upload(county, "teacher", jpeg_file(), "a.jpg", key);
    std::int64_t const before = county.database().last_change();
    Reply const second = upload(county, "teacher", jpeg_file(), "a.jpg", key);
    CHECK(first.status == 201);
    CHECK(second.text == first.text);
    CHECK(upload(county, "teacher", png_file(), "a.jpg", key).code() == "idempotency_key_reused");
    CHECK(county.database().last_change() == before);
}

TEST_CASE("nobody can fill the disk within a day", "[attachments][api]") {
    County county;
    for (int i = 0; i < max_uploads_a_day; ++i)
        REQUIRE(upload(county, "teacher", pdf_file(std::to_string(i))).status == 201);
    Reply const refused = upload(county, "teacher", pdf_file("one more"));
    CHECK(refused.status == 429);
    CHECK(refused.code() == "too_many_uploads");
    CHECK(upload(county, "teacher", pdf_file("7")).status == 201); // nothing new
    CHECK(upload(county, "other_teacher", pdf_file("one more")).status == 201);
    county.wait_ms(24 * 60 * 60 * 1000 + 1);
    CHECK(upload(county, "teacher", pdf_file("one more")).status == 201);
}

TEST_CASE("the log knows what was sent, by whom, and not what it shows", "[attachments][api]") {
    County county;
    std::string const sha256 = upload(county, "teacher", jpeg_file(), "Kim Beispiel.jpg").word("sha256");
    Reply const log = county.get("admin", "/api/audit?entity=attachment");
    REQUIRE(log.body["items"].size() == 1);
    Json const& entry = log.body["items"][0];
    CHECK(entry["action"] == "create");
    CHECK(entry["actor"] == "teacher");
    CHECK(entry["after"]["sha256"] == sha256);
    CHECK(entry["after"]["media_type"] == "image/jpeg");
    CHECK(entry["after"]["size"] == jpeg_file().size());
    CHECK(log.text.find("Beispiel") == std::string::npos);
}

TEST_CASE("the database keeps attachments as they are", "[attachments]") {
    County county;
    upload(county, "teacher", jpeg_file());
    CHECK(run_sql(county, "update attachments set bytes = x'00', size = 1") == "never_changed");
    CHECK(run_sql(county, "delete from attachments") == "never_deleted");
    CHECK(run_sql(county, "update attachment_uploads set person_id = 1") == "never_changed");
    CHECK(run_sql(county, "delete from attachment_uploads") == "never_deleted");
    auto const add = [&](char const* values) {
        try {
            return run_sql(county, ("insert into attachments (sha256, media_type, size, created_at, bytes) values (" +
                                    std::string{values} + ")")
                                       .c_str());
        } catch (DbFailure const&) {
            return std::string{"refused"};
        }
    };
    std::string const hash = '\'' + std::string(64, 'b') + '\'';
    CHECK(add((hash + ", 'application/pdf', 1, 0, x'00'").c_str()) == "changed");
    CHECK(add("'short', 'application/pdf', 1, 0, x'00'") != "changed");
    CHECK(add(("upper(" + hash + "), 'application/pdf', 1, 0, x'00'").c_str()) != "changed");
    std::string const other = '\'' + std::string(64, 'c') + '\'';
    CHECK(add((other + ", 'text/html', 1, 0, x'00'").c_str()) != "changed");
    CHECK(add((other + ", 'application/pdf', 2, 0, x'00'").c_str()) != "changed");
    CHECK(add((other + ", 'application/pdf', 0, 0, x''").c_str()) != "changed");
    CHECK(add((other + ", 'application/pdf', 10485761, 0, zeroblob(10485761)").c_str()) != "changed");
}

TEST_CASE("a check names each attachment that is not what was stored", "[attachments]") {
    County county;
    std::string const good = upload(county, "teacher", png_file()).word("sha256");
    std::string const sha256 = upload(county, "teacher", jpeg_file()).word("sha256");
    auto const broken = [&] { return county.database().read([](Tx& tx) { return find_broken_attachments(tx); }); };
    CHECK(broken().empty());
    REQUIRE(run_sql(county, "drop trigger attachments_are_never_changed") == "changed");
    REQUIRE(run_sql(county, "update attachments set bytes = zeroblob(size) where media_type = 'image/jpeg'") == "changed");
    auto const found = broken();
    REQUIRE(found.size() == 1);
    CHECK(found.front().find(sha256) != std::string::npos);
    CHECK(found.front().find(good) == std::string::npos);
}

TEST_CASE("a paper that the program has made is kept without a sender", "[attachments]") {
    County county;
    auto const kept = county.database().write({}, [](WriteTx& tx) { return keep_document(tx, pdf_file("Vereinbarung")); });
    REQUIRE(kept);
    CHECK(kept->sha256 == sha256_of(pdf_file("Vereinbarung")));
    CHECK(county.get("teacher", path_of(kept->sha256)).status == 404);
    std::int64_t const before = county.database().last_change();
    CHECK(county.database().write({}, [](WriteTx& tx) { return keep_document(tx, pdf_file("Vereinbarung")); }).has_value());
    CHECK(county.database().last_change() == before);
}
