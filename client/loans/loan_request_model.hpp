#pragma once
// Asking for kits: "#/ausleihen/neu", "#/ausleihen/neu?koffer=12".

#include "client/api/api.hpp"
#include "client/api/change_key.hpp"
#include "client/api/loadable.hpp"
#include "client/schools/school_choice.hpp"
#include "shared/loans/loan_api.hpp"
#include "shared/people/person.hpp"
#include "shared/school_years/school_year_api.hpp"

#include <functional>

namespace schulkit {

struct LoanRequestModel {
    LoanRequest draft = {};
    std::string school_code = {}; ///< that is chosen; the draft has its number
    std::string draft_key = {};   ///< what is typed survives a page that is loaded again
    bool unreadable = false;      ///< words in a field that mean no value of its type
    Schools schools = {};
    Loadable<Page<SchoolYear>> years = {};
    Loadable<Page<KitType>> types = {};
    Loadable<Kit> kit = {}; ///< the certain one that is asked for
    FieldErrors errors = {};
    std::optional<Error> send_error = std::nullopt; ///< what belongs to no field
    bool sending = false;
    ChangeKey key = {};
};

/// `kit`: a certain one; 0: any of a type.
void open_loan_request(LoanRequestModel& model, Api& api, Person const& me, Id<Kit> kit);
/// Asks again for what could not be loaded.
void retry_loan_request(LoanRequestModel& model, Api& api, Person const& me);
/// After each change.
void keep_loan_request(LoanRequestModel& model, Api& api);
void choose_request_school(LoanRequestModel& model, std::string const& code);
/// The years that can be asked for, the next ones first to come.
std::vector<SchoolYear> years_to_ask_for(LoanRequestModel const& model, Date const& today);
bool has_request(LoanRequestModel const& model);
/// `sent` gets the first loan.
void send_loan_request(LoanRequestModel& model, Api& api, std::function<void(Loan const&)> sent);

} // namespace schulkit
