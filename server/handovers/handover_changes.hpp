#pragma once
// Handing over, collecting and checking kits. One session or one call, the same steps behind both.

#include "server/handovers/handover_store.hpp"

namespace schulkit {

/// Whether the papers of a step are made with it. in_folders: it was taken over, they lie in a folder.
enum class StepPapers : std::uint8_t { issue, in_folders };

/// Errors: those of the endpoints in shared/handovers/handover_api.hpp.
Result<HandoverSession> start_session(WriteTx& tx, Access const& access, SessionStart const& start);
Result<HandoverSession> scan_into_session(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionScan const& scan);
Result<HandoverSession> count_accessories(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionCounts const& counts);
Result<HandoverSession> report_damage(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionDamage const& damage);
Result<std::vector<AttachedFile>> add_session_photos(WriteTx& tx, Access const& access, Id<HandoverSession> id,
                                                     SessionPhotos const& photos);
Result<HandoverSession> complete_session(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionEnd const& end,
                                         StepPapers papers = StepPapers::issue);
Result<HandoverSession> abandon_session(WriteTx& tx, Access const& access, Id<HandoverSession> id);

/// A whole session in one call: all or nothing.
Result<Loan> hand_over_loan(WriteTx& tx, Access const& access, Id<Loan> id, HandOver const& call,
                            StepPapers papers = StepPapers::issue);
Result<Loan> return_loan(WriteTx& tx, Access const& access, Id<Loan> id, SessionKind kind, TakeBack const& call);

} // namespace schulkit
