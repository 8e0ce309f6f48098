#pragma once
// A paper of a loan as it was issued: agreement, protocols, receipt, supplements. Its PDF is kept and never made again.

#include "shared/attachments/attachment.hpp"
#include "shared/loans/loan.hpp"

namespace schulkit {

enum class LoanPaperKind : std::uint8_t { agreement, handover, receipt, return_protocol, supplement };

template <>
struct EnumWords<LoanPaperKind> {
    static constexpr std::array values = {std::pair{LoanPaperKind::agreement, std::string_view{"agreement"}},
                                          std::pair{LoanPaperKind::handover, std::string_view{"handover"}},
                                          std::pair{LoanPaperKind::receipt, std::string_view{"receipt"}},
                                          std::pair{LoanPaperKind::return_protocol, std::string_view{"return_protocol"}},
                                          std::pair{LoanPaperKind::supplement, std::string_view{"supplement"}}};
};

/// drawn: on the screen, by both. pending: by hand, on paper. none: nobody signs it.
enum class PaperSigning : std::uint8_t { drawn, pending, none };

template <>
struct EnumWords<PaperSigning> {
    static constexpr std::array values = {std::pair{PaperSigning::drawn, std::string_view{"drawn"}},
                                          std::pair{PaperSigning::pending, std::string_view{"pending"}},
                                          std::pair{PaperSigning::none, std::string_view{"none"}}};
};

struct LoanPaper {
    Id<LoanPaper> id = {};
    Id<Loan> loan_id = {};
    LoanPaperKind kind = LoanPaperKind::agreement;
    std::string number = {};      ///< "UEV-2026-0012"
    std::string school_year = {}; ///< the first one of the loan
    std::optional<std::int64_t> session_id = std::nullopt;       ///< in which it was made; absent: a supplement
    std::optional<std::int64_t> template_version = std::nullopt; ///< of the agreement's text
    PaperSigning signing = PaperSigning::none;
    bool signature_pending = false; ///< and the signed paper has not been added
    std::string sha256 = {};
    std::int64_t size = 0; ///< bytes of the PDF
    std::vector<AttachedFile> scans = {}; ///< what was signed by hand
    std::optional<std::string> issued_by = std::nullopt;
    Instant issued_at = {};
    bool operator==(LoanPaper const&) const = default;
};

template <>
struct Schema<LoanPaper> {
    static constexpr std::string_view name = "loan_paper";
    static constexpr Rules joined = {.derived = true};
    static constexpr auto fields = std::tuple{
        field("id", "", &LoanPaper::id), field("loan_id", "loan.id", &LoanPaper::loan_id),
        field("kind", "loan_paper.kind", &LoanPaper::kind), field("number", "loan_paper.number", &LoanPaper::number),
        field("school_year", "loan.school_year", &LoanPaper::school_year), field("session_id", "", &LoanPaper::session_id),
        field("template_version", "loan_paper.template_version", &LoanPaper::template_version),
        field("signing", "loan_paper.signing", &LoanPaper::signing),
        field("signature_pending", "handover.signature_pending", &LoanPaper::signature_pending, joined),
        field("sha256", "", &LoanPaper::sha256), field("size", "", &LoanPaper::size, joined),
        field("scans", "loan_paper.scans", &LoanPaper::scans, joined),
        field("issued_by", "loan_paper.issued_by", &LoanPaper::issued_by, {.erasable = true, .derived = true}),
        field("issued_at", "loan_paper.issued_at", &LoanPaper::issued_at)};
};

inline constexpr std::size_t max_paper_scans = 10;

/// What was printed and signed, as it comes back: the same files for all papers that are on them.
struct SignedPapers {
    std::vector<std::int64_t> paper_ids = {};
    std::vector<AttachmentLink> attachments = {};
    bool operator==(SignedPapers const&) const = default;
};

template <>
struct Schema<SignedPapers> {
    static constexpr std::string_view name = "signed_papers";
    static constexpr auto fields = std::tuple{field("paper_ids", "loan_paper.signed_papers", &SignedPapers::paper_ids),
                                              field("attachments", "loan_paper.scans", &SignedPapers::attachments)};
};

/// Found by validate(): "required" on paper_ids or attachments, "too_many" on attachments, "duplicate" on
/// attachments.N.sha256.
void check(SignedPapers const& papers, FieldErrors& errors);

} // namespace schulkit
