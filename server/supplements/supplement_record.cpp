#include "server/supplements/supplement_record.hpp"

#include "server/audit/audit_store.hpp"
#include "server/handovers/handover_store.hpp"

namespace schulkit {

Result<Done> add_supplement(WriteTx& tx, Access const&, Loan const& loan, NewSupplement const& supplement) {
    TRY_ASSIGN(Id<LoanSupplement> const id, insert_supplement(tx, {.loan_id = loan.id,
                                                                   .kind = supplement.kind,
                                                                   .made_on = tx.today(),
                                                                   .reason = supplement.reason,
                                                                   .items = supplement.items}));
    LoanSupplement const stored = list_supplements(tx, loan.id).back();
    TRY(record_created(tx, "create", id.value, loan.school_code, stored));
    // the paper of `stored` is issued here
    return Done{};
}

SupplementItem item_of(SupplementDirection direction, KitSlot const& slot, std::int64_t asset_id) {
    return {.direction = direction, .slot = slot.slot, .label = slot.label, .asset_id = asset_id};
}

Result<Done> check_no_session(Tx& tx, Id<Loan> loan) {
    if (find_open_session(tx, loan)) return fail(ErrorKind::conflict, "in_open_session");
    return Done{};
}

} // namespace schulkit
