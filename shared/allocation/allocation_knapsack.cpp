#include "shared/allocation/allocation_knapsack.hpp"

#include <algorithm>
#include <cstdlib>

namespace schulkit {

Knapsack::Knapsack(std::vector<KnapsackGroup> groups, std::size_t requests, std::int64_t kits)
    : m_groups(std::move(groups)), m_requests(requests), m_kits(kits), m_width(static_cast<std::size_t>(kits) + 1) {
    for (KnapsackGroup& group : m_groups) {
        std::erase_if(group.options, [&](KnapsackOption const& option) { return option.kits > m_kits; });
        std::stable_sort(group.options.begin(), group.options.end(),
                         [](KnapsackOption const& a, KnapsackOption const& b) { return a.kits > b.kits; });
    }
    std::sort(m_groups.begin(), m_groups.end(), [](KnapsackGroup const& a, KnapsackGroup const& b) {
        return a.requests.front() < b.requests.front();
    });
    m_from.assign((m_groups.size() + 1) * m_width, 0);
    m_until.assign((m_groups.size() + 1) * m_width, 0);
    m_choice.assign(m_groups.size() * m_width, 0);
    for (std::size_t group = m_groups.size(); group-- > 0;) fill_from(group);
    for (std::size_t group = 0; group < m_groups.size(); ++group) fill_until(group);
    std::int64_t left = m_kits;
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        m_best.push_back(m_choice[place(group, left)]);
        m_before.push_back(m_kits - left);
        left -= m_groups[group].options[m_best.back()].kits;
    }
}

void Knapsack::fill_from(std::size_t group) {
    std::vector<KnapsackOption> const& options = m_groups[group].options;
    for (std::int64_t kits = 0; kits <= m_kits; ++kits) {
        std::optional<std::size_t> taken;
        std::int64_t most = 0;
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (options[i].kits > kits) continue;
            std::int64_t const points = options[i].points + from(group + 1, kits - options[i].kits);
            if (taken && (points < most || (points == most && !is_asked_earlier(group, kits, i, *taken)))) continue;
            taken = i;
            most = points;
        }
        m_choice[place(group, kits)] = taken.value_or(0);
        from(group, kits) = most;
    }
}

void Knapsack::fill_until(std::size_t group) {
    for (std::int64_t kits = 0; kits <= m_kits; ++kits) {
        std::optional<std::int64_t> most;
        for (KnapsackOption const& option : m_groups[group].options) {
            if (option.kits > kits) continue;
            std::int64_t const points = option.points + until(group, kits - option.kits);
            if (!most || points > *most) most = points;
        }
        m_until[place(group + 1, kits)] = most.value_or(0);
    }
}

/// All requests that later groups hold asked after the first of this one. So where it is alone, its own count decides, and
/// the options are sorted by it; where it is not, the others may have asked in between.
bool Knapsack::is_asked_earlier(std::size_t group, std::int64_t kits, std::size_t option, std::size_t than) const {
    if (m_groups[group].requests.size() == 1) return false;
    return follow(group, kits, option) > follow(group, kits, than);
}

/// This option of the group, and after it what is best with the kits that remain.
KitCounts Knapsack::follow(std::size_t group, std::int64_t kits, std::size_t option) const {
    KitCounts counts(m_requests, 0);
    for (std::size_t i = group; i < m_groups.size(); ++i) {
        KnapsackOption const& taken = m_groups[i].options[i == group ? option : m_choice[place(i, kits)]];
        add(taken, counts);
        kits -= taken.kits;
    }
    return counts;
}

void Knapsack::add(KnapsackOption const& option, KitCounts& counts) {
    for (KnapsackPart const& part : option.parts) counts[part.request] += part.kits;
}

KitCounts Knapsack::best() const {
    KitCounts counts(m_requests, 0);
    for (std::size_t group = 0; group < m_groups.size(); ++group) add(m_groups[group].options[m_best[group]], counts);
    return counts;
}

std::optional<KitCounts> Knapsack::best_where(std::size_t request, std::int64_t least, std::int64_t most) const {
    auto const found = std::find_if(m_groups.begin(), m_groups.end(), [&](KnapsackGroup const& group) {
        return std::find(group.requests.begin(), group.requests.end(), request) != group.requests.end();
    });
    if (found == m_groups.end()) return std::nullopt;
    auto const at = static_cast<std::size_t>(found - m_groups.begin());

    // the option, and how many kits the groups before it share; as near to best() as the points allow
    KnapsackOption const* taken = nullptr;
    std::int64_t taken_points = 0;
    std::int64_t before = 0;
    for (KnapsackOption const& option : found->options) {
        std::int64_t kits = 0;
        for (KnapsackPart const& part : option.parts)
            if (part.request == request) kits = part.kits;
        if (kits < least || kits > most) continue;
        for (std::int64_t split = 0; split + option.kits <= m_kits; ++split) {
            std::int64_t const points = until(at, split) + option.points + from(at + 1, m_kits - split - option.kits);
            bool const nearer = taken != nullptr && std::abs(split - m_before[at]) < std::abs(before - m_before[at]);
            if (taken != nullptr && (points < taken_points || (points == taken_points && !nearer))) continue;
            taken = &option;
            taken_points = points;
            before = split;
        }
    }
    if (taken == nullptr) return std::nullopt;

    KitCounts counts(m_requests, 0);
    add(*taken, counts);
    std::int64_t left = before;
    for (std::size_t group = at; group-- > 0;) {
        std::vector<KnapsackOption> const& options = m_groups[group].options;
        auto const reaches = [&](KnapsackOption const& option) {
            return option.kits <= left && option.points + until(group, left - option.kits) == until(group + 1, left);
        };
        KnapsackOption const& as_in_best = options[m_best[group]];
        KnapsackOption const& option =
            reaches(as_in_best) ? as_in_best : *std::find_if(options.begin(), options.end(), reaches);
        add(option, counts);
        left -= option.kits;
    }
    left = m_kits - before - taken->kits;
    for (std::size_t group = at + 1; group < m_groups.size(); ++group) {
        KnapsackOption const& as_in_best = m_groups[group].options[m_best[group]];
        bool const reaches = as_in_best.kits <= left &&
                             as_in_best.points + from(group + 1, left - as_in_best.kits) == from(group, left);
        KnapsackOption const& option =
            reaches ? as_in_best : m_groups[group].options[m_choice[place(group, left)]];
        add(option, counts);
        left -= option.kits;
    }
    return counts;
}

} // namespace schulkit
