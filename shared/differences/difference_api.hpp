#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/differences/difference.hpp"

namespace schulkit {

struct DifferenceQuery {
    std::optional<std::string> q = std::nullopt; ///< part of the school, the kit, the device or what it is called
    int limit = default_page_size;
    std::optional<std::string> cursor = std::nullopt;
    std::optional<std::string> school_code = std::nullopt;
    bool open = false; ///< only what is missing and not settled: "Fehlbestand"
    bool operator==(DifferenceQuery const&) const = default;
};

template <>
struct Schema<DifferenceQuery> {
    static constexpr std::string_view name = "difference_query";
    static constexpr auto fields = std::tuple{
        field("q", "", &DifferenceQuery::q), field("limit", "", &DifferenceQuery::limit),
        field("cursor", "", &DifferenceQuery::cursor, {.max_length = 2000}),
        field("school_code", "loan.school_code", &DifferenceQuery::school_code),
        field("open", "difference.open", &DifferenceQuery::open)};
};

struct ListDifferences {
    using Path = None;
    using Query = DifferenceQuery;
    using Body = None;
    using Response = Page<LoanDifference>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/differences";
    static constexpr std::string_view name = "list_differences";
    static constexpr std::string_view summary = "What was missing or foreign at checks, by school, oldest first";
};

struct ListLoanDifferences {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Page<LoanDifference>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/differences";
    static constexpr std::string_view name = "list_loan_differences";
    static constexpr std::string_view summary = "What the check of a loan's kit has found";
};

// Each step: 409 with the code of obstacle_to() where it cannot be taken; 404 for another school's.

struct Objection {
    std::string objection = {};
    bool operator==(Objection const&) const = default;
};

template <>
struct Schema<Objection> {
    static constexpr std::string_view name = "objection";
    static constexpr auto fields =
        std::tuple{field("objection", "difference.objection", &Objection::objection,
                         {.required = true, .erasable = true, .multiline = true, .max_length = 2000})};
};

struct ObjectToDifference {
    using Path = IdPath<LoanDifference>;
    using Query = None;
    using Body = Objection;
    using Response = LoanDifference;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/differences/{id}/object";
    static constexpr std::string_view name = "object_to_difference";
    static constexpr std::string_view summary = "Say why it is not as the check has it";
};

struct ObjectionAnswer {
    bool accepted = false;
    std::string answer = {};
    bool operator==(ObjectionAnswer const&) const = default;
};

template <>
struct Schema<ObjectionAnswer> {
    static constexpr std::string_view name = "objection_answer";
    static constexpr auto fields =
        std::tuple{field("accepted", "difference.accepted", &ObjectionAnswer::accepted),
                   field("answer", "difference.answer", &ObjectionAnswer::answer,
                         {.required = true, .erasable = true, .multiline = true, .max_length = 2000})};
};

/// Accepted: what is missing does not count and is settled.
struct AnswerObjection {
    using Path = IdPath<LoanDifference>;
    using Query = None;
    using Body = ObjectionAnswer;
    using Response = LoanDifference;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/differences/{id}/answer";
    static constexpr std::string_view name = "answer_objection";
    static constexpr std::string_view summary = "Accept or reject a school's objection";
};

struct ChaseNote {
    std::optional<std::string> note = std::nullopt;
    bool operator==(ChaseNote const&) const = default;
};

template <>
struct Schema<ChaseNote> {
    static constexpr std::string_view name = "chase_note";
    static constexpr auto fields = std::tuple{field(
        "note", "difference.note", &ChaseNote::note, {.erasable = true, .multiline = true, .max_length = 1000})};
};

struct ChaseDifference {
    using Path = IdPath<LoanDifference>;
    using Query = None;
    using Body = ChaseNote;
    using Response = LoanDifference;
    static constexpr Method method = Method::post;
    static constexpr bool body_may_be_absent = true;
    static constexpr std::string_view path = "/api/differences/{id}/chase";
    static constexpr std::string_view name = "chase_difference";
    static constexpr std::string_view summary = "Put down that the school was asked for it once more";
};

struct DifferenceSettlement {
    Settlement settled_as = Settlement::returned; ///< returned, lost, replaced, written_off
    std::optional<std::string> note = std::nullopt;
    bool operator==(DifferenceSettlement const&) const = default;
};

template <>
struct Schema<DifferenceSettlement> {
    static constexpr std::string_view name = "difference_settlement";
    static constexpr auto fields = std::tuple{
        field("settled_as", "difference.settled_as", &DifferenceSettlement::settled_as),
        field("note", "difference.note", &DifferenceSettlement::note, {.erasable = true, .multiline = true, .max_length = 1000})};
};

/// Found by validate(): what only follows from a check or an answer ("unknown_value" on settled_as).
void check(DifferenceSettlement const& settlement, FieldErrors& errors);

/// With the last one the loan is closed.
struct SettleDifference {
    using Path = IdPath<LoanDifference>;
    using Query = None;
    using Body = DifferenceSettlement;
    using Response = LoanDifference;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/differences/{id}/settle";
    static constexpr std::string_view name = "settle_difference";
    static constexpr std::string_view summary = "Say what became of what was missing";
};

// --- settings ---------------------------------------------------------------------------------------------
struct GetLoanSettings {
    using Path = None;
    using Query = None;
    using Body = None;
    using Response = LoanSettings;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loan-settings";
    static constexpr std::string_view name = "get_loan_settings";
    static constexpr std::string_view summary = "How many days a school has to object";
};

/// For differences that are found from now on. Errors: 422 by field; 409 "stale" with `current`.
struct UpdateLoanSettings {
    using Path = None;
    using Query = None;
    using Body = Patch<LoanSettings>;
    using Response = LoanSettings;
    static constexpr Method method = Method::patch;
    static constexpr std::string_view path = "/api/loan-settings";
    static constexpr std::string_view name = "update_loan_settings";
    static constexpr std::string_view summary = "Set how many days a school has to object";
};

} // namespace schulkit
