#include "server/papers/paper_routes.hpp"

#include "server/attachments/attachment_file.hpp"
#include "server/http/router.hpp"
#include "server/http/whole_page.hpp"
#include "server/loans/loan_store.hpp"
#include "server/papers/issue_papers.hpp"

#include <algorithm>

namespace schulkit {
namespace {

Result<LoanPaper> paper_of_loan(Tx& tx, Access const& access, Id<Loan> loan, std::int64_t paper_id) {
    TRY(get_loan(tx, access, loan));
    auto paper = find_loan_paper(tx, Id<LoanPaper>{paper_id});
    if (!paper || paper->loan_id != loan) return fail(ErrorKind::not_found, "not_found");
    return std::move(*paper);
}

Result<SentFile> get_paper(Tx& tx, Access const& access, Request<GetLoanPaper> const& request) {
    TRY_ASSIGN(LoanPaper const paper, paper_of_loan(tx, access, request.path.id, request.path.paper_id));
    std::string name = paper.number;
    std::replace(name.begin(), name.end(), '/', '-');
    return file_of(tx, paper.sha256, name + ".pdf");
}

Result<SentFile> get_scan(Tx& tx, Access const& access, Request<GetLoanPaperScan> const& request) {
    TRY_ASSIGN(LoanPaper const paper, paper_of_loan(tx, access, request.path.id, request.path.paper_id));
    for (AttachedFile const& scan : paper.scans)
        if (scan.position == request.path.position) return file_of(tx, scan.sha256, scan.name);
    return fail(ErrorKind::not_found, "not_found");
}

} // namespace

void mount_papers(Router& router) {
    router.read<ListLoanPapers>(
        Action::read_loans, [](Tx& tx, Access const& access, auto const& request) -> Result<Page<LoanPaper>> {
            TRY(get_loan(tx, access, request.path.id));
            return whole_page(list_loan_papers(tx, access, request.path.id));
        });
    router.file<GetLoanPaper>(Action::read_papers, get_paper);
    router.file<GetLoanPaperScan>(Action::read_papers, get_scan);
    router.write<AddSignedPapers>(
        Action::sign_papers, [](WriteTx& tx, Access const& access, auto const& request) -> Result<Page<LoanPaper>> {
            TRY(papers::add_signed_papers(tx, access, request.path.id, request.body));
            return whole_page(list_loan_papers(tx, access, request.path.id));
        });
}

} // namespace schulkit
