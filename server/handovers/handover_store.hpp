#pragma once
// All SQL about sessions of handover and return, and about what schools have of their loans.

#include "server/db/database.hpp"
#include "server/people/access.hpp"
#include "shared/handovers/handover_api.hpp"

namespace schulkit {

/// With everything. Error: not_found, also beyond the caller's scope. An auditor reads no names.
Result<HandoverSession> get_session(Tx& tx, Access const& access, Id<HandoverSession> id);
/// Error: 422 on limit.
Result<Page<HandoverSession>> list_sessions(Tx& tx, Access const& access, SessionQuery const& query);
/// The open session that the loan is in.
std::optional<Id<HandoverSession>> find_open_session(Tx& tx, Id<Loan> loan);

/// Errors: conflict "in_open_session".
Result<Id<HandoverSession>> insert_session(WriteTx& tx, SessionKind kind, Id<School> school, std::vector<Loan> const& loans);
/// A second scan of a device only changes its note. `foreign`: of another kit; no loan and slot of this session.
Result<Done> tick(WriteTx& tx, Id<HandoverSession> id, std::int64_t asset_id, SessionSlot const* slot,
                  std::optional<std::string> const& note);
Result<Done> untick(WriteTx& tx, Id<HandoverSession> id, std::int64_t asset_id);
Result<Done> count(WriteTx& tx, Id<HandoverSession> id, SessionAccessory const& accessory);
Result<Done> touch(WriteTx& tx, Id<HandoverSession> id);
std::vector<AttachedFile> list_session_photos(Tx& tx, Id<HandoverSession> id);
Result<Done> insert_session_photo(WriteTx& tx, Id<HandoverSession> id, AttachedFile const& file);
Result<Done> end_session(WriteTx& tx, Id<HandoverSession> id, SessionState state, SessionEnd const& end);

/// What was given to the school, in the order of slots.
std::vector<LoanItem> list_loan_items(Tx& tx, Id<Loan> loan);
/// The loan whose school has the device, and its place there.
struct GivenTo {
    Id<Loan> loan = {};
    Id<School> school = {};
    std::string kit_tag = {};
    std::int64_t slot = 0;
};
std::optional<GivenTo> find_given(Tx& tx, std::int64_t asset_id);
Result<Done> give(WriteTx& tx, Id<Loan> loan, std::int64_t slot, std::string const& label, std::int64_t asset_id, Date const& on);
/// Nothing where nobody has it.
Result<Done> take_back_item(WriteTx& tx, std::int64_t asset_id, Date const& on);
Result<Done> give_accessory(WriteTx& tx, Id<Loan> loan, std::string const& label, std::int64_t quantity);
Result<Done> take_back_accessory(WriteTx& tx, Id<Loan> loan, std::string const& label, std::int64_t quantity);

} // namespace schulkit
