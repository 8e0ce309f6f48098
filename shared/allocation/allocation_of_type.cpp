#include "shared/allocation/allocation_of_type.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace schulkit {
namespace {

bool is_tagged_before(AllocationKit const* a, AllocationKit const* b) {
    return std::tie(a->tag, a->id.value) < std::tie(b->tag, b->id.value);
}

} // namespace

AllocationOfType::AllocationOfType(AllocationInput const& input, Id<KitType> type) : m_rules(&input.rules) {
    std::map<std::int64_t, AllocationKit const*> kits;
    for (AllocationKit const& kit : input.kits)
        if (kit.kit_type_id == type) kits[kit.id.value] = &kit;
    auto const find_kit = [&](std::optional<Id<Kit>> const& id) { return id ? kits.at(id->value) : nullptr; };

    for (AllocationRequest const& request : input.requests)
        if (request.kit_type_id == type)
            m_claims.push_back(
                {.request = &request, .kept = find_kit(request.kept_kit_id), .wanted = find_kit(request.wanted_kit_id)});
    std::sort(m_claims.begin(), m_claims.end(), [](Claim const& a, Claim const& b) {
        return std::tie(a.request->place, a.request->id.value) < std::tie(b.request->place, b.request->id.value);
    });

    std::map<std::int64_t, Claim*> claims;
    for (Claim& claim : m_claims) claims[claim.request->id.value] = &claim;
    std::set<std::int64_t> pinned;
    for (AllocationPin const& pin : input.pins) {
        auto const claim = claims.find(pin.request_id.value);
        if (claim == claims.end()) continue; // of another type
        if (pin.kit_id) {
            claim->second->pinned.push_back(find_kit(pin.kit_id));
            pinned.insert(pin.kit_id->value);
        } else {
            claim->second->pinned_to_none = true;
        }
    }

    for (auto const& [id, kit] : kits) {
        if (!kit->free) continue;
        ++m_free;
        if (pinned.contains(id)) continue;
        m_kits.push_back(kit);
        m_there.insert(id);
    }
    std::sort(m_kits.begin(), m_kits.end(), is_tagged_before);
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        Claim& claim = m_claims[i];
        if (!claim.pinned_to_none) m_asked += claim.request->quantity;
        for (std::size_t other = 0; claim.kept != nullptr && other < m_claims.size(); ++other)
            if (other != i && wants_only_that(other) && m_claims[other].wanted == claim.kept)
                claim.against.push_back(other);
    }
    m_knapsack = Knapsack{groups(), m_claims.size(), kit_count()};
    m_best = m_knapsack.best();
}

/// Whether it can be given more than what is pinned.
bool AllocationOfType::is_open(std::size_t at) const {
    Claim const& claim = m_claims[at];
    bool const is_lost = wants_only_that(at) && !is_there(claim.wanted);
    return !claim.pinned_to_none && !is_lost && static_cast<std::int64_t>(claim.pinned.size()) < claim.request->quantity;
}

std::vector<KnapsackGroup> AllocationOfType::groups() const {
    struct Named {
        std::vector<std::size_t> wanting = {};
        std::optional<std::size_t> keeping = std::nullopt;
    };
    std::map<std::int64_t, Named> by_kit;
    std::vector<KnapsackGroup> groups;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        Claim const& claim = m_claims[i];
        if (!is_open(i)) continue;
        if (wants_only_that(i)) {
            by_kit[claim.wanted->id.value].wanting.push_back(i);
        } else if (is_there(claim.kept)) {
            by_kit[claim.kept->id.value].keeping = i;
        } else {
            groups.push_back({.requests = {i}});
            bool const keeps_by_pin = keeps(i, KitCounts(m_claims.size(), 0));
            add_options(i, keeps_by_pin, {}, groups.back());
        }
    }
    for (auto const& [kit, named] : by_kit) {
        KnapsackGroup group{.requests = named.wanting};
        if (named.keeping) group.requests.push_back(*named.keeping);
        std::sort(group.requests.begin(), group.requests.end());
        std::vector<KnapsackOption> beside{{}}; // the kit goes to nobody who wants just that one
        for (std::size_t const claim : named.wanting) {
            bool const is_kept = m_claims[claim].kept != nullptr;
            beside.push_back({.points = worth_of(*m_rules, *m_claims[claim].request, 1, is_kept).points(),
                              .kits = 1,
                              .parts = {{.request = claim, .kits = 1}}});
        }
        for (KnapsackOption& option : beside) {
            if (named.keeping)
                add_options(*named.keeping, option.kits == 0, option, group);
            else
                group.options.push_back(std::move(option));
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

/// Nothing, or as many as are of use; each together with what another request of the group gets.
void AllocationOfType::add_options(std::size_t at, bool keeps, KnapsackOption const& beside, KnapsackGroup& group) const {
    Claim const& claim = m_claims[at];
    auto const pinned = static_cast<std::int64_t>(claim.pinned.size());
    std::int64_t const needed = needed_kits(*m_rules, *claim.request);
    bool const keeps_pinned = std::find(claim.pinned.begin(), claim.pinned.end(), claim.kept) != claim.pinned.end();
    std::int64_t const most = std::min(claim.request->quantity - pinned, kit_count());
    for (std::int64_t kits = 0; kits <= most; ++kits) {
        if (kits > 0 && pinned + kits < needed) continue;
        KnapsackOption option = beside;
        option.kits += kits;
        option.points +=
            worth_of(*m_rules, *claim.request, pinned + kits, keeps_pinned || (keeps && kits > 0)).points();
        if (kits > 0) option.parts.push_back({.request = at, .kits = kits});
        group.options.push_back(std::move(option));
    }
}

std::int64_t AllocationOfType::given(std::size_t claim, KitCounts const& counts) const {
    return static_cast<std::int64_t>(m_claims[claim].pinned.size()) + counts[claim];
}

bool AllocationOfType::keeps(std::size_t at, KitCounts const& counts) const {
    Claim const& claim = m_claims[at];
    if (claim.kept == nullptr) return false;
    if (std::find(claim.pinned.begin(), claim.pinned.end(), claim.kept) != claim.pinned.end()) return true;
    bool const is_taken = std::any_of(claim.against.begin(), claim.against.end(),
                                      [&](std::size_t other) { return counts[other] > 0; });
    return counts[at] > 0 && is_there(claim.kept) && !is_taken;
}

AllocationWorth AllocationOfType::worth(std::size_t claim, KitCounts const& counts) const {
    return worth_of(*m_rules, *m_claims[claim].request, given(claim, counts), keeps(claim, counts));
}

AllocationWorth AllocationOfType::worth(KitCounts const& counts) const {
    AllocationWorth sum;
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        AllocationWorth const one = worth(i, counts);
        for (std::size_t rule = 0; rule < sum.by_rule.size(); ++rule) sum.by_rule[rule] += one.by_rule[rule];
    }
    return sum;
}

std::vector<std::vector<AllocationKit const*>> AllocationOfType::hand_out() const {
    std::vector<std::vector<AllocationKit const*>> handed(m_claims.size());
    std::set<std::int64_t> there = m_there;
    auto const is_short = [&](std::size_t claim) {
        return static_cast<std::int64_t>(handed[claim].size()) < given(claim, m_best);
    };
    auto const hand = [&](std::size_t claim, AllocationKit const* kit) {
        if (kit != nullptr && is_short(claim) && there.erase(kit->id.value) == 1) handed[claim].push_back(kit);
    };
    for (std::size_t i = 0; i < m_claims.size(); ++i) handed[i] = m_claims[i].pinned;
    for (std::size_t i = 0; i < m_claims.size(); ++i)
        if (wants_only_that(i)) hand(i, m_claims[i].wanted);
    for (std::size_t i = 0; i < m_claims.size(); ++i) hand(i, m_claims[i].kept);
    for (std::size_t i = 0; i < m_claims.size(); ++i) hand(i, m_claims[i].wanted);
    auto next = m_kits.begin();
    for (std::size_t i = 0; i < m_claims.size(); ++i) {
        for (; is_short(i) && next != m_kits.end(); ++next) hand(i, *next);
        std::sort(handed[i].begin(), handed[i].end(), is_tagged_before);
    }
    return handed;
}

} // namespace schulkit
