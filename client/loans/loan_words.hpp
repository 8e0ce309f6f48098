#pragma once
// How loans look on the screen; what they are called is in shared/loans/loan_words.hpp.

#include "client/ui/ui.hpp"
#include "shared/loans/loan_words.hpp"
#include "shared/people/person.hpp"

namespace schulkit {

struct LoanLook {
    ui::Tone tone = ui::Tone::neutral;
    ui::Icon icon = nullptr;
};

LoanLook look_of(LoanState state, bool return_due);
LoanLook look_of(RequirementState state);
std::string loan_route(Id<Loan> id);
/// "Ausleihen"; a school's own people read "Koffer".
std::string loans_title(ui::Ui const& ui, Person const& me);

} // namespace schulkit
