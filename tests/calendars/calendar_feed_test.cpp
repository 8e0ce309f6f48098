#include "tests/support/plain_pages.hpp"
#include "tests/tours/tour_samples.hpp"

#include <catch_amalgamated.hpp>
#include <libical/ical.h>

#include <functional>
#include <memory>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// What a program for calendars reads.
struct Entry {
    std::string uid = {};
    std::string start = {};
    std::string end = {};
    std::string summary = {};
    std::string description = {};
    std::string location = {};
    std::string url = {};
    std::string status = {};
};

std::string text_of(icalcomponent* component, icalproperty_kind kind) {
    icalproperty* const property = icalcomponent_get_first_property(component, kind);
    if (property == nullptr) return {};
    std::unique_ptr<char, decltype(&std::free)> const text{icalproperty_get_value_as_string_r(property), &std::free};
    icalvalue const* const value = icalproperty_get_value(property);
    return icalvalue_isa(value) == ICAL_TEXT_VALUE ? icalvalue_get_text(value) : text.get();
}

std::vector<Entry> read(std::string const& file) {
    std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> const calendar{icalcomponent_new_from_string(file.c_str()),
                                                                               &icalcomponent_free};
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    CHECK(icalrestriction_check(calendar.get()) == 1); // and notes what it finds
    std::unique_ptr<char, decltype(&std::free)> const noted{icalcomponent_as_ical_string_r(calendar.get()), &std::free};
    INFO(noted.get());
    CHECK(icalcomponent_count_errors(calendar.get()) == 0);
    std::vector<Entry> entries;
    for (auto* each = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT); each != nullptr;
         each = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT))
        entries.push_back({text_of(each, ICAL_UID_PROPERTY), text_of(each, ICAL_DTSTART_PROPERTY),
                           text_of(each, ICAL_DTEND_PROPERTY), text_of(each, ICAL_SUMMARY_PROPERTY),
                           text_of(each, ICAL_DESCRIPTION_PROPERTY), text_of(each, ICAL_LOCATION_PROPERTY),
                           text_of(each, ICAL_URL_PROPERTY), text_of(each, ICAL_STATUS_PROPERTY)});
    return entries;
}

std::string renew(County const& county, std::string const& who, Json const& body) {
    Reply const made = county.post(who, "/api/calendars", body);
    INFO(made.text);
    REQUIRE(made.status == 200);
    return made.word("address");
}

std::string of_school(County const& county, std::string const& code = "GYM-03") {
    return renew(county, "coordinator", {{"school_code", code}});
}

std::string of_office(County const& county) { return renew(county, "coordinator", {{"office", true}}); }

/// As a program that is not signed in.
std::vector<Entry> fetch(County const& county, std::string const& address) {
    Reply const file = county.get("", address);
    REQUIRE(file.status == 200);
    return read(file.text);
}

std::vector<std::string> summaries(std::vector<Entry> const& entries) {
    std::vector<std::string> all;
    for (Entry const& entry : entries) all.push_back(entry.summary);
    return all;
}

using Words = std::vector<std::string>;

} // namespace

TEST_CASE("a school's calendar has its handovers and its returns, several kits of a day as one entry", "[calendars]") {
    SummerCounty county;
    auto const entries = fetch(county, of_school(county));
    REQUIRE(summaries(entries) == Words{"Übergeben: 2 Koffer", "Rückgabe spätestens heute: 2 Koffer"});
    CHECK(entries[0].start == "20260921");
    CHECK(entries[0].end == "20260922");
    CHECK(entries[1].start == "20270715");
    CHECK(entries[1].description.find("TK-01 · ") == 0);
    CHECK(entries[1].description.find("\nTK-02 · ") != std::string::npos);
    CHECK(entries[1].description.find("Ein Abholtermin ist noch nicht vereinbart.") != std::string::npos);
    CHECK(entries[1].url == "http:///#/ausleihen"); // no Host header here
    CHECK(summaries(fetch(county, of_school(county, "GYM-04"))) == Words{"Übergeben: TK-03", "Rückgabe spätestens heute: TK-03"});
}

TEST_CASE("a planned handover stands there from the approval on", "[calendars]") {
    LoanCounty county;
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03, {{"planned_handover_on", "2026-10-05"}});
    std::string const address = of_school(county);
    CHECK(fetch(county, address).empty());
    LoanCounty::must_be(200, county.step(loan, "approve"));
    auto const entries = fetch(county, address);
    REQUIRE(summaries(entries) == Words{"Übergabe: TK-01"});
    CHECK(entries[0].start == "20261005");
    CHECK(entries[0].url == "http:///#/ausleihen/" + std::to_string(loan.number("id")));
    LoanCounty::must_be(200, county.step(loan, "cancel", {{"reason", "kein WLAN"}}));
    CHECK(fetch(county, address).empty());
}

TEST_CASE("an appointment stands at its time of day, and keeps its entry when it moves", "[calendars]") {
    SummerCounty county;
    std::string const address = of_school(county);
    Reply const tour = LoanCounty::must_be(201, county.plan(county.tour(Json::array({county.stop(1)}))));
    auto const before = fetch(county, address);
    REQUIRE(summaries(before) == Words{"Übergeben: 2 Koffer", "Abholung: 2 Koffer"});
    CHECK(before[1].start == "20270705T070000Z"); // 9 o'clock in summer
    CHECK(before[1].end == "20270705T074500Z");
    LoanCounty::must_be(200, county.patch("coordinator", county.at_tour(tour),
                                          {{"drives_on", "2027-07-06"}, {"stops", Json::array({county.stop(1, "10:30", "11:00")})}, {"version", 1}}));
    auto const after = fetch(county, address);
    REQUIRE(after.size() == 2);
    CHECK(after[1].start == "20270706T083000Z");
    CHECK(after[1].uid == before[1].uid);
    CHECK(after[1].uid != after[0].uid);
    LoanCounty::must_be(200, county.patch("coordinator", county.at_tour(tour), {{"stops", Json::array({{{"school_id", 1}}})}, {"version", 2}}));
    CHECK(fetch(county, address)[1].start == "20270706"); // no time: the whole day
}

TEST_CASE("what has come back stands on its day", "[calendars]") {
    SummerCounty county;
    std::string const address = of_school(county);
    county.take_back(county.first_loan);
    CHECK(summaries(fetch(county, address)) ==
          Words{"Übergeben: 2 Koffer", "Zurückgegeben: TK-01", "Rückgabe spätestens heute: TK-02"});
}

TEST_CASE("the office's calendar names schools, and says once a day what is due at all of them", "[calendars]") {
    SummerCounty county;
    std::string const address = of_office(county);
    auto const entries = fetch(county, address);
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].summary.find("Übergeben: 2 Koffer, ") == 0);
    CHECK(entries[2].summary == "Rückgabe spätestens heute: 3 Koffer, 2 Schulen");
    CHECK(entries[2].description.find("GYM-03: TK-01") == 0);
    CHECK(county.get("", address + "&lang=en").text.find("SUMMARY:Return by today: 3 kits\\, 2 schools") != std::string::npos);
}

TEST_CASE("trainings to come stand in every calendar, held ones where a school took part, cancelled ones say so", "[calendars]") {
    County county;
    auto const hold = [&](std::string const& title, std::string const& day, Json const& schools) {
        Reply const made = county.post("coordinator", "/api/trainings",
                                       {{"title", title}, {"held_on", day}, {"place", "Medienzentrum; Raum 2"}, {"schools", schools}});
        REQUIRE(made.status == 201);
        return made.number("id");
    };
    hold("Gehalten, mit \\ und \"", "2026-09-14", Json::array({{{"school_code", "GYM-03"}, {"people", 2}}}));
    auto const coming = hold("Tablets im Unterricht", "2026-11-02", Json::array());
    std::string const mine = of_school(county);
    auto const entries = fetch(county, mine);
    REQUIRE(summaries(entries) == Words{"Fortbildung: Gehalten, mit \\ und \"", "Fortbildung: Tablets im Unterricht"});
    CHECK(entries[0].location == "Medienzentrum; Raum 2");
    CHECK(summaries(fetch(county, of_school(county, "GYM-04"))) == Words{"Fortbildung: Tablets im Unterricht"});
    CHECK(fetch(county, of_office(county)).size() == 2);
    REQUIRE(county.patch("coordinator", "/api/trainings/" + std::to_string(coming), {{"cancelled", true}}).status == 200);
    auto const after = fetch(county, mine);
    CHECK(after[1].summary == "Entfällt: Fortbildung Tablets im Unterricht");
    CHECK(after[1].status == "CANCELLED");
}

TEST_CASE("a new address ends the one before at once, and entries stay the same entries", "[calendars]") {
    SummerCounty county;
    std::string const first = renew(county, "contact", {{"school_code", "gym-03"}});
    std::string const uid = fetch(county, first)[0].uid;
    std::string const second = renew(county, "contact", {{"school_code", "GYM-03"}});
    CHECK(second != first);
    CHECK(county.get("", first).status == 404);
    CHECK(fetch(county, second)[0].uid == uid);
    CHECK(county.get("", "/kalender.ics").status == 404);
    CHECK(county.get("", "/kalender.ics?key=").status == 404);
    CHECK(county.get("", "/kalender.ics?key=%00").status >= 400);
    CHECK(county.get("", second.substr(0, second.size() - 1)).status == 404);
}

TEST_CASE("who has the address needs no account, and who has not finds none", "[calendars]") {
    SummerCounty county;
    std::string const office = of_office(county);
    std::string const mine = of_school(county);
    of_school(county, "GYM-04");
    Reply const teachers = county.get("teacher", "/api/calendars");
    REQUIRE(teachers.number("total") == 1);
    CHECK(teachers.body["items"][0]["school_code"] == "GYM-03");
    CHECK(teachers.body["items"][0]["address"] == mine);
    Reply const all = county.get("technician", "/api/calendars");
    CHECK(all.number("total") == 4);
    CHECK(all.body["items"][0]["school_code"].is_null());
    CHECK(all.body["items"][0]["address"] == office);
    bool some_without = false;
    for (Json const& each : all.body["items"]) some_without = some_without || each["address"].is_null();
    CHECK(some_without);
    CHECK(county.get("auditor", "/api/calendars").status == 403);
    CHECK(county.get("", "/api/calendars").status == 401);
    CHECK(county.post("teacher", "/api/calendars", {{"school_code", "GYM-03"}}).status == 403);
    CHECK(county.post("technician", "/api/calendars", {{"office", true}}).status == 403);
    CHECK(county.post("contact", "/api/calendars", {{"office", true}}).status == 403);
    CHECK(county.post("contact", "/api/calendars", {{"school_code", "GYM-04"}}).error_on("school_code") == "unknown_school");
    CHECK(county.post("coordinator", "/api/calendars", Json::object()).error_on("school_code") == "required");
    CHECK(county.post("coordinator", "/api/calendars", {{"school_code", "NIX"}}).error_on("school_code") == "unknown_school");
}

TEST_CASE("the log tells that an address was made, and never the address", "[calendars]") {
    County county;
    std::string const address = renew(county, "contact", {{"school_code", "GYM-03"}});
    renew(county, "contact", {{"school_code", "GYM-03"}});
    Reply const log = county.get("admin", "/api/audit?entity=calendar_feed");
    REQUIRE(log.number("total") == 2);
    CHECK(log.body["items"][0]["action"] == "renew");
    CHECK(log.text.find(address.substr(address.find('=') + 1)) == std::string::npos);
    CHECK(log.text.find("kalender.ics") == std::string::npos);
}

TEST_CASE("lines end with CR LF and are short, whatever a title is like", "[calendars]") {
    County county;
    for (std::size_t length = 40; length <= 120; ++length)
        REQUIRE(county.post("coordinator", "/api/trainings",
                            {{"title", std::string(length, 'a')}, {"held_on", "2026-11-02"}, {"schools", Json::array()}})
                    .status == 201);
    std::string const file = county.get("", of_office(county)).text;
    CHECK(read(file).size() == 81);
    for (std::size_t at = 0; at < file.size();) {
        std::size_t const end = file.find('\n', at);
        REQUIRE(end != std::string::npos);
        std::string const line = file.substr(at, end - at);
        INFO(line);
        CHECK(line.ends_with('\r'));
        CHECK(line.size() <= 76);
        CHECK(line != " \r");
        at = end + 1;
    }
}

TEST_CASE("who has the file already is told that nothing is new", "[calendars]") {
    SummerCounty county;
    std::string const address = of_school(county);
    Reply const file = county.get("", address);
    CHECK(file.raw.content_type == "text/calendar; charset=utf-8");
    std::string const etag{file.raw.header("ETag")};
    REQUIRE_FALSE(etag.empty());
    county.wait_ms(60'000);
    Reply const again = county.send_bytes("", "GET", address, {}, {{"If-None-Match", etag}});
    CHECK(again.status == 304);
    CHECK(again.text.empty());
    county.take_back(county.first_loan);
    CHECK(county.send_bytes("", "GET", address, {}, {{"If-None-Match", etag}}).status == 200);
}

TEST_CASE("on the page of the calendars a contact makes and replaces the school's address, a teacher reads it", "[calendars][plain]") {
    WithPages const county;
    CHECK(says(county.get("contact", "/basis/kalender"), "Noch keine Adresse"));
    CHECK(says(county.get("teacher", "/basis/kalender"), "Die Ansprechperson Ihrer Schule"));
    Reply const made = county.send_form("contact", "/basis/kalender", "school_code=GYM-03");
    CHECK(made.status == 303);
    CHECK(made.raw.header("Location") == "/basis/kalender?neu=1");
    std::string const address = county.get("contact", "/api/calendars").body["items"][0]["address"].get<std::string>();
    Reply const page = county.get("teacher", "/basis/kalender");
    CHECK(says(page, "value=\"http://" + address + "\""));
    CHECK(says(page, "href=\"webcal://" + address + "\""));
    CHECK_FALSE(says(page, "GYM-04"));
    CHECK_FALSE(says(page, "Adresse ersetzen"));
    CHECK(county.send_form("teacher", "/basis/kalender", "school_code=GYM-03").status == 403);
    CHECK(county.send_form("contact", "/basis/kalender", "school_code=GYM-04").status == 422);
    CHECK(county.send_form("contact", "/basis/kalender", "school_code=").status == 403);
    CHECK(county.get("contact", "/api/calendars").body["items"][0]["address"] == address);
    CHECK(county.send_form("contact", "/basis/kalender", "school_code=gym-03").status == 303);
    CHECK(county.get("", address).status == 404);
    CHECK(count_of(county.get("coordinator", "/basis/kalender").text, "<h1[ >]") == 1);
    CHECK(county.get("auditor", "/basis/kalender").status == 403);
    CHECK(county.get("", "/basis/kalender").status == 302);
}
