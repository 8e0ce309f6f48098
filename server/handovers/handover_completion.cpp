// The end of a session: what was scanned moves, what was not is missing, and the loans go on.

#include "server/audit/audit_store.hpp"
#include "server/differences/difference_changes.hpp"
#include "server/handovers/handover_changes.hpp"
#include "server/handovers/lent_devices.hpp"
#include "server/kits/kit_changes.hpp"
#include "server/loans/booking_store.hpp"
#include "server/loans/loan_steps.hpp"
#include "server/papers/issue_papers.hpp"
#include "server/requirements/requirement_store.hpp"

#include <algorithm>

namespace schulkit {
namespace {

std::vector<MissingItem> missing_of(HandoverSession const& session) {
    std::vector<MissingItem> missing;
    for (SessionSlot const& slot : session.slots)
        if (!slot.scanned_at)
            missing.push_back({.loan_id = slot.loan_id, .slot = slot.slot, .label = slot.label, .asset_tag = slot.asset_tag});
    for (SessionAccessory const& accessory : session.accessories)
        if (std::int64_t const there = accessory.quantity.value_or(accessory.expected); there < accessory.expected)
            missing.push_back({.loan_id = accessory.loan_id, .label = accessory.label, .quantity = accessory.expected - there});
    return missing;
}

Result<std::vector<Kit>> kits_of(Tx& tx, HandoverSession const& session) {
    std::vector<Kit> kits;
    for (SessionLoan const& loan : session.loans) {
        TRY_ASSIGN(Kit kit, get_kit(tx, loan.kit_id));
        kits.push_back(std::move(kit));
    }
    return kits;
}

Result<Done> check_handover(Tx& tx, HandoverSession const& session, std::vector<Kit> const& kits, SessionEnd const& end) {
    auto const open = list_open_requirements(tx, session.school_id, tx.today());
    bool const has_reason = end.override_reason && !end.override_reason->empty();
    if (!open.empty() && !has_reason) {
        Json told = Json::array();
        for (OpenRequirement const& requirement : open) told.push_back(encode_value(requirement));
        return fail(Error{.kind = ErrorKind::conflict,
                          .code = "requirements_not_met",
                          .extra = dump_json(Json{{"requirements", std::move(told)}})});
    }
    for (Kit const& kit : kits) {
        TRY(check_kit_is_home(tx, kit.id));
        TRY(check_kit_is_checked(tx, kit));
        if (!kit.ready)
            return fail(Error{.kind = ErrorKind::conflict,
                              .code = "kit_not_ready",
                              .extra = dump_json(Json{{"kit_tag", kit.tag}})});
    }
    auto const missing = missing_of(session);
    if (missing.empty() || end.missing_accepted) return Done{};
    Json told = Json::array();
    for (MissingItem const& item : missing) told.push_back(encode_value(item));
    return fail(Error{.kind = ErrorKind::conflict,
                      .code = "kit_incomplete",
                      .extra = dump_json(Json{{"missing", std::move(told)}})});
}

Result<Done> hand_over(WriteTx& tx, Access const& access, HandoverSession const& session, SessionEnd const& end) {
    TRY_ASSIGN(std::vector<Kit> const kits, kits_of(tx, session));
    TRY(check_handover(tx, session, kits, end));
    Date const today = tx.today();
    bool const met = list_open_requirements(tx, session.school_id, today).empty();
    for (SessionLoan const& part : session.loans) {
        TRY_ASSIGN(Loan const before, loan_for(tx, access, part.loan_id, LoanStep::hand_over));
        if (before.kit_id != part.kit_id) return fail(ErrorKind::conflict, "wrong_state");
        TRY(check_not_too_early(tx, before));
        Loan after = before;
        after.handed_over_on = today;
        if (!met) after.override_reason = end.override_reason;
        TRY(store_step(tx, access, LoanStep::hand_over, before, std::move(after)));
    }
    for (SessionSlot const& slot : session.slots) {
        if (!slot.scanned_at) continue;
        TRY_ASSIGN(Loan const loan, get_loan(tx, access, slot.loan_id));
        TRY(lend_device(tx, loan, slot.slot, slot.label, *slot.asset_id, "hand_over"));
    }
    for (SessionAccessory const& accessory : session.accessories)
        TRY(give_accessory(tx, accessory.loan_id, accessory.label, accessory.quantity.value_or(accessory.expected)));
    return Done{};
}

/// Own and foreign devices alike: whatever was scanned is back.
Result<Done> take_scanned(WriteTx& tx, Access const& access, HandoverSession const& session) {
    std::vector<std::int64_t> back;
    for (SessionSlot const& slot : session.slots)
        if (slot.scanned_at) back.push_back(*slot.asset_id);
    for (ForeignDevice const& device : session.foreign) back.push_back(device.asset_id);
    for (std::int64_t const asset_id : back) {
        if (!find_given(tx, asset_id)) continue; // came back at the collection already
        TRY(bring_device_back(tx, asset_id, "come_back"));
        TRY(note_device_back(tx, access, asset_id));
    }
    for (SessionAccessory const& accessory : session.accessories)
        if (accessory.quantity) TRY(take_back_accessory(tx, accessory.loan_id, accessory.label, *accessory.quantity));
    return Done{};
}

Result<Done> collect(WriteTx& tx, Access const& access, HandoverSession const& session) {
    TRY(take_scanned(tx, access, session));
    for (SessionLoan const& part : session.loans) {
        TRY_ASSIGN(Loan const before, loan_for(tx, access, part.loan_id, LoanStep::take_back));
        Loan after = before;
        after.returned_on = tx.today();
        TRY(store_step(tx, access, LoanStep::take_back, before, std::move(after)));
        // wiped, cleaned and charged it was before the school had it
        TRY(prepare_kit(tx, part.kit_id, {}));
    }
    return Done{};
}

/// What has not come back leaves its slot, and the school is told: the kit is incomplete, and the loan stays open with it.
Result<Done> check_kit(WriteTx& tx, Access const& access, HandoverSession const& session, SessionLoan const& part) {
    TRY_ASSIGN(Loan const before, loan_for(tx, access, part.loan_id, LoanStep::check_in));
    Loan checked = before;
    checked.checked_on = tx.today();
    TRY_ASSIGN(checked, store_change(tx, access, word_of(LoanStep::check_in), before, std::move(checked)));
    TRY_ASSIGN(Kit const kit, get_kit(tx, part.kit_id));
    for (KitSlot const& slot : kit.slots)
        if (slot.asset_id && find_given(tx, *slot.asset_id)) TRY(change_slot(tx, access, part.kit_id, slot.slot, {}));
    AccessoryCounts counts;
    for (SessionAccessory const& accessory : session.accessories)
        if (accessory.loan_id == part.loan_id && accessory.quantity)
            counts.accessories.push_back({accessory.label, *accessory.quantity});
    TRY(count_accessories(tx, part.kit_id, counts, part.loan_id.value));
    TRY(find_differences(tx, checked, session));
    return close_if_done(tx, access, part.loan_id);
}

Result<Done> check_in(WriteTx& tx, Access const& access, HandoverSession const& session) {
    TRY(take_scanned(tx, access, session));
    for (SessionLoan const& part : session.loans) TRY(check_kit(tx, access, session, part));
    return Done{};
}

} // namespace

Result<HandoverSession> complete_session(WriteTx& tx, Access const& access, Id<HandoverSession> id, SessionEnd const& end,
                                         StepPapers papers) {
    TRY_ASSIGN(HandoverSession const session, get_session(tx, access, id));
    if (session.state != SessionState::open) return fail(ErrorKind::conflict, "session_has_ended");
    // ended first: while it is open its kits are not touched
    TRY(end_session(tx, id, SessionState::completed, end));
    switch (session.kind) {
    case SessionKind::handover: TRY(hand_over(tx, access, session, end)); break;
    case SessionKind::collection: TRY(collect(tx, access, session)); break;
    case SessionKind::check: TRY(check_in(tx, access, session)); break;
    }
    if (papers == StepPapers::issue) TRY(papers::issue_session_papers(tx, access, session, end));
    TRY_ASSIGN(HandoverSession ended, get_session(tx, access, id));
    AuditRow row{.action = "complete",
                 .entity = Schema<HandoverSession>::name,
                 .entity_id = id.value,
                 .school_code = session.school_code,
                 .after = Json{{"kind", word_of(session.kind)}, {"signature_pending", ended.signature_pending}}};
    if (ended.signer_name) row.texts.push_back({"signer_name", std::nullopt, *ended.signer_name});
    if (ended.county_signer_name) row.texts.push_back({"county_signer_name", std::nullopt, *ended.county_signer_name});
    if (ended.notes) row.texts.push_back({"notes", std::nullopt, *ended.notes});
    TRY(record(tx, row));
    return ended;
}

namespace {

/// Scans and counts of one call; errors name their place in it.
Result<Done> fill_session(WriteTx& tx, Access const& access, HandoverSession const& session, std::vector<std::string> const& scanned,
                          std::vector<AccessoryCount> const& accessories) {
    for (std::size_t i = 0; i < scanned.size(); ++i) {
        auto ticked = scan_into_session(tx, access, session.id, {.code = scanned[i]});
        if (ticked) continue;
        Error error = std::move(ticked).error();
        for (FieldError& field : error.fields) field.field = "scanned." + std::to_string(i);
        return fail(std::move(error));
    }
    SessionCounts counts;
    for (AccessoryCount const& each : accessories)
        counts.accessories.push_back(
            {.loan_id = session.loans.front().loan_id, .label = each.label, .quantity = each.quantity});
    if (!counts.accessories.empty()) TRY(count_accessories(tx, access, session.id, counts));
    return Done{};
}

} // namespace

Result<Loan> hand_over_loan(WriteTx& tx, Access const& access, Id<Loan> id, HandOver const& call, StepPapers papers) {
    TRY_ASSIGN(Loan const loan, loan_for(tx, access, id, LoanStep::hand_over));
    if (call.kit_id && call.kit_id != loan.kit_id) {
        // to give another kit than the one that was promised is a decision
        if (loan.kit_id && !may(access.role, Action::decide_loan)) return fail(ErrorKind::forbidden, "forbidden");
        TRY(fix_kit(tx, access, loan, *call.kit_id));
    }
    TRY_ASSIGN(HandoverSession const session,
               start_session(tx, access, {.kind = SessionKind::handover, .loan_ids = {id.value}}));
    TRY(fill_session(tx, access, session, call.scanned, call.accessories));
    TRY(complete_session(tx, access, session.id,
                         {.missing_accepted = call.missing_accepted,
                          .override_reason = call.override_reason,
                          .signed_by = call.signed_by,
                          .county_signed_by = call.county_signed_by},
                         papers));
    return get_loan(tx, access, id);
}

Result<Loan> return_loan(WriteTx& tx, Access const& access, Id<Loan> id, SessionKind kind, TakeBack const& call) {
    TRY_ASSIGN(HandoverSession const session, start_session(tx, access, {.kind = kind, .loan_ids = {id.value}}));
    TRY(fill_session(tx, access, session, call.scanned, call.accessories));
    TRY(complete_session(tx, access, session.id, {.signed_by = call.signed_by, .county_signed_by = call.county_signed_by, .seal_number = call.seal_number}));
    return get_loan(tx, access, id);
}

} // namespace schulkit
