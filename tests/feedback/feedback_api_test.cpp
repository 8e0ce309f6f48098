#include "tests/tours/tour_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

std::string feedback_of(Reply const& loan, std::string const& year = "2026-27") {
    return LoanCounty::at(loan, "feedback/") + year;
}

Json answers(Json const& more = Json::object()) {
    Json body = {{"main_use", "projects"}, {"use_words", "Erklärvideos"}, {"frequency", "weekly"}, {"hindrance", "wlan"}, {"again", "yes"}};
    body.update(more);
    return body;
}

} // namespace

TEST_CASE("a school says what it used a kit for, from the collection on, once per school year", "[feedback]") {
    SummerCounty county;
    auto const give = [&](Json const& body, std::string const& year = "2026-27") {
        return county.send("contact", "PUT", feedback_of(county.first_loan, year), body);
    };
    CHECK(give(answers()).code() == "wrong_state");
    CHECK(county.get("contact", county.at(county.first_loan, "feedback")).body["total"] == 0);
    county.take_back(county.first_loan);
    Reply const open = county.get("contact", county.at(county.first_loan, "feedback"));
    CHECK(open.body["total"] == 1);
    CHECK(open.body["items"][0]["version"] == 0);

    Reply const given = give(answers());
    REQUIRE(given.status == 200);
    CHECK(given.word("hindrance") == "wlan");
    CHECK(given.number("version") == 1);
    Reply const changed = give({{"frequency", "daily"}, {"version", 1}});
    CHECK(changed.word("frequency") == "daily");
    CHECK(changed.word("main_use") == "projects"); // the same one, changed
    CHECK(give({{"frequency", "never"}, {"version", 1}}).code() == "stale");
    CHECK(county.get("contact", county.at(county.first_loan, "feedback")).body["total"] == 1);
    CHECK(give(answers(), "2027-28").status == 404); // not a year of the loan
}

TEST_CASE("feedback without an answer, or with one that does not exist, is refused by field", "[feedback]") {
    SummerCounty county;
    county.take_back(county.first_loan);
    auto const refused = [&](Json const& body, char const* field) {
        Reply const answer = county.send("contact", "PUT", feedback_of(county.first_loan), body);
        CHECK(answer.status == 422);
        return answer.error_on(field);
    };
    CHECK(refused(Json::object(), "main_use") == "required");
    CHECK(refused(answers({{"frequency", nullptr}}), "frequency") == "required");
    CHECK(refused(answers({{"hindrance", "weather"}}), "hindrance") == "unknown_value");
    CHECK(refused(answers({{"use_words", std::string(1001, 'x')}}), "use_words") == "too_long");
    CHECK(county.get("contact", county.at(county.first_loan, "feedback")).body["items"][0]["version"] == 0);
}

TEST_CASE("only the school's contact gives feedback, and only about the school's own loans", "[feedback][access]") {
    SummerCounty county;
    county.take_back(county.first_loan);
    for (char const* who : {"teacher", "coordinator", "technician", "auditor"})
        CHECK(county.send(who, "PUT", feedback_of(county.first_loan), answers()).status == 403);
    CHECK(county.send("other_contact", "PUT", feedback_of(county.first_loan), answers()).status == 404);
    CHECK(county.get("other_contact", county.at(county.first_loan, "feedback")).status == 404);
}

TEST_CASE("other schools read what is released, without loan and without whoever gave it", "[feedback][access]") {
    SummerCounty county;
    county.take_back(county.first_loan);
    LoanCounty::must_be(200, county.send("contact", "PUT", feedback_of(county.first_loan), answers()));
    CHECK(county.get("other_teacher", "/api/feedback").body["total"] == 0);
    CHECK(county.get("teacher", "/api/feedback").body["total"] == 1);
    LoanCounty::must_be(200, county.send("contact", "PUT", feedback_of(county.first_loan), {{"released", true}}));
    Reply const seen = county.get("other_teacher", "/api/feedback");
    REQUIRE(seen.body["total"] == 1);
    CHECK(seen.body["items"][0]["school_code"] == "GYM-03");
    CHECK(seen.body["items"][0]["use_words"] == "Erklärvideos");
    CHECK(seen.body["items"][0]["loan_id"] == 0);
    CHECK(seen.text.find("contact") == std::string::npos);
    CHECK(county.get("teacher", "/api/feedback").body["items"][0]["loan_id"] == county.first_loan.number("id"));
    CHECK(county.get("coordinator", "/api/feedback?school_year=2027-28").body["total"] == 0);
}

TEST_CASE("the office reads the answers counted per kit type and school year", "[feedback]") {
    SummerCounty county;
    county.take_back(county.first_loan);
    county.take_back(county.second_loan);
    county.take_back(county.other_loan);
    LoanCounty::must_be(200, county.send("contact", "PUT", feedback_of(county.first_loan), answers()));
    LoanCounty::must_be(200, county.send("other_contact", "PUT", feedback_of(county.other_loan),
                                         answers({{"hindrance", "charging"}, {"again", "no"}})));
    Reply const summary = county.get("coordinator", "/api/feedback-summary?school_year=2026-27");
    REQUIRE(summary.body["total"] == 1);
    Json const& type = summary.body["items"][0];
    CHECK(type["kit_type_name"] == "iPad-Koffer");
    CHECK(type["loans"] == 3);
    CHECK(type["answers"] == 2);
    CHECK(type["again"] == 1);
    CHECK(type["uses"] == Json::array({{{"word", "projects"}, {"count", 2}}}));
    CHECK(type["hindrances"].size() == 2);
    CHECK(county.get("coordinator", "/api/feedback-summary?school_year=2027-28").body["total"] == 0);
    CHECK(county.get("contact", "/api/feedback-summary").status == 403);
}

TEST_CASE("the database takes no feedback of a loan that is still out, and gives none up", "[feedback]") {
    SummerCounty county;
    auto const change = [&](std::string_view sql) {
        return county.database().write(Id<Person>{}, [&](WriteTx& tx) -> Result<Done> {
            TRY(execute(tx, sql, county.first_loan.number("id")));
            return Done{};
        });
    };
    std::string_view const insert = "insert into loan_feedback (loan_id, school_year, main_use, frequency, hindrance, again,"
                                    " released, given_on) values (?1, '2026-27', 'other', 'daily', 'other', 'no', 0, '2027-07-01')";
    auto const early = change(insert);
    REQUIRE_FALSE(early);
    CHECK(early.error().code == "wrong_state");
    county.take_back(county.first_loan);
    CHECK(change(insert));
    auto const gone = change("delete from loan_feedback where loan_id = ?1");
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == "never_deleted");
}

TEST_CASE("the Basisansicht has the form on the loan's page, for the contact only", "[feedback][plain]") {
    SummerCounty county;
    std::string const page = "/basis/koffer/" + std::to_string(county.first_loan.number("id"));
    CHECK(county.get("contact", page).text.find("Rückmeldung") == std::string::npos);
    CHECK(county.get("contact", page + "/rueckmeldung/2026-27").status == 404);
    county.take_back(county.first_loan);
    CHECK(county.get("contact", page).text.find("Rückmeldung für 2026/27 geben") != std::string::npos);
    CHECK(county.get("teacher", page).text.find("Rückmeldung für 2026/27 geben") == std::string::npos);
    CHECK(county.get("contact", page + "/rueckmeldung/2026-27").status == 200);
    CHECK(county.get("teacher", page + "/rueckmeldung/2026-27").status == 403);
    CHECK(county.get("other_contact", page + "/rueckmeldung/2026-27").status == 404);
    auto const send = [&](std::string const& body) {
        return county.send_bytes("contact", "POST", page + "/rueckmeldung/2026-27", body,
                                 {{"Content-Type", "application/x-www-form-urlencoded"}, {"Sec-Fetch-Site", "same-origin"}});
    };
    Reply const empty = send("use_words=Erkl%C3%A4rvideos");
    CHECK(empty.status == 422);
    CHECK(empty.text.find("Erklärvideos") != std::string::npos); // what was typed is still there
    CHECK(send("main_use=projects&frequency=weekly&hindrance=wlan&released=false").status == 422); // again is left open: no "no"
    Reply const sent = send("main_use=projects&frequency=weekly&hindrance=wlan&again=yes&released=false&use_words=Erkl%C3%A4rvideos");
    CHECK(sent.status == 303);
    CHECK(county.get("contact", page).text.find("Projekte, Jede Woche") != std::string::npos);
}
