#pragma once
// All SQL about requests and loans. Who holds which kit in which year: booking_store.hpp.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/loans/loan_api.hpp"

namespace schulkit {

/// With what the school still has to show. Error: not_found, also for another school's. An auditor reads no names.
Result<Loan> get_loan(Tx& tx, Access const& access, Id<Loan> id);
/// Errors: 422 on limit, sort or cursor.
Result<Page<Loan>> list_loans(Tx& tx, Access const& access, LoanQuery const& query);
/// The loan by which the kit is out; nothing while it is at rest.
std::optional<Id<Loan>> find_running_loan(Tx& tx, Id<Kit> kit);
/// What the school has asked for in that school year and nobody has decided about.
std::int64_t count_undecided_loans(Tx& tx, Id<School> school, std::string_view first_school_year);

/// The request and a loan for each kit of it; their ids. `request` names its type.
Result<std::vector<Id<Loan>>> insert_loans(WriteTx& tx, LoanRequest const& request, std::string_view last_school_year);
/// State, kit, years, days, reasons and who decided; the version grows by one. Errors: conflict, of the rules in
/// migrations/0007_loans.sql.
Result<Done> replace_loan(WriteTx& tx, Loan const& loan, Id<Person> decided_by);
/// At the end of the waiting list.
Result<Done> put_on_waiting_list(WriteTx& tx, Id<Loan> loan);

} // namespace schulkit
