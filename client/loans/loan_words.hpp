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
/// Why a step was not taken, in a sentence that names what stands in the way: who has the kit, from which day on.
std::string loan_refusal_text(ui::Ui const& ui, Error const& error);
/// "Ausleihen"; a school's own people read "Koffer".
std::string loans_title(ui::Ui const& ui, Person const& me);

} // namespace schulkit
