#include "server/papers/loan_paper_store.hpp"

namespace schulkit {
namespace {

constexpr std::string_view select_papers =
    "select p.id, p.loan_id, p.kind, p.number, p.school_year, p.session_id, p.template_version, p.signing,"
    " exists (select 1 from pending_papers w where w.paper_id = p.id) as signature_pending, p.sha256, a.size,"
    " b.username as issued_by, p.issued_at from loan_papers p join attachments a on a.sha256 = p.sha256"
    " left join people b on b.id = p.issued_by";

void add_scans(Tx& tx, std::vector<LoanPaper>& papers) {
    for (LoanPaper& paper : papers)
        paper.scans = rows<AttachedFile>(tx,
                                         "select s.position, s.sha256, s.name, a.media_type, a.size from loan_paper_scans s"
                                         " join attachments a on a.sha256 = s.sha256 where s.paper_id = ?1 order by s.position",
                                         paper.id);
}

} // namespace

std::vector<LoanPaper> list_loan_papers(Tx& tx, Access const& access, Id<Loan> loan) {
    auto papers = rows<LoanPaper>(tx, std::string{select_papers} + " where p.loan_id = ?1 order by p.id", loan);
    add_scans(tx, papers);
    if (access.role == Role::auditor)
        for (LoanPaper& paper : papers) {
            paper.issued_by.reset();
            for (AttachedFile& scan : paper.scans) scan.name.clear();
        }
    return papers;
}

std::optional<LoanPaper> find_loan_paper(Tx& tx, Id<LoanPaper> id) {
    auto papers = rows<LoanPaper>(tx, std::string{select_papers} + " where p.id = ?1", id);
    add_scans(tx, papers);
    if (papers.empty()) return std::nullopt;
    return std::move(papers.front());
}

std::string get_paper_markup(Tx& tx, Id<LoanPaper> id) {
    return find_row<std::string>(tx, "select page from loan_papers where id = ?1", id).value_or("");
}

std::int64_t count_papers(Tx& tx, LoanPaperKind kind, std::string_view number_begins) {
    return *find_row<std::int64_t>(tx,
                                   "select count(*) from loan_papers where kind = ?1 and number >= ?2 and number < ?3", kind,
                                   number_begins, std::string{number_begins} + '~'); // no number has it: all are ASCII
}

Result<Id<LoanPaper>> insert_loan_paper(WriteTx& tx, LoanPaper const& paper, std::string_view markup) {
    Statement s = tx.prepare("insert into loan_papers (loan_id, kind, number, school_year, session_id, template_version, signing,"
                             " sha256, page, issued_by, issued_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    bind_all(s, paper.loan_id, paper.kind, paper.number, paper.school_year, paper.session_id, paper.template_version,
             paper.signing, paper.sha256, markup, tx.actor(), tx.now());
    TRY(s.run());
    return Id<LoanPaper>{s.last_insert_id()};
}

Result<Done> insert_paper_scan(WriteTx& tx, Id<LoanPaper> paper, AttachedFile const& file) {
    TRY(execute(tx,
                "insert into loan_paper_scans (paper_id, position, sha256, name, added_by, added_at)"
                " values (?1, ?2, ?3, ?4, ?5, ?6)",
                paper, file.position, file.sha256, file.name, tx.actor(), tx.now()));
    return Done{};
}

} // namespace schulkit
