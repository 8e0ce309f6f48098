// A session until it ends: begun, scanned into, counted, given up.

#include "server/assets/asset_store.hpp"
#include "server/audit/audit_store.hpp"
#include "server/handovers/handover_changes.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/loans/loan_steps.hpp"

#include <algorithm>

namespace schulkit {
namespace {

LoanStep step_of(SessionKind kind) {
    switch (kind) {
    case SessionKind::handover: return LoanStep::hand_over;
    case SessionKind::collection: return LoanStep::take_back;
    case SessionKind::check: return LoanStep::check_in;
    }
    return LoanStep::hand_over;
}

Result<HandoverSession> open_session(Tx& tx, Access const& access, Id<HandoverSession> id) {
    TRY_ASSIGN(HandoverSession session, get_session(tx, access, id));
    if (session.state != SessionState::open) return fail(ErrorKind::conflict, "session_has_ended");
    return session;
}

/// All of one school, each where the step may be taken.
Result<std::vector<Loan>> loans_to_begin(Tx& tx, Access const& access, SessionStart const& start) {
    std::vector<Loan> loans;
    if (start.loan_ids.empty()) return invalid("loan_ids", "required");
    for (std::int64_t const number : start.loan_ids) {
        if (auto known = get_loan(tx, access, Id<Loan>{number}); !known)
            return invalid({FieldError{"loan_ids", "unknown_loan", std::to_string(number)}});
        TRY_ASSIGN(Loan loan, loan_for(tx, access, Id<Loan>{number}, step_of(start.kind)));
        if (!loan.kit_id) return fail(ErrorKind::conflict, "kit_needed");
        if (start.kind == SessionKind::handover) TRY(check_not_too_early(tx, loan));
        if (!loans.empty() && loans.front().school_id != loan.school_id) return invalid("loan_ids", "other_school");
        bool const twice = std::any_of(loans.begin(), loans.end(), [&](Loan const& other) { return other.id == loan.id; });
        if (!twice) loans.push_back(std::move(loan));
    }
    return loans;
}

/// The session that is about just these loans, begun before, perhaps on another device.
std::optional<Id<HandoverSession>> same_session(Tx& tx, Access const& access, SessionKind kind, std::vector<Loan> const& loans) {
    auto const open = find_open_session(tx, loans.front().id);
    if (!open) return std::nullopt;
    auto const session = get_session(tx, access, *open);
    if (!session || session->kind != kind || session->loans.size() != loans.size()) return std::nullopt;
    for (Loan const& loan : loans)
        if (std::none_of(session->loans.begin(), session->loans.end(),
                         [&](SessionLoan const& each) { return each.loan_id == loan.id; }))
            return std::nullopt;
    return open;
}

Result<Done> tell(WriteTx& tx, HandoverSession const& session, std::string_view action) {
    for (SessionLoan const& loan : session.loans)
        TRY(record(tx, {.action = action,
                        .entity = Schema<HandoverSession>::name,
                        .entity_id = session.id.value,
                        .school_code = session.school_code,
                        .after = Json{{"loan_id", loan.loan_id.value}, {"kind", word_of(session.kind)}}}));
    return Done{};
}

SessionSlot const* expected_slot(HandoverSession const& session, std::int64_t asset_id) {
    auto const found = std::find_if(session.slots.begin(), session.slots.end(),
                                    [asset_id](SessionSlot const& slot) { return slot.asset_id == asset_id; });
    return found == session.slots.end() ? nullptr : &*found;
}

/// A device that is not expected: of another kit that the same school has, or a reason to say no.
Result<Done> check_foreign(Tx& tx, HandoverSession const& session, Asset const& asset) {
    auto const given = find_given(tx, asset.id.value);
    if (session.kind != SessionKind::handover && given && given->school == session.school_id) return Done{};
    if (auto const place = find_place(tx, asset.id)) return fail(in_other_kit(asset, *place));
    return invalid({FieldError{"code", "not_in_loan", asset.tag}});
}

} // namespace

Result<HandoverSession> start_session(WriteTx& tx, Access const& access, SessionStart const& start) {
    TRY_ASSIGN(std::vector<Loan> const loans, loans_to_begin(tx, access, start));
    if (auto const there = same_session(tx, access, start.kind, loans)) return get_session(tx, access, *there);
    TRY_ASSIGN(Id<HandoverSession> const id, insert_session(tx, start.kind, loans.front().school_id, loans));
    TRY_ASSIGN(HandoverSession session, get_session(tx, access, id));
    TRY(tell(tx, session, "start"));
    return session;
}

Result<HandoverSession> scan_into_session(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionScan const& scan) {
    TRY_ASSIGN(HandoverSession const session, open_session(tx, access, id));
    auto const asset = find_asset_by_code(tx, access, scan.code);
    if (!asset || asset->kind == AssetKind::service) return invalid({FieldError{"code", "unknown_asset", scan.code}});
    if (scan.taken_back) {
        TRY(untick(tx, id, asset->id.value));
    } else {
        SessionSlot const* const slot = expected_slot(session, asset->id.value);
        if (slot == nullptr) TRY(check_foreign(tx, session, *asset));
        TRY(tick(tx, id, asset->id.value, slot, scan.note));
    }
    TRY(tell(tx, session, scan.taken_back ? "untick" : "scan"));
    return get_session(tx, access, id);
}

Result<HandoverSession> count_accessories(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionCounts const& counts) {
    TRY_ASSIGN(HandoverSession const session, open_session(tx, access, id));
    for (std::size_t i = 0; i < counts.accessories.size(); ++i) {
        SessionAccessory const& counted = counts.accessories[i];
        bool const known = std::any_of(session.accessories.begin(), session.accessories.end(), [&](SessionAccessory const& each) {
            return each.loan_id == counted.loan_id && each.label == counted.label;
        });
        std::string const at = "accessories." + std::to_string(i);
        if (!known) return invalid({FieldError{at + ".label", "unknown_accessory", counted.label}});
        if (!counted.quantity) return invalid(at + ".quantity", "required");
        TRY(count(tx, id, counted));
    }
    TRY(tell(tx, session, "count"));
    return get_session(tx, access, id);
}

Result<HandoverSession> abandon_session(WriteTx& tx, Access const& access, Id<HandoverSession> id) {
    TRY_ASSIGN(HandoverSession const session, open_session(tx, access, id));
    TRY(end_session(tx, id, SessionState::abandoned, {}));
    TRY(tell(tx, session, "abandon"));
    return get_session(tx, access, id);
}

} // namespace schulkit
