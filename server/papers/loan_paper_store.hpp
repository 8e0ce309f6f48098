#pragma once
// All SQL about the papers of loans.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/papers/loan_paper_api.hpp"

namespace schulkit {

/// Oldest first. An auditor reads no names.
std::vector<LoanPaper> list_loan_papers(Tx& tx, Access const& access, Id<Loan> loan);
/// Its loan may lie beyond the caller's scope: whoever asks has looked.
std::optional<LoanPaper> find_loan_paper(Tx& tx, Id<LoanPaper> id);
/// The same as HTML, as it was made when it was issued.
std::string get_paper_markup(Tx& tx, Id<LoanPaper> id);

/// How many of that kind there are whose number begins so.
std::int64_t count_papers(Tx& tx, LoanPaperKind kind, std::string_view number_begins);
/// Issued now, by the acting person. The size and what is added later is not looked at.
Result<Id<LoanPaper>> insert_loan_paper(WriteTx& tx, LoanPaper const& paper, std::string_view markup);
/// Errors: conflict "nothing_to_sign".
Result<Done> insert_paper_scan(WriteTx& tx, Id<LoanPaper> paper, AttachedFile const& file);

} // namespace schulkit
