#pragma once
// The kits and requests of one kit type as a knapsack, and its best distribution.
//
// Why this is exact. No rule looks at two types at once and kits go to requests of their own type only, so the sum is largest
// where it is largest for each type. Within a type, only two things tell its kits apart: a request for a certain kit, and
// one that asks to keep a kit. Let a group be all requests that name the same kit (a request names at most one); any
// other request is a group of its own. How many kits each request gets decides the points:
//   - a request for a certain kit gets that kit or none;
//   - one that asks to keep kit k can be given k whenever it gets any kit and k is not given to one that wants just k. Nobody
//     else asks to keep k, and whoever else got k is as well off with the kit that is free in exchange.
// So the points of a group follow from the counts of its own requests. A choice of counts, at most one request per certain
// kit, can be carried out just if the counts' sum is no more than the kits there are: each named kit is used once, all
// others are alike. To choose an option per group under one limit on the sum is the knapsack problem with groups, which
// Knapsack solves exactly. A pin takes its kit out and leaves the request to be given the rest.

#include "shared/allocation/allocation_knapsack.hpp"
#include "shared/allocation/allocation_worth.hpp"

#include <set>

namespace schulkit {

/// `input` passes check_allocation and outlives it.
class AllocationOfType {
public:
    struct Claim {
        AllocationRequest const* request = nullptr;
        std::vector<AllocationKit const*> pinned = {};
        bool pinned_to_none = false;
        AllocationKit const* kept = nullptr;   ///< what it asks to keep, whether it is free or not
        AllocationKit const* wanted = nullptr; ///< the certain one it asks for, likewise
        std::vector<std::size_t> against = {};      ///< claims of others that want just the kit to keep
    };

    AllocationOfType(AllocationInput const& input, Id<KitType> type);

    AllocationRules const& rules() const { return *m_rules; }
    std::vector<Claim> const& claims() const { return m_claims; } ///< in the order of asking
    std::vector<AllocationKit const*> const& kits() const { return m_kits; } ///< free ones that are not pinned, by tag
    std::int64_t kit_count() const { return static_cast<std::int64_t>(m_kits.size()); }
    std::int64_t free_count() const { return m_free; } ///< with those that are pinned
    std::int64_t asked_count() const { return m_asked; }
    Knapsack const& knapsack() const { return m_knapsack; }
    KitCounts const& best() const { return m_best; }

    bool is_there(AllocationKit const* kit) const { return kit != nullptr && m_there.contains(kit->id.value); }
    bool wants_only_that(std::size_t claim) const { return wants_only_that_kit(*m_rules, *m_claims[claim].request); }
    /// Pinned ones and the others.
    std::int64_t given(std::size_t claim, KitCounts const& counts) const;
    bool keeps(std::size_t claim, KitCounts const& counts) const;
    AllocationWorth worth(std::size_t claim, KitCounts const& counts) const;
    AllocationWorth worth(KitCounts const& counts) const; ///< of all

    /// Which kits each claim gets by best(), pinned ones too; each list by tag.
    std::vector<std::vector<AllocationKit const*>> hand_out() const;

private:
    std::vector<KnapsackGroup> groups() const;
    void add_options(std::size_t claim, bool keeps, KnapsackOption const& beside, KnapsackGroup& group) const;
    bool is_open(std::size_t claim) const;

    AllocationRules const* m_rules;
    std::vector<Claim> m_claims = {};
    std::vector<AllocationKit const*> m_kits = {};
    std::set<std::int64_t> m_there = {}; ///< the ids of m_kits
    std::int64_t m_free = 0;
    std::int64_t m_asked = 0;
    Knapsack m_knapsack{{}, 0, 0};
    KitCounts m_best = {};
};

} // namespace schulkit
