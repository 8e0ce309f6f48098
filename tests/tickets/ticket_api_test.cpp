#include "tests/support/county.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

Json report(std::string const& code) {
    return {{"asset_code", code}, {"title", "Kein Bild"}, {"description", "Lampe blinkt"}};
}

std::string address(Reply const& ticket) {
    return "/api/tickets/" + std::to_string(ticket.number("id"));
}

struct Projector : County {
    std::int64_t asset = add_asset(
        {{"tag", "BEA0204"}, {"name", "Beamer"}, {"serial", "X5TL900001"}, {"school_code", "GYM-03"}, {"room", "204"}});
    Reply ticket = post("teacher", "/api/tickets", report("bea0204"));
};

} // namespace

TEST_CASE("a teacher reports a device of the own school", "[tickets]") {
    Projector county;
    CHECK(county.ticket.status == 201);
    CHECK(county.ticket.number("asset_id") == county.asset);
    CHECK(county.ticket.word("asset_tag") == "BEA0204");
    CHECK(county.ticket.word("school_code") == "GYM-03");
    CHECK(county.ticket.word("status") == "new");
    CHECK(county.ticket.word("channel") == "browser");
    CHECK(county.ticket.word("reporter") == "teacher");
    CHECK(county.ticket.body["assignee"].is_null());
    Reply const mine = county.get("teacher", "/api/tickets?reported_by_me=true");
    CHECK(mine.number("total") == 1);
    CHECK(county.get("technician", "/api/tickets?reported_by_me=true").number("total") == 0);
}

TEST_CASE("a report about nothing known is refused, and nothing is stored", "[tickets]") {
    Projector county;
    std::int64_t const before = county.database().last_change();
    for (char const* code : {"NOTHING", "", "'; drop table tickets; --"}) {
        Reply const refused = county.post("teacher", "/api/tickets", report(code));
        CHECK(refused.status == 422);
        CHECK_FALSE(refused.error_on("asset_code").empty());
    }
    Reply const other = county.post("other_teacher", "/api/tickets", report("BEA0204"));
    CHECK(other.error_on("asset_code") == "unknown_asset");
    CHECK(county.post("teacher", "/api/tickets", {{"asset_code", "BEA0204"}}).error_on("title") == "required");
    CHECK(county.database().last_change() == before);
}

TEST_CASE("another school's staff see nothing of a report", "[tickets][access]") {
    Projector county;
    CHECK(county.get("other_teacher", "/api/tickets").number("total") == 0);
    CHECK(county.get("other_teacher", address(county.ticket)).status == 404);
    CHECK(county.get("other_teacher", address(county.ticket) + "/comments").status == 404);
    CHECK(county.post("other_teacher", address(county.ticket) + "/comments", {{"text", "x"}}).status == 404);
    CHECK(county.get("other_teacher", "/api/changes?since=0").text.find("\"ticket\"") == std::string::npos);
}

TEST_CASE("a technician takes a ticket, comments and resolves it", "[tickets]") {
    Projector county;
    Reply const taken = county.patch("technician", address(county.ticket),
                                     {{"status", "accepted"}, {"assignee", "technician"}, {"version", 1}});
    CHECK(taken.status == 200);
    CHECK(taken.word("assignee") == "technician");
    CHECK(taken.number("version") == 2);
    CHECK(county.get("technician", "/api/tickets?assigned_to_me=true").number("total") == 1);
    Reply const comment = county.post("technician", address(county.ticket) + "/comments", {{"text", "Lampe bestellt"}});
    CHECK(comment.status == 201);
    CHECK(comment.word("author") == "technician");
    CHECK(county.get("teacher", address(county.ticket) + "/comments").number("total") == 1);
    CHECK(county.patch("technician", address(county.ticket), {{"status", "resolved"}}).word("status") == "resolved");
    CHECK(county.get("technician", "/api/tickets?progress=open").number("total") == 0);
    CHECK(county.get("technician", "/api/tickets?asset_id=" + std::to_string(county.asset)).number("total") == 1);
    Reply const back = county.patch("technician", address(county.ticket), {{"status", "new"}});
    CHECK(back.error_on("status") == "wrong_order");
    CHECK(county.patch("technician", address(county.ticket), {{"status", "accepted"}}).status == 200);
}

TEST_CASE("school staff do not work tickets", "[tickets][access]") {
    Projector county;
    CHECK(county.patch("teacher", address(county.ticket), {{"status", "closed"}}).status == 403);
}

TEST_CASE("only people who work tickets are given one", "[tickets]") {
    Projector county;
    for (char const* name : {"teacher", "auditor", "nobody"})
        CHECK(county.patch("technician", address(county.ticket), {{"assignee", name}}).error_on("assignee") ==
              "unknown_person");
    CHECK(county.patch("technician", address(county.ticket), {{"assignee", "Coordinator"}}).word("assignee") ==
          "coordinator");
    CHECK(county.patch("technician", address(county.ticket), {{"assignee", nullptr}}).body["assignee"].is_null());
}

TEST_CASE("a ticket's device can be corrected but never removed", "[tickets]") {
    Projector county;
    std::int64_t const other = county.add_asset({{"tag", "BEA0205"}, {"name", "Beamer"}, {"school_code", "GYM-03"}});
    Reply const removed = county.patch("technician", address(county.ticket), {{"asset_code", nullptr}});
    CHECK(removed.error_on("asset_code") == "required");
    Reply const corrected = county.patch("technician", address(county.ticket), {{"asset_code", "BEA0205"}});
    CHECK(corrected.number("asset_id") == other);
    Reply const log = county.get("coordinator", "/api/audit?entity=ticket&id=" + std::to_string(county.ticket.number("id")));
    CHECK(log.body["items"][0]["before"]["asset_tag"] == "BEA0204");
    CHECK(log.body["items"][0]["after"]["asset_tag"] == "BEA0205");
}

TEST_CASE("the link to the device survives its retirement and a move", "[tickets]") {
    Projector county;
    std::string const asset = "/api/assets/" + std::to_string(county.asset);
    CHECK(county.patch("coordinator", asset, {{"status", "retired"}, {"school_code", "GYM-04"}}).status == 200);
    Reply const ticket = county.get("teacher", address(county.ticket));
    CHECK(ticket.status == 200);
    CHECK(ticket.number("asset_id") == county.asset);
    CHECK(ticket.word("school_code") == "GYM-03");
    CHECK(county.get("other_teacher", address(county.ticket)).status == 404);
}

TEST_CASE("a school does not see where its former device is now, nor what it is called there", "[tickets][access]") {
    Projector county;
    std::string const asset = "/api/assets/" + std::to_string(county.asset);
    CHECK(county.patch("coordinator", asset, {{"school_code", "GYM-04"}, {"room", "Tresor"}, {"name", "Geheimname"}})
              .status == 200);
    Reply const ticket = county.get("teacher", address(county.ticket));
    CHECK(ticket.status == 200);
    CHECK(ticket.word("asset_name") == ticket.word("asset_tag"));
    CHECK(ticket.body["room"].is_null());
    CHECK(county.get("teacher", "/api/tickets?q=geheimname").number("total") == 0);
    CHECK(county.get("technician", address(county.ticket)).word("asset_name") == "Geheimname");
    CHECK(county.get("technician", "/api/tickets?q=geheimname").number("total") == 1);
}

TEST_CASE("nothing is cleared that must have a value", "[tickets]") {
    Projector county;
    CHECK(county.patch("technician", address(county.ticket), {{"status", nullptr}}).error_on("status") == "required");
    CHECK(county.patch("coordinator", "/api/assets/" + std::to_string(county.asset), {{"status", nullptr}})
              .error_on("status") == "required");
}

TEST_CASE("the second of two technicians sees what the first did", "[tickets]") {
    Projector county;
    CHECK(county.patch("technician", address(county.ticket), {{"status", "accepted"}, {"version", 1}}).status == 200);
    Reply const stale = county.patch("coordinator", address(county.ticket), {{"status", "closed"}, {"version", 1}});
    CHECK(stale.status == 409);
    CHECK(stale.body["current"]["status"] == "accepted");
}

TEST_CASE("tickets are found by their words and by their device's", "[tickets]") {
    Projector county;
    for (char const* words : {"kein%20bild", "LAMPE", "beamer", "bea02"})
        CHECK(county.get("technician", std::string{"/api/tickets?q="} + words).number("total") == 1);
    for (char const* words : {"50%25", "_", "drucker"})
        CHECK(county.get("technician", std::string{"/api/tickets?q="} + words).number("total") == 0);
}
