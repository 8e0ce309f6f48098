#pragma once
// A county in September 2026 with three kits of one type, four school years and two schools that ask for them.

#include "tests/kits/kit_samples.hpp"

namespace schulkit::test {

struct LoanCounty : KitCounty {
    LoanCounty() {
        for (char const* year : {"2025-26", "2026-27", "2027-28", "2028-29"})
            must_be(200, patch("coordinator", std::string{"/api/school-years/"} + year, Json::object()));
        second = add_kit("TK-02");
        third = add_kit("TK-03");
    }

    static constexpr std::int64_t gym_03 = 1; ///< of "contact" and "teacher"
    static constexpr std::int64_t gym_04 = 2; ///< of "other_contact" and "other_teacher"

    Json request(std::int64_t school, Json const& more = Json::object()) const {
        Json body = {{"school_id", school}, {"first_school_year", "2026-27"}, {"school_years", 1},
                     {"purpose", "Projektwoche Erklärvideos"}};
        if (!more.contains("kit_id")) body["kit_type_id"] = type.number("id");
        body.update(more);
        return body;
    }
    Reply ask(std::int64_t school, Json const& more = Json::object()) const {
        return must_be(201, post("coordinator", "/api/loans", request(school, more)));
    }
    Reply ask_for(Reply const& wanted, std::int64_t school, Json more = Json::object()) const {
        more["kit_id"] = wanted.number("id");
        return ask(school, more);
    }
    static std::string at(Reply const& loan, std::string const& step = "") {
        return "/api/loans/" + std::to_string(loan.number("id")) + (step.empty() ? "" : "/" + step);
    }
    Reply step(Reply const& loan, std::string const& name, Json const& body = Json::object(),
               std::string const& who = "coordinator") const {
        if (name == "waitlist") return send_bytes(who, "POST", at(loan, name), {});
        return post(who, at(loan, name), body);
    }
    Reply read(Reply const& loan, std::string const& who = "coordinator") const { return get(who, at(loan)); }

    /// Every requirement of the county, confirmed.
    void meet_requirements(std::int64_t school) const {
        Reply const list = get("coordinator", "/api/requirements");
        for (Json const& asked : list.body["items"])
            must_be(200, send("coordinator", "PUT",
                              "/api/schools/" + std::to_string(school) + "/requirements/" + asked["code"].get<std::string>(),
                              {{"state", "met"}, {"evidence", "geprüft"}}));
    }
    /// Filled with all that its type names, and its checklist done.
    void prepare(Reply const& which, std::string const& tags) const {
        Json items = Json::array();
        for (int slot = 1; slot <= 3; ++slot) {
            std::string const tag = tags + std::to_string(slot);
            tablet(tag);
            items.push_back({{"slot", slot}, {"asset_tag", tag}});
        }
        std::string const box = tags + "K";
        add_asset({{"tag", box}, {"name", "Koffer"}, {"category", "Koffer"}});
        items.push_back({{"slot", 4}, {"asset_tag", box}});
        must_be(200, send("technician", "PUT", place(which) + "/contents",
                          {{"items", items}, {"accessories", Json::array({{{"label", "Stift"}, {"quantity", 3}}})}}));
        check_off(which);
    }
    void check_off(Reply const& which) const {
        must_be(200, post("technician", place(which) + "/ready",
                          {{"wiped", true}, {"signed_out", true}, {"updated", true}, {"cleaned", true}, {"charged", true},
                           {"complete", true}}));
    }

    static Reply must_be(int status, Reply reply) {
        if (reply.status != status) throw std::runtime_error{std::to_string(reply.status) + ": " + reply.text};
        return reply;
    }

    Reply second = {};
    Reply third = {};
};

} // namespace schulkit::test
