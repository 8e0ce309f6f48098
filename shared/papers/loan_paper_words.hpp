#pragma once
// How papers of loans read in a language: the words that the application and the plain pages share.

#include "shared/core/strings.hpp"
#include "shared/papers/loan_paper.hpp"

namespace schulkit {

/// "Übergabeprotokoll UEP-2026-0017"
std::string paper_title(Strings const& strings, LoanPaper const& paper);
/// The day on which it was issued.
std::string paper_date(Strings const& strings, LoanPaper const& paper);

} // namespace schulkit
