// Evidence with a file, from the Basisansicht: a form in parts.

#include "shared/attachments/attachment.hpp"
#include "tests/attachments/media_samples.hpp"
#include "tests/support/plain_pages.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

constexpr char const* wlan_page = "/basis/voraussetzungen/1/wlan";
constexpr char const* wlan_of_1 = "/api/schools/1/requirements/wlan";

std::string form_part(std::string const& name, std::string const& value) {
    return "--grenze\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

std::string file_part(std::string const& name, std::string const& bytes) {
    return "--grenze\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
           "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + bytes + "\r\n";
}

Reply send_evidence(County const& county, std::string const& who, std::string const& parts, std::string const& page = wlan_page) {
    return county.send_bytes(who, "POST", page, parts + "--grenze--\r\n",
                             {{"Content-Type", "multipart/form-data; boundary=grenze"}});
}

} // namespace

TEST_CASE("a contact submits words, a day and a PDF without script", "[plain][requirements]") {
    WithPages const county;
    Reply const form = county.get("contact", wlan_page);
    REQUIRE(form.status == 200);
    CHECK(says(form, "enctype=\"multipart/form-data\""));
    CHECK(says(form, "type=\"file\""));
    std::string const pdf = samples::pdf_file("Ausleuchtung");
    Reply const sent = send_evidence(county, "contact",
                                     form_part("evidence", "Messung\r\nim Altbau") + form_part("evidence_on", "2026-09-03") +
                                         file_part("C:\\Messung März.pdf", pdf));
    REQUIRE(sent.status == 303);
    CHECK(sent.raw.header("Location") == std::string{wlan_page} + "?neu=1");
    Reply const stored = county.get("coordinator", wlan_of_1);
    CHECK(stored.word("state") == "submitted");
    CHECK(stored.word("evidence") == "Messung\nim Altbau");
    CHECK(stored.word("evidence_on") == "2026-09-03");
    CHECK(stored.body["attachments"][0]["name"] == "Messung März.pdf");
    CHECK(county.get("coordinator", std::string{wlan_of_1} + "/attachments/1").text == pdf);
    CHECK(says(county.get("contact", wlan_page), "Messung März.pdf"));
    // a second file joins the first
    REQUIRE(send_evidence(county, "contact", form_part("evidence", "Messung") + file_part("b.pdf", samples::pdf_file("b"))).status == 303);
    CHECK(county.get("coordinator", wlan_of_1).body["attachments"].size() == 2);
}

TEST_CASE("a file that is none of those we take gets a sentence at its field, and nothing is stored", "[plain][requirements]") {
    WithPages const county;
    struct Bad {
        std::string name, bytes, words;
    };
    for (Bad const& bad : {Bad{"Nachweis.pdf", "<html>", "Diese Datei ist beschädigt"},
                           Bad{"Foto.jpg", std::string(max_attachment_bytes + 1, 'x'), "Die Datei ist zu groß. Möglich sind höchstens 10 MB."}}) {
        INFO(bad.name);
        Reply const refused = send_evidence(county, "contact", form_part("evidence", "Messung im Altbau") + file_part(bad.name, bad.bytes));
        CHECK(refused.status == 422);
        CHECK(says(refused, bad.words));
        CHECK(says(refused, "Messung im Altbau</textarea>")); // what was typed is still there
        CHECK(says(refused, "id=\"file-error\""));
    }
    Reply const far_too_large = send_evidence(county, "contact", file_part("Film.jpg", std::string(max_attachment_bytes + max_form_bytes, 'x')));
    CHECK(far_too_large.status == 413);
    CHECK(says(far_too_large, "Die Datei ist zu groß"));
    Reply const without_words = send_evidence(county, "contact", form_part("evidence", " ") + file_part("a.pdf", samples::pdf_file()));
    CHECK(without_words.status == 422);
    CHECK(county.get("contact", wlan_of_1).number("version") == 0);
    std::int64_t const kept = county.database().read([](Tx& tx) {
        return *find_row<std::int64_t>(tx, "select count(*) from attachments");
    });
    CHECK(kept == 0);
}

TEST_CASE("a form in parts that is none is refused", "[plain][requirements]") {
    WithPages const county;
    for (std::string const& body : {std::string{}, std::string{"abc"}, std::string{"--grenze"}, std::string{"--grenze\r\n\r\n--grenze--"},
                                    std::string{"--grenze\r\nContent-Disposition: form-data; name=\"evidence\"\r\n\r\nx"},
                                    std::string{"--grenze\r\nContent-Disposition: form-data; name=\"evidence\"\r\n\r\n\xFF\r\n--grenze--"}}) {
        Reply const refused =
            county.send_bytes("contact", "POST", wlan_page, body, {{"Content-Type", "multipart/form-data; boundary=grenze"}});
        CHECK(refused.status == 422);
    }
    CHECK(county.send_bytes("contact", "POST", wlan_page, "x", {{"Content-Type", "multipart/form-data"}}).status == 422);
    CHECK(county.send_bytes("contact", "POST", wlan_page, "x", {{"Content-Type", "text/plain"}}).status == 415);
    CHECK(county.get("contact", wlan_of_1).number("version") == 0);
}

TEST_CASE("a school's pages show its requirements, standards and trainings, and no other school's", "[plain][requirements]") {
    WithPages const county;
    REQUIRE(county.send("coordinator", "PUT", "/api/schools/1/standards/wlan", {{"state", "partly"}, {"note", "Altbau fehlt"}}).status == 200);
    REQUIRE(county.post("coordinator", "/api/trainings",
                        {{"title", "Tablets im Unterricht"},
                         {"held_on", "2026-09-14"},
                         {"requirement_code", "training_plan"},
                         {"schools", Json::array({{{"school_code", "GYM-03"}, {"people", 6}}, {{"school_code", "GYM-04"}, {"people", 17}}})}})
                .status == 201);
    Reply const page = county.get("contact", "/basis/voraussetzungen");
    REQUIRE(page.status == 200);
    CHECK(says(page, "Altbau fehlt"));
    CHECK(says(page, "Tablets im Unterricht"));
    CHECK(says(page, "6 Personen"));
    CHECK_FALSE(says(page, "17 Personen"));
    CHECK_FALSE(says(page, "GYM-04"));
    CHECK(county.get("contact", "/basis/voraussetzungen/2/wlan").status == 404);
    CHECK(send_evidence(county, "contact", form_part("evidence", "x"), "/basis/voraussetzungen/2/wlan").status == 404);
    CHECK(county.get("contact", "/basis/voraussetzungen/1/garden").status == 404);
    CHECK(send_evidence(county, "teacher", form_part("evidence", "x")).status == 403);
    CHECK_FALSE(says(county.get("teacher", wlan_page), "<form method=\"post\" action=\"/basis/voraussetzungen"));
}
