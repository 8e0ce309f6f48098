#pragma once
// The proposal of a school year as the office works with it: rules, pins, what is proposed and why, and accepting it. Its
// sentences name rival schools: only who decides about loans sees them.

#include "shared/allocation/allocation.hpp"
#include "shared/core/endpoint.hpp"
#include "shared/loans/loan.hpp"
#include "shared/school_years/school_year_api.hpp"

namespace schulkit {

/// Whether a kit can be given for all school years that the requests for its type ask for.
enum class KitAvailability : std::uint8_t {
    free,
    booked,       ///< in the school year
    booked_later, ///< in a later year that a request for its type asks for
    undelivered,  ///< it comes too late
    kept_back     ///< for what is promised without a certain kit
};

template <>
struct EnumWords<KitAvailability> {
    static constexpr std::array values = {std::pair{KitAvailability::free, std::string_view{"free"}},
                                          std::pair{KitAvailability::booked, std::string_view{"booked"}},
                                          std::pair{KitAvailability::booked_later, std::string_view{"booked_later"}},
                                          std::pair{KitAvailability::undelivered, std::string_view{"undelivered"}},
                                          std::pair{KitAvailability::kept_back, std::string_view{"kept_back"}}};
};

struct ProposalKit {
    Id<Kit> id = {};
    std::string tag = {};
    std::string name = {};
    Id<KitType> kit_type_id = {};
    KitCondition condition = KitCondition::complete;
    KitAvailability availability = KitAvailability::free;
    bool operator==(ProposalKit const&) const = default;
};

template <>
struct Schema<ProposalKit> {
    static constexpr std::string_view name = "proposal_kit";
    static constexpr auto fields = std::tuple{
        field("id", "", &ProposalKit::id), field("tag", "kit.tag", &ProposalKit::tag),
        field("name", "kit.name", &ProposalKit::name), field("kit_type_id", "kit.kit_type_id", &ProposalKit::kit_type_id),
        field("condition", "kit.condition", &ProposalKit::condition), field("availability", "", &ProposalKit::availability)};
};

/// What is still to be decided of a request, and how.
struct ProposalRequest {
    Id<LoanRequest> id = {};
    std::string school_code = {};
    std::string kit_type_name = {};
    std::string first_school_year = {};
    std::string last_school_year = {}; ///< of what would be reserved
    std::vector<Id<Loan>> loan_ids = {}; ///< undecided ones; the first so many get the decision's kits, in its order
    bool waitlisted = false;             ///< all of them already
    std::int64_t open_requirements = 0;
    bool had_kit_last_year = false;
    std::optional<std::int64_t> distance_km = std::nullopt;
    std::optional<std::int64_t> pupils = std::nullopt;
    Instant requested_at = {};
    bool pinned = false;
    std::vector<Id<Kit>> pinned_kit_ids = {}; ///< pinned without any: to none
    AllocationDecision decision = {};
    bool operator==(ProposalRequest const&) const = default;
};

template <>
struct Schema<ProposalRequest> {
    using R = ProposalRequest;
    static constexpr std::string_view name = "proposal_request";
    static constexpr auto fields = std::tuple{
        field("id", "loan.request_id", &R::id), field("school_code", "loan.school_code", &R::school_code),
        field("kit_type_name", "loan.kit_type_id", &R::kit_type_name),
        field("first_school_year", "loan.first_school_year", &R::first_school_year),
        field("last_school_year", "loan.last_school_year", &R::last_school_year), field("loan_ids", "", &R::loan_ids),
        field("waitlisted", "", &R::waitlisted), field("open_requirements", "loan.open_requirements", &R::open_requirements),
        field("had_kit_last_year", "", &R::had_kit_last_year), field("distance_km", "", &R::distance_km),
        field("pupils", "loan.pupils", &R::pupils), field("requested_at", "loan.requested_at", &R::requested_at),
        field("pinned", "", &R::pinned), field("pinned_kit_ids", "", &R::pinned_kit_ids), field("decision", "", &R::decision)};
};

/// No kit can be promised to it: "school_ended", "unknown_school_year", "other_school_year".
struct LeftOutRequest {
    Id<LoanRequest> id = {};
    Id<Loan> loan_id = {}; ///< the first of it
    std::string school_code = {};
    std::string school_name = {};
    std::string code = {};
    bool operator==(LeftOutRequest const&) const = default;
};

template <>
struct Schema<LeftOutRequest> {
    using R = LeftOutRequest;
    static constexpr std::string_view name = "left_out_request";
    static constexpr auto fields =
        std::tuple{field("id", "", &R::id), field("loan_id", "", &R::loan_id), field("school_code", "", &R::school_code),
                   field("school_name", "", &R::school_name), field("code", "", &R::code)};
};

/// A pin that holds no more, and so does not count: "kit_not_free", "too_many_pins".
struct LostPin {
    Id<LoanRequest> request_id = {};
    std::string school_code = {};
    std::string kit_tag = {};
    std::string code = {};
    bool operator==(LostPin const&) const = default;
};

template <>
struct Schema<LostPin> {
    static constexpr std::string_view name = "lost_pin";
    static constexpr auto fields =
        std::tuple{field("request_id", "", &LostPin::request_id), field("school_code", "", &LostPin::school_code),
                   field("kit_tag", "", &LostPin::kit_tag), field("code", "", &LostPin::code)};
};

struct YearProposal {
    std::string school_year = {};
    std::string fingerprint = {}; ///< of all that stands below; to be shown when accepting
    AllocationRules rules = {};   ///< version 0: nobody has set any for this year
    std::optional<std::string> rules_from = std::nullopt; ///< the year they were set for; absent: the usual ones
    std::int64_t points = 0;
    std::int64_t asked = 0; ///< kits, by all requests
    std::int64_t given = 0;
    std::vector<ProposalRequest> requests = {}; ///< those that begin in the year, in the order of asking
    std::vector<ProposalKit> kits = {};         ///< of the types that are asked for, by tag
    std::vector<AllocationRest> rest = {};      ///< by the types' ids
    std::vector<LeftOutRequest> left_out = {};
    std::vector<LostPin> lost_pins = {};
    bool operator==(YearProposal const&) const = default;
};

template <>
struct Schema<YearProposal> {
    using P = YearProposal;
    static constexpr std::string_view name = "year_proposal";
    static constexpr auto fields = std::tuple{
        field("school_year", "school_year.id", &P::school_year), field("fingerprint", "", &P::fingerprint),
        field("rules", "", &P::rules), field("rules_from", "", &P::rules_from), field("points", "", &P::points),
        field("asked", "", &P::asked), field("given", "", &P::given), field("requests", "", &P::requests),
        field("kits", "", &P::kits), field("rest", "", &P::rest), field("left_out", "", &P::left_out),
        field("lost_pins", "", &P::lost_pins)};
};

/// The same answer as long as nothing has changed. Errors: 404; 409 "past_school_year".
struct GetProposal {
    using Path = SchoolYearPath;
    using Query = None;
    using Body = None;
    using Response = YearProposal;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/school-years/{id}/proposal";
    static constexpr std::string_view name = "get_proposal";
    static constexpr std::string_view summary = "Who should get which kits in a school year, and why";
};

/// For one school year and, until others are set, those after it. Errors: 422 by field; 409 "stale" with `current`,
/// "past_school_year".
struct UpdateAllocationRules {
    using Path = SchoolYearPath;
    using Query = None;
    using Body = Patch<AllocationRules>;
    using Response = AllocationRules;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/school-years/{id}/allocation-rules";
    static constexpr std::string_view name = "update_allocation_rules";
    static constexpr std::string_view summary = "Change the rules of a school year's proposal";
};

// --- pins -------------------------------------------------------------------------------------------------
struct PinPath {
    std::string id = {}; ///< of the school year
    Id<LoanRequest> request_id = {};
    bool operator==(PinPath const&) const = default;
};

template <>
struct Schema<PinPath> {
    static constexpr std::string_view name = "pin_path";
    static constexpr auto fields = std::tuple{field("id", "", &PinPath::id), field("request_id", "", &PinPath::request_id)};
};

/// These kits and what the rules give it besides; none at all where there are no kits.
struct RequestPins {
    bool pinned = true;
    std::vector<Id<Kit>> kit_ids = {};
    bool operator==(RequestPins const&) const = default;
};

template <>
struct Schema<RequestPins> {
    static constexpr std::string_view name = "allocation_pins";
    static constexpr auto fields = std::tuple{field("pinned", "", &RequestPins::pinned, {.read_only = true}),
                                              field("kit_ids", "allocation.kits", &RequestPins::kit_ids)};
};

/// In place of all pins that the request had. Errors: 404 if nothing of the request is to be decided in that year; 409
/// "past_school_year"; 422 on kit_ids.N "unknown_kit", "other_kit_type", "kit_not_free", "pinned_twice", on kit_ids
/// "too_many_pins".
struct PinRequest {
    using Path = PinPath;
    using Query = None;
    using Body = RequestPins;
    using Response = RequestPins;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/school-years/{id}/pins/{request_id}";
    static constexpr std::string_view name = "pin_request";
    static constexpr std::string_view summary = "Give a request certain kits in the proposal, or none";
};

/// Nothing to do where it is not pinned. Errors: as above.
struct UnpinRequest {
    using Path = PinPath;
    using Query = None;
    using Body = None;
    using Response = RequestPins;
    static constexpr Method method = Method::remove;
    static constexpr std::string_view path = "/api/school-years/{id}/pins/{request_id}";
    static constexpr std::string_view name = "unpin_request";
    static constexpr std::string_view summary = "Leave a request to the rules again";
};

/// Absent: not known; it counts as far.
struct SchoolDistance {
    std::optional<std::int64_t> distance_km = std::nullopt;
    bool operator==(SchoolDistance const&) const = default;
};

template <>
struct Schema<SchoolDistance> {
    static constexpr std::string_view name = "school_distance";
    static constexpr auto fields = std::tuple{
        field("distance_km", "school_distance.distance_km", &SchoolDistance::distance_km, {.min = 0, .max = 1000})};
};

struct PutSchoolDistance {
    using Path = IdPath<School>;
    using Query = None;
    using Body = SchoolDistance;
    using Response = SchoolDistance;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/schools/{id}/distance";
    static constexpr std::string_view name = "put_school_distance";
    static constexpr std::string_view summary = "How far a school is from the depot";
};

// --- accepting --------------------------------------------------------------------------------------------
struct ProposalAcceptance {
    std::string fingerprint = {};
    std::optional<std::vector<Id<LoanRequest>>> request_ids = std::nullopt; ///< only these; absent: all
    bool operator==(ProposalAcceptance const&) const = default;
};

template <>
struct Schema<ProposalAcceptance> {
    static constexpr std::string_view name = "proposal_acceptance";
    static constexpr auto fields = std::tuple{field("fingerprint", "", &ProposalAcceptance::fingerprint, {.required = true}),
                                              field("request_ids", "", &ProposalAcceptance::request_ids)};
};

struct AcceptedRequest {
    Id<LoanRequest> request_id = {};
    std::vector<Id<Loan>> approved = {};
    std::vector<Id<Kit>> kit_ids = {}; ///< promised to them, in the same order
    std::vector<Id<Loan>> waiting = {}; ///< on the waiting list from now on, or still
    bool operator==(AcceptedRequest const&) const = default;
};

template <>
struct Schema<AcceptedRequest> {
    using R = AcceptedRequest;
    static constexpr std::string_view name = "accepted_request";
    static constexpr auto fields =
        std::tuple{field("request_id", "", &R::request_id), field("approved", "", &R::approved),
                   field("kit_ids", "", &R::kit_ids), field("waiting", "", &R::waiting)};
};

struct AcceptedProposal {
    std::string school_year = {};
    std::int64_t approved = 0; ///< loans
    std::int64_t waiting = 0;
    std::vector<AcceptedRequest> requests = {}; ///< in the order of asking
    bool operator==(AcceptedProposal const&) const = default;
};

template <>
struct Schema<AcceptedProposal> {
    using P = AcceptedProposal;
    static constexpr std::string_view name = "accepted_proposal";
    static constexpr auto fields =
        std::tuple{field("school_year", "", &P::school_year), field("approved", "", &P::approved),
                   field("waiting", "", &P::waiting), field("requests", "", &P::requests)};
};

/// All at once or nothing: what gets a kit is approved, the rest goes on the waiting list. Errors: 409 "proposal_changed" if
/// the proposal is another one by now; 422 on request_ids "required" for an empty list, on request_ids.N "unknown_request",
/// "duplicate"; those of approve_loan.
struct AcceptProposal {
    using Path = SchoolYearPath;
    using Query = None;
    using Body = ProposalAcceptance;
    using Response = AcceptedProposal;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/school-years/{id}/proposal/accept";
    static constexpr std::string_view name = "accept_proposal";
    static constexpr std::string_view summary = "Decide as proposed, about all requests or some";
};

} // namespace schulkit
