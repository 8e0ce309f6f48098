#pragma once
// A school that has a kit: TK-01 with A1, A2, A3 and AK, and three pencils, since 21 September 2026.

#include "tests/loans/loan_samples.hpp"

namespace schulkit::test {

struct LentCounty : LoanCounty {
    LentCounty() {
        meet_requirements(gym_03);
        prepare(kit, "A");
        loan = ask_for(kit, gym_03);
        must_be(200, step(loan, "approve"));
        hand_over(loan, {"A1", "A2", "A3", "AK"});
    }

    Reply hand_over(Reply const& which, std::vector<std::string> const& scanned, Json more = Json::object()) const {
        more["scanned"] = scanned;
        more["signed_by"] = {{"name", "Dr. Petra Lindhorst"}, {"function", "Schulleitung"}};
        return must_be(200, step(which, "hand-over", more, "technician"));
    }
    /// The second kit, with B1, B2, B3 and BK, at the same school.
    Reply lend_second() const {
        prepare(second, "B");
        Reply const other = ask_for(second, gym_03);
        must_be(200, step(other, "approve"));
        hand_over(other, {"B1", "B2", "B3", "BK"});
        return other;
    }
    Json asset(std::string const& tag) const { return get("coordinator", "/api/assets?q=" + tag).body["items"][0]; }
    Json items() const { return get("coordinator", at(loan, "items")).body["items"]; }
    Json supplements() const { return get("coordinator", at(loan, "supplements")).body["items"]; }
    Json differences(std::string const& who = "coordinator") const { return get(who, at(loan, "differences")).body["items"]; }
    /// What the log tells of a record, newest first.
    std::vector<std::string> history(std::string const& entity, std::int64_t id) const {
        std::vector<std::string> actions;
        Reply const log = get("coordinator", "/api/audit?entity=" + entity + "&id=" + std::to_string(id));
        for (Json const& entry : log.body["items"]) actions.push_back(entry["action"].get<std::string>());
        return actions;
    }
    void pass_days(std::int64_t days) { wait_ms(days * 24 * 60 * 60 * 1000); }

    Reply loan = {};
};

} // namespace schulkit::test
