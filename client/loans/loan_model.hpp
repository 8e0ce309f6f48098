#pragma once
// One loan: what was asked for, how it stands, what can be done next.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/feedback/loan_feedback.hpp"
#include "client/tours/appointments.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/loans/loan_flow.hpp"
#include "shared/people/person.hpp"

#include <functional>
#include <string>
#include <vector>

namespace schulkit {

struct LoanModel {
    Id<Loan> id = {}; ///< 0: the route names no number
    Loadable<Loan> loan = {};
    Loadable<Page<LoanItem>> items = {};
    AppointmentModel appointments = {};
    LoanFeedbackModel feedback = {};
    std::optional<LoanStep> asking = std::nullopt; ///< whose dialog is open
    bool dialog_open = false;
    std::string reason = {};
    std::string school_years = "1"; ///< to extend by
    std::string kit_id = {};        ///< that is promised or exchanged; empty: any of the type
    std::string planned_on = {};    ///< of the handover
    Loadable<Page<KitSummary>> kits = {};
    std::optional<LoanStep> running = std::nullopt;
    ChangeKey key = {};
    std::optional<Error> refused = std::nullopt; ///< why the last step was not taken
    std::optional<LoanStep> done = std::nullopt; ///< to be told once
};

void open_loan(LoanModel& model, Api& api, Id<Loan> id);
void reload_loan(LoanModel& model, Api& api);
void take_loan_changes(LoanModel& model, Api& api, Changes const& changes);
bool is_unknown(LoanModel const& model);

/// Those that the person may take now, the most likely one first.
std::vector<LoanStep> steps_of(Loan const& loan, Person const& me);
/// Asks for something in a dialog first; else it is sent at once or begins a session.
bool opens_dialog(LoanStep step);
/// Opens the step's dialog; what needs nothing more is sent at once. Handing over, collecting and checking begin a session:
/// `begun` gets its number.
void begin_step(LoanModel& model, Api& api, LoanStep step, std::function<void(Id<HandoverSession>)> begun);
/// What stands in the dialog.
void send_step(LoanModel& model, Api& api);

} // namespace schulkit
