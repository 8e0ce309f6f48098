#include "server/allocation/allocation_changes.hpp"

#include "server/allocation/proposal.hpp"
#include "server/audit/audit_store.hpp"
#include "server/db/stale.hpp"
#include "server/loans/loan_changes.hpp"
#include "server/schools/school_store.hpp"
#include "shared/allocation/allocation_check.hpp"

#include <algorithm>
#include <set>

namespace schulkit {
namespace {

/// "pins.7.kit_id" of what is checked as a whole is "kit_ids.0" of the request's own.
FieldErrors of_own_pins(FieldErrors const& errors, std::size_t others, std::size_t own) {
    FieldErrors told;
    for (std::size_t i = 0; i < own; ++i) {
        std::string const at = "pins." + std::to_string(others + i);
        for (FieldError const& error : errors) {
            if (error.field == at + ".kit_id") told.push_back({"kit_ids." + std::to_string(i), error.code, {}});
            if (error.field == at + ".request_id") told.push_back({"kit_ids", error.code, {}});
        }
    }
    return told;
}

Result<RequestPins> store_pins(WriteTx& tx, std::string const& school_year, Id<LoanRequest> request, RequestPins const& after) {
    RequestPins const before = pins_of(tx, request);
    if (before == after) return after;
    TRY(drop_settled_pins(tx, school_year));
    TRY(replace_pins(tx, school_year, request, after));
    RequestPins const stored = pins_of(tx, request);
    TRY(record_changed(tx, after.pinned ? "pin" : "unpin", request.value, std::nullopt, before, stored));
    return stored;
}

Result<std::vector<ProposalRequest>> chosen_of(YearProposal const& proposal,
                                               std::optional<std::vector<Id<LoanRequest>>> const& ids) {
    if (!ids) return proposal.requests;
    if (ids->empty()) return invalid("request_ids", "required");
    std::set<std::int64_t> wanted;
    FieldErrors errors;
    for (std::size_t i = 0; i < ids->size(); ++i) {
        Id<LoanRequest> const id = (*ids)[i];
        bool const known = std::any_of(proposal.requests.begin(), proposal.requests.end(),
                                       [&](ProposalRequest const& each) { return each.id == id; });
        std::string const at = "request_ids." + std::to_string(i);
        if (!known) errors.push_back({at, "unknown_request", {}});
        if (!wanted.insert(id.value).second) errors.push_back({at, "duplicate", {}});
    }
    if (!errors.empty()) return invalid(std::move(errors));
    std::vector<ProposalRequest> chosen;
    for (ProposalRequest const& request : proposal.requests)
        if (wanted.contains(request.id.value)) chosen.push_back(request);
    return chosen;
}

Result<AcceptedRequest> carry_out(WriteTx& tx, Access const& access, ProposalRequest const& request) {
    AcceptedRequest done{.request_id = request.id, .kit_ids = request.decision.kit_ids};
    for (std::size_t i = 0; i < request.loan_ids.size(); ++i) {
        Id<Loan> const id = request.loan_ids[i];
        if (i < done.kit_ids.size()) {
            TRY(approve_loan(tx, access, id, {.kit_id = done.kit_ids[i]}));
            done.approved.push_back(id);
            continue;
        }
        TRY_ASSIGN(Loan const loan, get_loan(tx, access, id));
        if (loan.state == LoanState::requested) TRY(waitlist_loan(tx, access, id));
        done.waiting.push_back(id);
    }
    return done;
}

} // namespace

Result<AllocationRules> set_allocation_rules(WriteTx& tx, std::string const& school_year, Patch<AllocationRules> const& patch) {
    TRY_ASSIGN(SchoolYear const year, get_open_year(tx, school_year));
    AllocationRules const before = rules_in_force(tx, year.id).rules;
    TRY(check_version(patch, before));
    AllocationRules after = before;
    if (auto errors = apply_patch(patch, after); !errors.empty()) return invalid(std::move(errors));
    if (auto errors = validate(after); !errors.empty()) return invalid(std::move(errors));
    if (after == before) return before;
    if (before.version == 0)
        TRY(insert_allocation_rules(tx, year.id, after));
    else
        TRY(replace_allocation_rules(tx, after));
    ++after.version;
    TRY(record_changed(tx, before.version == 0 ? "create" : "update", after.id.value, std::nullopt, before, after));
    return after;
}

Result<RequestPins> pin_request(WriteTx& tx, std::string const& school_year, Id<LoanRequest> request,
                                std::vector<Id<Kit>> const& kits) {
    std::vector<AllocationPin> pins;
    for (Id<Kit> const kit : kits) pins.push_back({.request_id = request, .kit_id = kit});
    if (kits.empty()) pins.push_back({.request_id = request});
    TRY_ASSIGN(AllocationInput const input, input_with_pins(tx, school_year, pins, request));
    if (auto errors = of_own_pins(check_allocation(input), input.pins.size() - pins.size(), pins.size()); !errors.empty())
        return invalid(std::move(errors));
    return store_pins(tx, school_year, request, {.pinned = true, .kit_ids = kits});
}

Result<RequestPins> unpin_request(WriteTx& tx, std::string const& school_year, Id<LoanRequest> request) {
    TRY(input_with_pins(tx, school_year, {}, request));
    return store_pins(tx, school_year, request, {.pinned = false});
}

Result<SchoolDistance> set_distance(WriteTx& tx, Access const& access, Id<School> id, SchoolDistance const& distance) {
    TRY_ASSIGN(School const school, get_school(tx, access, id));
    SchoolDistance const before{find_distance(tx, school.id)};
    if (before == distance) return before;
    TRY(store_distance(tx, school.id, distance.distance_km));
    TRY(record_changed(tx, "update", school.id.value, std::nullopt, before, distance));
    return distance;
}

Result<AcceptedProposal> accept_proposal(WriteTx& tx, Access const& access, std::string const& school_year,
                                         ProposalAcceptance const& acceptance) {
    TRY_ASSIGN(YearProposal const proposal, make_proposal(tx, school_year));
    if (proposal.fingerprint != acceptance.fingerprint) return fail(ErrorKind::conflict, "proposal_changed");
    TRY_ASSIGN(std::vector<ProposalRequest> const chosen, chosen_of(proposal, acceptance.request_ids));
    AcceptedProposal accepted{.school_year = proposal.school_year};
    for (ProposalRequest const& request : chosen) {
        TRY_ASSIGN(AcceptedRequest done, carry_out(tx, access, request));
        // kits that were pinned are given now; "none" goes on to hold while the request waits
        if (!request.pinned_kit_ids.empty()) TRY(store_pins(tx, school_year, request.id, {.pinned = false}));
        accepted.approved += static_cast<std::int64_t>(done.approved.size());
        accepted.waiting += static_cast<std::int64_t>(done.waiting.size());
        accepted.requests.push_back(std::move(done));
    }
    return accepted;
}

} // namespace schulkit
