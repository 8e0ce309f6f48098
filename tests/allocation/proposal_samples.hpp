#pragma once
// A county that has a proposal made: three kits of one type, two schools, the school year 2026-27 just begun.

#include "tests/loans/loan_samples.hpp"

namespace schulkit::test {

struct ProposalCounty : LoanCounty {
    static constexpr char const* year_path = "/api/school-years/2026-27";

    Reply proposal(std::string const& year = "2026-27") const {
        return must_be(200, get("coordinator", "/api/school-years/" + year + "/proposal"));
    }
    Reply accept(Reply const& proposal, Json const& more = Json::object()) const {
        Json body{{"fingerprint", proposal.word("fingerprint")}};
        body.update(more);
        return post("coordinator", "/api/school-years/" + proposal.word("school_year") + "/proposal/accept", body);
    }
    Reply pin(std::int64_t request, Json const& kits, std::string const& who = "coordinator") const {
        return send(who, "PUT", pins_of(request), {{"kit_ids", kits}});
    }
    Reply unpin(std::int64_t request) const { return send_bytes("coordinator", "DELETE", pins_of(request), {}); }
    static std::string pins_of(std::int64_t request) { return std::string{year_path} + "/pins/" + std::to_string(request); }

    /// What the proposal says of a request; null where it says nothing.
    static Json of(Reply const& proposal, Reply const& loan) {
        for (Json const& request : proposal.body["requests"])
            if (request["id"] == loan.number("request_id")) return request;
        return {};
    }
    static Json tags_for(Reply const& proposal, Reply const& loan) { return of(proposal, loan)["decision"]["kit_tags"]; }
    static std::string reason_for(Reply const& proposal, Reply const& loan) {
        return of(proposal, loan)["decision"]["reason"].get<std::string>();
    }
    static std::string availability(Reply const& proposal, std::string const& tag) {
        for (Json const& kit : proposal.body["kits"])
            if (kit["tag"] == tag) return kit["availability"].get<std::string>();
        return "";
    }
    /// All loans of the request, in their order.
    Json loans_of(Reply const& first) const {
        Reply const all = get("coordinator", "/api/loans?sort=requested_at&request_id=" + std::to_string(first.number("request_id")));
        return all.body["items"];
    }
    std::string states_of(Reply const& first) const {
        std::string states;
        Json const loans = loans_of(first);
        for (Json const& loan : loans) states += loan["state"].get<std::string>() + ' ';
        return states;
    }
};

} // namespace schulkit::test
