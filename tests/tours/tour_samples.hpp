#pragma once
// The county of the loans, with two kits at GYM-03 and one at GYM-04, all of them due in summer 2027.

#include "tests/loans/loan_samples.hpp"

namespace schulkit::test {

struct SummerCounty : LoanCounty {
    SummerCounty() {
        meet_requirements(gym_03);
        meet_requirements(gym_04);
        first_loan = lend(kit, gym_03, "A");
        second_loan = lend(second, gym_03, "B");
        other_loan = lend(third, gym_04, "C");
    }

    Reply lend(Reply const& which, std::int64_t school, std::string const& tags) const {
        prepare(which, tags);
        Reply const loan = ask_for(which, school);
        must_be(200, step(loan, "approve"));
        return must_be(200, post("technician", at(loan, "hand-over"),
                                 {{"scanned", Json::array({tags + "1", tags + "2", tags + "3", tags + "K"})},
                                  {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 3}}})},
                                  {"missing_accepted", true},
                                  {"signed_by", {{"name", "Dr. Lindhorst"}, {"function", "Schulleitung"}}}}));
    }
    static Json stop(std::int64_t school, std::string const& from = "09:00", std::string const& until = "09:45") {
        return {{"school_id", school}, {"arrives_from", from}, {"arrives_until", until}};
    }
    static Json tour(Json const& stops, Json const& more = Json::object()) {
        Json body = {{"school_year", "2026-27"}, {"drives_on", "2027-07-05"}, {"driver", "Frau Albers"}, {"stops", stops}};
        body.update(more);
        return body;
    }
    Reply plan(Json const& body) const { return post("coordinator", "/api/tours", body); }
    static std::string at_tour(Reply const& tour) { return "/api/tours/" + std::to_string(tour.number("id")); }
    Reply take_back(Reply const& loan) const {
        return must_be(200, post("technician", at(loan, "take-back"), {{"scanned", Json::array()}, {"accessories", Json::array()}}));
    }
    Json due(std::string const& who = "coordinator", std::string const& year = "2026-27") const {
        return must_be(200, get(who, "/api/due-returns?school_year=" + year)).body;
    }
    /// To that day in summer 2027.
    void wait_until_summer(int days_after_return) {
        // 21 September 2026 to 15 July 2027
        wait_ms((std::int64_t{297} + days_after_return) * 24 * 60 * 60 * 1000);
    }

    Reply first_loan = {};
    Reply second_loan = {};
    Reply other_loan = {};
};

} // namespace schulkit::test
