#pragma once
// What checks find, until it is settled.

#include "server/differences/difference_store.hpp"
#include "server/handovers/handover_store.hpp"
#include "server/loans/loan_store.hpp"

namespace schulkit {

/// What the loan of a session that has just been completed still lacks, and foreign devices; the school is told by them. Those
/// that are known already are not found again.
Result<Done> find_differences(WriteTx& tx, Loan const& loan, HandoverSession const& session);
/// A device that did not come back with an exchanged kit.
Result<Done> tell_missing_device(WriteTx& tx, Loan const& loan, LoanItem const& item);
/// A device has come back: what was still open about it is settled, and its loan closes if nothing else is.
Result<Done> note_device_back(WriteTx& tx, Access const& access, std::int64_t asset_id);
/// Once it is checked and nothing is open any more.
Result<Done> close_if_done(WriteTx& tx, Access const& access, Id<Loan> loan);

/// Errors: as the endpoints in shared/differences/difference_api.hpp have them.
Result<LoanDifference> object_to_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id, std::string const& objection);
Result<LoanDifference> answer_objection(WriteTx& tx, Access const& access, Id<LoanDifference> id, ObjectionAnswer const& answer);
Result<LoanDifference> chase_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id, ChaseNote const& chase);
Result<LoanDifference> settle_difference(WriteTx& tx, Access const& access, Id<LoanDifference> id,
                                         DifferenceSettlement const& settlement);
Result<LoanSettings> change_loan_settings(WriteTx& tx, Patch<LoanSettings> const& patch);

} // namespace schulkit
