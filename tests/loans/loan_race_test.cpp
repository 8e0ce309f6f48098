// Many decide at the same moment.

#include "tests/loans/loan_samples.hpp"

#include <catch_amalgamated.hpp>

#include <atomic>
#include <thread>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// Approves all of them at once; how many came through, and how many were refused with that code.
struct Outcome {
    int approved = 0;
    int refused = 0;
    int other = 0;
};

Outcome approve_all_at_once(LoanCounty const& county, std::vector<Reply> const& loans, std::string const& code) {
    std::atomic<int> approved{0}, refused{0}, other{0};
    std::atomic<bool> go{false};
    std::vector<std::thread> deciders;
    for (Reply const& loan : loans)
        deciders.emplace_back([&] {
            while (!go) std::this_thread::yield();
            Reply const answer = county.step(loan, "approve");
            if (answer.status == 200)
                ++approved;
            else if (answer.status == 409 && answer.code() == code)
                ++refused;
            else
                ++other;
        });
    go = true;
    for (std::thread& decider : deciders) decider.join();
    return {approved, refused, other};
}

} // namespace

TEST_CASE("of a hundred approvals at one moment for one kit and year exactly one succeeds", "[loans]") {
    LoanCounty county;
    std::vector<Reply> loans;
    for (int i = 0; i < 100; ++i) loans.push_back(county.ask_for(county.kit, i % 2 == 0 ? LoanCounty::gym_03 : LoanCounty::gym_04));
    Outcome const outcome = approve_all_at_once(county, loans, "kit_already_booked");
    CHECK(outcome.approved == 1);
    CHECK(outcome.refused == 99);
    CHECK(outcome.other == 0);
    CHECK(county.get("coordinator", "/api/loans?state=approved").number("total") == 1);
    CHECK(county.get("coordinator", "/api/loans?state=requested").number("total") == 99);
}

TEST_CASE("of a hundred approvals at one moment for a type as many succeed as there are kits", "[loans]") {
    LoanCounty county;
    std::vector<Reply> loans;
    for (int i = 0; i < 25; ++i) {
        Reply const first = county.ask(LoanCounty::gym_03, {{"quantity", 4}, {"school_years", i % 2 + 1}});
        Reply const all = county.get("coordinator", "/api/loans?request_id=" + std::to_string(first.number("request_id")));
        for (Json const& loan : all.body["items"]) loans.push_back(Reply{.status = 200, .body = loan});
    }
    REQUIRE(loans.size() == 100);
    Outcome const outcome = approve_all_at_once(county, loans, "no_kit_left");
    CHECK(outcome.approved == 3);
    CHECK(outcome.refused == 97);
    CHECK(outcome.other == 0);
}
