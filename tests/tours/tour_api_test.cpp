#include "shared/tours/tour.hpp"
#include "tests/tours/tour_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

TEST_CASE("what is due stands on one list, with its appointment once there is one", "[tours]") {
    SummerCounty county;
    Json const before = county.due();
    CHECK(before["total"] == 3);
    CHECK(before["items"][0]["school_code"] == "GYM-03");
    CHECK(before["items"][0]["due_on"] == "2027-07-15");
    CHECK(before["items"][0]["drives_on"].is_null());
    CHECK(county.due("coordinator", "2027-28")["total"] == 3); // still out: it will have to come back then, too

    Reply const tour = county.plan(county.tour(Json::array({county.stop(1), county.stop(2, "10:30", "11:00")})));
    REQUIRE(tour.status == 201);
    CHECK(tour.body["stops"].size() == 2);
    CHECK(tour.body["stops"][0]["loans"].size() == 2); // all that the school has to give back
    Json const after = county.due();
    CHECK(after["items"][0]["tour_id"] == tour.number("id"));
    CHECK(after["items"][0]["drives_on"] == "2027-07-05");
    CHECK(after["items"][2]["arrives_from"] == "10:30");
    county.take_back(county.first_loan);
    CHECK(county.due()["items"][0]["state"] == "returned");
    CHECK(county.due("coordinator", "2027-28")["total"] == 2);
}

TEST_CASE("a kit is overdue from the day after the latest return, until it is back", "[tours]") {
    SummerCounty county;
    county.wait_until_summer(0);
    CHECK(county.due()["items"][0]["days_late"] == 0);
    county.wait_ms(std::int64_t{3} * 24 * 60 * 60 * 1000);
    CHECK(county.due()["items"][0]["days_late"] == 3);
    county.take_back(county.first_loan);
    CHECK(county.due()["items"][0]["days_late"] == 0);
    CHECK(county.due()["items"][1]["days_late"] == 3);
}

TEST_CASE("a tour with something wrong is refused, and nothing of it is stored", "[tours]") {
    SummerCounty county;
    auto const refused = [&](Json const& body, std::string const& field) {
        Reply const answer = county.plan(body);
        INFO(answer.text);
        CHECK(answer.status == 422);
        return answer.error_on(field);
    };
    Json const good = Json::array({county.stop(1)});
    CHECK(refused(county.tour(good, {{"school_year", "2050-51"}}), "school_year") == "unknown_school_year");
    CHECK(refused(county.tour(good, {{"drives_on", "2026-07-31"}}), "drives_on") == "other_school_year");
    CHECK(refused(county.tour(good, {{"drives_on", "2062-07-05"}}), "drives_on") == "other_school_year");
    CHECK(refused(county.tour(Json::array()), "stops") == "required");
    CHECK(refused(county.tour(Json::array({county.stop(1), county.stop(1)})), "stops.1.school_id") == "duplicate");
    CHECK(refused(county.tour(Json::array({county.stop(99)})), "stops.0.school_id") == "unknown_school");
    CHECK(refused(county.tour(Json::array({county.stop(3)})), "stops.0.loans") == "nothing_due");
    CHECK(refused(county.tour(Json::array({county.stop(1, "25:00")})), "stops.0.arrives_from") == "bad_time");
    CHECK(refused(county.tour(Json::array({county.stop(1, "10:00", "9")})), "stops.0.arrives_until") == "wrong_time_order");
    CHECK(refused(county.tour(Json::array({county.stop(1, "")})), "stops.0.arrives_from") == "required");
    Json foreign = county.stop(1);
    foreign["loans"] = Json::array({{{"loan_id", county.other_loan.number("id")}}});
    CHECK(refused(county.tour(Json::array({foreign})), "stops.0.loans") == "not_due");
    Json twice = county.stop(1);
    twice["loans"] = Json::array({{{"loan_id", county.first_loan.number("id")}}, {{"loan_id", county.first_loan.number("id")}}});
    CHECK(refused(county.tour(Json::array({twice})), "stops.0.loans") == "duplicate");
    CHECK(county.get("coordinator", "/api/tours?school_year=2026-27").body["total"] == 0);
    CHECK(county.due()["items"][0]["tour_id"].is_null());
}

TEST_CASE("a kit is on one tour, and free for another when it leaves it", "[tours]") {
    SummerCounty county;
    Json only_first = county.stop(1);
    only_first["loans"] = Json::array({{{"loan_id", county.first_loan.number("id")}}});
    Reply const tour = LoanCounty::must_be(201, county.plan(county.tour(Json::array({only_first}))));
    CHECK(county.plan(county.tour(Json::array({only_first}))).error_on("stops.0.loans") == "on_other_tour");
    // what is left of the school comes on the second one
    Reply const second = LoanCounty::must_be(201, county.plan(county.tour(Json::array({county.stop(1)}), {{"drives_on", "2027-07-06"}})));
    CHECK(second.body["stops"][0]["loans"].size() == 1);
    CHECK(second.body["stops"][0]["loans"][0]["loan_id"] == county.second_loan.number("id"));

    Reply const gone = county.send_bytes("coordinator", "DELETE", county.at_tour(tour), {});
    CHECK(gone.status == 204);
    CHECK(county.get("coordinator", county.at_tour(tour)).status == 404);
    Json both = county.stop(1);
    both["loans"] = Json::array({{{"loan_id", county.first_loan.number("id")}}, {{"loan_id", county.second_loan.number("id")}}});
    Reply const changed = county.patch("coordinator", county.at_tour(second), {{"stops", Json::array({both})}, {"version", 1}});
    REQUIRE(changed.status == 200);
    CHECK(changed.body["stops"][0]["loans"].size() == 2);
    CHECK(changed.number("version") == 2);
    CHECK(county.patch("coordinator", county.at_tour(second), {{"note", "spät"}, {"version", 1}}).code() == "stale");
    CHECK(county.patch("coordinator", county.at_tour(second), {{"school_year", "2027-28"}}).error_on("school_year") == "year_is_fixed");
    county.take_back(county.second_loan);
    CHECK(county.send_bytes("coordinator", "DELETE", county.at_tour(second), {}).code() == "tour_has_begun");
    // it can still be changed: what is fetched stays on it
    CHECK(county.patch("coordinator", county.at_tour(second), {{"note", "Schlüssel beim Hausmeister"}}).status == 200);
}

TEST_CASE("a school sees its own appointment, and neither other schools nor who drives", "[tours][access]") {
    SummerCounty county;
    Reply const tour = LoanCounty::must_be(
        201, county.plan(county.tour(Json::array({county.stop(1), county.stop(2)}), {{"note", "Rampe am Hof"}})));
    for (char const* who : {"teacher", "contact"}) {
        Json const own = county.due(who);
        CHECK(own["total"] == 2);
        CHECK(own["items"][0]["arrives_until"] == "09:45");
        Reply const seen = county.get(who, county.at_tour(tour));
        CHECK(seen.body["stops"].size() == 1);
        CHECK(seen.body["driver"].is_null());
        CHECK(seen.body["note"].is_null());
        CHECK(seen.text.find("GYM-04") == std::string::npos);
    }
    CHECK(county.get("auditor", county.at_tour(tour)).body["driver"].is_null());
    CHECK(county.get("technician", county.at_tour(tour)).word("driver") == "Frau Albers");
    Reply const others = LoanCounty::must_be(
        200, county.patch("coordinator", county.at_tour(tour), {{"stops", Json::array({county.stop(2)})}}));
    CHECK(others.body["stops"].size() == 1);
    CHECK(county.get("teacher", county.at_tour(tour)).status == 404);
    CHECK(county.get("teacher", "/api/tours?school_year=2026-27").body["total"] == 0);
    CHECK(county.post("contact", "/api/tours", county.tour(Json::array({county.stop(1)}))).status == 403);
}

TEST_CASE("several loans are kept on at once, each as a whole or with the reason why not", "[tours]") {
    SummerCounty county;
    Reply const tour = LoanCounty::must_be(201, county.plan(county.tour(Json::array({county.stop(1), county.stop(2)}))));
    // another school has the second kit in the next year
    Reply const next = county.ask_for(county.second, LoanCounty::gym_04, {{"first_school_year", "2027-28"}});
    LoanCounty::must_be(200, county.step(next, "approve"));

    std::int64_t const first = county.first_loan.number("id");
    std::int64_t const second = county.second_loan.number("id");
    Json const body = {{"loan_ids", {first, second, 999}}, {"school_years", 1}};
    Reply const told = county.post("coordinator", "/api/loan-extensions", body);
    REQUIRE(told.status == 200);
    Json const& items = told.body["items"];
    CHECK(items[0]["last_school_year"] == "2027-28");
    CHECK(items[0]["code"].is_null());
    CHECK(items[1]["code"] == "kit_already_booked");
    CHECK(items[1]["booking"]["school_code"] == "GYM-04");
    CHECK(items[2]["code"] == "not_found");
    CHECK(county.read(county.first_loan).word("last_school_year") == "2027-28");
    CHECK(county.read(county.second_loan).word("last_school_year") == "2026-27");

    // what is kept is not fetched; what is not kept still is
    Reply const now = county.get("coordinator", county.at_tour(tour));
    REQUIRE(now.body["stops"].size() == 2);
    CHECK(now.body["stops"][0]["loans"].size() == 1);
    CHECK(now.body["stops"][0]["loans"][0]["loan_id"] == second);
    // a stop at which nothing is left is none
    LoanCounty::must_be(200, county.step(county.other_loan, "extend", {{"school_years", 1}}));
    CHECK(county.get("coordinator", county.at_tour(tour)).body["stops"].size() == 1);
    // two of three years were one too many: nothing of it is booked
    Reply const long_one = county.post("coordinator", "/api/loan-extensions", {{"loan_ids", {first}}, {"school_years", 7}});
    CHECK(long_one.body["items"][0]["code"] == "out_of_range");
    Reply const beyond = county.post("coordinator", "/api/loan-extensions", {{"loan_ids", {first}}, {"school_years", 2}});
    CHECK(beyond.body["items"][0]["code"] == "unknown_school_year");
    CHECK(county.read(county.first_loan).word("last_school_year") == "2027-28");
}

TEST_CASE("extending nothing, one loan twice or for nine years is refused as a whole", "[tours]") {
    SummerCounty county;
    std::int64_t const id = county.first_loan.number("id");
    auto const extend = [&](Json const& ids, int years) {
        return county.post("coordinator", "/api/loan-extensions", {{"loan_ids", ids}, {"school_years", years}});
    };
    CHECK(extend(Json::array(), 1).error_on("loan_ids") == "required");
    CHECK(extend({id, id}, 1).error_on("loan_ids") == "duplicate");
    CHECK(extend({id}, 9).error_on("school_years") == "out_of_range");
    CHECK(extend({id}, 0).error_on("school_years") == "out_of_range");
    CHECK(county.post("contact", "/api/loan-extensions", {{"loan_ids", {id}}}).status == 403);
    CHECK(county.read(county.first_loan).word("last_school_year") == "2026-27");
}

TEST_CASE("the database itself keeps a kit off a tour where it does not belong", "[tours]") {
    SummerCounty county;
    auto const tour = [&](std::int64_t loan, std::int64_t school) {
        return county.database().write(Id<Person>{}, [&](WriteTx& tx) -> Result<Done> {
            TRY(execute(tx, "insert into tours (id, school_year, drives_on) values (7, '2026-27', '2027-07-05')"));
            TRY(execute(tx, "insert into tour_stops (tour_id, school_id, position) values (7, ?1, 1)", school));
            TRY(execute(tx, "insert into tour_loans (loan_id, tour_id, school_id) values (?1, 7, ?2)", loan, school));
            return Done{};
        });
    };
    Reply const asked = county.ask_for(county.kit, LoanCounty::gym_03, {{"first_school_year", "2027-28"}});
    for (auto const& [loan, school] : {std::pair{county.other_loan.number("id"), std::int64_t{1}},
                                       std::pair{asked.number("id"), std::int64_t{1}}}) {
        auto const refused = tour(loan, school);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == "not_due");
    }
}

TEST_CASE("the Basisansicht tells a school when its kits are fetched", "[tours][plain]") {
    SummerCounty county;
    LoanCounty::must_be(201, county.plan(county.tour(Json::array({county.stop(1), county.stop(2, "11:00", "11:30")}))));
    Reply const list = county.get("teacher", "/basis/koffer");
    CHECK(list.status == 200);
    CHECK(list.text.find("05.07.2027, 09:00 bis 09:45 Uhr") != std::string::npos);
    CHECK(list.text.find("11:00") == std::string::npos);
    CHECK(list.text.find("Albers") == std::string::npos);
    Reply const page = county.get("teacher", "/basis/koffer/" + std::to_string(county.first_loan.number("id")));
    CHECK(page.text.find("Ihr Abholtermin") != std::string::npos);
}

TEST_CASE("times are read as people type them", "[tours]") {
    std::vector<std::pair<char const*, char const*>> const all{{"9", "09:00"}, {"9:15", "09:15"}, {"09.15", "09:15"},
                                                               {" 14:05 Uhr ", "14:05"}, {"24:00", "24:00"}, {"9:5", "9:5"},
                                                               {"morgens", "morgens"}, {"", ""}};
    for (auto const& [typed, read] : all) CHECK(time_of_day(typed) == read);
    for (char const* good : {"00:00", "19:59", "23:59"}) CHECK(is_time_of_day(good));
    for (char const* bad : {"24:00", "12:60", "1200", "ab:cd", ""}) CHECK_FALSE(is_time_of_day(bad));
}

TEST_CASE("a tour that has fetched what was overdue can still be changed", "[tours]") {
    SummerCounty county;
    county.wait_until_summer(30);
    Json const body = county.tour(Json::array({county.stop(1)}), {{"school_year", "2027-28"}, {"drives_on", "2027-09-06"}});
    Reply const tour = LoanCounty::must_be(201, county.plan(body));
    county.take_back(county.first_loan);
    Reply const changed = county.patch("coordinator", county.at_tour(tour), {{"driver", "Herr Weiß"}, {"version", 1}});
    INFO(changed.text);
    REQUIRE(changed.status == 200);
    CHECK(changed.body["stops"][0]["loans"].size() == 2);
    CHECK(county.due("coordinator", "2027-28")["items"][0]["state"] == "returned");
}

TEST_CASE("what is to stay leaves its tour, and the log of the tour says so", "[tours]") {
    SummerCounty county;
    Reply const tour = LoanCounty::must_be(201, county.plan(county.tour(Json::array({county.stop(1), county.stop(2, "10:30", "11:00")}))));
    LoanCounty::must_be(200, county.step(county.other_loan, "extend", {{"school_years", 1}}));
    Reply const after = county.get("coordinator", county.at_tour(tour));
    CHECK(after.body["stops"].size() == 1);
    CHECK(after.number("version") == 2);
    Reply const log = county.get("coordinator", "/api/audit?entity=tour&id=" + std::to_string(tour.number("id")));
    REQUIRE(log.number("total") == 2);
    CHECK(log.body["items"][0]["action"] == "update");
    CHECK(log.body["items"][0]["before"]["stops"].size() == 2);
}
