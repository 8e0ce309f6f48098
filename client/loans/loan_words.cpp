#include "client/loans/loan_words.hpp"

#include "client/error_text.hpp"
#include "embedded/icons.hpp"
#include "shared/kits/kit_api.hpp"
#include "shared/loans/loan_api.hpp"

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

std::string loan_refusal_text(ui::Ui const& ui, Error const& error) {
    std::string words = error_text(ui, error.fields.empty() ? error.code : error.fields.front().code);
    auto const extra = parse_json(error.extra.empty() ? "{}" : error.extra);
    if (!extra) return words;
    FieldErrors ignored;
    if (Json const* told = member_of(*extra, "booking")) {
        KitBooking booking;
        decode_value(*told, booking, "", ignored);
        std::string const key = error.code == "kit_is_out" ? "loans.is_with" : "loans.booked_by";
        return ui.text(key, {{"kit", booking.kit_tag},
                             {"year", school_year_text(booking.school_year)},
                             {"school", booking.school_name},
                             {"number", loan_number(booking.loan_id)}});
    }
    if (Json const* told = member_of(*extra, "earliest_handover_on")) {
        Date earliest;
        decode_value(*told, earliest, "", ignored);
        return ui.text("loans.too_early", {{"date", ui.date(earliest)}});
    }
    if (Json const* told = member_of(*extra, "kit")) { // of InOtherKit
        KitName kit;
        decode_value(*told, kit, "", ignored);
        return ui.text("loans.in_other_kit", {{"kit", kit.tag + " · " + kit.name}});
    }
    return words;
}

} // namespace schulkit
