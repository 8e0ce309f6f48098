#include "shared/papers/loan_paper_words.hpp"

#include "shared/core/format.hpp"

namespace schulkit {

std::string paper_title(Strings const& strings, LoanPaper const& paper) {
    return strings.get("loan_paper.kind." + std::string{word_of(paper.kind)}) + ' ' + paper.number;
}

std::string paper_date(Strings const& strings, LoanPaper const& paper) {
    return date_text(strings, to_berlin(paper.issued_at).date);
}

} // namespace schulkit
