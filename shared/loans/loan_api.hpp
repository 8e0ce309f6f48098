#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/loans/loan.hpp"

namespace schulkit {

// --- reading and asking -----------------------------------------------------------------------------------
struct LoanQuery {
    std::optional<std::string> q = std::nullopt; ///< part of the school's name or code, of the kit's tag or name
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::string sort = "-requested_at"; ///< of loan_sorts
    std::optional<LoanState> state = std::nullopt;
    std::optional<std::string> school_code = std::nullopt;
    std::optional<std::string> school_year = std::nullopt; ///< loans whose years contain it
    std::optional<Id<KitType>> kit_type_id = std::nullopt;
    std::optional<Id<Kit>> kit_id = std::nullopt;
    std::optional<std::int64_t> request_id = std::nullopt;
    bool return_due = false; ///< only what should be back
    bool operator==(LoanQuery const&) const = default;
};

template <>
struct Schema<LoanQuery> {
    static constexpr std::string_view name = "loan_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &LoanQuery::q), field("limit", "", &LoanQuery::limit),
        field("cursor", "", &LoanQuery::cursor, {.max_length = 2000}), field("sort", "", &LoanQuery::sort),
        field("state", "loan.state", &LoanQuery::state), field("school_code", "loan.school_code", &LoanQuery::school_code),
        field("school_year", "loan.school_year", &LoanQuery::school_year),
        field("kit_type_id", "loan.kit_type_id", &LoanQuery::kit_type_id),
        field("kit_id", "loan.kit_id", &LoanQuery::kit_id), field("request_id", "", &LoanQuery::request_id),
        field("return_due", "loan.return_due", &LoanQuery::return_due)};
};

/// "waiting": in the order of the waiting list.
inline constexpr std::array<std::string_view, 3> loan_sorts = {"requested_at", "school_code", "waiting"};

struct ListLoans {
    using Path = None;
    using Query = LoanQuery;
    using Body = None;
    using Response = Page<Loan>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans";
    static constexpr std::string_view name = "list_loans";
    static constexpr std::string_view summary = "Requests and loans; a school's own for its people";
};

/// Asking reserves nothing: also a kit that is taken can be asked for. The answer is the first of the loans that were made,
/// the others have the same request_id. Errors: 422 by field, also "unknown_school", "unknown_kit", "unknown_kit_type",
/// "other_type" on kit_type_id, "no_slots", "unknown_school_year", "past_school_year", "school_ended".
struct AskForLoan {
    using Path = None;
    using Query = None;
    using Body = LoanRequest;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/loans";
    static constexpr std::string_view name = "ask_for_loan";
    static constexpr std::string_view summary = "Ask for one or several kits for a school";
};

struct GetLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Loan;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}";
    static constexpr std::string_view name = "get_loan";
    static constexpr std::string_view summary = "One loan, with what the school still has to show";
};

// --- deciding ---------------------------------------------------------------------------------------------
// Each step: 409 "wrong_state" with `state` where it cannot be taken; 404 for a loan of another school.

struct Reason {
    std::string reason = {};
    bool operator==(Reason const&) const = default;
};

template <>
struct Schema<Reason> {
    static constexpr std::string_view name = "reason";
    static constexpr auto fields = std::tuple{
        field("reason", "loan.reason", &Reason::reason, {.required = true, .erasable = true, .multiline = true, .max_length = 2000})};
};

struct LoanApproval {
    std::optional<Id<Kit>> kit_id = std::nullopt; ///< fixes the kit; absent: as asked for
    std::optional<Date> planned_handover_on = std::nullopt;
    bool operator==(LoanApproval const&) const = default;
};

template <>
struct Schema<LoanApproval> {
    static constexpr std::string_view name = "loan_approval";
    static constexpr auto fields =
        std::tuple{field("kit_id", "loan.kit_id", &LoanApproval::kit_id),
                   field("planned_handover_on", "loan.planned_handover_on", &LoanApproval::planned_handover_on)};
};

/// Who has the kit in that year: what "kit_already_booked" says more.
struct KitBooking {
    Id<Kit> kit_id = {};
    std::string kit_tag = {};
    std::string school_year = {};
    Id<Loan> loan_id = {};
    std::string school_code = {};
    std::string school_name = {};
    bool operator==(KitBooking const&) const = default;
};

template <>
struct Schema<KitBooking> {
    static constexpr std::string_view name = "kit_booking";
    static constexpr auto fields =
        std::tuple{field("kit_id", "loan.kit_id", &KitBooking::kit_id), field("kit_tag", "kit.tag", &KitBooking::kit_tag),
                   field("school_year", "loan.school_year", &KitBooking::school_year),
                   field("loan_id", "loan.id", &KitBooking::loan_id),
                   field("school_code", "loan.school_code", &KitBooking::school_code),
                   field("school_name", "loan.school_id", &KitBooking::school_name)};
};

/// How many kits of a type there are in a year, and how many are promised: what "no_kit_left" says more.
struct TypeBalance {
    Id<KitType> kit_type_id = {};
    std::string school_year = {};
    std::int64_t kits = 0;
    std::int64_t booked = 0;
    bool operator==(TypeBalance const&) const = default;
};

template <>
struct Schema<TypeBalance> {
    static constexpr std::string_view name = "type_balance";
    static constexpr auto fields = std::tuple{field("kit_type_id", "loan.kit_type_id", &TypeBalance::kit_type_id),
                                              field("school_year", "loan.school_year", &TypeBalance::school_year),
                                              field("kits", "loan.kits", &TypeBalance::kits),
                                              field("booked", "loan.booked", &TypeBalance::booked)};
};

/// Reserves the kit, or one of its type, for every year of the loan. A loan that is planned to start in a running year after
/// its `late_handover_from` covers the next one, too. Errors: 409 "kit_already_booked" with `booking`; "no_kit_left" with
/// `balance`; "kit_not_delivered", "school_ended", "past_school_year", "unknown_school_year"; 422 "unknown_kit" and
/// "other_type" on kit_id.
struct ApproveLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = LoanApproval;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr bool body_may_be_absent = true;
    static constexpr std::string_view path = "/api/loans/{id}/approve";
    static constexpr std::string_view name = "approve_loan";
    static constexpr std::string_view summary = "Promise a kit; its school years are reserved from now on";
};

struct RejectLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = Reason;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/reject";
    static constexpr std::string_view name = "reject_loan";
    static constexpr std::string_view summary = "Say no, and why";
};

struct WaitlistLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/waitlist";
    static constexpr std::string_view name = "waitlist_loan";
    static constexpr std::string_view summary = "Put a request on the waiting list, at its end";
};

struct CancelLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = Reason;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/cancel";
    static constexpr std::string_view name = "cancel_loan";
    static constexpr std::string_view summary = "Give up a loan before its handover; its school years are free again";
};

struct Extension {
    std::int64_t school_years = 1;
    bool operator==(Extension const&) const = default;
};

template <>
struct Schema<Extension> {
    static constexpr std::string_view name = "extension";
    static constexpr auto fields =
        std::tuple{field("school_years", "loan.school_years", &Extension::school_years, {.min = 1, .max = max_loan_years})};
};

/// Errors: those of approve_loan; 422 "out_of_range" on school_years if the loan became longer than max_loan_years.
struct ExtendLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = Extension;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/extend";
    static constexpr std::string_view name = "extend_loan";
    static constexpr std::string_view summary = "Reserve further school years after the last one";
};

struct KitExchange {
    Id<Kit> kit_id = {};
    std::optional<std::string> reason = std::nullopt;
    std::vector<std::string> scanned = {}; ///< of a lent kit: what of it has come back
    bool missing_accepted = false;         ///< although something of either kit is missing
    bool operator==(KitExchange const&) const = default;
};

template <>
struct Schema<KitExchange> {
    static constexpr std::string_view name = "kit_exchange";
    static constexpr auto fields = std::tuple{
        field("kit_id", "loan.kit_id", &KitExchange::kit_id),
        field("reason", "loan.reason", &KitExchange::reason, {.erasable = true, .multiline = true, .max_length = 2000}),
        field("scanned", "handover.scanned", &KitExchange::scanned),
        field("missing_accepted", "handover.missing_accepted", &KitExchange::missing_accepted)};
};

/// The school gets another kit of the type, in one step and without a new approval. If it has the old one already, that comes
/// back: what is not scanned is missing and stays on the loan. Errors: those of approve_loan; then also "kit_is_out" with
/// `booking`, "kit_not_ready", "in_open_session", "kit_incomplete" with `missing` unless missing_accepted; 422 on scanned.N
/// "unknown_asset", "not_in_loan".
struct ExchangeKit {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = KitExchange;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/exchange";
    static constexpr std::string_view name = "exchange_kit";
    static constexpr std::string_view summary = "Give a loan another kit of its type";
};

/// The years from the running one on are free again. Errors: 409 "nothing_to_release".
struct ReleaseLoan {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = Reason;
    using Response = Loan;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/release";
    static constexpr std::string_view name = "release_loan";
    static constexpr std::string_view summary = "Let others have the rest of the years of a kit that came back early";
};

} // namespace schulkit
