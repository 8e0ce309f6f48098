#include "shared/differences/difference.hpp"
#include "tests/loans/lent_samples.hpp"

#include <catch_amalgamated.hpp>

using namespace schulkit;
using namespace schulkit::test;

namespace {

/// The kit has come back and was checked: A3 and a pencil are missing.
struct CheckedCounty : LentCounty {
    CheckedCounty() {
        must_be(200, step(loan, "take-back", Json::object(), "technician"));
        must_be(200, step(loan, "check-in",
                          {{"scanned", {"A1", "A2", "AK"}}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 2}}})}},
                          "technician"));
        tablet_missing = differences()[0]["id"].get<std::int64_t>();
        pencil_missing = differences()[1]["id"].get<std::int64_t>();
    }
    static std::string about(std::int64_t id, std::string const& step) {
        return "/api/differences/" + std::to_string(id) + "/" + step;
    }
    Reply take(std::int64_t id, std::string const& step, Json const& body, std::string const& who = "coordinator") const {
        return post(who, about(id, step), body);
    }

    std::int64_t tablet_missing = 0;
    std::int64_t pencil_missing = 0;
};

} // namespace

TEST_CASE("what a check finds is told to the school, which has fourteen days to object", "[differences]") {
    CheckedCounty county;
    Reply const loan = county.read(county.loan);
    CHECK(loan.word("state") == "returned");
    CHECK(loan.word("checked_on") == "2026-09-21");
    CHECK(loan.number("open_differences") == 2);
    Json const told = county.differences("contact");
    REQUIRE(told.size() == 2);
    CHECK(told[0]["kind"] == "device_missing");
    CHECK(told[0]["asset_tag"] == "A3");
    CHECK(told[0]["slot"] == 3);
    CHECK(told[0]["state"] == "told");
    CHECK(told[0]["object_until"] == "2026-10-05");
    CHECK(told[1]["kind"] == "accessory_missing");
    CHECK(told[1]["label"] == "Stift");
    CHECK(told[1]["quantity"] == 1);
    CHECK(county.get("teacher", "/api/differences?open=true").number("total") == 2);
    CHECK(county.get("other_contact", "/api/differences").number("total") == 0);
    CHECK(county.get("other_contact", LoanCounty::at(county.loan, "differences")).status == 404);
    CHECK(county.step(county.loan, "check-in").code() == "already_checked");
    CHECK(county.post("technician", "/api/handover-sessions", {{"kind", "check"}, {"loan_ids", {county.loan.number("id")}}}).code() ==
          "already_checked");
}

TEST_CASE("what is missing is neither chased nor lost before the school's days have passed", "[differences]") {
    CheckedCounty county;
    CHECK(county.take(county.tablet_missing, "chase", Json::object()).code() == "does_not_count_yet");
    CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", "lost"}}).code() == "does_not_count_yet");
    county.pass_days(14); // the fourteenth day is still the school's
    CHECK(county.take(county.tablet_missing, "chase", Json::object()).code() == "does_not_count_yet");
    county.pass_days(1);
    CHECK(county.differences()[0]["state"] == "counts");
    CHECK(county.differences()[0]["age_days"] == 15);
    CHECK(county.take(county.tablet_missing, "object", {{"objection", "Zu spät"}}, "contact").code() == "too_late_to_object");
    Reply const chased = county.take(county.tablet_missing, "chase", {{"note", "Mit dem Sekretariat gesprochen"}});
    REQUIRE(chased.status == 200);
    CHECK(chased.body["chases"][0]["chased_on"] == "2026-10-06");
    CHECK(chased.body["chases"][0]["chased_by"] == "coordinator");
    CHECK(chased.body["chases"][0]["note"] == "Mit dem Sekretariat gesprochen");
    county.pass_days(20);
    CHECK(county.take(county.tablet_missing, "chase", Json::object()).body["chases"].size() == 2);
    CHECK(county.get("auditor", "/api/differences").body["items"][0]["chases"][0]["chased_by"].is_null());
}

TEST_CASE("an objection is answered with a reason; accepted it does not count", "[differences]") {
    CheckedCounty county;
    Json const words = {{"objection", "Das Tablet hat Herr M. am 3. Juli zur Reparatur mitgenommen."}};
    CHECK(county.take(county.tablet_missing, "object", words, "teacher").status == 403);
    CHECK(county.take(county.tablet_missing, "object", words, "other_contact").status == 404);
    CHECK(county.take(county.tablet_missing, "object", {{"objection", " "}}, "contact").error_on("objection") == "required");
    CHECK(county.take(county.tablet_missing, "answer", {{"accepted", true}, {"answer", "Stimmt."}}).code() == "no_objection");
    Reply const objected = county.take(county.tablet_missing, "object", words, "contact");
    REQUIRE(objected.status == 200);
    CHECK(objected.word("state") == "objected");
    CHECK(objected.word("objected_by") == "contact");
    CHECK(county.take(county.tablet_missing, "object", words, "contact").code() == "objected_already");
    // as long as there is no answer nothing else happens, however long it takes
    county.pass_days(30);
    CHECK(county.differences()[0]["state"] == "objected");
    CHECK(county.take(county.tablet_missing, "chase", Json::object()).code() == "does_not_count_yet");
    CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", "returned"}}).code() == "objection_is_open");
    CHECK(county.take(county.tablet_missing, "answer", {{"accepted", true}, {"answer", ""}}).error_on("answer") == "required");
    CHECK(county.take(county.tablet_missing, "answer", {{"accepted", true}, {"answer", "Ja"}}, "contact").status == 403);
    Reply const answered = county.take(county.tablet_missing, "answer", {{"accepted", true}, {"answer", "Es liegt in der Werkstatt."}});
    REQUIRE(answered.status == 200);
    CHECK(answered.word("state") == "settled");
    CHECK(answered.word("settled_as") == "not_counted");
    CHECK(county.asset("A3")["status"] == "lost"); // where it is nobody knows; the school does not answer for it
    CHECK(county.read(county.loan).word("state") == "returned");
    CHECK(county.take(county.pencil_missing, "settle", {{"settled_as", "written_off"}}).status == 200);
    CHECK(county.read(county.loan).word("state") == "closed");
}

TEST_CASE("a rejected objection counts at once", "[differences]") {
    CheckedCounty county;
    county.must_be(200, county.take(county.tablet_missing, "object", {{"objection", "War nie dabei."}}, "contact"));
    Reply const rejected =
        county.take(county.tablet_missing, "answer", {{"accepted", false}, {"answer", "Steht auf dem Übergabeprotokoll."}});
    CHECK(rejected.word("state") == "counts");
    CHECK(rejected.word("answered_by") == "coordinator");
    CHECK(county.take(county.tablet_missing, "answer", {{"accepted", true}, {"answer", "Doch."}}).code() == "no_objection");
    CHECK(county.take(county.tablet_missing, "chase", Json::object()).status == 200);
    CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", "lost"}, {"note", "Verlustmeldung liegt vor"}}).status == 200);
    CHECK(county.asset("A3")["status"] == "lost");
    CHECK(county.items()[2]["settled_as"] == "lost");
    CHECK(county.items()[2]["came_back_on"].is_null());
}

TEST_CASE("a loan is closed with the last of what was missing, and not before", "[differences]") {
    CheckedCounty county;
    auto const forced = county.database().write({}, [&](WriteTx& tx) {
        return execute(tx, "update loans set state = 'closed', closed_on = '2026-09-21' where id = ?1", county.loan.number("id"));
    });
    REQUIRE_FALSE(forced);
    CHECK(forced.error().code == "still_open");
    county.must_be(200, county.take(county.pencil_missing, "settle", {{"settled_as", "returned"}}));
    CHECK(county.now(county.kit).body["accessories"][0]["quantity"] == 3);
    CHECK(county.read(county.loan).word("state") == "returned");
    county.pass_days(3);
    Reply const settled = county.take(county.tablet_missing, "settle", {{"settled_as", "returned"}, {"note", "Lag im Lehrerzimmer"}});
    CHECK(settled.word("settled_on") == "2026-09-24");
    CHECK(settled.word("settled_by") == "coordinator");
    CHECK(county.asset("A3")["status"] == "in_stock");
    CHECK(county.asset("A3")["school_code"].is_null());
    CHECK(county.now(county.kit).body["slots"][2]["asset_tag"] == "A3"); // it is in its slot again
    Reply const loan = county.read(county.loan);
    CHECK(loan.word("state") == "closed");
    CHECK(loan.word("closed_on") == "2026-09-24");
    CHECK(loan.number("open_differences") == 0);
    CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", "lost"}}).code() == "already_settled");
    CHECK(county.get("coordinator", "/api/differences?open=true").number("total") == 0);
    CHECK(county.get("coordinator", "/api/differences").number("total") == 2);
}

TEST_CASE("nobody settles as what only follows from a check or an answer", "[differences]") {
    CheckedCounty county;
    for (char const* word : {"noted", "not_counted"})
        CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", word}}).error_on("settled_as") == "unknown_value");
    CHECK(county.take(county.tablet_missing, "settle", {{"settled_as", "verschenkt"}}).status == 422);
}

TEST_CASE("a foreign device is told with its own kit; the school may object, but nothing waits for it", "[differences]") {
    LentCounty county;
    county.lend_second();
    county.must_be(200, county.step(county.loan, "take-back"));
    Reply const checked = county.step(county.loan, "check-in", {{"scanned", {"A1", "A2", "A3", "AK", "B2"}}});
    REQUIRE(checked.status == 200);
    CHECK(checked.word("state") == "closed");
    Json const told = county.differences("contact");
    REQUIRE(told.size() == 1);
    CHECK(told[0]["kind"] == "foreign_device");
    CHECK(told[0]["asset_tag"] == "B2");
    CHECK(told[0]["other_kit_tag"] == "TK-02");
    CHECK(told[0]["settled_as"] == "noted");
    std::string const at = "/api/differences/" + std::to_string(told[0]["id"].get<std::int64_t>());
    CHECK(county.post("contact", at + "/object", {{"objection", "Das Tablet gehört uns."}}).word("state") == "objected");
    CHECK(county.post("coordinator", at + "/answer", {{"accepted", false}, {"answer", "Es steht im Inventar des Kreises."}})
              .word("state") == "settled");
    CHECK(county.asset("B2")["status"] == "in_stock");
}

TEST_CASE("a missing device that turns up in another kit of the school settles and closes its loan", "[differences]") {
    LentCounty county;
    Reply const other = county.lend_second();
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"A1", "A2", "AK"}}}));
    CHECK(county.step(county.loan, "check-in").word("state") == "returned");
    county.pass_days(40);
    county.must_be(200, county.step(other, "take-back"));
    county.must_be(200, county.step(other, "check-in", {{"scanned", {"B1", "B2", "B3", "BK", "A3"}}}));
    CHECK(county.differences()[0]["settled_as"] == "returned");
    CHECK(county.read(county.loan).word("state") == "closed");
    CHECK(county.asset("A3")["status"] == "in_stock");
}

TEST_CASE("how many days a school has is the county's to set", "[differences]") {
    LentCounty county;
    CHECK(county.get("contact", "/api/loan-settings").number("objection_days") == 14);
    CHECK(county.patch("technician", "/api/loan-settings", {{"objection_days", 3}}).status == 403);
    CHECK(county.patch("coordinator", "/api/loan-settings", {{"objection_days", -1}}).error_on("objection_days") == "out_of_range");
    CHECK(county.patch("coordinator", "/api/loan-settings", {{"objection_days", 21}, {"version", 1}}).number("objection_days") == 21);
    Reply const stale = county.patch("coordinator", "/api/loan-settings", {{"objection_days", 30}, {"version", 1}});
    CHECK(stale.status == 409);
    CHECK(stale.code() == "stale");
    CHECK(stale.body["current"]["objection_days"] == 21);
    county.must_be(200, county.step(county.loan, "take-back"));
    county.must_be(200, county.step(county.loan, "check-in", {{"scanned", {"A1", "A2", "AK"}}}));
    CHECK(county.differences()[0]["object_until"] == "2026-10-12");
}

TEST_CASE("the list of what is missing is searched and goes on page by page", "[differences]") {
    CheckedCounty county;
    auto const found = [&](std::string const& query) { return county.get("coordinator", "/api/differences?" + query).number("total"); };
    CHECK(found("q=gym-03") == 2);
    CHECK(found("q=tk-01") == 2);
    CHECK(found("q=a3") == 1);
    CHECK(found("q=stift") == 1);
    CHECK(found("q=realschule") == 0);
    CHECK(found("school_code=GYM-04") == 0);
    Reply const first = county.get("coordinator", "/api/differences?limit=1");
    REQUIRE(first.body["items"].size() == 1);
    Reply const second = county.get("coordinator", "/api/differences?limit=1&cursor=" + first.word("next_cursor"));
    REQUIRE(second.body["items"].size() == 1);
    CHECK(second.body["items"][0]["id"] != first.body["items"][0]["id"]);
    CHECK(second.body["next_cursor"].is_null());
    CHECK(county.get("coordinator", "/api/differences?limit=0").error_on("limit") == "out_of_range");
}

TEST_CASE("every step of a difference by every role leads only where it may", "[differences]") {
    struct Caller {
        char const* name;
        Role role;
        bool is_contact;
    };
    constexpr std::array callers = {Caller{"teacher", Role::school_staff, false},    Caller{"auditor", Role::auditor, false},
                                    Caller{"technician", Role::technician, false},   Caller{"contact", Role::school_staff, true},
                                    Caller{"coordinator", Role::coordinator, false}};
    auto const body_of = [](DifferenceStep step) -> Json {
        switch (step) {
        case DifferenceStep::object: return {{"objection", "So war es nicht."}};
        case DifferenceStep::answer: return {{"accepted", false}, {"answer", "Doch."}};
        case DifferenceStep::chase: return Json::object();
        case DifferenceStep::settle: return {{"settled_as", "returned"}};
        }
        return Json::object();
    };
    auto const reach = [](CheckedCounty& county, DifferenceState state) {
        std::int64_t const id = county.tablet_missing;
        if (state == DifferenceState::objected) LoanCounty::must_be(200, county.take(id, "object", {{"objection", "Nein."}}, "contact"));
        if (state == DifferenceState::counts) county.pass_days(15);
        if (state == DifferenceState::settled) LoanCounty::must_be(200, county.take(id, "settle", {{"settled_as", "returned"}}));
    };
    auto const may_be_taken = [](DifferenceStep step, DifferenceState state) {
        switch (step) {
        case DifferenceStep::object: return state == DifferenceState::told;
        case DifferenceStep::answer: return state == DifferenceState::objected;
        case DifferenceStep::chase: return state == DifferenceState::counts;
        case DifferenceStep::settle: return state == DifferenceState::told || state == DifferenceState::counts;
        }
        return false;
    };
    for (auto const& [state, state_word] : EnumWords<DifferenceState>::values)
        for (auto const& [step, step_word] : EnumWords<DifferenceStep>::values) {
            CheckedCounty county;
            reach(county, state);
            Json const before = county.differences()[0];
            REQUIRE(before["state"] == state_word);
            for (Caller const& caller : callers) {
                INFO(caller.name << ": " << step_word << " what is " << state_word);
                Reply const answer = county.take(county.tablet_missing, std::string{step_word}, body_of(step), caller.name);
                bool const allowed = scope_of(caller.role, action_of(step), caller.is_contact) != Scope::none;
                if (!allowed || !may_be_taken(step, state)) {
                    CHECK(answer.status == (allowed ? 409 : 403));
                    CHECK(county.differences()[0] == before);
                } else {
                    CHECK(answer.status == 200);
                    break; // it stands otherwise now
                }
            }
        }
}

TEST_CASE("the database itself keeps to the rules of differences", "[differences]") {
    CheckedCounty county;
    auto const refused = [&](char const* sql) -> std::string {
        auto const done = county.database().write({}, [&](WriteTx& tx) { return execute(tx, sql, county.tablet_missing); });
        return done ? "" : done.error().code;
    };
    CHECK(refused("delete from loan_differences where id = ?1") == "never_deleted");
    CHECK(refused("update loan_differences set settled_as = 'lost', settled_on = '2026-10-05' where id = ?1") == "does_not_count_yet");
    CHECK(refused("insert into difference_chases (difference_id, chased_on) values (?1, '2026-10-05')") == "does_not_count_yet");
    CHECK(refused("update loan_differences set objection_state = 'open', objection = 'x', objected_at = 1792000000000 where id = ?1") ==
          "too_late_to_object");
    county.must_be(200, county.take(county.tablet_missing, "settle", {{"settled_as", "returned"}}));
    CHECK(refused("update loan_differences set settled_as = 'written_off' where id = ?1") == "already_settled");
}

TEST_CASE("what a school has not given back goes into no other kit before it is settled", "[differences]") {
    CheckedCounty county;
    Reply const refused = county.post("technician", county.place(county.second) + "/add", {{"code", "A3"}});
    CHECK(refused.status == 409);
    CHECK(refused.code() == "still_given");
    CHECK(refused.body["loan_id"] == county.loan.number("id"));
    county.must_be(200, county.take(county.tablet_missing, "settle", {{"settled_as", "returned"}}));
    CHECK(county.now(county.kit).body["slots"][2]["asset_tag"] == "A3"); // in its own again
}

TEST_CASE("a difference tells of the kit that was checked, also after the loan has gone on with another one", "[differences]") {
    LentCounty county;
    county.prepare(county.second, "B");
    county.must_be(200, county.step(county.loan, "exchange",
                                    {{"kit_id", county.second.number("id")}, {"scanned", {"A1", "A2", "AK"}}, {"missing_accepted", true}}));
    REQUIRE(county.differences().size() == 1);
    CHECK(county.differences()[0]["kit_tag"] == "TK-01");
    county.must_be(200, county.step(county.loan, "take-back"));
    county.must_be(200, county.step(county.loan, "check-in", {{"scanned", {"B1", "B2", "BK"}}}));
    Json const both = county.differences();
    REQUIRE(both.size() == 2);
    for (Json const& each : both) CHECK(each["kit_tag"] == (each["asset_tag"] == "A3" ? "TK-01" : "TK-02"));
    std::int64_t const first = both[both[0]["asset_tag"] == "A3" ? 0 : 1]["id"].get<std::int64_t>();
    county.must_be(200, county.post("coordinator", CheckedCounty::about(first, "settle"), {{"settled_as", "returned"}}));
    CHECK(county.now(county.kit).body["slots"][2]["asset_tag"] == "A3");
    CHECK(county.now(county.second).body["slots"][2]["asset_id"].is_null());
}

TEST_CASE("an open objection stands in the list of what is open, also where nothing is missing any more", "[differences]") {
    LentCounty county;
    Reply const other = county.lend_second();
    county.must_be(200, county.step(county.loan, "take-back", {{"scanned", {"A1", "A2", "AK"}}}));
    county.must_be(200, county.step(county.loan, "check-in"));
    std::int64_t const missing = county.differences()[0]["id"].get<std::int64_t>();
    county.must_be(200, county.post("contact", CheckedCounty::about(missing, "object"), {{"objection", "steht im Lehrerzimmer"}}));
    county.must_be(200, county.step(other, "take-back"));
    county.must_be(200, county.step(other, "check-in", {{"scanned", {"B1", "B2", "B3", "BK", "A3"}}}));
    CHECK(county.differences()[0]["settled_as"] == "returned");
    Reply const open = county.get("coordinator", "/api/differences?open=true");
    REQUIRE(open.number("total") == 1);
    CHECK(open.body["items"][0]["id"] == missing);
}
