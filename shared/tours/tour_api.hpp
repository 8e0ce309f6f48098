#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/tours/tour.hpp"

namespace schulkit {

struct SummerQuery {
    std::optional<std::string> school_year = std::nullopt; ///< absent: the running one
    bool operator==(SummerQuery const&) const = default;
};

template <>
struct Schema<SummerQuery> {
    static constexpr std::string_view name = "summer_query";
    static constexpr auto fields = std::tuple{field("school_year", "loan.school_year", &SummerQuery::school_year)};
};

/// Loans that end with the year, whether back or not, and whatever of earlier years is still out. All on one page, by school
/// and kit; a school's own for its people.
struct ListDueReturns {
    using Path = None;
    using Query = SummerQuery;
    using Body = None;
    using Response = Page<DueReturn>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/due-returns";
    static constexpr std::string_view name = "list_due_returns";
    static constexpr std::string_view summary = "What has to come back at the end of a school year, and when it is fetched";
};

/// By day, all on one page. Schools see their own stops and neither who drives nor the note.
struct ListTours {
    using Path = None;
    using Query = SummerQuery;
    using Body = None;
    using Response = Page<Tour>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tours";
    static constexpr std::string_view name = "list_tours";
    static constexpr std::string_view summary = "The tours of a school year's end";
};

/// Errors: 422 by field, also "unknown_school_year", "other_school_year" on drives_on (before the year, or more than half a
/// year after it), and below stops.N: "unknown_school" on school_id, "bad_time", "wrong_time_order" on the times; on loans
/// "nothing_due", "not_due" (another school's, or not lent), "on_other_tour".
struct CreateTour {
    using Path = None;
    using Query = None;
    using Body = Tour;
    using Response = Tour;
    static constexpr Method method = Method::post;
    static constexpr int success = 201;
    static constexpr std::string_view path = "/api/tours";
    static constexpr std::string_view name = "create_tour";
    static constexpr std::string_view summary = "Plan a tour";
};

struct GetTour {
    using Path = IdPath<Tour>;
    using Query = None;
    using Body = None;
    using Response = Tour;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/tours/{id}";
    static constexpr std::string_view name = "get_tour";
    static constexpr std::string_view summary = "One tour with its stops";
};

/// `stops` are replaced as a whole. Errors: those of create_tour; 409 "stale" with `current`; 422 "year_is_fixed".
struct UpdateTour {
    using Path = IdPath<Tour>;
    using Query = None;
    using Body = Patch<Tour>;
    using Response = Tour;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/tours/{id}";
    static constexpr std::string_view name = "update_tour";
    static constexpr std::string_view summary = "Change a tour";
};

/// Its loans are on no tour then. Error: 409 "tour_has_begun" once something of it has been collected.
struct RemoveTour {
    using Path = IdPath<Tour>;
    using Query = None;
    using Body = None;
    using Response = None;
    static constexpr Method method = Method::remove;
    static constexpr int success = 204;
    static constexpr std::string_view path = "/api/tours/{id}";
    static constexpr std::string_view name = "remove_tour";
    static constexpr std::string_view summary = "Give up a planned tour";
};

// --- several extensions at once -----------------------------------------------------------------------------
inline constexpr std::size_t max_extended_loans = 200;

struct LoanExtensions {
    std::vector<std::int64_t> loan_ids = {};
    std::int64_t school_years = 1;
    bool operator==(LoanExtensions const&) const = default;
};

template <>
struct Schema<LoanExtensions> {
    static constexpr std::string_view name = "loan_extensions";
    static constexpr auto fields = std::tuple{
        field("loan_ids", "loan.id", &LoanExtensions::loan_ids),
        field("school_years", "loan.school_years", &LoanExtensions::school_years, {.min = 1, .max = max_loan_years})};
};

/// Found by validate(): "required", "too_many", "duplicate" on loan_ids.
void check(LoanExtensions const& extensions, FieldErrors& errors);

/// What became of one of them: extended as a whole, or `code` says why not and nothing of it has changed.
struct LoanExtension {
    Id<Loan> loan_id = {};
    std::optional<std::string> last_school_year = std::nullopt; ///< the new one
    std::optional<Date> due_on = std::nullopt;
    std::optional<std::string> code = std::nullopt;
    std::optional<KitBooking> booking = std::nullopt; ///< with "kit_already_booked"
    bool operator==(LoanExtension const&) const = default;
};

template <>
struct Schema<LoanExtension> {
    static constexpr std::string_view name = "loan_extension";
    static constexpr auto fields = std::tuple{
        field("loan_id", "loan.id", &LoanExtension::loan_id),
        field("last_school_year", "loan.last_school_year", &LoanExtension::last_school_year),
        field("due_on", "loan.due_on", &LoanExtension::due_on), field("code", "", &LoanExtension::code),
        field("booking", "", &LoanExtension::booking)};
};

/// Each by the rules of extend_loan, in the order given; one that cannot be extended does not hold up the others.
struct ExtendLoans {
    using Path = None;
    using Query = None;
    using Body = LoanExtensions;
    using Response = Page<LoanExtension>;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loan-extensions";
    static constexpr std::string_view name = "extend_loans";
    static constexpr std::string_view summary = "Reserve further school years for several loans";
};

} // namespace schulkit
