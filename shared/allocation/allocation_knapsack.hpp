#pragma once
// The exact search: groups of requests share a stock of kits that are all alike; of each group one option is taken.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace schulkit {

/// How many kits each request gets beside what is pinned, by its place in the order of asking.
using KitCounts = std::vector<std::int64_t>;

struct KnapsackPart {
    std::size_t request = 0;
    std::int64_t kits = 0;
};

/// What the requests of a group get together; those that are not named get nothing.
struct KnapsackOption {
    std::int64_t points = 0;
    std::int64_t kits = 0; ///< the sum of its parts
    std::vector<KnapsackPart> parts = {};
};

/// Its requests in the order of asking. One of the options takes no kits.
struct KnapsackGroup {
    std::vector<std::size_t> requests = {};
    std::vector<KnapsackOption> options = {};
};

class Knapsack {
public:
    /// No request is in two groups. One that is in none gets nothing.
    Knapsack(std::vector<KnapsackGroup> groups, std::size_t requests, std::int64_t kits);

    /// The most points; of equal ones the counts that are lexicographically largest.
    KitCounts best() const;

    /// The most points among those that give `request` from `least` to `most` kits; of equal ones one that leaves much as in
    /// best(). Absent: no option does.
    std::optional<KitCounts> best_where(std::size_t request, std::int64_t least, std::int64_t most) const;

private:
    /// Of a group with so many kits left, in the tables below.
    std::size_t place(std::size_t group, std::int64_t kits) const { return group * m_width + static_cast<std::size_t>(kits); }
    std::int64_t& from(std::size_t group, std::int64_t kits) { return m_from[place(group, kits)]; }
    std::int64_t from(std::size_t group, std::int64_t kits) const { return m_from[place(group, kits)]; }
    std::int64_t until(std::size_t group, std::int64_t kits) const { return m_until[place(group, kits)]; }

    void fill_from(std::size_t group);
    void fill_until(std::size_t group);
    bool is_asked_earlier(std::size_t group, std::int64_t kits, std::size_t option, std::size_t than) const;
    KitCounts follow(std::size_t group, std::int64_t kits, std::size_t option) const;
    static void add(KnapsackOption const& option, KitCounts& counts);

    std::vector<KnapsackGroup> m_groups; ///< by their first request
    std::size_t m_requests = 0;
    std::int64_t m_kits = 0;
    std::size_t m_width = 0; ///< a stock of 0 to m_kits
    std::vector<std::int64_t> m_from = {};   ///< most points of this group and all after it with at most so many kits
    std::vector<std::int64_t> m_until = {};  ///< of all groups before it
    std::vector<std::size_t> m_choice = {};  ///< the option that m_from takes
    std::vector<std::size_t> m_best = {};    ///< the option of each group in best()
    std::vector<std::int64_t> m_before = {}; ///< kits that best() gives to the groups before it
};

} // namespace schulkit
