#include "shared/allocation/allocation_reason.hpp"

#include <algorithm>

namespace schulkit {
namespace {

constexpr std::array rules_of_schools = {AllocationRule::requirements, AllocationRule::last_year, AllocationRule::running,
                                         AllocationRule::distance, AllocationRule::pupils};

class AllocationExplainer {
public:
    AllocationExplainer(AllocationOfType const& allocation, std::size_t claim, AllocationDecision& decision)
        : m_all(allocation), m_claim(claim), m_decision(decision) {}

    void run() {
        m_decision.asked = m_all.asked_count();
        m_decision.free = m_all.free_count();
        m_decision.available = m_all.kit_count() + m_decision.pinned;
        std::int64_t const given = m_all.given(m_claim, m_all.best());
        if (m_all.claims()[m_claim].pinned_to_none)
            m_decision.reason = AllocationReason::pinned_to_none;
        else if (given < m_decision.quantity)
            say_why_not_more(given);
        else if (given == m_decision.pinned)
            m_decision.reason = AllocationReason::pinned;
        else if (everybody_has_all())
            m_decision.reason = AllocationReason::enough_for_all;
        else
            say_why_so_many(given);
    }

private:
    bool everybody_has_all() const {
        for (std::size_t i = 0; i < m_all.claims().size(); ++i) {
            AllocationOfType::Claim const& claim = m_all.claims()[i];
            if (!claim.pinned_to_none && m_all.given(i, m_all.best()) < claim.request->quantity) return false;
        }
        return true;
    }

    std::int64_t needed(std::size_t claim) const { return needed_kits(m_all.rules(), *m_all.claims()[claim].request); }

    void say_why_not_more(std::int64_t given) {
        AllocationOfType::Claim const& claim = m_all.claims()[m_claim];
        if (m_all.wants_only_that(m_claim) && !claim.wanted->free) {
            m_decision.reason = AllocationReason::kit_not_free;
            return;
        }
        if (m_all.wants_only_that(m_claim) && !m_all.is_there(claim.wanted)) {
            m_decision.reason = AllocationReason::kit_pinned;
            return;
        }
        std::int64_t const more = std::max(needed(m_claim), given + 1) - m_decision.pinned;
        std::optional<KitCounts> const other = m_all.knapsack().best_where(m_claim, more, m_decision.quantity);
        if (!other) {
            m_decision.reason = m_decision.free == 0      ? AllocationReason::none_free
                                : m_all.kit_count() == 0 ? AllocationReason::all_pinned
                                                         : AllocationReason::too_few_kits;
            return;
        }
        compare(*other);
        bool const is_exchange = m_winners.size() == 1;
        // the first difference is to the advantage of the proposal, and at this request it is not
        if (m_decision.lead == 0) return name(AllocationReason::asked_later, std::nullopt, m_first_difference);
        m_decision.reason = AllocationReason::best_in_sum;
        if (!is_exchange) return;
        if (given >= needed(m_claim)) {
            auto const needy = std::find_if(m_losers.begin(), m_losers.end(),
                                            [&](std::size_t i) { return m_all.given(i, *other) < needed(i); });
            if (needy != m_losers.end()) name(AllocationReason::ranks_lower, AllocationRule::needed_kits, *needy);
            return;
        }
        name_rule(AllocationReason::ranks_lower, m_losers, [&](AllocationRule rule, std::size_t rival) {
            bool const loses_by_it = m_all.worth(rival, m_all.best())[rule] > m_all.worth(rival, *other)[rule];
            return loses_by_it ? standing(rule, rival, m_all.best()) - standing(rule, m_claim, *other) : 0;
        });
    }

    void say_why_so_many(std::int64_t given) {
        std::int64_t const less = given > needed(m_claim) ? given - 1 : 0;
        std::optional<KitCounts> const other =
            m_all.knapsack().best_where(m_claim, 0, std::max<std::int64_t>(less - m_decision.pinned, 0));
        m_decision.reason = AllocationReason::best_in_sum;
        if (!other) return;
        compare(*other);
        if (m_winners.empty()) {
            m_decision.reason = AllocationReason::nobody_else;
            return;
        }
        auto const gets_more = [&](std::size_t i) { return (*other)[i] > m_all.best()[i]; };
        if (m_losers.size() != 1 || !std::all_of(m_winners.begin(), m_winners.end(), gets_more)) return;
        // only this request gets more by the proposal, which at equal points favours who asked first
        if (m_decision.lead == 0) return name(AllocationReason::asked_earlier, std::nullopt, m_winners.front());
        if (given > needed(m_claim)) return;
        auto const lacks = [&](std::size_t i) { return m_all.given(i, m_all.best()) < needed(i); };
        if (std::none_of(m_winners.begin(), m_winners.end(), lacks))
            return name(AllocationReason::ranks_higher, AllocationRule::needed_kits, m_winners.front());
        name_rule(AllocationReason::ranks_higher, m_winners, [&](AllocationRule rule, std::size_t rival) {
            return lacks(rival) ? standing(rule, m_claim, m_all.best()) - standing(rule, rival, *other) : 0;
        });
    }

    /// Who would win and who would lose by it, a kit or the one it keeps, in the order of asking; and how many points, rule
    /// by rule.
    void compare(KitCounts const& other) {
        KitCounts const& best = m_all.best();
        std::optional<std::size_t> first;
        for (std::size_t i = 0; i < best.size(); ++i) {
            std::int64_t const kits = other[i] - best[i];
            std::int64_t const kept = m_all.worth(i, other)[AllocationRule::running] - m_all.worth(i, best)[AllocationRule::running];
            if (kits > 0 || (kits == 0 && kept > 0)) m_winners.push_back(i);
            if (kits < 0 || (kits == 0 && kept < 0)) m_losers.push_back(i);
            if (kits != 0 && !first) first = i;
        }
        m_first_difference = first.value_or(m_claim);
        AllocationWorth const after = m_all.worth(other);
        m_lead = m_all.worth(best);
        for (std::size_t rule = 0; rule < m_lead.by_rule.size(); ++rule) m_lead.by_rule[rule] -= after.by_rule[rule];
        m_decision.lead = m_lead.points();
    }

    /// By a rule about schools, for one needed kit.
    std::int64_t standing(AllocationRule rule, std::size_t claim, KitCounts const& counts) const {
        if (rule == AllocationRule::running) return m_all.worth(claim, counts)[rule];
        return points_for(rule, m_all.rules(), *m_all.claims()[claim].request);
    }

    /// The rule that costs the other distribution most, if by this rule a rival really stands better or worse than
    /// this request: otherwise it only tells that more kits are of use.
    template <class Gap>
    void name_rule(AllocationReason reason, std::vector<std::size_t> const& rivals, Gap const& gap_to) {
        std::optional<AllocationRule> decisive;
        std::size_t rival = 0;
        for (AllocationRule const rule : rules_of_schools) {
            if (m_lead[rule] <= 0 || (decisive && m_lead[rule] <= m_lead[*decisive])) continue;
            std::int64_t widest = 0;
            for (std::size_t const i : rivals)
                if (std::int64_t const gap = gap_to(rule, i); gap > widest) {
                    widest = gap;
                    decisive = rule;
                    rival = i;
                }
        }
        if (decisive) name(reason, decisive, rival);
    }

    void name(AllocationReason reason, std::optional<AllocationRule> rule, std::size_t rival) {
        m_decision.reason = reason;
        m_decision.rule = rule;
        m_decision.rival_id = m_all.claims()[rival].request->id;
        m_decision.rival_name = m_all.claims()[rival].request->school_name;
        AllocationKit const* const mine = m_all.claims()[m_claim].wanted;
        if (!m_all.wants_only_that(m_claim) || !names(rival, mine)) return;
        m_decision.contested_tag = mine->tag;
        m_decision.asked = 0;
        for (std::size_t i = 0; i < m_all.claims().size(); ++i)
            if (names(i, mine) && !m_all.claims()[i].pinned_to_none) ++m_decision.asked;
    }

    bool names(std::size_t claim, AllocationKit const* kit) const {
        return (m_all.wants_only_that(claim) && m_all.claims()[claim].wanted == kit) || m_all.claims()[claim].kept == kit;
    }

    AllocationOfType const& m_all;
    std::size_t m_claim;
    AllocationDecision& m_decision;
    std::vector<std::size_t> m_winners = {};
    std::vector<std::size_t> m_losers = {};
    std::size_t m_first_difference = 0;
    AllocationWorth m_lead = {};
};

} // namespace

void explain_allocation(AllocationOfType const& allocation, std::size_t claim, AllocationDecision& decision) {
    AllocationExplainer{allocation, claim, decision}.run();
}

} // namespace schulkit
