#pragma once
// One kit, one school, whole school years, free of charge: what was asked for, and what became of each kit of it.

#include "shared/kits/kit.hpp"
#include "shared/requirements/requirement.hpp"
#include "shared/school_years/school_year.hpp"
#include "shared/schools/school.hpp"

namespace schulkit {

/// As it moves on: shared/loans/loan_flow.hpp. That it should be back is not stored: it follows from the day.
enum class LoanState : std::uint8_t { requested, waitlisted, approved, handed_over, returned, closed, rejected, cancelled };

template <>
struct EnumWords<LoanState> {
    static constexpr std::array values = {std::pair{LoanState::requested, std::string_view{"requested"}},
                                          std::pair{LoanState::waitlisted, std::string_view{"waitlisted"}},
                                          std::pair{LoanState::approved, std::string_view{"approved"}},
                                          std::pair{LoanState::handed_over, std::string_view{"handed_over"}},
                                          std::pair{LoanState::returned, std::string_view{"returned"}},
                                          std::pair{LoanState::closed, std::string_view{"closed"}},
                                          std::pair{LoanState::rejected, std::string_view{"rejected"}},
                                          std::pair{LoanState::cancelled, std::string_view{"cancelled"}}};
};

/// The board shows so many years; nobody plans further.
inline constexpr std::int64_t max_loan_years = 8;
inline constexpr std::int64_t max_kits_of_request = 40;
/// Of one school in one school year, in all its requests that nobody has decided about yet.
inline constexpr std::int64_t max_undecided_kits = 200;

/// What somebody asks for. One loan is made for each kit of it.
struct LoanRequest {
    Id<School> school_id = {};
    std::optional<Id<KitType>> kit_type_id = std::nullopt; ///< any kit of the type …
    std::optional<Id<Kit>> kit_id = std::nullopt;          ///< … or a certain one; the type follows then
    std::string first_school_year = {};
    std::int64_t school_years = 1;
    std::int64_t quantity = 1;
    std::int64_t least_quantity = 1; ///< with fewer kits the school could not do what it plans
    std::optional<std::string> purpose = std::nullopt;
    std::optional<std::string> class_levels = std::nullopt; ///< "7, 8"
    std::optional<std::int64_t> pupils = std::nullopt;      ///< how many, no names
    std::optional<Date> planned_handover_on = std::nullopt;
    bool operator==(LoanRequest const&) const = default;
};

template <>
struct Schema<LoanRequest> {
    static constexpr std::string_view name = "loan_request";
    static constexpr auto fields = std::tuple{
        field("school_id", "loan.school_id", &LoanRequest::school_id),
        field("kit_type_id", "loan.kit_type_id", &LoanRequest::kit_type_id),
        field("kit_id", "loan.kit_id", &LoanRequest::kit_id),
        field("first_school_year", "loan.first_school_year", &LoanRequest::first_school_year, {.required = true}),
        field("school_years", "loan.school_years", &LoanRequest::school_years, {.min = 1, .max = max_loan_years}),
        field("quantity", "loan.quantity", &LoanRequest::quantity, {.min = 1, .max = max_kits_of_request}),
        field("least_quantity", "loan.least_quantity", &LoanRequest::least_quantity, {.min = 1, .max = max_kits_of_request}),
        field("purpose", "loan.purpose", &LoanRequest::purpose, {.erasable = true, .multiline = true, .max_length = 2000}),
        field("class_levels", "loan.class_levels", &LoanRequest::class_levels, {.max_length = 80}),
        field("pupils", "loan.pupils", &LoanRequest::pupils, {.min = 0, .max = 5000}),
        field("planned_handover_on", "loan.planned_handover_on", &LoanRequest::planned_handover_on)};
};

/// Found by validate(): neither kit nor type ("required" on kit_type_id), more kits needed than asked for ("out_of_range"
/// on least_quantity), several of a certain kit ("out_of_range" on quantity).
void check(LoanRequest const& request, FieldErrors& errors);

struct Loan {
    Id<Loan> id = {};
    std::int64_t request_id = 0; ///< loans asked for together have the same
    LoanState state = LoanState::requested;
    Id<School> school_id = {};
    std::string school_code = {};
    std::string school_name = {};
    Id<KitType> kit_type_id = {};
    std::string kit_type_name = {};
    std::optional<Id<Kit>> kit_id = std::nullopt; ///< absent: any of the type; fixed at the latest at the handover
    std::optional<std::string> kit_tag = std::nullopt;
    std::optional<std::string> kit_name = std::nullopt;
    std::string first_school_year = {};
    std::string last_school_year = {};
    std::int64_t quantity = 1; ///< of the whole request
    std::int64_t least_quantity = 1;
    std::optional<std::string> purpose = std::nullopt;
    std::optional<std::string> class_levels = std::nullopt;
    std::optional<std::int64_t> pupils = std::nullopt;
    std::optional<Date> planned_handover_on = std::nullopt;
    Date due_on = {};        ///< the latest return day of its last school year
    bool return_due = false; ///< handed over, and that day has passed
    std::optional<std::int64_t> waiting_place = std::nullopt; ///< among those that wait for the type in that year, from 1
    std::vector<OpenRequirement> open_requirements = {};      ///< what the school still has to show; in single loans
    std::vector<PlannedShortfall> app_shortfalls = {}; ///< until it is handed over, if its kit is promised; not told to schools
    std::optional<std::string> requested_by = std::nullopt;
    Instant requested_at = {};
    std::optional<std::string> decided_by = std::nullopt;
    std::optional<Instant> decided_at = std::nullopt;
    std::optional<std::string> reason = std::nullopt;          ///< why it was rejected, cancelled or released
    std::optional<std::string> override_reason = std::nullopt; ///< handed over without all requirements; stays for ever
    std::optional<Date> handed_over_on = std::nullopt;
    std::optional<Date> returned_on = std::nullopt;
    std::optional<Date> checked_on = std::nullopt; ///< at the depot; closed only when nothing of what it found is open
    std::optional<Date> closed_on = std::nullopt;
    std::int64_t open_differences = 0; ///< that are not settled, or whose objection has no answer
    std::optional<std::string> released_from = std::nullopt; ///< the first school year that others may have again
    std::optional<std::int64_t> agreement_version = std::nullopt; ///< of the agreement's text that was handed out to sign
    bool signature_pending = false;                               ///< of one of its papers
    std::int64_t version = 1;
    bool operator==(Loan const&) const = default;
};

template <>
struct Schema<Loan> {
    static constexpr std::string_view name = "loan";
    static constexpr Rules derived = {.read_only = true, .derived = true};
    static constexpr Rules person = {.read_only = true, .erasable = true, .derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "loan.id", &Loan::id, {.read_only = true}),
        field("request_id", "loan.request_id", &Loan::request_id, {.read_only = true}),
        field("state", "loan.state", &Loan::state), field("school_id", "loan.school_id", &Loan::school_id, derived),
        field("school_code", "loan.school_code", &Loan::school_code, derived),
        field("school_name", "loan.school_id", &Loan::school_name, derived),
        field("kit_type_id", "loan.kit_type_id", &Loan::kit_type_id),
        field("kit_type_name", "loan.kit_type_id", &Loan::kit_type_name, derived),
        field("kit_id", "loan.kit_id", &Loan::kit_id), field("kit_tag", "loan.kit_id", &Loan::kit_tag, derived),
        field("kit_name", "loan.kit_id", &Loan::kit_name, derived),
        field("first_school_year", "loan.first_school_year", &Loan::first_school_year),
        field("last_school_year", "loan.last_school_year", &Loan::last_school_year),
        field("quantity", "loan.quantity", &Loan::quantity, derived),
        field("least_quantity", "loan.least_quantity", &Loan::least_quantity, derived),
        field("purpose", "loan.purpose", &Loan::purpose, {.erasable = true, .multiline = true, .derived = true}),
        field("class_levels", "loan.class_levels", &Loan::class_levels, derived),
        field("pupils", "loan.pupils", &Loan::pupils, derived),
        field("planned_handover_on", "loan.planned_handover_on", &Loan::planned_handover_on),
        field("due_on", "loan.due_on", &Loan::due_on, derived),
        field("return_due", "loan.return_due", &Loan::return_due, derived),
        field("waiting_place", "loan.waiting_place", &Loan::waiting_place, derived),
        field("open_requirements", "loan.open_requirements", &Loan::open_requirements, derived),
        field("app_shortfalls", "loan.app_shortfalls", &Loan::app_shortfalls, derived),
        field("requested_by", "loan.requested_by", &Loan::requested_by, person),
        field("requested_at", "loan.requested_at", &Loan::requested_at, derived),
        field("decided_by", "loan.decided_by", &Loan::decided_by, {.read_only = true, .erasable = true}),
        field("decided_at", "loan.decided_at", &Loan::decided_at, {.read_only = true}),
        field("reason", "loan.reason", &Loan::reason, {.erasable = true, .multiline = true}),
        field("override_reason", "loan.override_reason", &Loan::override_reason, {.erasable = true, .multiline = true}),
        field("handed_over_on", "loan.handed_over_on", &Loan::handed_over_on),
        field("returned_on", "loan.returned_on", &Loan::returned_on),
        field("checked_on", "loan.checked_on", &Loan::checked_on), field("closed_on", "loan.closed_on", &Loan::closed_on),
        field("open_differences", "loan.open_differences", &Loan::open_differences, derived),
        field("released_from", "loan.released_from", &Loan::released_from),
        field("agreement_version", "loan_paper.template_version", &Loan::agreement_version, derived),
        field("signature_pending", "handover.signature_pending", &Loan::signature_pending, derived),
        field("version", "", &Loan::version, {.read_only = true})};
};

} // namespace schulkit
