#include "client/loans/loan_words.hpp"

#include "embedded/icons.hpp"

namespace schulkit {
namespace {

ui::Icon icon_of(LoanState state) {
    switch (state) {
    case LoanState::requested: return embedded::icon_inbox;
    case LoanState::waitlisted: return embedded::icon_hourglass;
    case LoanState::approved: return embedded::icon_calendar_check;
    case LoanState::handed_over: return embedded::icon_briefcase;
    case LoanState::returned: return embedded::icon_package_open;
    case LoanState::closed: return embedded::icon_archive;
    case LoanState::rejected:
    case LoanState::cancelled: return embedded::icon_circle_x;
    }
    return nullptr;
}

ui::Icon icon_of(RequirementState state) {
    switch (state) {
    case RequirementState::open: return embedded::icon_circle;
    case RequirementState::submitted: return embedded::icon_inbox;
    case RequirementState::met: return embedded::icon_circle_check;
    case RequirementState::expired: return embedded::icon_calendar_x;
    }
    return nullptr;
}

} // namespace

LoanLook look_of(LoanState state, bool return_due) {
    return {tone_of(state, return_due), return_due ? embedded::icon_calendar_x : icon_of(state)};
}

LoanLook look_of(RequirementState state) { return {tone_of(state), icon_of(state)}; }

std::string loan_route(Id<Loan> id) { return "#/ausleihen/" + to_text(id); }

std::string loans_title(ui::Ui const& ui, Person const& me) {
    return ui.text(me.role == Role::school_staff ? "nav.loans_staff" : "nav.loans");
}

} // namespace schulkit
