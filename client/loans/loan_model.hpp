#pragma once
// One loan: what was asked for, how it stands, what can be done next.

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/differences/difference_model.hpp"
#include "client/papers/papers_model.hpp"
#include "client/feedback/loan_feedback.hpp"
#include "client/tours/appointments.hpp"
#include "shared/audit/audit_api.hpp"
#include "shared/handovers/handover_api.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/loans/loan_flow.hpp"
#include "shared/people/person.hpp"
#include "shared/stock/stock_api.hpp"
#include "shared/supplements/supplement_api.hpp"

#include <functional>
#include <set>
#include <string>
#include <vector>

namespace schulkit {

struct LoanModel {
    Id<Loan> id = {}; ///< 0: the route names no number
    Loadable<Loan> loan = {};
    Loadable<Page<LoanItem>> items = {};
    PapersModel papers = {};
    Loadable<Page<LoanSupplement>> supplements = {};
    Loadable<Page<LoanDifference>> found = {}; ///< by the check
    DifferencesModel differences = {};
    AppointmentModel appointments = {};
    LoanFeedbackModel feedback = {};
    std::optional<LoanStep> asking = std::nullopt; ///< whose dialog is open
    bool dialog_open = false;
    std::string reason = {};
    std::string school_years = "1"; ///< to extend by
    std::string kit_id = {};        ///< that is promised or exchanged; empty: any of the type
    std::string planned_on = {};    ///< of the handover
    Loadable<Page<KitSummary>> kits = {};
    Loadable<Kit> kit = {};            ///< the loan's, for what may be swapped or delivered
    std::string part = {};             ///< "3": that slot; "Eingabestift": that accessory
    std::string spare = {};            ///< code of a device
    std::string quantity = "1";        ///< of an accessory
    Loadable<Page<StockLine>> stock = {};
    std::string store_id = {};         ///< that the accessory comes from; empty: it was found
    std::string old_device = "depot";  ///< where the swapped one goes
    std::set<std::int64_t> not_back = {}; ///< devices of an exchanged kit that have not come back
    bool missing_accepted = false;
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
/// What the school has of the loan now.
std::vector<LoanItem> lent_items(LoanModel const& model);
/// Slots and accessories of the kit that the school has not got, or not all of.
struct LackingPart {
    std::string key = {}; ///< as LoanModel::part
    std::int64_t slot = 0; ///< 0: an accessory
    std::string label = {};
};
std::vector<LackingPart> lacking_parts(LoanModel const& model);
/// Lines of the stores that keep the chosen accessory.
std::vector<StockLine> stock_of_part(LoanModel const& model);
/// Another part was chosen: it comes from the first store that has some.
void choose_store_of_part(LoanModel& model);
/// Where a scan goes now; false: nowhere.
bool take_scan(LoanModel& model, std::string_view code);

/// Asks for something in a dialog first; else it is sent at once or begins a session.
bool opens_dialog(LoanStep step);
/// Opens the step's dialog; what needs nothing more is sent at once. Handing over, collecting and checking begin a session:
/// `begun` gets its number.
void begin_step(LoanModel& model, Api& api, LoanStep step, std::function<void(Id<HandoverSession>)> begun);
/// What the dialog chooses from is there: the school's devices, the kits.
bool is_step_ready(LoanModel const& model, LoanStep step);
/// Why it is not, and does not come; nullptr: it may still come.
Error const* step_error(LoanModel const& model, LoanStep step);
/// Asks for what the dialog chooses from, as far as it is not there.
void load_for_step(LoanModel& model, Api& api, LoanStep step);
/// What stands in the dialog.
void send_step(LoanModel& model, Api& api);

} // namespace schulkit
