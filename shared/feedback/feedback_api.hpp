#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/feedback/feedback.hpp"

namespace schulkit {

struct FeedbackQuery {
    std::optional<std::string> school_year = std::nullopt;
    std::optional<Id<KitType>> kit_type_id = std::nullopt;
    bool operator==(FeedbackQuery const&) const = default;
};

template <>
struct Schema<FeedbackQuery> {
    static constexpr std::string_view name = "feedback_query";
    static constexpr auto fields = std::tuple{field("school_year", "loan.school_year", &FeedbackQuery::school_year),
                                              field("kit_type_id", "loan.kit_type_id", &FeedbackQuery::kit_type_id)};
};

/// At most the newest 200. Schools read their own and what other schools have released, of those without loan.
struct ListFeedback {
    using Path = None;
    using Query = FeedbackQuery;
    using Body = None;
    using Response = Page<Feedback>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/feedback";
    static constexpr std::string_view name = "list_feedback";
    static constexpr std::string_view summary = "What schools said of their kits, newest first";
};

struct SummarizeFeedback {
    using Path = None;
    using Query = FeedbackQuery;
    using Body = None;
    using Response = Page<FeedbackSummary>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/feedback-summary";
    static constexpr std::string_view name = "summarize_feedback";
    static constexpr std::string_view summary = "Feedback, counted per kit type and school year";
};

/// A loan's school years up to its collection, given or not (version 0); none before the collection.
struct ListLoanFeedback {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Page<Feedback>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/feedback";
    static constexpr std::string_view name = "list_loan_feedback";
    static constexpr std::string_view summary = "A loan's feedback, per school year";
};

struct LoanYearPath {
    Id<Loan> id = {};
    std::string school_year = {};
    bool operator==(LoanYearPath const&) const = default;
};

template <>
struct Schema<LoanYearPath> {
    static constexpr std::string_view name = "loan_year_path";
    static constexpr auto fields =
        std::tuple{field("id", "", &LoanYearPath::id), field("school_year", "", &LoanYearPath::school_year)};
};

/// Given once per loan and school year; giving it again replaces it. Errors: 404 for another school's loan or a year that is
/// not the loan's; 409 "wrong_state" before the collection; 422 by field; 409 "stale" with `current`.
struct GiveFeedback {
    using Path = LoanYearPath;
    using Query = None;
    using Body = Patch<Feedback>;
    using Response = Feedback;
    static constexpr Method method = Method::put;
    static constexpr std::string_view path = "/api/loans/{id}/feedback/{school_year}";
    static constexpr std::string_view name = "give_feedback";
    static constexpr std::string_view summary = "Say what a kit was used for, how often, and what hindered";
};

} // namespace schulkit
