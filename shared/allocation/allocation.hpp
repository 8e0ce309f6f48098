#pragma once
// The proposal of who gets which kits in a school year: the distribution with the most points, and why it is that one.
//
// The objective. A request that gets n kits is worth
//
//     0                                                           if n is 0 or less than it needs
//     needed * (needed_kit_points + its points for requirements, last year, distance and pupils)
//         + (n - needed) * further_kit_points
//         + running_points, if the kit that it asked to keep is among them
//                                                                 otherwise
//
// where needed is the least useful quantity (1 where none is given, or where that rule is off) and a rule that is off
// gives no points. The proposal is a distribution with the largest sum over all requests, among all in which
//   - a kit that is free in the year goes to at most one request, of the kit's own type,
//   - a request gets nothing, or from its least useful quantity up to the quantity it asked for,
//   - who asks for a certain kit gets that one or none (unless that rule is off),
//   - what the coordinator has pinned is given, whatever it is worth: pins come before the rules above.
// Of several such distributions it is the one that gives most to the request that asked first, of those the one that
// gives most to the second, and so on. Which kits they are follows: who keeps a kit gets that one, who wished a certain one
// gets it if it is there, the rest go by tag in the order of asking.
//
// All points are whole numbers above 0, so no kit stays behind that somebody could use. Bonuses count for needed kits, so a
// request that needs four is as urgent as four that need one, and every school's needed kits come before further ones.

#include "shared/allocation/allocation_rules.hpp"
#include "shared/kits/kit.hpp"
#include "shared/schools/school.hpp"

namespace schulkit {

struct LoanRequest;

inline constexpr std::int64_t max_requested_kits = 1000; ///< by one request

struct AllocationKit {
    Id<Kit> id = {};
    std::string tag = {};
    Id<KitType> kit_type_id = {};
    bool free = true; ///< in the school year, for all of it: delivered, and promised to nobody
    std::optional<Id<School>> held_by = std::nullopt; ///< the school of the running loan
};

struct AllocationRequest {
    Id<LoanRequest> id = {};
    Id<School> school_id = {};
    std::string school_name = {};
    Id<KitType> kit_type_id = {};
    std::optional<Id<Kit>> wanted_kit_id = std::nullopt; ///< this one; the quantity is 1
    std::optional<Id<Kit>> kept_kit_id = std::nullopt;   ///< its school has this one and asks to keep it
    std::int64_t quantity = 1;
    std::int64_t least_quantity = 0;
    std::int64_t open_requirements = 0;
    bool had_kit_last_year = false;
    std::optional<std::int64_t> pupils = std::nullopt;      ///< a number for the whole request
    std::optional<std::int64_t> distance_km = std::nullopt; ///< unknown counts as far
    std::int64_t place = 0; ///< in the order of asking; of equal places the smaller id is first
};

/// Set by the coordinator: the request gets this kit, or without a kit: it gets none.
struct AllocationPin {
    Id<LoanRequest> request_id = {};
    std::optional<Id<Kit>> kit_id = std::nullopt;
    bool operator==(AllocationPin const&) const = default;
};

template <>
struct Schema<AllocationPin> {
    static constexpr std::string_view name = "allocation_pin";
    static constexpr auto fields = std::tuple{field("request_id", "", &AllocationPin::request_id),
                                              field("kit_id", "", &AllocationPin::kit_id)};
};

struct AllocationInput {
    std::string school_year = {}; ///< "2026-27"
    std::vector<AllocationKit> kits = {};
    std::vector<AllocationRequest> requests = {};
    std::vector<AllocationPin> pins = {};
    AllocationRules rules = {};
};

/// Why a request gets what it gets. All but the first two and the last four compare the proposal with the best
/// distribution in which this request gets more (where it did not get all) or less (where it did).
enum class AllocationReason : std::uint8_t {
    pinned,         ///< all of it set by the coordinator
    pinned_to_none, ///< the same
    enough_for_all, ///< every request for this type gets all it asked for
    nobody_else,    ///< a kit would stay behind otherwise
    ranks_higher,   ///< before `rival` by `rule`
    asked_earlier,  ///< than `rival`, at the same points
    ranks_lower,    ///< behind `rival` by `rule`
    asked_later,    ///< than `rival`, at the same points
    best_in_sum,    ///< no exchange with single requests shows it: the quantities of all fit best this way
    none_free,      ///< no kit of the type is free
    all_pinned,     ///< the coordinator has given all that are
    too_few_kits,   ///< only `available` could be given to this request
    kit_not_free,   ///< the certain kit asked for
    kit_pinned      ///< the coordinator gave it to another
};

template <>
struct EnumWords<AllocationReason> {
    using R = AllocationReason;
    static constexpr std::array values = {
        std::pair{R::pinned, std::string_view{"pinned"}},
        std::pair{R::pinned_to_none, std::string_view{"pinned_to_none"}},
        std::pair{R::enough_for_all, std::string_view{"enough_for_all"}},
        std::pair{R::nobody_else, std::string_view{"nobody_else"}},
        std::pair{R::ranks_higher, std::string_view{"ranks_higher"}},
        std::pair{R::asked_earlier, std::string_view{"asked_earlier"}},
        std::pair{R::ranks_lower, std::string_view{"ranks_lower"}},
        std::pair{R::asked_later, std::string_view{"asked_later"}},
        std::pair{R::best_in_sum, std::string_view{"best_in_sum"}},
        std::pair{R::none_free, std::string_view{"none_free"}},
        std::pair{R::all_pinned, std::string_view{"all_pinned"}},
        std::pair{R::too_few_kits, std::string_view{"too_few_kits"}},
        std::pair{R::kit_not_free, std::string_view{"kit_not_free"}},
        std::pair{R::kit_pinned, std::string_view{"kit_pinned"}}};
};

struct AllocationShare {
    AllocationRule rule = AllocationRule::needed_kits;
    std::int64_t points = 0;
    bool operator==(AllocationShare const&) const = default;
};

template <>
struct Schema<AllocationShare> {
    static constexpr std::string_view name = "allocation_share";
    static constexpr auto fields =
        std::tuple{field("rule", "", &AllocationShare::rule), field("points", "", &AllocationShare::points)};
};

struct AllocationDecision {
    Id<LoanRequest> request_id = {};
    Id<School> school_id = {};
    std::string school_name = {};
    Id<KitType> kit_type_id = {};
    std::int64_t quantity = 0; ///< asked for
    std::int64_t needed = 0;   ///< of them; fewer are of no use
    std::vector<Id<Kit>> kit_ids = {};      ///< given, by tag
    std::vector<std::string> kit_tags = {}; ///< in the same order
    std::int64_t pinned = 0;                ///< so many of them by the coordinator
    std::optional<std::string> kept_tag = std::nullopt;   ///< the one asked to keep
    std::optional<std::string> wanted_tag = std::nullopt; ///< the certain one asked for
    AllocationReason reason = AllocationReason::enough_for_all;
    std::optional<AllocationRule> rule = std::nullopt;
    std::optional<Id<LoanRequest>> rival_id = std::nullopt;
    std::optional<std::string> rival_name = std::nullopt; ///< its school
    std::optional<std::string> contested_tag = std::nullopt; ///< the kit that both want; `asked` counts who wants it then
    std::int64_t asked = 0;     ///< kits of the type, by all requests that are not pinned to none
    std::int64_t free = 0;      ///< kits of the type
    std::int64_t available = 0; ///< free ones not pinned to others: the most that this request could get of them
    std::int64_t lead = 0;      ///< points that the distribution compared with has less
    std::vector<AllocationShare> shares = {}; ///< what it is worth, rule by rule, without those that give nothing
    bool operator==(AllocationDecision const&) const = default;
};

template <>
struct Schema<AllocationDecision> {
    using D = AllocationDecision;
    static constexpr std::string_view name = "allocation_decision";
    static constexpr auto fields = std::tuple{
        field("request_id", "", &D::request_id), field("school_id", "", &D::school_id),
        field("school_name", "", &D::school_name), field("kit_type_id", "kit.kit_type_id", &D::kit_type_id),
        field("quantity", "", &D::quantity), field("needed", "", &D::needed), field("kit_ids", "", &D::kit_ids),
        field("kit_tags", "", &D::kit_tags), field("pinned", "", &D::pinned), field("kept_tag", "", &D::kept_tag),
        field("wanted_tag", "", &D::wanted_tag), field("reason", "", &D::reason), field("rule", "", &D::rule),
        field("rival_id", "", &D::rival_id), field("rival_name", "", &D::rival_name),
        field("contested_tag", "", &D::contested_tag), field("asked", "", &D::asked), field("free", "", &D::free),
        field("available", "", &D::available), field("lead", "", &D::lead), field("shares", "", &D::shares)};
};

/// What is not given, of each type that has kits or requests.
struct AllocationRest {
    Id<KitType> kit_type_id = {};
    std::int64_t free = 0;
    std::int64_t asked = 0;
    std::vector<Id<Kit>> kit_ids = {}; ///< by tag
    bool operator==(AllocationRest const&) const = default;
};

template <>
struct Schema<AllocationRest> {
    static constexpr std::string_view name = "allocation_rest";
    static constexpr auto fields =
        std::tuple{field("kit_type_id", "kit.kit_type_id", &AllocationRest::kit_type_id),
                   field("free", "", &AllocationRest::free), field("asked", "", &AllocationRest::asked),
                   field("kit_ids", "", &AllocationRest::kit_ids)};
};

struct AllocationProposal {
    std::string school_year = {};
    std::int64_t points = 0; ///< the objective
    std::vector<AllocationDecision> decisions = {}; ///< one for each request, in the order of asking
    std::vector<AllocationRest> rest = {};          ///< by the types' ids
    bool operator==(AllocationProposal const&) const = default;
};

template <>
struct Schema<AllocationProposal> {
    using P = AllocationProposal;
    static constexpr std::string_view name = "allocation_proposal";
    static constexpr auto fields =
        std::tuple{field("school_year", "school_year.id", &P::school_year), field("points", "", &P::points),
                   field("decisions", "", &P::decisions), field("rest", "", &P::rest)};
};

/// The same for the same input in any order. Error: invalid, with the codes of allocation_check.hpp.
Result<AllocationProposal> propose_allocation(AllocationInput const& input);

} // namespace schulkit
