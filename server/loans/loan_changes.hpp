#pragma once
// Asking for kits and deciding about it. The physical steps are in loan_handover.hpp.

#include "server/loans/loan_store.hpp"

namespace schulkit {

/// Errors: those of the endpoints in shared/loans/loan_api.hpp. The caller's scope is that of the step's action.
Result<Loan> ask_for_loan(WriteTx& tx, Access const& access, LoanRequest request);
Result<Loan> approve_loan(WriteTx& tx, Access const& access, Id<Loan> id, LoanApproval const& approval);
Result<Loan> reject_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason);
Result<Loan> waitlist_loan(WriteTx& tx, Access const& access, Id<Loan> id);
Result<Loan> cancel_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason);
Result<Loan> extend_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::int64_t school_years);
Result<Loan> exchange_kit(WriteTx& tx, Access const& access, Id<Loan> id, KitExchange const& exchange);
Result<Loan> release_loan(WriteTx& tx, Access const& access, Id<Loan> id, std::string const& reason);

} // namespace schulkit
