#pragma once
// Papers are made with the step that they tell of, in its transaction: where one cannot be made, the step is not taken.

#include "server/papers/loan_paper_store.hpp"
#include "shared/handovers/handover_api.hpp"

namespace schulkit::papers {

/// Of a session that has just ended, for each of its loans: agreement and protocol, receipt, or return protocol. `session` is
/// as it was before its end, the loans are as they are now. Error: unavailable "paper_not_made".
Result<Done> issue_session_papers(WriteTx& tx, Access const& access, HandoverSession const& session, SessionEnd const& end);

/// One place of a kit that is with a school.
struct SupplementSlot {
    std::int64_t slot = 0;
    std::optional<Id<Asset>> out = std::nullopt; ///< goes back to the county
    std::optional<Id<Asset>> in = std::nullopt;  ///< the school gets it
};
struct Supplement {
    std::vector<SupplementSlot> slots = {};
    std::vector<AccessoryCount> delivered = {}; ///< accessories that the school gets
    bool extended = false;                      ///< the loan has just got further school years
    std::optional<std::string> reason = std::nullopt;
};

/// The next numbered supplement of a loan. Call it last in the change that it tells of. Error: unavailable "paper_not_made".
///     TRY(papers::issue_supplement(tx, access, loan.id, {.slots = {{.slot = 3, .out = broken, .in = spare}}, .reason = why}));
Result<LoanPaper> issue_supplement(WriteTx& tx, Access const& access, Id<Loan> loan, Supplement const& supplement);

/// What was printed and signed by hand. Errors: those of AddSignedPapers.
Result<Done> add_signed_papers(WriteTx& tx, Access const& access, Id<Loan> loan, SignedPapers const& papers);

} // namespace schulkit::papers
