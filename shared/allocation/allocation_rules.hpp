#pragma once
// By which rules the kits of a school year are distributed, and what each of them weighs. The county edits them for
// each school year. The objective that they make up stands in allocation.hpp.

#include "shared/core/json.hpp"

#include <array>

namespace schulkit {

/// What points are given for; a decision names the one that made the difference.
enum class AllocationRule : std::uint8_t { needed_kits, further_kits, requirements, last_year, running, distance, pupils };

template <>
struct EnumWords<AllocationRule> {
    static constexpr std::array values = {std::pair{AllocationRule::needed_kits, std::string_view{"needed_kits"}},
                                          std::pair{AllocationRule::further_kits, std::string_view{"further_kits"}},
                                          std::pair{AllocationRule::requirements, std::string_view{"requirements"}},
                                          std::pair{AllocationRule::last_year, std::string_view{"last_year"}},
                                          std::pair{AllocationRule::running, std::string_view{"running"}},
                                          std::pair{AllocationRule::distance, std::string_view{"distance"}},
                                          std::pair{AllocationRule::pupils, std::string_view{"pupils"}}};
};

inline constexpr std::int64_t max_allocation_points = 10'000;
/// Distance and pupils count in steps: no more of them than this.
inline constexpr std::int64_t max_allocation_steps = 10;
inline constexpr std::int64_t km_per_allocation_step = 10;
inline constexpr std::int64_t pupils_per_allocation_step = 10;

/// With the defaults one rule outweighs all below it together: 800 > 400 + 200 + 50 + 50, 400 > 200 + 50 + 50, and a kit
/// that somebody needs any further one. Only kits of the type asked for are given; that is no rule one could switch off.
struct AllocationRules {
    Id<AllocationRules> id = {1}; ///< stored ones: the year in which their school year begins
    bool requirements = true; ///< schools that have met all requirements first
    std::int64_t requirements_points = 800;
    bool last_year = true; ///< schools that had no kit in the year before first
    std::int64_t last_year_points = 400;
    bool running = true; ///< running loans may stay: for a kit that stays where it is
    std::int64_t running_points = 200;
    bool distance = true; ///< short ways first: for each 10 km below 100
    std::int64_t distance_points = 5;
    bool pupils = false; ///< many pupils first: for each 10 pupils that share a kit, up to 100
    std::int64_t pupils_points = 5;
    bool certain_kit = true;    ///< who asks for a certain kit gets this one or none; off: any other of its type will do
    bool least_quantity = true; ///< nobody gets fewer kits than are useful; off: one is useful to everybody
    std::int64_t needed_kit_points = 100; ///< for each kit up to the least useful quantity
    std::int64_t further_kit_points = 20; ///< for each kit above it
    std::int64_t version = 1;
    bool operator==(AllocationRules const&) const = default;
};

template <>
struct Schema<AllocationRules> {
    using R = AllocationRules;
    static constexpr std::string_view name = "allocation_rules";
    static constexpr Rules points = {.min = 0, .max = max_allocation_points};
    static constexpr Rules some_points = {.min = 1, .max = max_allocation_points};
    static constexpr auto fields = std::tuple{
        field("id", "", &R::id, {.read_only = true}),
        field("requirements", "allocation_rules.requirements", &R::requirements),
        field("requirements_points", "allocation_rules.requirements_points", &R::requirements_points, points),
        field("last_year", "allocation_rules.last_year", &R::last_year),
        field("last_year_points", "allocation_rules.last_year_points", &R::last_year_points, points),
        field("running", "allocation_rules.running", &R::running),
        field("running_points", "allocation_rules.running_points", &R::running_points, points),
        field("distance", "allocation_rules.distance", &R::distance),
        field("distance_points", "allocation_rules.distance_points", &R::distance_points, points),
        field("pupils", "allocation_rules.pupils", &R::pupils),
        field("pupils_points", "allocation_rules.pupils_points", &R::pupils_points, points),
        field("certain_kit", "allocation_rules.certain_kit", &R::certain_kit),
        field("least_quantity", "allocation_rules.least_quantity", &R::least_quantity),
        field("needed_kit_points", "allocation_rules.needed_kit_points", &R::needed_kit_points, some_points),
        field("further_kit_points", "allocation_rules.further_kit_points", &R::further_kit_points, some_points),
        field("version", "", &R::version, {.read_only = true})};
};

} // namespace schulkit
