// Photos of what is broken: sent with a report, seen by who may read the ticket.

#include "tests/attachments/media_samples.hpp"
#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;
using namespace schulkit::samples;

namespace {

struct PhotoCounty : County {
    PhotoCounty() {
        add_asset({{"tag", "BEA1"}, {"name", "Beamer"}, {"school_code", "GYM-03"}});
        sha256 = send_photo("teacher", jpeg_file());
    }
    std::string send_photo(std::string const& who, std::string const& bytes) const {
        return send_bytes(who, "POST", "/api/attachments", bytes).word("sha256");
    }
    Reply report(Json attachments) const {
        return post("teacher", "/api/tickets",
                    {{"asset_code", "BEA1"}, {"title", "Kein Bild"}, {"attachments", std::move(attachments)}});
    }
    std::string sha256;
};

Json link(std::string const& sha256, std::string const& name = "Beamer von vorn.JPG") {
    return {{"sha256", sha256}, {"name", name}};
}

} // namespace

TEST_CASE("a report's photos are seen by whoever may read the ticket, and by nobody else", "[attachments][tickets]") {
    PhotoCounty county;
    std::string const second = county.send_photo("teacher", png_file());
    Reply const ticket = county.report({link(county.sha256), link(second, "../Rückseite\".png")});
    REQUIRE(ticket.status == 201);
    std::string const path = "/api/tickets/" + std::to_string(ticket.number("id")) + "/attachments";
    Reply const photos = county.get("technician", path);
    REQUIRE(photos.body["items"].size() == 2);
    CHECK(photos.body["items"][0]["name"] == "Beamer von vorn.jpg");
    CHECK(photos.body["items"][0]["position"] == 1);
    CHECK(photos.body["items"][0]["media_type"] == "image/jpeg");
    CHECK(photos.body["items"][1]["name"] == "Rückseite.png");

    for (char const* who : {"teacher", "technician", "station_technician", "coordinator", "admin"}) {
        Reply const photo = county.get(who, path + "/1");
        CHECK(photo.status == 200);
        CHECK(photo.text == jpeg_file());
        CHECK(photo.raw.content_type == "image/jpeg");
    }
    CHECK(county.get("coordinator", path + "/2").raw.header("Content-Disposition") ==
          "inline; filename=\"R_ckseite.png\"; filename*=UTF-8''R%C3%BCckseite.png");
    CHECK(county.get("other_teacher", path).status == 404);
    CHECK(county.get("other_teacher", path + "/1").status == 404);
    CHECK(county.get("auditor", path + "/1").status == 403);
    CHECK(county.get("", path + "/1").status == 401);
    for (char const* odd : {"/0", "/3", "/-1", "/x", "/1/1"}) CHECK(county.get("teacher", path + odd).status == 404);
    // the hash alone opens nothing
    CHECK(county.get("technician", "/api/attachments/" + county.sha256).status == 404);
}

TEST_CASE("only what one has sent oneself can be added; else there is no ticket", "[attachments][tickets]") {
    PhotoCounty county;
    std::string const foreign = county.send_photo("other_teacher", png_file());
    std::int64_t const before = county.database().last_change();
    CHECK(county.report({link(county.sha256), link(foreign)}).error_on("attachments.1.sha256") == "unknown_attachment");
    CHECK(county.report({link(std::string(64, 'f'))}).error_on("attachments.0.sha256") == "unknown_attachment");
    CHECK(county.report({link("../../etc/passwd")}).error_on("attachments.0.sha256") == "unknown_attachment");
    CHECK(county.report({link(county.sha256), link(county.sha256)}).error_on("attachments.1.sha256") == "duplicate");
    CHECK(county.report({Json{{"name", "a"}}}).error_on("attachments.0.sha256") == "required");
    CHECK(county.report({link(county.sha256, "a\r\nSet-Cookie: x=1")}).error_on("attachments.0.name") == "bad_character");
    CHECK(county.report("no list").error_on("attachments") == "wrong_type");
    Json many = Json::array();
    for (std::size_t i = 0; i <= max_ticket_attachments; ++i)
        many.push_back(link(county.send_photo("teacher", pdf_file(std::to_string(i)))));
    std::int64_t const after_sending = county.database().last_change();
    CHECK(county.report(many).error_on("attachments") == "too_many");
    CHECK(county.database().last_change() == after_sending);
    CHECK(after_sending == before + static_cast<std::int64_t>(many.size()));
    CHECK(county.get("admin", "/api/tickets").number("total") == 0);
}

TEST_CASE("the log tells that photos came with a report, their names beside it", "[attachments][tickets]") {
    PhotoCounty county;
    Reply const ticket = county.report({link(county.sha256)});
    Reply const log = county.get("admin", "/api/audit?entity=ticket&id=" + std::to_string(ticket.number("id")));
    REQUIRE(log.body["items"].size() == 2);
    CHECK(log.body["items"][0]["action"] == "attach");
    CHECK(log.body["items"][0]["after"]["attachments.0"] == county.sha256);
    CHECK(log.body["items"][0]["after"]["attachments.0.name"] == "Beamer von vorn.jpg");
    auto const logged = county.database().read([](Tx& tx) {
        return rows<std::string>(tx, "select after from audit_log where action = 'attach'");
    });
    REQUIRE(logged.size() == 1);
    CHECK(logged.front().find("Beamer") == std::string::npos);
}
