#pragma once

#include "shared/core/endpoint.hpp"
#include "shared/papers/loan_paper.hpp"

namespace schulkit {

struct ListLoanPapers {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = None;
    using Response = Page<LoanPaper>;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/papers";
    static constexpr std::string_view name = "list_loan_papers";
    static constexpr std::string_view summary = "Agreement, protocols and supplements of a loan, oldest first";
};

struct LoanPaperPath {
    Id<Loan> id = {};
    std::int64_t paper_id = 0;
    bool operator==(LoanPaperPath const&) const = default;
};

template <>
struct Schema<LoanPaperPath> {
    static constexpr std::string_view name = "loan_paper_path";
    static constexpr auto fields =
        std::tuple{field("id", "", &LoanPaperPath::id), field("paper_id", "", &LoanPaperPath::paper_id)};
};

struct GetLoanPaper {
    using Path = LoanPaperPath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/papers/{paper_id}";
    static constexpr std::string_view name = "get_loan_paper";
    static constexpr std::string_view summary = "A paper as PDF, in the bytes in which it was issued";
};

struct LoanPaperScanPath {
    Id<Loan> id = {};
    std::int64_t paper_id = 0;
    std::int64_t position = 0;
    bool operator==(LoanPaperScanPath const&) const = default;
};

template <>
struct Schema<LoanPaperScanPath> {
    static constexpr std::string_view name = "loan_paper_scan_path";
    static constexpr auto fields = std::tuple{field("id", "", &LoanPaperScanPath::id),
                                              field("paper_id", "", &LoanPaperScanPath::paper_id),
                                              field("position", "", &LoanPaperScanPath::position)};
};

struct GetLoanPaperScan {
    using Path = LoanPaperScanPath;
    using Query = None;
    using Body = None;
    using Response = Bytes;
    static constexpr Method method = Method::get;
    static constexpr std::string_view path = "/api/loans/{id}/papers/{paper_id}/scans/{position}";
    static constexpr std::string_view name = "get_loan_paper_scan";
    static constexpr std::string_view summary = "A paper as it was signed by hand";
};

/// Errors: 422 "unknown_paper" on paper_ids, "unknown_attachment" on attachments.N.sha256; 409 "nothing_to_sign" for a paper
/// that was signed on the screen, or that nobody signs; "too_many_scans".
struct AddSignedPapers {
    using Path = IdPath<Loan>;
    using Query = None;
    using Body = SignedPapers;
    using Response = Page<LoanPaper>;
    static constexpr Method method = Method::post;
    static constexpr std::string_view path = "/api/loans/{id}/signed-papers";
    static constexpr std::string_view name = "add_signed_papers";
    static constexpr std::string_view summary = "Add what was signed by hand; its files are sent before";
};

} // namespace schulkit
