// Every state × every step × every role: only the allowed ways lead on.

#include "tests/loans/loan_samples.hpp"

#include "shared/loans/loan_flow.hpp"

#include <algorithm>
#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

struct FlowCounty : LoanCounty {
    FlowCounty() {
        meet_requirements(gym_03);
        prepare(kit, "A");
        prepare(second, "B");
        tablet("NEU1");
    }

    /// A loan of gym_03 in that state; the kit is free again for the next one.
    Reply loan_in(LoanState state) {
        Reply const loan = ask_for(kit, gym_03);
        auto const take = [&](std::string const& name, Json const& body = Json::object()) { must_be(200, step(loan, name, body)); };
        Json const why = {{"reason", "so"}};
        switch (state) {
        case LoanState::requested: break;
        case LoanState::waitlisted: take("waitlist"); break;
        case LoanState::rejected: take("reject", why); break;
        case LoanState::cancelled: take("cancel", why); break;
        case LoanState::approved: take("approve"); break;
        case LoanState::handed_over:
        case LoanState::returned:
        case LoanState::closed:
            take("approve");
            check_off(kit);
            take("hand-over", {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}});
            if (state == LoanState::handed_over) break;
            take("take-back", {{"scanned", {"A1", "A2", "A3", "AK"}}});
            if (state == LoanState::closed) take("check-in");
            break;
        }
        return loan;
    }

    Json body_of(LoanStep step) const {
        switch (step) {
        case LoanStep::reject:
        case LoanStep::cancel:
        case LoanStep::release: return {{"reason", "so"}};
        case LoanStep::extend: return {{"school_years", 1}};
        case LoanStep::exchange: return {{"kit_id", second.number("id")}, {"scanned", Json::array()}, {"missing_accepted", true}};
        case LoanStep::swap: return {{"slot", 1}, {"asset_code", "NEU1"}};
        case LoanStep::deliver: return {{"accessories", Json::array({{{"label", "Stift"}, {"quantity", 1}}})}};
        case LoanStep::hand_over:
            return {{"scanned", {"A1", "A2", "A3", "AK"}}, {"signed_by", {{"name", "L. Muster"}, {"function", "Schulleitung"}}}};
        default: return Json::object();
        }
    }
};

std::string call_of(LoanStep step) {
    std::string name{word_of(step)};
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

} // namespace

TEST_CASE("a loan's states only move along the allowed ways, for every state, step and role", "[loans]") {
    struct Caller {
        char const* name;
        Role role;
        bool is_contact;
    };
    // who may do most comes last: what the others try must not have moved anything
    constexpr std::array callers = {Caller{"teacher", Role::school_staff, false}, Caller{"auditor", Role::auditor, false},
                                    Caller{"contact", Role::school_staff, true}, Caller{"technician", Role::technician, false},
                                    Caller{"coordinator", Role::coordinator, false}};
    for (auto const& [state, state_word] : EnumWords<LoanState>::values) {
        for (auto const& [step, step_word] : EnumWords<LoanStep>::values) {
            FlowCounty county;
            Reply const loan = county.loan_in(state);
            // a kit that a school has is not prepared
            if (step == LoanStep::hand_over && state != LoanState::handed_over) county.check_off(county.kit);
            auto const leads_to = state_after(step, state);
            for (Caller const& caller : callers) {
                INFO(caller.name << ": " << step_word << " of a loan that is " << state_word);
                Reply const answer = county.step(loan, call_of(step), county.body_of(step), caller.name);
                bool const allowed = scope_of(caller.role, action_of(step), caller.is_contact) != Scope::none;
                Reply const now = county.read(loan);
                if (!allowed) {
                    CHECK(answer.status == 403);
                    CHECK(now.word("state") == state_word);
                } else if (!leads_to) {
                    CHECK(answer.status == 409);
                    CHECK(answer.code() == "wrong_state");
                    CHECK(now.word("state") == state_word);
                } else {
                    CHECK(answer.status == 200);
                    CHECK(now.word("state") == word_of(*leads_to));
                    break; // it is elsewhere now
                }
            }
        }
    }
}

TEST_CASE("the database knows the same ways and no others", "[loans]") {
    LoanCounty county;
    std::set<std::pair<std::string, std::string>> in_code;
    for (LoanWay const& way : loan_ways)
        if (way.from != way.to) in_code.emplace(word_of(way.from), word_of(way.to));
    std::set<std::pair<std::string, std::string>> in_database;
    county.database().read([&](Tx& tx) {
        Statement s = tx.prepare("select from_state, to_state from loan_ways");
        while (s.step()) in_database.emplace(s.text(0), s.text(1));
        return true;
    });
    CHECK(in_code == in_database);
    // whoever goes past the code is stopped by the database
    Reply const loan = county.ask_for(county.kit, LoanCounty::gym_03);
    for (auto const& [state, word] : EnumWords<LoanState>::values) {
        if (state == LoanState::requested) continue;
        INFO(word);
        std::optional<std::string> refused;
        std::ignore = county.database().write({}, [&, word = word](WriteTx& tx) -> Result<Done> {
            auto const forced = execute(tx,
                                        "update loans set state = ?2, reason = 'x', handed_over_on = '2026-09-21',"
                                        " returned_on = '2026-09-21', closed_on = '2026-09-21' where id = ?1",
                                        loan.number("id"), word);
            if (!forced) refused = forced.error().code;
            return fail(ErrorKind::conflict, "undone"); // it is requested again for the next one
        });
        if (in_code.contains({"requested", std::string{word}}))
            CHECK(refused == std::nullopt);
        else
            CHECK(refused == "wrong_state");
    }
}
