#pragma once
// Kits and requests for tests of the allocation proposal, and a judge of distributions that shares no code with it.

#include "shared/allocation/allocation.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <random>

namespace schulkit::test {

inline AllocationKit sample_kit(std::int64_t id, std::int64_t type = 1) {
    std::string const number = std::to_string(id);
    return {.id = {id}, .tag = (id < 10 ? "TK-00" : id < 100 ? "TK-0" : "TK-") + number, .kit_type_id = {type}};
}

/// Of a school of its own that had a kit last year, has met all requirements and needs one kit.
inline AllocationRequest sample_request(std::int64_t id, std::int64_t quantity = 1, std::int64_t type = 1) {
    return {.id = {id},
            .school_id = {id},
            .school_name = "Schule " + std::to_string(id),
            .kit_type_id = {type},
            .quantity = quantity,
            .had_kit_last_year = true,
            .place = id};
}

inline AllocationInput sample_year(std::int64_t kits, std::vector<AllocationRequest> requests) {
    AllocationInput input{.school_year = "2026-27", .requests = std::move(requests)};
    for (std::int64_t id = 1; id <= kits; ++id) input.kits.push_back(sample_kit(id));
    return input;
}

inline AllocationDecision decision_on(AllocationProposal const& proposal, std::int64_t request) {
    auto const found = std::find_if(proposal.decisions.begin(), proposal.decisions.end(),
                                    [&](AllocationDecision const& one) { return one.request_id.value == request; });
    return found == proposal.decisions.end() ? AllocationDecision{} : *found;
}

/// Numbers that are the same everywhere: the standard's distributions are not.
struct Dice {
    std::mt19937 engine;
    std::int64_t up_to(std::int64_t most) { return static_cast<std::int64_t>(engine() % static_cast<std::uint32_t>(most + 1)); }
    bool percent(std::int64_t chance) { return up_to(99) < chance; }
};

/// A small county with everything in it that the rules know, and pins that make sense.
inline AllocationInput random_year(Dice& dice) {
    AllocationInput input{.school_year = "2026-27"};
    std::int64_t const types = 1 + dice.up_to(2);
    std::int64_t const kits = 1 + dice.up_to(4);
    std::int64_t const requests = 1 + dice.up_to(4);
    if (dice.percent(60)) { // few and close points: ties, and sums where many small ones beat a large one
        AllocationRules& rules = input.rules;
        rules.requirements_points = dice.up_to(3);
        rules.last_year_points = dice.up_to(3);
        rules.running_points = dice.up_to(4);
        rules.distance_points = dice.up_to(1);
        rules.pupils_points = dice.up_to(1);
        rules.needed_kit_points = 1 + dice.up_to(3);
        rules.further_kit_points = 1 + dice.up_to(3);
    }
    for (bool AllocationRules::*rule : {&AllocationRules::requirements, &AllocationRules::last_year, &AllocationRules::running,
                                        &AllocationRules::distance, &AllocationRules::pupils, &AllocationRules::certain_kit,
                                        &AllocationRules::least_quantity})
        input.rules.*rule = dice.percent(85);
    for (std::int64_t id = 1; id <= kits; ++id) {
        AllocationKit kit = sample_kit(id, 1 + dice.up_to(types - 1));
        kit.free = dice.percent(88);
        if (dice.percent(50)) kit.held_by = Id<School>{1 + dice.up_to(requests - 1)};
        input.kits.push_back(kit);
    }
    std::vector<std::int64_t> kept;
    for (std::int64_t id = 1; id <= requests; ++id) {
        AllocationRequest request = sample_request(id, 1 + dice.up_to(2), 1 + dice.up_to(types - 1));
        if (dice.percent(20)) request.school_id = {1 + dice.up_to(requests - 1)};
        request.place = dice.up_to(3);
        request.least_quantity = dice.up_to(request.quantity);
        request.open_requirements = dice.up_to(1);
        request.had_kit_last_year = dice.percent(50);
        if (dice.percent(60)) request.pupils = dice.up_to(90);
        if (dice.percent(60)) request.distance_km = dice.up_to(120);
        for (AllocationKit const& kit : input.kits) {
            bool const is_taken = std::find(kept.begin(), kept.end(), kit.id.value) != kept.end();
            if (kit.kit_type_id != request.kit_type_id || request.kept_kit_id) continue;
            if (kit.held_by == request.school_id && !is_taken && dice.percent(60)) {
                request.kept_kit_id = kit.id;
                kept.push_back(kit.id.value);
            } else if (!request.wanted_kit_id && dice.percent(20)) {
                request.wanted_kit_id = kit.id;
            }
        }
        if (request.kept_kit_id && request.wanted_kit_id) request.wanted_kit_id = request.kept_kit_id;
        if (request.wanted_kit_id) {
            request.quantity = 1;
            request.least_quantity = dice.up_to(1);
        }
        input.requests.push_back(request);
    }
    std::map<std::int64_t, std::int64_t> pins;
    for (AllocationRequest const& request : input.requests)
        if (dice.percent(7)) {
            input.pins.push_back({.request_id = request.id});
            pins[request.id.value] = request.quantity;
        }
    for (AllocationKit const& kit : input.kits) {
        AllocationRequest const& request = input.requests[static_cast<std::size_t>(dice.up_to(requests - 1))];
        if (!kit.free || kit.kit_type_id != request.kit_type_id || !dice.percent(15)) continue;
        if (pins[request.id.value]++ < request.quantity)
            input.pins.push_back({.request_id = request.id, .kit_id = kit.id});
    }
    return input;
}

/// A distribution, kit by kit: the place of its request in the input, or -1.
using Owners = std::vector<int>;

/// The objective as it is written down in allocation.hpp; nothing where the distribution is not allowed.
inline std::optional<std::int64_t> judge(AllocationInput const& input, Owners const& owners) {
    AllocationRules const& rules = input.rules;
    std::int64_t sum = 0;
    for (std::size_t r = 0; r < input.requests.size(); ++r) {
        AllocationRequest const& request = input.requests[r];
        std::int64_t given = 0;
        std::int64_t pinned = 0;
        bool keeps = false;
        for (AllocationPin const& pin : input.pins) {
            if (pin.request_id != request.id) continue;
            if (pin.kit_id) ++pinned;
            for (std::size_t k = 0; k < owners.size(); ++k) {
                bool const is_mine = owners[k] == static_cast<int>(r);
                if (!pin.kit_id && is_mine) return std::nullopt;
                if (pin.kit_id == input.kits[k].id && !is_mine) return std::nullopt;
            }
        }
        for (std::size_t k = 0; k < owners.size(); ++k) {
            if (owners[k] != static_cast<int>(r)) continue;
            ++given;
            AllocationKit const& kit = input.kits[k];
            if (!kit.free || kit.kit_type_id != request.kit_type_id) return std::nullopt;
            bool const is_pinned = std::any_of(input.pins.begin(), input.pins.end(),
                                               [&](AllocationPin const& pin) { return pin.kit_id == kit.id; });
            if (rules.certain_kit && request.wanted_kit_id && request.wanted_kit_id != kit.id && !is_pinned)
                return std::nullopt;
            if (request.kept_kit_id == kit.id) keeps = true;
        }
        std::int64_t const needed = rules.least_quantity && request.least_quantity > 0 ? request.least_quantity : 1;
        if (given > request.quantity || (given < needed && given != pinned)) return std::nullopt;
        if (given < needed) continue;
        std::int64_t each = rules.needed_kit_points;
        if (rules.requirements && request.open_requirements == 0) each += rules.requirements_points;
        if (rules.last_year && !request.had_kit_last_year) each += rules.last_year_points;
        if (rules.distance && request.distance_km)
            for (std::int64_t km = *request.distance_km; km + 10 <= 100; km += 10) each += rules.distance_points;
        if (rules.pupils && request.pupils)
            each += rules.pupils_points * std::min<std::int64_t>(10, *request.pupils / request.quantity / 10);
        sum += needed * each + (given - needed) * rules.further_kit_points;
        if (rules.running && keeps) sum += rules.running_points;
    }
    return sum;
}

/// Every distribution there is.
struct AllDistributions {
    std::int64_t most = -1;
    std::vector<std::int64_t> counts = {}; ///< of the best, by the order of asking; the largest of several
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> most_where = {}; ///< by request and its number of kits

    explicit AllDistributions(AllocationInput const& input) : m_input(input), m_owners(input.kits.size(), -1) {
        for (std::size_t r = 0; r < input.requests.size(); ++r) m_order.push_back(r);
        std::sort(m_order.begin(), m_order.end(), [&](std::size_t a, std::size_t b) {
            AllocationRequest const& one = input.requests[a];
            AllocationRequest const& other = input.requests[b];
            return one.place != other.place ? one.place < other.place : one.id.value < other.id.value;
        });
        try_kit(0);
    }

    /// The most points with that request's number of kits in the range; nothing where that cannot be.
    std::optional<std::int64_t> most_with(std::int64_t request, std::int64_t from, std::int64_t until) const {
        std::optional<std::int64_t> found;
        for (std::int64_t n = from; n <= until; ++n)
            if (auto const at = most_where.find({request, n}); at != most_where.end())
                found = std::max(found.value_or(at->second), at->second);
        return found;
    }

private:
    void try_kit(std::size_t kit) {
        if (kit == m_owners.size()) return look();
        for (int owner = -1; owner < static_cast<int>(m_input.requests.size()); ++owner) {
            if (owner >= 0 && m_input.requests[static_cast<std::size_t>(owner)].kit_type_id != m_input.kits[kit].kit_type_id)
                continue;
            m_owners[kit] = owner;
            try_kit(kit + 1);
        }
    }

    void look() {
        std::optional<std::int64_t> const points = judge(m_input, m_owners);
        if (!points) return;
        std::vector<std::int64_t> here;
        for (std::size_t const r : m_order) {
            here.push_back(std::count(m_owners.begin(), m_owners.end(), static_cast<int>(r)));
            std::int64_t& known = most_where.try_emplace({m_input.requests[r].id.value, here.back()}, *points).first->second;
            known = std::max(known, *points);
        }
        if (*points > most || (*points == most && here > counts)) {
            most = *points;
            counts = here;
        }
    }

    AllocationInput const& m_input;
    Owners m_owners;
    std::vector<std::size_t> m_order = {};
};

} // namespace schulkit::test
