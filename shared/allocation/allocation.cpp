#include "shared/allocation/allocation.hpp"

#include "shared/allocation/allocation_check.hpp"
#include "shared/allocation/allocation_reason.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace schulkit {
namespace {

struct PlacedDecision {
    std::int64_t place = 0;
    AllocationDecision decision = {};
};

AllocationDecision decide(AllocationOfType const& allocation, std::size_t at, std::vector<AllocationKit const*> const& kits) {
    AllocationOfType::Claim const& claim = allocation.claims()[at];
    AllocationDecision decision{.request_id = claim.request->id,
                                .school_id = claim.request->school_id,
                                .school_name = claim.request->school_name,
                                .kit_type_id = claim.request->kit_type_id,
                                .quantity = claim.request->quantity,
                                .needed = needed_kits(allocation.rules(), *claim.request),
                                .pinned = static_cast<std::int64_t>(claim.pinned.size())};
    for (AllocationKit const* kit : kits) {
        decision.kit_ids.push_back(kit->id);
        decision.kit_tags.push_back(kit->tag);
    }
    if (claim.kept != nullptr) decision.kept_tag = claim.kept->tag;
    if (claim.wanted != nullptr) decision.wanted_tag = claim.wanted->tag;
    AllocationWorth const worth = allocation.worth(at, allocation.best());
    for (auto const& [rule, word] : EnumWords<AllocationRule>::values)
        if (worth[rule] != 0) decision.shares.push_back({.rule = rule, .points = worth[rule]});
    explain_allocation(allocation, at, decision);
    return decision;
}

AllocationRest rest_of(AllocationOfType const& allocation, Id<KitType> type,
                       std::vector<std::vector<AllocationKit const*>> const& handed) {
    std::set<AllocationKit const*> given;
    for (auto const& kits : handed) given.insert(kits.begin(), kits.end());
    AllocationRest rest{.kit_type_id = type, .free = allocation.free_count(), .asked = allocation.asked_count()};
    for (AllocationKit const* kit : allocation.kits())
        if (!given.contains(kit)) rest.kit_ids.push_back(kit->id);
    return rest;
}

} // namespace

Result<AllocationProposal> propose_allocation(AllocationInput const& input) {
    if (FieldErrors errors = check_allocation(input); !errors.empty()) return invalid(std::move(errors));
    std::set<std::int64_t> types;
    for (AllocationKit const& kit : input.kits) types.insert(kit.kit_type_id.value);
    for (AllocationRequest const& request : input.requests) types.insert(request.kit_type_id.value);

    AllocationProposal proposal{.school_year = input.school_year};
    std::vector<PlacedDecision> placed;
    for (std::int64_t const value : types) {
        Id<KitType> const type{value};
        AllocationOfType const allocation{input, type};
        auto const handed = allocation.hand_out();
        proposal.points += allocation.worth(allocation.best()).points();
        for (std::size_t i = 0; i < handed.size(); ++i)
            placed.push_back({.place = allocation.claims()[i].request->place, .decision = decide(allocation, i, handed[i])});
        proposal.rest.push_back(rest_of(allocation, type, handed));
    }
    std::sort(placed.begin(), placed.end(), [](PlacedDecision const& a, PlacedDecision const& b) {
        return std::tie(a.place, a.decision.request_id.value) < std::tie(b.place, b.decision.request_id.value);
    });
    for (PlacedDecision& one : placed) proposal.decisions.push_back(std::move(one.decision));
    return proposal;
}

} // namespace schulkit
