#pragma once
// How loans and requirements read in a language: the words that the application, the plain pages and papers share.

#include "shared/core/status_tone.hpp"
#include "shared/core/strings.hpp"
#include "shared/loans/loan.hpp"

namespace schulkit {

/// "A-17": what is said of a loan on the telephone and on paper.
std::string loan_number(Id<Loan> id);
/// What should be back looks and reads like that, whatever its state.
StatusTone tone_of(LoanState state, bool return_due);
std::string state_text(Strings const& strings, LoanState state, bool return_due);
/// "2026/27" or "2026/27 bis 2027/28"
std::string years_text(Strings const& strings, std::string_view first, std::string_view last);
/// "TK0012 · Koffer 12", or "iPad-Koffer, noch offen" as long as none is fixed.
std::string kit_text(Strings const& strings, Loan const& loan);

StatusTone tone_of(RequirementState state);
std::string state_text(Strings const& strings, RequirementState state);
/// "Gilt bis 31.07.2027", "Nachzuweisen bis 01.09.2026": what one has to know of it now.
std::string detail_text(Strings const& strings, SchoolRequirement const& requirement);

} // namespace schulkit
